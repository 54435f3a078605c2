// Everything that a record can say. A record is a row of numbers (see kernel/record.ts):
//   a, b   indexes of nodes; -1 where there is none
//   k      an interned word (what kind of message, why dropped, which fault)
//   x      a number, explained below
// The order of TYPES is part of every fingerprint: append, never reorder.

export const TYPES = [
  'start', //    a's process boots; k program, x incarnation (0 the first time)
  'send', //     a sends b a message; k message kind, x its sequence number
  'hear', //     a's process handles a message from b; k kind, x sequence number. Cause: the send (or the arrival)
  'arrive', //   a message from b reaches a's machine and waits, because a's process is paused or busy; k, x as above
  'drop', //     a message from a to b ends unheard; k why (see DROPS), x its sequence number. Cause: the send
  'crash', //    a's process is gone
  'pause', //    a's process stops; k 'gc' or 'suspend'
  'resume', //   a's process goes on; x microseconds it stood still
  'fault', //    a fault begins; a target node or sender, b receiver or -1, k kind, x its index in the list of faults
  'end', //      a fault ends; same columns
  'suspect', //  a begins to suspect b; x microseconds since it last heard b (since it began to listen, if never)
  'trust', //    a trusts b again; x microseconds that the suspicion lasted
  'doubt-self', // a's guard refused to judge b; x microseconds that a's own timer came late
  'condition', // the link a>b changes; k 'cut' or 'open', x extra delay in microseconds
  'slow', //     a's process now takes x microseconds to handle anything (0: back to normal)
  'failover', // a gives b up for good; x microseconds since it last heard b
] as const;

export type RecordType = (typeof TYPES)[number];

/** Why a message was dropped. */
export const DROPS = {
  cut: 'the link was cut',
  loss: 'the link lost it',
  burst: 'the link was in a bad period',
  one: 'this one message was dropped by hand',
  crashed: 'the receiver had crashed',
  restarted: 'the receiver was restarted before it got to it',
} as const;

export type DropReason = keyof typeof DROPS;

export function typeIndex(type: RecordType): number {
  return TYPES.indexOf(type);
}
