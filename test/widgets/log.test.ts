// What an empty log says of itself: true of what can be done there.

import { expect, it } from 'vitest';
import { coveredWords, emptyWords, SHOWN_FIRST } from '../../src/widgets/panels/log-rows.ts';
import { GROUPS } from '../../src/worker/reading.ts';

const open = { ready: true, locked: null, covered: null, groups: SHOWN_FIRST };

it('an empty log says to choose more kinds of event only where there are kinds to choose', () => {
  expect(emptyWords(open)).toBe('Press play, or choose more kinds of event above.');
  expect(emptyWords({ ...open, groups: GROUPS.map(({ id }) => id) })).toBe('Press play.');
  const covered = coveredWords({ curtain: true, look: [1, 0], nodes: ['m', 'w'] });
  const says = emptyWords({ ...open, covered });
  expect(says).toBe('Press play. While the run is covered, you are told only what w hears, and what is believed.');
  const locked = 'Say first what you expect.';
  const fills = 'The log fills as it plays.';
  expect(emptyWords({ ...open, locked })).toBe(fills);
  expect(emptyWords({ ...open, covered, locked })).toBe(says.replace('Press play.', fills));
  expect(emptyWords({ ...open, covered, ready: false })).toBe(fills);
});
