// A moment as sentences: the caption above the topology, what a screen reader says of a node or a link, and the
// few words beside each node. Under the curtain only what observers believe is said, because there the truth is
// the question.

import type { LinkState, Setup } from '../worker/api.ts';
import { linkKey, type Moment, type NodeAt } from './at.ts';
import { clock, counted, delay, list, percent } from './format.ts';
import type { Thing } from './thing.ts';

export type Tone = 'up' | 'down' | 'paused' | 'suspect' | 'quiet' | 'accent';
export type Words = { readonly says: string; readonly tone: Tone };

const STATE: { readonly [truth in NodeAt['truth']]: Words } = {
  up: { says: 'up', tone: 'up' },
  slow: { says: 'slow', tone: 'quiet' },
  paused: { says: 'paused', tone: 'paused' },
  crashed: { says: 'crashed', tone: 'down' },
};

export type Telling = {
  readonly setup: Setup;
  readonly moment: Moment;
  readonly curtain: boolean;
  readonly observer: number | null;
};

/** What the eye on a node says. */
export const LOOKER = 'you look from here';

const name = (setup: Setup, node: number): string => setup.nodes[node]?.id ?? '?';

/** Who suspects a node: "suspected by 3 of 4", or by name where only one watches it. Empty when nobody does. */
function suspectedWords(setup: Setup, { suspectedBy, watchers }: NodeAt): string {
  const [first] = suspectedBy;
  if (first === undefined) return '';
  return `suspected by ${watchers === 1 ? name(setup, first) : `${suspectedBy.length} of ${watchers}`}`;
}

/** The lines beside a node, most important first. */
export function nodeWords(telling: Telling, node: number, waiting: number): readonly Words[] {
  const { moment, curtain, observer } = telling;
  const now = moment.nodes[node];
  if (now === undefined) return [];
  const lines: Words[] = curtain ? [] : [STATE[now.truth]];
  const suspected = suspectedWords(telling.setup, now);
  if (suspected !== '') lines.push({ says: suspected, tone: 'suspect' });
  if (waiting > 0 && !curtain) lines.push({ says: `${counted(waiting, 'message')} waiting`, tone: 'quiet' });
  const opinion = opinionWords(telling, now);
  if (node === observer && opinion === '') lines.push({ says: LOOKER, tone: 'quiet' });
  else if (opinion !== '') lines.push({ says: opinion, tone: 'quiet' });
  return lines.slice(0, 3);
}

/**
 * The one thing worth saying of what a node believes: what most others do not. A mistake that most make is already
 * told beside the one that they suspect; under the curtain every accusation is told, for they are all there is.
 */
function opinionWords({ setup, moment, curtain }: Telling, now: NodeAt): string {
  if (!curtain && now.truth === 'crashed') return '';
  const few = (belief: { target: number; right: boolean }): boolean => {
    const about = moment.nodes[belief.target];
    return !belief.right && about !== undefined && about.suspectedBy.length * 2 <= about.watchers;
  };
  const accused = now.suspects.filter((belief) => curtain || few(belief)).map((belief) => name(setup, belief.target));
  if (accused.length > 2) return `${curtain ? 'suspects' : 'wrongly suspects'} ${accused.length}`;
  if (accused.length > 0) return `${curtain ? 'suspects' : 'wrongly suspects'} ${list(accused)}`;
  if (curtain) return '';
  const late = now.trusts.filter((target) => {
    const other = moment.nodes[target];
    return other?.truth === 'crashed' && other.suspectedBy.length * 2 >= other.watchers && other.suspectedBy.length > 0;
  });
  return late.length === 0 ? '' : `still trusts ${list(late.map((target) => name(setup, target)))}`;
}

/** "n3, crashed, suspected by 3 of 4". */
export function spokenNode(telling: Telling, node: number): string {
  const { setup, moment, curtain, observer } = telling;
  const now = moment.nodes[node];
  if (now === undefined) return '';
  const parts = [name(setup, node), curtain ? 'state hidden' : now.truth];
  const suspected = suspectedWords(setup, now);
  if (suspected !== '') parts.push(suspected);
  const opinion = opinionWords(telling, now);
  if (opinion !== '') parts.push(opinion);
  if (node === observer) parts.push(LOOKER);
  return parts.join(', ');
}

/** What is unusual about one direction, in a few words; empty when nothing is. */
export function linkWords(link: LinkState | undefined): string {
  if (link === undefined) return '';
  if (link.cut) return 'cut';
  const parts: string[] = [];
  if (link.delay > 0) parts.push(`+${delay(link.delay)}`);
  if (link.loss > 0) parts.push(`loses ${percent(link.loss)}`);
  if (link.burst) parts.push('bad period');
  return parts.join(', ');
}

/** The words beside a switch: what holds both ways, or each direction that differs by name. */
export function pairWords({ setup, moment, curtain }: Telling, a: number, b: number): string {
  if (curtain) return '';
  const forth = linkWords(moment.links.get(linkKey(a, b)));
  const back = linkWords(moment.links.get(linkKey(b, a)));
  if (forth === back) return forth;
  const said = [forth && `${forth} to ${name(setup, b)}`, back && `${back} to ${name(setup, a)}`];
  return said.filter((words) => words !== '').join(', ');
}

/** "Link n4 to n5, both ways, cut". */
export function spokenLink(telling: Telling, a: number, b: number, bothWays: boolean): string {
  const words = pairWords(telling, a, b);
  const ways = bothWays ? 'both ways' : 'one way';
  const state = telling.curtain ? 'state hidden' : words === '' ? 'as usual' : words;
  return `Link ${name(telling.setup, a)} to ${name(telling.setup, b)}, ${ways}, ${state}`;
}

export function spokenThing(telling: Telling, thing: Thing, bothWays: boolean): string {
  return thing.kind === 'node' ? spokenNode(telling, thing.node) : spokenLink(telling, thing.a, thing.b, bothWays);
}

/** The caption: what is so now, the worst first. "n3 crashed 2.1 s ago; 3 of its 4 peers suspect it". */
export function summary({ setup, moment, curtain }: Telling, at: number): string {
  const parts: string[] = [];
  moment.nodes.forEach((node, i) => {
    const doubt = node.suspectedBy.length;
    const few = `${doubt} of its ${node.watchers} peers ${doubt === 1 ? 'suspects' : 'suspect'} it`;
    const peers = node.watchers === 1 ? `${name(setup, node.suspectedBy[0] ?? 0)} suspects it` : few;
    if (curtain) {
      if (doubt > 0) parts.push(`${doubt} of ${node.watchers} suspect ${name(setup, i)}`);
    } else if (node.truth === 'crashed' || node.truth === 'paused') {
      const what = node.truth === 'crashed' ? 'crashed' : 'paused';
      const ago = `${name(setup, i)} ${what} ${clock(at - node.since, 1)} s ago`;
      parts.push(`${ago}; ${doubt === 0 ? 'nobody suspects it yet' : peers}`);
    } else {
      if (node.truth === 'slow') parts.push(`${name(setup, i)} is slow`);
      if (doubt > 0) parts.push(`${name(setup, i)} is ${node.truth}, and ${peers}`);
    }
  });
  if (!curtain) parts.push(...linkParts(setup, moment));
  if (parts.length > 3) return `${parts.slice(0, 3).join('; ')}; and ${parts.length - 3} more`;
  if (parts.length > 0) return parts.join('; ');
  const suspicious = curtain ? 'Nobody suspects anybody' : 'and nobody suspects anybody';
  const all = setup.nodes.length === 2 ? 'Both' : `All ${setup.nodes.length}`;
  return curtain ? suspicious : `${all} are up, ${suspicious}`;
}

function linkParts(setup: Setup, moment: Moment): string[] {
  const cut = [...moment.links].filter(([, link]) => link.cut).map(([key]) => key);
  if (cut.length === 0) return [];
  if (cut.length > 2) return [`${cut.length} directions are cut`];
  const both = cut.length === 2 && cut[1] === linkKey((cut[0] as number) & 4095, (cut[0] as number) >> 12);
  const named = (key: number): string => `${name(setup, key >> 12)} to ${name(setup, key & 4095)}`;
  if (both) return [`the link ${named(cut[0] as number)} is cut`];
  return cut.map((key) => `${named(key)} is cut`);
}
