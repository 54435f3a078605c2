// Values of the vector files: plain JSON, in which the string "Infinity" stands for plus infinity.

export type Value = null | boolean | number | string | readonly Value[] | Fields;
export type Fields = { readonly [key: string]: Value };

/** Every "Infinity" replaced by the number. */
export function numbers(value: unknown): Value {
  if (value === 'Infinity') return Infinity;
  if (Array.isArray(value)) return value.map(numbers);
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, numbers(v)]));
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') {
    return value;
  }
  throw new Error(`not JSON: ${String(value)}`);
}

export function isFields(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misfit(what: string, value: unknown): Error {
  return new Error(`${what} expected, found ${JSON.stringify(value) ?? 'nothing'}`);
}

export function fields(value: unknown): { readonly [key: string]: unknown } {
  if (isFields(value)) return value;
  throw misfit('an object', value);
}

export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw misfit('a list', value);
}

export function number(value: unknown): number {
  if (typeof value === 'number') return value;
  throw misfit('a number', value);
}

export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw misfit('a text', value);
}
