// Reading parameters from plain data against their fields. Nothing is guessed: an unknown name, a wrong kind
// and a value out of range are each reported with the path of the field.

import { defaults, problem, scaled, type Field, type Fields } from '../kernel/fields.ts';
import { SECOND } from '../kernel/time.ts';
import type { Issue } from './kind.ts';

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values for every field, defaults filled in, durations in microseconds. `also`: keys that are not fields. */
export function readFields<P extends object>(
  fields: Fields<P>,
  raw: { readonly [key: string]: unknown },
  path: string,
  issues: Issue[],
  also: readonly string[] = [],
): P {
  const known = fields as { readonly [key: string]: Field };
  const values = { ...defaults(fields) } as { [key: string]: unknown };
  for (const [name, value] of Object.entries(raw)) {
    if (also.includes(name)) continue;
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!field) {
      issues.push({ field: `${path}.${name}`, says: `is not known here; known are ${Object.keys(known).join(', ')}` });
      continue;
    }
    const wrong = problem(field, value);
    if (wrong) issues.push({ field: `${path}.${name}`, says: wrong });
    else values[name] = value;
  }
  return scaled(fields, values as P, SECOND);
}
