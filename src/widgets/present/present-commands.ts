// What a presenter's keys do. While blank any key shows again; while frozen only the key that froze it counts; while
// somebody is pointed at, arrows go to the next one and Escape ends it.

import type { PresenterCommand } from '../stage/keys.ts';
import type { PresentState } from './present.svelte.ts';

export type PresentHelpers = {
  readonly screen: () => void;
  readonly leave: () => void;
  readonly help: () => void;
};

export function present(command: PresenterCommand, key: string, show: PresentState, helpers: PresentHelpers): void {
  if (show.blank) return show.blackout();
  if (command === 'leave') return show.pointed === null ? helpers.leave() : show.togglePoint();
  if (show.frozen && command !== 'freeze' && command !== 'blank') return;
  const { lab } = show;
  if (show.pointed !== null && key.startsWith('Arrow')) return show.pointOn(command === 'on' ? 1 : -1);
  switch (command) {
    case 'on':
      return show.on();
    case 'before':
      return show.before();
    case 'next-card':
      return show.show(show.at + 1);
    case 'previous-card':
      return show.show(show.at - 1);
    case 'play':
      return lab?.toggle();
    case 'start':
      lab?.pause();
      return lab?.seek(0);
    case 'moment':
      return show.goTo(Number(key));
    case 'faster':
      return lab?.faster(1);
    case 'slower':
      return lab?.faster(-1);
    case 'blank':
      return show.blackout();
    case 'freeze':
      return show.freeze();
    case 'point':
      return show.togglePoint();
    case 'panel':
      return show.nextPanel();
    case 'check':
      return show.check();
    case 'worst':
      return show.watchWorst();
    case 'notes':
      show.notes = !show.notes;
      return;
    case 'screen':
      return helpers.screen();
    case 'help':
      return helpers.help();
    default:
      return command satisfies never;
  }
}
