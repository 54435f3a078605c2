// An open menu as data: what is chosen, in which direction, with which values, for how long. The component draws it
// and moves the focus; what would be done is decided here.

import type { FaultMenu, FieldValue } from '../../worker/api.ts';
import type { Thing } from '../../views/thing.ts';
import { spokenThing } from '../../views/words.ts';
import type { Deed } from '../lab/edits.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { faultsOn, openWays } from '../lab/allowed.ts';
import { target, waysOf } from '../lab/target.ts';
import type { Way } from '../lab/target.ts';
import { choices, linkSays, nothingWords } from './menu.ts';

type Values = { readonly [name: string]: FieldValue };

/** How long: 'heal' (until it is ended), 'own' (as typed), or seconds. */
export type Lasting = { readonly lasts: string; readonly own: string };

/** Until somebody has said otherwise. */
export const USUAL: Lasting = { lasts: 'heal', own: '3' };

export function hasFields(fault: FaultMenu): boolean {
  return Object.keys(fault.params).length > 0;
}

export class MenuState {
  readonly lab: LabState;
  readonly thing: Thing;
  chosenId = $state<string | null>(null);
  /** Under the pointer, without being chosen. */
  pointedId = $state<string | null>(null);
  wayPicked = $state<Way | null>(null);
  lasts = $state('');
  own = $state('');
  /** False while something typed cannot be. */
  typedFine = $state(true);
  #given = $state.raw<{ readonly [fault: string]: Values }>({});

  readonly #allowed = $derived.by(() => faultsOn(this.lab, this.thing));
  readonly faults = $derived.by(() => choices(this.#allowed, this.thing, this.lab.moment, this.lab.curtain));

  /** `usual`: as long as the last one lasted. Only where one kind of fault is all there is: a crash for three seconds
    because a pause was would surprise. */
  constructor(lab: LabState, thing: Thing, usual: Lasting = USUAL) {
    this.lab = lab;
    this.thing = thing;
    Object.assign(this, lab.faults.length === 1 ? usual : USUAL);
  }

  get chosen(): FaultMenu | undefined {
    return this.faults.find((fault) => fault.id === this.chosenId) ?? this.faults[0];
  }

  get pointed(): FaultMenu | undefined {
    return this.faults.find((fault) => fault.id === this.pointedId) ?? this.chosen;
  }

  get ways(): readonly Way[] {
    return openWays(this.lab, this.thing);
  }

  /** Said where nothing is offered. */
  get nothing(): string {
    return nothingWords(this.lab.setup, this.thing, this.#allowed.length > 0);
  }

  /** A condition hits both ways; a single message, unless somebody says otherwise, goes to the one who looks. */
  get way(): Way {
    const { thing, chosen, ways, lab } = this;
    const single = thing.kind === 'link' && chosen !== undefined && !chosen.lasts && chosen.id !== 'heal';
    const toLooker = single && lab.look[0] === thing.a ? 'back' : single ? 'forth' : 'both';
    const wanted = this.wayPicked ?? toLooker;
    return ways.includes(wanted) ? wanted : (ways[0] ?? 'both');
  }

  get values(): Values {
    const { chosen } = this;
    if (chosen === undefined) return {};
    const given = this.#given[chosen.id] ?? {};
    return Object.fromEntries(
      Object.entries(chosen.params).map(([name, field]) => [name, given[name] ?? field.default]),
    );
  }

  set(name: string, value: FieldValue): void {
    const { chosen } = this;
    if (chosen !== undefined) this.#given = { ...this.#given, [chosen.id]: { ...this.values, [name]: value } };
  }

  /** Seconds, or null: until it is healed. */
  get duration(): number | null {
    return this.lasts === 'heal' ? null : Number(this.lasts === 'own' ? this.own.replace(',', '.') : this.lasts);
  }

  get durationFine(): boolean {
    const { duration } = this;
    return duration === null || (Number.isFinite(duration) && duration > 0 && duration <= 3600);
  }

  get fine(): boolean {
    return this.durationFine && this.typedFine;
  }

  /** How the thing is: 'up, suspected by 2 of 4', 'cut', or how the link was built. */
  get state(): string {
    const { thing, lab } = this;
    const telling = { setup: lab.setup, moment: this.lab.moment, curtain: lab.curtain, observer: null };
    const words = spokenThing(telling, thing, waysOf(lab.setup, thing).length > 1).split(', ');
    if (thing.kind === 'node') return words.slice(1).join(', ');
    const now = words.slice(2).join(', ');
    return now === 'as usual' ? linkSays(lab.setup, thing, this.way) : now;
  }

  deed(fault: FaultMenu): Deed {
    const { lab, thing, way, ways, duration } = this;
    return {
      kind: fault.id,
      on: target(lab.setup, thing, fault.directed ? way : (ways[0] ?? 'both')),
      ...(fault.lasts && duration !== null ? { lasts: duration * 1_000_000 } : {}),
      params: fault === this.chosen ? this.values : {},
    };
  }
}
