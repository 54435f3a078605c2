// Judging a prediction: is it right, and what would somebody who answered this have had in mind? A number counts as
// right within its tolerance; the trap nearest to a wrong one says what it overlooked.

import type { Option, Predict } from '../../content/blocks.ts';

type Answer = Predict['answer'];

export type Judged = {
  readonly right: boolean;
  /** What speaks to this very answer, as HTML; null where nothing was written for it. */
  readonly says: string | null;
};

/** The option with this label, which is how answers are kept. */
export function optionOf(options: readonly Option[], label: string | number): Option | null {
  return options.find((option) => option.label === label) ?? null;
}

export function judge(answer: Answer, given: string | number): Judged {
  if (answer.kind === 'choice') {
    const option = optionOf(answer.options, given);
    return { right: option?.right ?? false, says: option?.says ?? null };
  }
  const value = Number(given);
  if (Math.abs(value - answer.right) <= answer.tolerance + 1e-9) return { right: true, says: null };
  const near = answer.traps
    .filter((trap) => Math.abs(value - trap.at) <= trap.within + 1e-9)
    .sort((a, b) => Math.abs(value - a.at) - Math.abs(value - b.at))[0];
  return { right: false, says: near?.says ?? null };
}

/** What the run says, as HTML for a choice and as words for a number. */
export function rightAnswer(answer: Answer): string {
  if (answer.kind === 'choice') return answer.options.find((option) => option.right)?.label ?? '';
  return `${answer.right} ${answer.unit}`;
}
