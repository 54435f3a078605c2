// The menu of a node or a link while it is open: for what, where, and what of it is foreseen on the picture. The world
// holds still from the press on, though the menu itself may have to be loaded first.

import { tick } from 'svelte';
import type { Preview, Thing } from '../../views/thing.ts';
import { loadMenu } from '../panels/instruments.svelte.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import type { Lasting } from './menu.svelte.ts';

type Menu = Awaited<ReturnType<typeof loadMenu>>;

export class ThingMenu {
  readonly #lab: () => LabState;
  part = $state.raw<Menu | null>(null);
  open = $state.raw<{ readonly thing: Thing; readonly anchor: Element } | null>(null);
  preview = $state.raw<Preview | null>(null);
  /** How long the last deed of this stage was to last. */
  usual: Lasting | undefined = undefined;

  constructor(lab: () => LabState) {
    this.#lab = lab;
  }

  get thing(): Thing | null {
    return this.open?.thing ?? null;
  }

  async show(thing: Thing, anchor: Element): Promise<void> {
    const lab = this.#lab();
    if (!lab.ready) return;
    const release = lab.hold();
    try {
      this.part ??= await loadMenu();
      this.open = { thing, anchor };
      await tick();
    } catch {
      lab.say('problem', 'The menu could not be loaded', 'Press again when the connection is back; the run is whole.');
    } finally {
      release();
    }
  }

  close(): void {
    this.open = null;
    this.preview = null;
  }
}
