// A registry is an ordered map from id to entry. Forms, menus, the reference page and the contract tests
// loop over registries, so one file and one line in its registry is all that a new thing needs.

export type Entry = { readonly id: string; readonly title: string };

export type Registry<T extends Entry> = ReadonlyMap<string, T>;

/** Throws on a repeated id: that is a mistake in the code, never in a learner's input. */
export function registry<T extends Entry>(...entries: readonly T[]): Registry<T> {
  const map = new Map<string, T>();
  for (const entry of entries) {
    if (map.has(entry.id)) throw new Error(`two entries called ${entry.id}`);
    map.set(entry.id, entry);
  }
  return map;
}
