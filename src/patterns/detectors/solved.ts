// Turning a threshold into a silence means solving an equation; the threshold stays the same from beat to
// beat. This remembers the last answer. It is a pure function still: forgetting would change nothing.

export function remembering(solve: (x: number) => number): (x: number) => number {
  let solvedFor = NaN;
  let solution = NaN;
  return (x) => {
    if (x !== solvedFor) {
      solution = solve(x);
      solvedFor = x;
    }
    return solution;
  };
}
