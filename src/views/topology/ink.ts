// The text of a path while it is being written, piece by piece. A crowd's frame writes some thousand coordinates, sixty
// times a second: pieces lie in one list that stays, and numbers are words that are known already, so that a frame
// leaves behind nothing but the finished text. Adding to a string instead leaves a tree of its parts each time.

const words = new Array<string | undefined>(20_000);

/** Tenths of a pixel. */
export function tenth(value: number): string {
  const tenths = Math.round(value * 10);
  if (!(tenths >= 0 && tenths < words.length)) return String(tenths / 10);
  return (words[tenths] ??= String(tenths / 10));
}

export class Ink {
  readonly #pieces: string[] = [];
  #count = 0;

  write(piece: string): void {
    this.#pieces[this.#count++] = piece;
  }

  move(x: number, y: number): void {
    this.write('M');
    this.#point(x, y);
  }

  line(x: number, y: number): void {
    this.write('L');
    this.#point(x, y);
  }

  #point(x: number, y: number): void {
    this.write(tenth(x));
    this.write(' ');
    this.write(tenth(y));
  }

  /** What was written since the last time. */
  text(): string {
    // Never down to nothing: a list that is emptied gives its room back, and takes it again in the next frame.
    if (this.#count === 0) return '';
    this.#pieces.length = this.#count;
    this.#count = 0;
    return this.#pieces.join('');
  }
}
