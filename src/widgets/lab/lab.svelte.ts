// A lab that is running in front of somebody: which run is shown and what was done to it. The run is computed to
// its end before it is shown (player.svelte.ts moves through it). Everything that the learner does makes a new key
// (edits.ts), keys make a history, and the run that was shown before stays as a ghost until the next change.

import type { FieldValue, LabClient, Run, RunKey, Settings } from '../../worker/api.ts';
import * as edits from './edits.ts';
import type { Deed } from './edits.ts';
import { firstDifference, ghostWords } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { began, moved, redone, settled, undone } from './history.ts';
import type { History } from './history.ts';
import { usualSpeed } from './lab-options.ts';
import type { LabOptions, Seen } from './lab-options.ts';
import { writtenBeside } from './pairing.ts';
import type { Pairing } from './pairing.ts';
import { recompute } from './recompute.ts';
import type { Recompute } from './recompute.ts';
import { ShownRun } from './shown.svelte.ts';

/** A second run that is shown beside this one: told of every change, and perhaps longer. */
export interface Partner {
  readonly until: number;
  wanted(): void;
  arrived(): void;
  close(): void;
}

export class LabState extends ShownRun {
  readonly start: RunKey;
  /** The run that is wanted; `run` follows as soon as it has been computed. */
  key = $state.raw() as RunKey;
  ghost = $state.raw<Ghost | null>(null);
  /** What this run is compared with, if anything; `partner` follows once its code has been loaded. */
  pairing = $state.raw<Pairing | null>(null);
  partner = $state.raw<Partner | null>(null);
  /** A share from 0 to 1 while a run is being computed. */
  progress = $state<number | null>(null);
  /** The notice that is shown, if any, says that a run could not be computed. */
  #failing = false;
  #history = $state.raw() as History;

  readonly #compute: Recompute;
  /** The run that was shown when the change now under way began. */
  #before: Run | null = null;
  /** What is to be done once the newest run is here. */
  #then: (() => void)[] = [];
  #keeping: ReturnType<typeof setTimeout> | null = null;

  constructor(options: LabOptions) {
    super(options);
    this.start = options.start;
    this.speed = usualSpeed(options.holdAt ?? options.setup.until / 1_000_000);
    this.key = options.start;
    this.#history = began(options.start);
    this.pairing = this.pairingAtStart;
    this.#compute = recompute(options.client, {
      progress: (share) => (this.progress = share),
      failed: (error) => this.#failed(error),
    });
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** The run before the last change, also while what that change makes is still being computed. */
  get before(): Run | null {
    return this.progress === null ? (this.ghost?.run ?? null) : this.#before;
  }

  /** Has anything been done since the step began? */
  get touched(): boolean {
    return !edits.sameKey(this.key, this.start);
  }

  /** One transport moves both runs, to the end of the longer one. */
  override get until(): number {
    return Math.max(super.until, this.partner?.until ?? 0);
  }

  /** As the lesson begins: with a second run beside this one, or without. */
  get pairingAtStart(): Pairing | null {
    const { beside } = this.options;
    return beside === undefined ? null : { kind: 'follows', over: beside.settings };
  }

  client(): LabClient | Promise<LabClient> {
    return this.options.client();
  }

  // Which run

  /** Computes the run for the first time. */
  open(): void {
    if (this.run === null) this.#want(this.key, null);
  }

  /** A run from a link or from what was kept, where it was left. */
  restore(key: RunKey, seen: Seen, then?: () => void): void {
    this.#history = began(key);
    this.#want(key, null, () => {
      const known = (node: number): boolean => this.setup.nodes[node] !== undefined;
      if (seen.look !== undefined && seen.look.every(known)) this.look = seen.look;
      if (seen.panel !== undefined) this.panel = seen.panel;
      // Somebody has seen it up to here already: a question of the page does not hide it again.
      this.moveTo(Math.min(seen.at, this.until, this.endsAt ?? Infinity));
      then?.();
    });
  }

  /** Does something, or several things at once, at the time shown. What came later is left behind as the ghost. */
  act(...deeds: readonly Deed[]): void {
    if (!this.ready) return;
    if (this.key.actions.length + deeds.length > edits.MOST_ACTIONS) {
      return this.say('problem', 'Enough', `A run holds ${edits.MOST_ACTIONS} actions. Undo some, or reset.`);
    }
    const { at } = this;
    const done = deeds.reduce((key, deed) => edits.act(key, at, deed), this.key);
    this.#change(done, null, () => this.forkedAt(edits.momentAfter(at)));
  }

  /** Recomputes the whole run with the same seed and actions; the cursor stays. */
  setKnob(id: string, value: FieldValue): void {
    if (this.setting(id) !== value) this.#change(edits.withSetting(this.key, id, value), `knob ${id}`);
  }

  /** The hand has let go of the knob: the next change is a step of its own. */
  settle(): void {
    this.#history = settled(this.#history);
  }

  setSeed(seed: string): void {
    if (seed !== this.key.seed) this.#change(edits.withSeed(this.key, seed), null);
  }

  /** Knobs set together, from a button, and the run begins anew. */
  apply(settings: Settings): void {
    this.#change(edits.withSettings(this.key, settings), null, () => this.#restart());
  }

  /** Another run altogether, stopped at a moment: "Watch it", "Show the solution". */
  show(key: RunKey, at: number, then?: () => void): void {
    this.pause();
    this.#change(key, null, () => {
      this.seek(at);
      this.ghost = null;
      then?.();
    });
  }

  resetKnob(id: string): void {
    this.setKnob(id, this.settingAtStart(id));
    this.settle();
  }

  resetKnobs(): void {
    const back = Object.fromEntries(this.knobs.map((knob) => [knob.id, this.settingAtStart(knob.id)]));
    this.#change(edits.withSettings(this.key, back), null);
  }

  /** Everything as this step began. Undo brings it back. */
  reset(): void {
    this.pause();
    const go = (): void => {
      this.#restart();
      this.ghost = null;
    };
    this.#change(this.start, null, go);
  }

  undo(): void {
    this.#history = undone(this.#history);
    this.#want(this.#history.now, null);
  }

  redo(): void {
    this.#history = redone(this.#history);
    this.#want(this.#history.now, null);
  }

  /** Compares this run with another one; null: with none. */
  pair(pairing: Pairing | null): void {
    this.pairing = pairing;
    this.partner?.wanted();
    if (pairing === null) {
      this.partner?.close();
      this.partner = null;
      this.moveTo(Math.min(this.at, this.limit));
    }
    this.#keep();
  }

  setting(id: string): FieldValue {
    return this.#valueIn(this.key, id);
  }

  settingAtStart(id: string): FieldValue {
    return this.#valueIn(this.start, id);
  }

  #valueIn(key: RunKey, id: string): FieldValue {
    const field = this.options.setup.knobs.find((knob) => knob.id === id)?.field;
    return key.settings[id] ?? field?.default ?? 0;
  }

  #change(key: RunKey, tag: string | null, then?: () => void): void {
    if (edits.sameKey(key, this.key) && this.ready) return then?.();
    // While a knob is dragged the ghost stays the run from before the drag.
    if (tag === null || tag !== this.#history.tag) this.#before = this.run;
    this.#history = moved(this.#history, key, tag);
    this.#want(key, this.#before, then);
  }

  #want(key: RunKey, ghost: Run | null, then?: () => void): void {
    if (edits.sameKey(key, this.key) && this.ready && this.progress === null) return;
    this.key = key;
    this.#before = ghost;
    this.partner?.wanted();
    if (then !== undefined) this.#then.push(then);
    this.#compute.wish({ key, done: (run) => this.#arrived(run, ghost) });
  }

  #arrived(run: Run, ghost: Run | null): void {
    this.run = run;
    this.lit = [];
    this.ghost = ghost === null ? null : compared(ghost, run);
    // A run that is there answers that one could not be computed; what was said of a link stays to be read.
    if (this.#failing && this.notice?.kind === 'problem') this.notice = null;
    this.#failing = false;
    if (run.stopped !== null) this.say('note', 'The run ends early', run.stopped);
    this.moveTo(Math.min(this.at, this.limit));
    for (const then of this.#then.splice(0)) then();
    this.#keep();
    this.partner?.arrived();
    if (this.ghost !== null) void this.#findFork(run, this.ghost);
  }

  async #findFork(run: Run, ghost: Ghost): Promise<void> {
    try {
      const lab = await this.client();
      const first = await lab.diverge(ghost.run.key, run.key);
      if (this.run === run && this.ghost === ghost) this.ghost = first === null ? null : { ...ghost, at: first.at };
    } catch {
      // Then the ghost is drawn without its point of departure; the run itself is whole.
    }
  }

  #failed(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.pause();
    // Why nothing can run here at all has been said, and tells more than this one failure.
    if (!this.ready && this.notice?.kind === 'problem') return;
    const kept = this.ready ? 'What you see is the run before it. Undo, or change something.' : 'Reload the page.';
    this.#failing = true;
    this.say('problem', 'This run could not be computed', `${why}. ${kept}`);
  }

  #restart(): void {
    this.forget();
    this.moveTo(0);
  }

  protected override stopped(): void {
    this.#keep();
  }

  #keep(): void {
    if (this.#keeping !== null) clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#remember(), 300);
  }

  #remember(): void {
    this.#keeping = null;
    this.options.remember?.(this.key, this.at, writtenBeside(this.pairing, this.key, this.setup));
  }

  /** Leaves the page: nothing of this lab goes on. */
  close(): void {
    this.pause();
    this.partner?.close();
    this.partner = null;
    if (this.#keeping === null) return;
    clearTimeout(this.#keeping);
    this.#remember();
  }
}

function compared(ghost: Run, run: Run): Ghost | null {
  if (edits.sameKey(ghost.key, run.key)) return null;
  return {
    run: ghost,
    says: ghostWords(ghost.key, run.key, run.setup),
    then: firstDifference(ghost, run)?.says ?? null,
    at: null,
  };
}
