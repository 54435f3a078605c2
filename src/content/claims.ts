// Claims and what was measured for them. A claim says which run, which measure and how many decimals; measured.json
// holds the number, with a mark of everything that it was measured on. When the claim or its scenario changes, the
// mark no longer fits and the build asks for a new measurement, instead of printing yesterday's number.

import type { Claim } from './blocks.ts';
import type { ClaimFields } from './schemas.ts';
import type { Problems, Place } from './problems.ts';

export type Measured = { readonly [name: string]: { readonly value: number; readonly of: string } };

/** 'strict': each claim needs its value. 'open': the measuring script is about to find them. */
export type MeasuredMode = 'strict' | 'open';

/** Eight hexadecimal digits of a claim and its scenario (FNV-1a over the JSON text). */
export function mark(claim: ClaimFields, scenario: unknown): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify([claim, scenario])) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The claim with its measured value, or with null where there is none that can be printed. */
export function withValue(
  name: string,
  claim: ClaimFields,
  scenario: unknown,
  measured: Measured,
  mode: MeasuredMode,
  report: { readonly problems: Problems; readonly place: Place; readonly lesson: string },
): Claim {
  const bad = (says: string): Claim => {
    if (mode === 'strict') report.problems.add(report.place, says);
    return { ...claim, value: null };
  };
  const remedy = `run: node src/cli/measure.ts ${report.lesson}`;
  const found = Object.hasOwn(measured, name) ? measured[name] : undefined;
  if (found === undefined) return bad(`claim '${name}' has not been measured; ${remedy}`);
  if (found.of !== mark(claim, scenario)) return bad(`claim '${name}' has changed since it was measured; ${remedy}`);
  const [low, high] = claim.band;
  if (found.value < low || found.value > high) {
    return bad(`claim '${name}' is measured as ${found.value}, outside its band of ${low} to ${high}`);
  }
  return { ...claim, value: found.value };
}
