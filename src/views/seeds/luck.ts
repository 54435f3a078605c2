// One figure over many seeds: ranked from the luckiest to the worst, its quantiles, how often each value came up, and
// where one run stands among them. A run that never put the figure to the test has no rank. A figure that had not come
// about when its run ended ("never") is only known to be larger, so it ranks after all that are known.

import { counted } from '../format.ts';
import { seedName } from './seeds.ts';
import { table, type Table } from '../tables.ts';

export type Draw = {
  readonly seed: string;
  readonly value: number | null;
  /** The value is a lower bound. */
  readonly never?: true;
  /** Already so before the question came up: says nothing. */
  readonly early?: true;
  /** The moment that decided it, microseconds. */
  readonly at?: number;
};

export type Known = Draw & { readonly value: number };

/** Which values are the lucky ones? */
export type Better = 'less' | 'more';

export type Words = (draw: Known) => string;

const isKnown = (draw: Draw): draw is Known => draw.value !== null && draw.early !== true;

/** Negative where `a` is luckier than `b`. */
function against(a: Known, b: Known, better: Better): number {
  if (a.never !== b.never) return a.never ? 1 : -1;
  return better === 'less' ? a.value - b.value : b.value - a.value;
}

/** The luckiest first; equals in the order of their seeds. */
export function ranked(draws: readonly Draw[], better: Better): readonly Known[] {
  return draws.filter(isKnown).sort((a, b) => against(a, b, better));
}

/** The draw that this share of all do at least as well as: 0.5 is the middle, 0.95 what 19 in 20 do not exceed. */
export function quantile(rank: readonly Known[], share: number): Known | undefined {
  return rank[Math.max(0, Math.ceil(share * rank.length) - 1)];
}

export type Standing = {
  /** How many of the list do better, just as well, worse. The run itself is not counted. */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
};

export function standing(rank: readonly Known[], mine: Draw | null, better: Better): Standing | null {
  if (mine === null || !isKnown(mine)) return null;
  const others = rank.filter((each) => each.seed !== mine.seed).map((each) => against(each, mine, better));
  return {
    better: others.filter((d) => d < 0).length,
    same: others.filter((d) => d === 0).length,
    worse: others.filter((d) => d > 0).length,
  };
}

/** Where the run on the stage stands, in one sentence. `many`: how many seeds there are to stand among. */
export function standingWords({ better, same, worse }: Standing, many: number): string {
  const among = better + same + worse;
  const [ahead, behind] = [worse / among, better / among];
  if (among === 0) return 'There is nothing to compare it with.';
  if (same === among) return `Luck plays no part in it: all ${many} seeds give the same.`;
  if (better === 0 && same === 0) return `Your run is the luckiest of ${many}.`;
  if (worse === 0 && same === 0) return `Your run is the worst of ${many}.`;
  if (better === 0) return `Your run is as lucky as can be, and so are ${same} of ${many}.`;
  if (worse === 0) return `Your run is as unlucky as can be, and so are ${same} of ${many}.`;
  if (ahead >= 0.9) return `Your run is luckier than 9 in 10: only ${better} of ${many} do better.`;
  if (behind >= 0.9) return `Your run is unluckier than 9 in 10: only ${worse} of ${many} do worse.`;
  if (ahead >= 0.75) return `Your run is luckier than 3 in 4: ${better} of ${many} do better.`;
  if (behind >= 0.75) return `Your run is unluckier than 3 in 4: ${worse} of ${many} do worse.`;
  const evens = same > 0 ? `, ${same} as well` : '';
  return `Your run is typical: of ${many} seeds ${better} do better${evens}, ${worse} do worse.`;
}

/**
 * The ends of the value axis. From zero, so that bars may be compared, unless all values lie so close together that
 * nothing could be told apart; then `floats` says that bars would mislead.
 */
export function valueEnds(rank: readonly Known[]): {
  readonly from: number;
  readonly to: number;
  readonly floats: boolean;
} {
  const values = rank.map((each) => each.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0 || (low === 0 && high === 0)) return { from: 0, to: 1, floats: false };
  const spread = high - low;
  if (low <= 0 || spread === 0 || spread > 0.5 * high) return { from: Math.min(0, low), to: high, floats: false };
  return { from: Math.max(0, low - 0.2 * spread), to: high + 0.1 * spread, floats: true };
}

/** How many values lie in each of `bins` equal parts of the axis. */
export function spreadOf(rank: readonly Known[], from: number, to: number, bins: number): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const { value } of rank) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(((value - from) / (to - from)) * bins)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

export type Label = { readonly names: readonly string[]; readonly says: string; readonly value: number };

/** The figures that are written beside the picture; those that read the same share a line. */
export function labelsOf(rank: readonly Known[], words: Words): readonly Label[] {
  const picked: readonly (readonly [string, Known | undefined])[] = [
    ['luckiest', rank[0]],
    ['median', quantile(rank, 0.5)],
    ['95 %', quantile(rank, 0.95)],
    ['worst', rank.at(-1)],
  ];
  const labels: Label[] = [];
  for (const [name, draw] of picked) {
    if (draw === undefined) continue;
    const says = words(draw);
    const same = labels.findIndex((label) => label.says === says);
    if (same < 0) labels.push({ names: [name], says, value: draw.value });
    else labels[same] = { ...labels[same]!, names: [...labels[same]!.names, name] };
  }
  return labels;
}

/** Heights that keep their order and stand at least `gap` apart, as near as may be to where they belong. */
export function apart(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let least = top;
  for (const i of order) least = (placed[i] = Math.max(wanted[i]!, least)) + gap;
  let most = bottom;
  for (const i of order.toReversed()) most = (placed[i] = Math.min(placed[i]!, most)) - gap;
  return placed;
}

/** "seed 17: 2.41 s, 96th of 200". */
export function drawSentence(draw: Known, place: number, many: number, words: Words): string {
  return `seed ${seedName(draw.seed)}: ${words(draw)}, ${ordinal(place + 1)} of ${many} from the luckiest`;
}

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

export function luckTable(draws: readonly Draw[], better: Better, words: Words, says: string): Table {
  const rank = ranked(draws, better);
  const silent = draws.filter((draw) => !isKnown(draw));
  const rows = [
    ...rank.toReversed().map((draw, i) => ({ cells: [String(rank.length - i), seedName(draw.seed), words(draw)] })),
    ...silent.map((draw) => ({ cells: ['', seedName(draw.seed), 'not put to the test'] })),
  ];
  const left = silent.length === 0 ? '' : `; ${counted(silent.length, 'seed')} did not put it to the test`;
  return table(`${says}${left}. The worst first`, ['rank', 'seed', 'value'], rows);
}
