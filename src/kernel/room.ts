// Growing a typed array: the same numbers at the front of a longer one.

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

export function room<T extends Numbers>(from: T, length: number): T {
  const make = from.constructor as new (n: number) => T;
  const to = new make(length);
  to.set(from);
  return to;
}
