// What charts are given, so that each does not say it again.

import type { Film, Setup } from '../../worker/api.ts';
import type { Window } from './along.ts';

/** Of every chart. */
export type ChartProps = {
  /** Pixels. */
  height?: number;
  /** Name and sentence for readers only, where a tab or a heading already says them. */
  bare?: boolean;
  /** Offer "As a table". */
  tabled?: boolean;
};

/** Of a chart with time to the right, about one observer and one target. */
export type PairProps = ChartProps & {
  setup: Setup;
  film: Film;
  /** The cursor: nothing beyond it is drawn. */
  at: number;
  observer: number;
  target: number;
  /** The part of the run that is shown; the whole run without. */
  window?: Window;
  /** The truth is hidden: no crash line, no detection time, no telling right from wrong. */
  curtain?: boolean;
  onseek?: (at: number) => void;
};
