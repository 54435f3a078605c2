// What a replay found: for each name (algorithm, kind, dialect or function), how many vectors passed,
// failed, were deferred with a reason, or are on no list at all.

export type Outcome = 'passed' | 'failed' | 'deferred' | 'unlisted' | 'data';
export type Counts = { [outcome in Outcome]: number };

export type Result = { readonly id: string; readonly name: string; readonly outcome: Outcome; readonly says?: string };

/** Names that are not replayed yet, each with its reason. */
export type Deferred = { readonly [list: string]: { readonly [name: string]: string } };

export function count(results: readonly Result[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, deferred: 0, unlisted: 0, data: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}

function words(counts: Counts): string {
  const { data, ...judged } = counts;
  const parts = Object.entries(judged).map(([outcome, n]) => `${n} ${outcome}`);
  return [...parts, ...(data > 0 ? [`${data} data`] : [])].join(', ');
}

/** One line: the whole file, then every name with what is not nought. */
export function line(file: string, results: readonly Result[]): string {
  const byName = new Map<string, Result[]>();
  for (const result of results) byName.set(result.name, [...(byName.get(result.name) ?? []), result]);
  const names = [...byName].map(([name, some]) => {
    const present = Object.entries(count(some)).filter(([, n]) => n > 0);
    return `${name} ${present.map(([outcome, n]) => `${n} ${outcome}`).join(' ')}`;
  });
  return `${file}: ${words(count(results))} (${names.join('; ')})`;
}

/** `strict`: what is deferred counts as failed too. */
export function holds(results: readonly Result[], strict: boolean): boolean {
  const { failed, unlisted, deferred } = count(results);
  return failed === 0 && unlisted === 0 && !(strict && deferred > 0);
}
