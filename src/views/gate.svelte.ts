// A value that follows another, and wakes those who use it only when it is a different one. A derived marks everybody
// who depends on it whenever its own source moves, and asks afterwards whether anything has changed: for a cursor that
// moves sixty times a second that is every node of a crowd, each frame, for nothing. Made while a component is made.

import { untrack } from 'svelte';

export class Gate<T> {
  #value = $state.raw() as T;

  constructor(read: () => T) {
    this.#value = untrack(read);
    $effect.pre(() => {
      this.#value = read();
    });
  }

  get now(): T {
    return this.#value;
  }
}
