// The ways to work a page: what a learner does is said once, in learner.ts, solve.ts and walk.ts, and done with one of
// these. The one for keys alone is in keyboard.ts.

import type { Locator } from 'playwright';

export type Hand = {
  /** A button, a link, a tab, what unfolds. */
  readonly press: (target: Locator) => Promise<void>;
  /** One of several radio buttons. */
  readonly choose: (radio: Locator) => Promise<void>;
  readonly tick: (box: Locator, on: boolean) => Promise<void>;
  /** Over what is in the field, and leaves it. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** By the value or the words of the option. */
  readonly select: (list: Locator, option: string) => Promise<void>;
};

export const mouse: Hand = {
  press: (target) => target.click(),
  choose: (radio) => radio.check(),
  tick: (box, on) => box.setChecked(on),
  // Key by key: only so does every browser say that the field was changed.
  write: async (field, text) => {
    await field.selectText();
    await field.pressSequentially(text);
    await field.press('Tab');
  },
  select: async (list, option) => {
    await list.selectOption(option);
  },
};
