// The keyboard, in one table: what binds the keys is what the help lists. Combinations with Alt work anywhere on the
// page; single letters only while the stage has the focus, so that they never take a key from somebody who is
// typing or reading with a screen reader. `code` is compared for Alt combinations, because on some keyboards Alt
// turns the letter into another character.

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
  { command: 'help', says: 'This list', key: '?' },
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
