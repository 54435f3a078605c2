// What a parameter is: enough for a form, a schema, a reference page and a production export to be made
// from it. Durations are written in seconds everywhere a person or a file can see them and scaled to the
// unit of the caller on the way in; nothing else is ever scaled.

type Words = {
  /** Name on the knob, the field's standard term. */
  readonly label: string;
  /** One line: what moving it does. */
  readonly help: string;
  /** What systems call it, by system: { akka: 'acceptable-heartbeat-pause' }. */
  readonly names?: { readonly [system: string]: string };
};

type Ranged = { readonly default: number; readonly min: number; readonly max: number; readonly step?: number };

export type DurationField = Words & Ranged & { readonly kind: 'duration' };
export type CountField = Words & Ranged & { readonly kind: 'count'; readonly unit?: string };
export type NumberField = Words & Ranged & { readonly kind: 'number'; readonly unit?: string };
/** A share between 0 and 1, shown as a percentage. */
export type RatioField = Words & Ranged & { readonly kind: 'ratio' };
export type FlagField = Words & { readonly kind: 'flag'; readonly default: boolean };
export type ChoiceField = Words & {
  readonly kind: 'choice';
  readonly default: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

export type Field = DurationField | CountField | NumberField | RatioField | FlagField | ChoiceField;
export type FieldValue = number | boolean | string;

/** One field for each parameter of P. */
export type Fields<P> = { readonly [K in keyof P]: Field };

/** The default of every field. Durations stay in seconds. */
export function defaults<P extends object>(fields: Fields<P>): P {
  const out: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(fields) as [string, Field][]) out[name] = field.default;
  return out as P;
}

/** Values with every duration multiplied by `perSecond` and rounded to whole units: 1e6 for microseconds. */
export function scaled<P extends object>(fields: Fields<P>, values: P, perSecond: number): P {
  const out: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(fields) as [string, Field][]) {
    const value = (values as Record<string, FieldValue>)[name] ?? field.default;
    out[name] = field.kind === 'duration' ? Math.round((value as number) * perSecond) : value;
  }
  return out as P;
}

/** What is wrong with one value, as a sentence that follows the field's name, or null. */
export function problem(field: Field, value: unknown): string | null {
  switch (field.kind) {
    case 'flag':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'choice':
      return field.options.some((o) => o.value === value)
        ? null
        : `must be one of ${field.options.map((o) => o.value).join(', ')}`;
    case 'duration':
    case 'count':
    case 'number':
    case 'ratio': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
      if (value < field.min || value > field.max) {
        return `must be ${field.min} to ${field.max}${field.kind === 'duration' ? ' s' : ''}`;
      }
      if (field.kind === 'count' && !Number.isInteger(value)) return 'must be a whole number';
      return null;
    }
    default:
      return unreachable(field);
  }
}

function unreachable(field: never): never {
  throw new Error(`no such kind of field: ${JSON.stringify(field)}`);
}
