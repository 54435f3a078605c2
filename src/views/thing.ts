// What a learner can point at in the topology: a node, or a link between two nodes, whichever directions it has.
// Plain data, so that a selection survives a new run.

export type Thing =
  | { readonly kind: 'node'; readonly node: number }
  /** The lower index is `a`. */
  | { readonly kind: 'link'; readonly a: number; readonly b: number };

/** What would happen: drawn on the thing itself, before it is done. */
export type Preview = {
  readonly on: Thing;
  /** For a link: which directions. 'forth' is from a to b. */
  readonly ways?: 'both' | 'forth' | 'back';
  /** A cut opens the switch; anything else only marks the thing. */
  readonly cuts: boolean;
  /** "would be cut, both ways". */
  readonly says: string;
};

export function thingKey(thing: Thing): string {
  return thing.kind === 'node' ? `n${thing.node}` : `l${thing.a}-${thing.b}`;
}

export function sameThing(one: Thing | null, other: Thing | null): boolean {
  if (one === null || other === null) return one === other;
  return thingKey(one) === thingKey(other);
}
