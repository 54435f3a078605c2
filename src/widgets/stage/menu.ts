// What can be done to a node or a link now, in words: which faults make sense, in which direction, what the picture
// says while one is only being considered. A crashed process can be restarted but not paused; a sound link has
// nothing to heal. Behind the curtain everything is offered, so that the menu betrays nothing.

import type { FaultMenu, Setup } from '../../worker/api.ts';
import { linkKey } from '../../views/at.ts';
import type { Moment } from '../../views/at.ts';
import type { Preview, Thing } from '../../views/thing.ts';
import type { Way } from '../lab/target.ts';

function nameOf(setup: Setup, node: number): string {
  return setup.nodes[node]?.id ?? '?';
}

/** As a person names it: 'n3', 'n1 to n3, both ways', 'n3 to n1'. */
export function thingWords(setup: Setup, thing: Thing, way: Way): string {
  if (thing.kind === 'node') return nameOf(setup, thing.node);
  const [a, b] = [nameOf(setup, thing.a), nameOf(setup, thing.b)];
  if (way === 'both') return `${a} to ${b}, both ways`;
  return way === 'forth' ? `${a} to ${b}` : `${b} to ${a}`;
}

/** What the button says that does it. */
export function deedWords(fault: FaultMenu, setup: Setup, thing: Thing, way: Way): string {
  const words = thingWords(setup, thing, way);
  return fault.title.includes(' ') ? `${fault.title}: ${words}` : `${fault.title} ${words}`;
}

export function effectWords(fault: FaultMenu, setup: Setup, thing: Thing, way: Way): string {
  return fault.effect.replaceAll('{thing}', thingWords(setup, thing, way));
}

const WOULD: { readonly [fault: string]: string } = {
  crash: 'would crash',
  restart: 'would start anew',
  pause: 'would stand still',
  resume: 'would go on',
  slow: 'would be slow',
  cut: 'would be cut',
  heal: 'would be healed',
  delay: 'would be delayed',
  loss: 'would lose some',
  'burst-loss': 'would have bad periods',
  drop: 'the next would be lost',
  hold: 'the next would be held',
};

/** What the picture shows while a deed is only being considered. */
export function previewOf(fault: FaultMenu, setup: Setup, thing: Thing, way: Way): Preview {
  const would = WOULD[fault.id] ?? `would get: ${fault.title.toLowerCase()}`;
  if (thing.kind === 'node') return { on: thing, cuts: false, says: would };
  const ways = way === 'both' ? 'both ways' : `to ${nameOf(setup, way === 'forth' ? thing.b : thing.a)}`;
  return { on: thing, ways: way, cuts: fault.id === 'cut', says: `${would}, ${ways}` };
}

/** Of what may be done to this thing, what makes sense at this moment, in the registry's order; repairs of what is
  broken first. */
export function choices(
  allowed: readonly FaultMenu[],
  thing: Thing,
  moment: Moment,
  curtain: boolean,
): readonly FaultMenu[] {
  const fit = allowed.filter((fault) => curtain || makesSense(fault.id, thing, moment));
  const repairs = fit.filter((fault) => REPAIRS.has(fault.id));
  const sick = curtain ? false : !sound(thing, moment);
  const rest = fit.filter((fault) => !REPAIRS.has(fault.id));
  return sick ? [...repairs, ...rest] : [...rest, ...repairs];
}

const REPAIRS: ReadonlySet<string> = new Set(['restart', 'resume', 'heal']);

function sound(thing: Thing, moment: Moment): boolean {
  if (thing.kind === 'node') return moment.nodes[thing.node]?.truth === 'up';
  return !moment.links.has(linkKey(thing.a, thing.b)) && !moment.links.has(linkKey(thing.b, thing.a));
}

function makesSense(fault: string, thing: Thing, moment: Moment): boolean {
  if (fault === 'heal') return !sound(thing, moment);
  if (thing.kind === 'link') return true;
  const truth = moment.nodes[thing.node]?.truth ?? 'up';
  if (fault === 'resume') return truth === 'paused' || truth === 'slow';
  if (truth === 'crashed') return fault === 'restart';
  return !(truth === 'paused' && fault === 'pause');
}

/** Why a menu offers nothing. `ever`: would it at another moment? */
export function nothingWords(setup: Setup, thing: Thing, ever: boolean): string {
  if (ever) return 'Nothing of what this step allows can be done here now.';
  return `Nothing can be done to ${thing.kind === 'node' ? nameOf(setup, thing.node) : 'this link'} here.`;
}

/** The link as it was built: '68 ms, nothing lost'. */
export function linkSays(setup: Setup, thing: Thing, way: Way): string {
  if (thing.kind === 'node') return '';
  const [from, to] = way === 'back' ? [thing.b, thing.a] : [thing.a, thing.b];
  const there = setup.links.find((link) => link.from === from && link.to === to);
  return (there ?? setup.links.find((link) => link.from === to && link.to === from))?.says ?? '';
}
