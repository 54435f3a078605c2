// Figures of one benchmark run, and the table that they make.

export type Figure = {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** The budget in words, and whether it is met; null where there is nothing to compare with. */
  readonly budget: string;
  readonly met: boolean | null;
};

/** The value that this share of them undercuts. */
export function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const median = (values: readonly number[]): number => at(values, 0.5);

/** The value that 95 of 100 undercut. */
export const p95 = (values: readonly number[]): number => at(values, 0.95);

/** The median of several runs of something that answers a number. */
export function of(runs: number, once: () => number): number {
  return median(Array.from({ length: runs }, once));
}

/** Milliseconds that something takes. */
export async function took(what: () => unknown): Promise<number> {
  const start = performance.now();
  await what();
  return performance.now() - start;
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, budget, met }) => [
    met === null ? ' ' : met ? 'ok' : 'over',
    name,
    value === null ? 'not here' : `${rounded(value)} ${unit}`,
    budget,
  ]);
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rounded(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
