// Simulated state is plain data: null, booleans, finite numbers, strings, arrays and objects of them. So it
// can be copied, written as JSON, read back and run on as if nothing had happened. An own copy is several
// times faster than structuredClone, which has to be ready for anything.

export type PlainState = null | boolean | number | string | PlainState[] | { [key: string]: PlainState };

/** A deep copy of plain data. */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const out: unknown[] = new Array<unknown>(value.length);
    for (let i = 0; i < value.length; i++) out[i] = copy(value[i] as unknown);
    return out as T;
  }
  const out: { [key: string]: unknown } = {};
  for (const key in value) {
    // Assigned, this key would set a prototype; what came through JSON may have it as ordinary data.
    if (key === '__proto__') Object.defineProperty(out, key, { ...ORDINARY, value: copy(value[key] as unknown) });
    else out[key] = copy(value[key] as unknown);
  }
  return out as T;
}

const ORDINARY = { writable: true, enumerable: true, configurable: true };

/** Roughly how many bytes plain data takes: to bound what is kept, not to account for it. */
export function weight(value: unknown): number {
  if (typeof value === 'string') return 16 + value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let sum = 16;
  if (Array.isArray(value)) for (const item of value as unknown[]) sum += weight(item);
  else for (const key in value) sum += 8 + weight((value as { [key: string]: unknown })[key]);
  return sum;
}

/** Where and why `value` is not plain, or null if it is. For tests and assertions. */
export function impurity(value: unknown, path = 'state'): string | null {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return null;
    case 'number':
      return !Number.isFinite(value) || Object.is(value, -0)
        ? `${path} is ${Object.is(value, -0) ? '-0' : value}`
        : null;
    case 'object': {
      if (value === null) return null;
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i++) {
          const found = impurity(value[i], `${path}.${i}`);
          if (found) return found;
        }
        return null;
      }
      if (Object.getPrototypeOf(value) !== Object.prototype) return `${path} is an instance of a class`;
      for (const [key, item] of Object.entries(value)) {
        const found = impurity(item, `${path}.${key}`);
        if (found) return found;
      }
      return null;
    }
    default:
      return `${path} is ${typeof value}`;
  }
}
