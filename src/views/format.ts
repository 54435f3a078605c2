// Numbers as a learner reads them: seconds with a fixed number of digits, so that a figure that changes keeps
// its width; large counts with a space of their own; "5 of 46" in words rather than signs. Drawing only: nothing
// here is fed back into a run or a verdict.

const SECOND = 1_000_000;

/** 43.12 s, from microseconds. */
export function lasting(us: number, digits = 2): string {
  return `${(us / SECOND).toFixed(digits)} s`;
}

/** The bare figure, for a chip or an axis that names its unit elsewhere. */
export function clock(us: number, digits = 2): string {
  return (us / SECOND).toFixed(digits);
}

/** A delay as people say it: 250 ms, 1.5 s. */
export function delay(us: number): string {
  if (us < SECOND) return `${Math.round(us / 1000)} ms`;
  return `${trimmed(us / SECOND, 2)} s`;
}

/** At most `digits` after the point, and no idle zeros: 1.5, 20, 0.07. */
export function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** Three figures that matter: 0.0123, 1.41, 36, 205,000. */
export function three(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1000) return grouped(Math.round(value));
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  return String(Number(value.toPrecision(3)));
}

/** 1,694. Whole: what is left over is not counted. */
export function grouped(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 20 %. */
export function percent(share: number): string {
  return `${trimmed(share * 100, 1)} %`;
}

/** n2, n3 and n5. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** At the beginning of a sentence. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** 1 message, 2 messages. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
