// What an exercise does not allow is offered nowhere: not by the picture, not by a menu, not by the tables, and not in
// words.

import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Thing } from '../../src/views/thing.ts';
import { pressed } from '../../src/widgets/lab/allowed.ts';
import { repairsOf } from '../../src/widgets/lab/heal.ts';
import { LabState } from '../../src/widgets/lab/lab.svelte.ts';
import Tables from '../../src/widgets/panels/Tables.svelte';
import { labOfCue } from '../../src/widgets/present/present-lab.ts';
import type { WorkCue } from '../../src/widgets/present/present.ts';
import Stage from '../../src/widgets/stage/Stage.svelte';
import { MenuState } from '../../src/widgets/stage/menu.svelte.ts';
import { allowedIn } from '../../src/widgets/tasks/exercise.ts';
import type { Break, Lesson, Tune } from '../../src/content/blocks.ts';
import { fakeFrames, fakeLab, SETUP, START } from './fake-lab.ts';

const { client } = fakeLab();
const [crash, cut] = SETUP.faults;
const setup = { ...SETUP, faults: [crash!, { ...crash!, id: 'resume', title: 'Resume' }, cut!] };

const M: Thing = { kind: 'node', node: 0 };
const W: Thing = { kind: 'node', node: 1 };
const LINK: Thing = { kind: 'link', a: 0, b: 1 };

function lab(may?: readonly string[], only?: readonly string[]): LabState {
  const own = { may, only, setup, start: START };
  return new LabState({ client: () => client, id: 'x', frames: fakeFrames(), ...own });
}

const offered = (one: LabState, thing: Thing): string[] => new MenuState(one, thing).faults.map(({ id }) => id);
const page = (one: LabState): string => render(Stage, { props: { lab: one } }).body;
const bare = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const words = (one: LabState): string => bare(page(one));
const tables = (one: LabState): string => bare(render(Tables, { props: { lab: one, onact: () => undefined } }).body);

describe('a menu', () => {
  it('offers what may be done to this thing, and nothing else', () => {
    expect(offered(lab(), M)).toEqual(['crash']);
    expect(offered(lab(), LINK)).toEqual(['cut']);
    expect(offered(lab(['crash']), LINK)).toEqual([]);
    expect(offered(lab(['crash'], ['w']), W)).toEqual(['crash']);
    expect(offered(lab(['crash'], ['w']), M)).toEqual([]);
  });

  it('offers a link in the directions that may be touched', () => {
    const one = new MenuState(lab(['cut'], ['w>m']), LINK);
    expect(one.ways).toEqual(['back']);
    expect(one.deed(one.faults[0]!).on).toBe('w>m');
    expect(new MenuState(lab(['cut']), LINK).ways).toEqual(['both', 'forth', 'back']);
    expect(offered(lab(['cut'], ['w']), LINK)).toEqual([]);
  });

  it('says plainly that nothing can be done to this thing, or only not now', () => {
    expect(new MenuState(lab(['crash'], ['w']), M).nothing).toBe('Nothing can be done to m here.');
    expect(new MenuState(lab(['crash']), LINK).nothing).toBe('Nothing can be done to this link here.');
    const onlyRepair = new MenuState(lab(['resume']), W);
    expect(onlyRepair.faults).toEqual([]);
    expect(onlyRepair.nothing).toBe('Nothing of what this step allows can be done here now.');
  });
});

describe('a stage', () => {
  it('draws no switch, and takes no press on a link, where no link may be touched', () => {
    expect(page(lab())).toMatch(/class="switch/);
    expect(page(lab())).toContain('data-thing="l0-1"');
    expect(page(lab(['crash']))).not.toMatch(/class="switch/);
    expect(page(lab(['crash']))).not.toContain('data-thing="l0-1"');
    expect(page(lab(['crash']))).toContain('Arrow keys go from one node to the next, Enter acts');
    expect(page(lab())).toContain('Arrow keys go from one node or link to the next, Enter acts');
  });

  it('draws a chevron on those nodes only that something can be done to', () => {
    expect(page(lab(['crash'])).match(/class="chevron/g)).toHaveLength(2);
    expect(page(lab(['crash'], ['w'])).match(/class="chevron/g)).toHaveLength(1);
    expect(page(lab(['cut']))).not.toMatch(/class="chevron/);
  });

  it('tells what to press: the node that it must be, a node, the switch on a link, or both', () => {
    expect(words(lab())).toContain('Press a node or the switch on a link to break it');
    expect(words(lab(['crash']))).toContain('Press a node to break it');
    expect(words(lab(['crash'], ['w']))).toContain('Press w to break it');
    expect(words(lab(['cut']))).toContain('Press the switch on a link to break it');
    expect(words(lab(['crash'], ['w>m']))).not.toContain('to break it');
    expect([lab(), lab(['crash'], ['w']), lab(['cut'], ['w>m']), lab([])].map(pressed)).toEqual([
      'a node or a link',
      'w',
      'a link',
      '',
    ]);
  });

  it('has a button in the tables for what may be touched, and the bare name for what may not', () => {
    const all = tables(lab());
    for (const button of ['Act on m', 'Act on w', 'Act on the link m to w']) expect(all).toContain(button);
    const few = tables(lab(['crash'], ['w']));
    expect(few).toContain('Act on w');
    expect(few).not.toContain('Act on m');
    expect(few).not.toContain('Act on the link');
    expect(few).toContain('m to w');
  });
});

it('"Heal all" repairs nothing that may not be touched', () => {
  const one = lab(['resume']);
  const nodes = one.moment.nodes.map((node) => ({ ...node, truth: 'paused' as const }));
  const shown = { ready: true, curtain: false, faults: one.faults, setup, moment: { ...one.moment, nodes } };
  expect(repairsOf({ ...shown, options: {} }).map(({ on }) => on)).toEqual(['m', 'w']);
  expect(repairsOf({ ...shown, options: { only: ['w'] } }).map(({ on }) => on)).toEqual(['w']);
});

describe('a break exercise', () => {
  const budget = { kinds: ['crash'], on: ['w'], most: 1 };
  const exercise = { kind: 'break', id: 'e5', scenario: 'pair', base: {}, knobs: [], starter: [], budget };

  it('allows what its budget does; a tune exercise whatever the scenario does', () => {
    expect(allowedIn(exercise as unknown as Break)).toEqual({ may: ['crash'], only: ['w'] });
    expect(allowedIn({ kind: 'tune' } as unknown as Tune)).toEqual({});
  });

  it('allows no more before a class', () => {
    const lesson = { id: 'l', scenarios: {} } as unknown as Lesson;
    const options = { lesson, setups: { e5: setup }, client: () => client, values: () => ({}), frames: fakeFrames() };
    const made = labOfCue({ kind: 'work', exercise } as unknown as WorkCue, options);
    expect(offered(made!.lab, M)).toEqual([]);
    expect(offered(made!.lab, W)).toEqual(['crash']);
  });
});
