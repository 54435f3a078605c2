// The frame that a page shows before the simulation has answered: everybody up, nothing under way. It is a film of
// no length, so that the same views draw it, on the server too, and nothing moves when the real one arrives.

import type { Columns, Film, Setup } from '../../worker/api.ts';

export function firstFilm(setup: Setup): Film {
  return {
    until: setup.until,
    truth: setup.nodes.map(() => [{ from: 0, to: setup.until, is: 'up' as const, row: -1 }]),
    beliefs: [],
    links: [],
    flights: {
      length: 0,
      from: new Int32Array(0),
      to: new Int32Array(0),
      sentAt: new Float64Array(0),
      endAt: new Float64Array(0),
      heardAt: new Float64Array(0),
      fate: new Uint8Array(0),
      kind: new Int32Array(0),
      seq: new Float64Array(0),
      sendRow: new Int32Array(0),
      endRow: new Int32Array(0),
      longest: 0,
    },
    marks: [],
  };
}

export const NO_ROWS: Columns = {
  length: 0,
  ordinal: new Uint32Array(0),
  time: new Float64Array(0),
  cause: new Int32Array(0),
  type: new Uint8Array(0),
  a: new Int32Array(0),
  b: new Int32Array(0),
  k: new Int32Array(0),
  x: new Float64Array(0),
  print: new Uint32Array(0),
};
