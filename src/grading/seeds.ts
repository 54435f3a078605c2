// Which seeds a check uses. The list is fixed for an exercise, so that the same answer always gets the same
// verdict: with fresh seeds every time, settings that fail one run in a hundred pass one check in seven, and
// trying ten times would be enough. Proofs use a second list that no page ever uses.

/** "heartbeats/catch/1", "heartbeats/catch/2" ... */
export function seedList(exercise: string, n: number): readonly string[] {
  return Array.from({ length: n }, (_, i) => `${exercise}/${i + 1}`);
}

/** Disjoint from the list of the checks: "heartbeats/catch/hidden/1" ... */
export function hiddenSeeds(exercise: string, n: number): readonly string[] {
  return seedList(`${exercise}/hidden`, n);
}
