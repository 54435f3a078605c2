// Chances of counts, exact up to the rounding of doubles and without any function that engines round in
// their own way: sums of products only.

/**
 * The chance of at most k events in n trials, each with chance p. Summed from the side on which the first
 * term, (1 - p)^n with p at most a half, does not underflow for n up to 1,000.
 */
export function atMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  if (p <= 0) return 1;
  if (p >= 1) return 0;
  if (p > 0.5) return 1 - atMost(n - k - 1, n, 1 - p);
  let term = 1;
  for (let i = 0; i < n; i++) term *= 1 - p;
  let sum = term;
  const odds = p / (1 - p);
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * odds;
    sum += term;
  }
  return Math.min(1, sum);
}

/** -ln 0.05, the "rule of three": no event in an exposure E supports, at 95 %, less than 3 in E. */
export const THREE = 2.995732273553991;

/** Standard deviations beyond which a normal variable lies in 1 % of cases, on one side. */
export const ONE_PERCENT = 2.3263478740408408;
