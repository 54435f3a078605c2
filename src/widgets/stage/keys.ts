// The keyboard, in one table of two parts: what binds the keys is what the help lists. At a lab, combinations with Alt
// work anywhere on the page; single letters only while the stage has the focus, so that they never take a key from
// somebody who is typing or reading with a screen reader. `code` is compared for Alt combinations, because on some
// keyboards Alt turns the letter into another character. A presenter has the whole screen, so keys go to them
// wherever the focus is, unless what has it wants them: a remote sends Page Down, Page Up, a full stop, F5 and Escape.

export type Command =
  | 'play'
  | 'step'
  | 'back'
  | 'reset'
  | 'undo'
  | 'redo'
  | 'faster'
  | 'slower'
  | 'next-mark'
  | 'previous-mark'
  | 'start'
  | 'end'
  | 'summary'
  | 'link'
  | 'compare'
  | 'help';

export type Binding = {
  readonly command: Command;
  readonly says: string;
  /** KeyboardEvent.code with Alt, anywhere on the page. */
  readonly alt?: string;
  /** KeyboardEvent.key, while the stage has the focus. */
  readonly key?: string;
};

export const BINDINGS: readonly Binding[] = [
  { command: 'play', says: 'Play or pause', alt: 'KeyK', key: 'k' },
  { command: 'step', says: 'On by one event', alt: 'KeyL', key: 'l' },
  { command: 'back', says: 'Back by one event', alt: 'KeyJ', key: 'j' },
  { command: 'next-mark', says: 'On to the next mark on the timeline', key: ']' },
  { command: 'previous-mark', says: 'Back to the mark before', key: '[' },
  { command: 'start', says: 'To the start of the run', key: '0' },
  { command: 'end', says: 'To the end of what has run', key: '9' },
  { command: 'faster', says: 'Play faster', key: '+' },
  { command: 'slower', says: 'Play slower', key: '-' },
  { command: 'undo', says: 'Undo', alt: 'KeyZ', key: 'z' },
  { command: 'redo', says: 'Redo', alt: 'KeyY', key: 'y' },
  { command: 'reset', says: 'Reset this lab', alt: 'KeyR', key: 'r' },
  { command: 'summary', says: 'Say how things stand', alt: 'KeyI', key: 'i' },
  { command: 'link', says: 'Copy a link to this moment', key: 'c' },
  { command: 'compare', says: 'Compare with the run before, or stop comparing', key: 'b' },
  { command: 'help', says: 'This list', key: '?' },
];

export type PresenterCommand =
  | 'on'
  | 'before'
  | 'next-card'
  | 'previous-card'
  | 'play'
  | 'start'
  | 'moment'
  | 'faster'
  | 'slower'
  | 'blank'
  | 'freeze'
  | 'point'
  | 'panel'
  | 'check'
  | 'worst'
  | 'notes'
  | 'screen'
  | 'leave'
  | 'help';

export type PresenterBinding = {
  readonly command: PresenterCommand;
  readonly says: string;
  /** KeyboardEvent.key, in lower case; 'shift+...' with Shift held. The first is the one that the buttons name. */
  readonly keys: readonly string[];
};

export const PRESENTING: readonly PresenterBinding[] = [
  { command: 'on', says: 'On: to the next moment of the run, or to the next card', keys: ['pagedown', 'arrowright'] },
  { command: 'before', says: 'Back: to the moment before, or to the card before', keys: ['pageup', 'arrowleft'] },
  { command: 'next-card', says: 'On to the next card', keys: ['shift+pagedown', ']'] },
  { command: 'previous-card', says: 'Back to the card before', keys: ['shift+pageup', '['] },
  { command: 'play', says: 'Play or pause', keys: [' ', 'k'] },
  { command: 'start', says: 'To the start of the run', keys: ['0'] },
  {
    command: 'moment',
    says: 'To a numbered moment of the run',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  { command: 'faster', says: 'Play faster', keys: ['+'] },
  { command: 'slower', says: 'Play slower', keys: ['-'] },
  { command: 'point', says: 'Point at a node, or stop pointing', keys: ['p'] },
  { command: 'panel', says: 'The next instrument', keys: ['t'] },
  { command: 'check', says: 'Check an exercise over all its seeds', keys: ['c'] },
  { command: 'worst', says: 'Watch the worst run of the check', keys: ['w'] },
  { command: 'freeze', says: 'Freeze: nothing moves, no key counts, until pressed again', keys: ['f'] },
  { command: 'blank', says: 'Blank the screen, or show it again', keys: ['.', 'b'] },
  { command: 'notes', says: 'The words of the step beside the stage', keys: ['n'] },
  { command: 'screen', says: 'Full screen', keys: ['f5'] },
  { command: 'leave', says: 'Leave: full screen first, then the presentation', keys: ['escape'] },
  { command: 'help', says: 'This list', keys: ['?'] },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What was asked for, or null. `inside`: the stage has the focus; `typing`: in a field that takes letters. */
export function commandFor(event: Pressed, inside: boolean, typing: boolean): Command | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) {
    return event.shiftKey ? null : (BINDINGS.find((b) => b.alt === event.code)?.command ?? null);
  }
  if (!inside || typing) return null;
  return BINDINGS.find((b) => b.key !== undefined && b.key === event.key.toLowerCase())?.command ?? null;
}

/** What a presenter asked for, or null. `taken`: what has the focus wants letters, arrows or the space for itself. */
export function presenterCommandFor(event: Pressed, taken: boolean): PresenterCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (taken && (key.length === 1 || key.startsWith('arrow'))) return null;
  const pressed = event.shiftKey && key.startsWith('page') ? `shift+${key}` : key;
  return PRESENTING.find((binding) => binding.keys.includes(pressed))?.command ?? null;
}

const NAMES: { readonly [key: string]: string } = {
  ' ': 'Space',
  '.': 'full stop',
  pagedown: 'Page Down',
  pageup: 'Page Up',
  arrowright: 'right arrow',
  arrowleft: 'left arrow',
  escape: 'Escape',
};

/** As the help writes it: 'Shift + Page Down'. */
export function keyWords(key: string): string {
  if (key.startsWith('shift+')) return `Shift + ${keyWords(key.slice(6))}`;
  return NAMES[key] ?? (/^f\d+$/.test(key) ? key.toUpperCase() : key);
}

/** As the help writes it: 'Alt + K', or 'k' on the stage. */
export function altWords(binding: Binding): string | null {
  return binding.alt === undefined ? null : `Alt + ${binding.alt.replace(/^Key/, '')}`;
}

/** Does this element want the letters for itself? */
export function takesLetters(element: EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(element.type);
}
