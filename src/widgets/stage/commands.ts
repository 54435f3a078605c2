// What the keys do. The table of keys names commands; here each is carried out on a lab.

import { toggleCompare } from '../compare/compare.ts';
import { announceLink } from '../files/share.ts';
import type { Command } from './keys.ts';
import type { LabState } from '../lab/lab.svelte.ts';

/** A recorded run is only watched. */
const CHANGES: readonly Command[] = ['reset', 'undo', 'redo', 'link', 'compare'];

export type Helpers = {
  readonly still: boolean;
  /** Says something to a screen reader. */
  readonly speak: (words: string) => void;
  readonly summary: () => string;
  readonly help: () => void;
};

export function carryOut(command: Command, lab: LabState, { still, speak, summary, help }: Helpers): void {
  if (still && CHANGES.includes(command)) return;
  switch (command) {
    case 'play':
      return lab.toggle();
    case 'step':
      return lab.step();
    case 'back':
      return lab.back();
    case 'reset':
      lab.reset();
      return speak('Reset. Undo brings it back.');
    case 'undo':
      if (lab.canUndo) lab.undo();
      return speak(lab.canUndo ? 'Undone' : 'Nothing more to undo');
    case 'redo':
      if (lab.canRedo) lab.redo();
      return speak('Redone');
    case 'faster':
      return lab.faster(1);
    case 'slower':
      return lab.faster(-1);
    case 'next-mark':
      return lab.nextMark();
    case 'previous-mark':
      return lab.previousMark();
    case 'start':
      lab.pause();
      return lab.seek(0);
    case 'end':
      lab.pause();
      return lab.seek(lab.seen);
    case 'summary':
      return speak(summary());
    case 'link':
      return void announceLink(lab);
    case 'compare':
      return speak(toggleCompare(lab));
    case 'help':
      return help();
    default:
      return command satisfies never;
  }
}
