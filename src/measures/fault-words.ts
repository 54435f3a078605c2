// What the log calls each fault when it begins and when it ends. These words stand apart from the faults
// themselves because the page writes the log and must not carry the world's code; a test holds the two
// lists together.

const BEGINS: { readonly [kind: string]: (thing: string) => string } = {
  crash: (n) => `${n} is made to crash`,
  restart: (n) => `${n} is restarted`,
  pause: (n) => `${n} is paused`,
  resume: (n) => `${n} is resumed`,
  slow: (n) => `${n} is slowed`,
  cut: (l) => `the link ${l} is cut`,
  heal: (l) => `the link ${l} is healed`,
  delay: (l) => `the link ${l} is delayed`,
  loss: (l) => `the link ${l} begins to lose messages`,
  'burst-loss': (l) => `the link ${l} begins to lose messages in bursts`,
  drop: (l) => `the next message from ${l} is to be dropped`,
  ping: (l) => `a ping from ${l} is asked for`,
  hold: (l) => `the next message from ${l} is to be held back`,
};

const ENDS: { readonly [kind: string]: (thing: string) => string } = {
  crash: (n) => `${n} may start anew`,
  pause: (n) => `the pause of ${n} is over`,
  slow: (n) => `${n} is no longer slowed`,
  cut: (l) => `the cut from ${l} is mended`,
  delay: (l) => `the delay from ${l} is over`,
  loss: (l) => `the loss from ${l} is over`,
  'burst-loss': (l) => `the bursts from ${l} are over`,
};

/** Kinds that the log has words for. */
export const FAULT_WORDS: readonly string[] = Object.keys(BEGINS);

function thing(a: string, b: string | null): string {
  return b === null ? a : `${a} to ${b}`;
}

export function faultBegins(kind: string, a: string, b: string | null): string {
  return BEGINS[kind]?.(thing(a, b)) ?? `${kind} on ${thing(a, b)}`;
}

export function faultEnds(kind: string, a: string, b: string | null): string {
  return ENDS[kind]?.(thing(a, b)) ?? `${kind} on ${thing(a, b)} is over`;
}
