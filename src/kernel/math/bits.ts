// The two 32-bit halves of a double, and powers of two made from their bits. Reading bits is exact and
// portable; Math.log2 or 2 ** k would not be.

const cell = new Float64Array(1);
const words = new Uint32Array(cell.buffer);
/** Index of the half with sign and exponent: 1 on little-endian machines, which is all that we know of. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** Sign, exponent and the first 20 bits of the fraction, as a signed 32-bit whole number. */
export function highWord(x: number): number {
  cell[0] = x;
  return (words[HIGH] as number) | 0;
}

/** The last 32 bits of the fraction, unsigned. */
export function lowWord(x: number): number {
  cell[0] = x;
  return words[LOW] as number;
}

/** x with its upper half replaced. */
export function withHighWord(x: number, high: number): number {
  cell[0] = x;
  words[HIGH] = high;
  return cell[0];
}

/** x with the lower half of its fraction cleared: short enough that its square is exact. */
export function shortened(x: number): number {
  cell[0] = x;
  words[LOW] = 0;
  return cell[0];
}

/** 2 to the whole power k, for k from -1022 to 1023. */
export function twoTo(k: number): number {
  words[HIGH] = (k + 1023) << 20;
  words[LOW] = 0;
  return cell[0] as number;
}
