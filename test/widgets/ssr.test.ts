// Every widget can be written by the server, without a style attribute.

import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Break, Predict as PredictBlock, Production as ProductionBlock, Tune } from '../../src/content/blocks.ts';
import type { LabState as LabStateType } from '../../src/widgets/lab/lab.svelte.ts';
import { LabState } from '../../src/widgets/lab/lab.svelte.ts';
import * as parts from '../../src/widgets/compare/compare-parts.ts';
import Diagnose from '../../src/widgets/tasks/Diagnose.svelte';
import { DiagnoseState } from '../../src/widgets/tasks/diagnose.svelte.ts';
import Predict from '../../src/widgets/tasks/Predict.svelte';
import Production from '../../src/widgets/tasks/Production.svelte';
import { Progress } from '../../src/widgets/progress/progress.svelte.ts';
import Quiz from '../../src/widgets/tasks/Quiz.svelte';
import Stage from '../../src/widgets/stage/Stage.svelte';
import { openStorage } from '../../src/widgets/progress/storage.ts';
import { TaskState } from '../../src/widgets/tasks/task.svelte.ts';
import TaskPanel from '../../src/widgets/tasks/TaskPanel.svelte';
import { fakeFrames, fakeLab, SETUP, START } from './fake-lab.ts';

const { client } = fakeLab();
const progress = new Progress(openStorage(null));
const lesson = { id: 'l', scenarios: {} };

function lab(more: object = {}): LabStateType {
  return new LabState({ client: () => client, id: 'x', start: START, setup: SETUP, frames: fakeFrames(), ...more });
}

const common = {
  version: 1,
  title: 'Catch the crash',
  says: 'Set <em>T</em>.',
  hints: ['one', 'two', 'three'] as const,
  because: 'Because.',
  core: true,
  scenario: 'pair',
  base: {},
  knobs: ['T'],
  goals: [
    {
      id: 'g',
      says: 'Every survivor suspects w',
      short: 'slowest detection',
      measure: 'detection-time',
      is: ['<=', 2.8],
      over: { seeds: 200, need: 'every' },
    },
  ],
} as const;
const tune: Tune = { ...common, kind: 'tune', id: 'e1', starter: { T: 5 }, solution: { T: 2.2 }, wrong: [] };
const broken: Break = {
  ...common,
  kind: 'break',
  id: 'e3',
  budget: { kinds: ['crash'], most: 2 },
  starter: [],
  solution: [],
  wrong: [],
};
const predict: PredictBlock = {
  kind: 'predict',
  id: 'p',
  asks: 'How long?',
  answer: { kind: 'number', unit: 's', min: 0, max: 5, step: 0.05, right: 2.65, tolerance: 0.1, traps: [] },
  because: 'So.',
};
const production: ProductionBlock = {
  kind: 'production',
  systems: [
    { id: 'akka', title: 'Akka', config: 'pause = {T}', language: 'hocon', says: 'The sum.' },
    { id: 'erlang', title: 'Erlang', config: null, language: '', says: 'It derives it.' },
  ],
};

const PAGES: readonly (readonly [string, () => string])[] = [
  ['the stage', () => html(Stage, { lab: lab() })],
  [
    'a curtained stage with tries',
    () => html(Stage, { lab: lab({ curtain: true, tries: [{ label: 'w crashes', settings: { T: 2 } }] }) }),
  ],
  ...[
    'silence',
    'lanes',
    'log',
    'tables',
    'space-time',
    'gaps',
    'qos',
    'phi',
    'density',
    'detectors',
    'tail',
    'tally',
  ].map((panel) => [`the stage with ${panel}`, () => html(Stage, { lab: lab({ panels: [panel] }) })] as const),
  ['two runs compared', () => compared({})],
  ...['silence', 'lanes', 'log', 'tables', 'gaps', 'qos'].map(
    (panel) => [`two runs compared with ${panel}`, () => compared({ panels: [panel] })] as const,
  ),
  ['a tune task', () => html(TaskPanel, { task: new TaskState(tune, lab(), lesson, progress), setup: SETUP })],
  ['a break task', () => html(TaskPanel, { task: new TaskState(broken, lab(), lesson, progress), setup: SETUP })],
  ['a prediction', () => html(Predict, { block: predict, lesson: 'l', progress, lab: lab() })],
  ['production', () => html(Production, { block: production, values: { T: 2.2 } })],
  ['a quiz', () => html(Quiz, { block: { kind: 'quiz', items: [{ asks: 'Is it dead?', answer: 'Not shown.' }] } })],
  [
    'a diagnosis',
    () => {
      const exercise = {
        ...common,
        kind: 'diagnose',
        id: 'e4',
        asks: 'refutes',
        pass: 5,
        cases: [{ id: 'a', scenario: 'pair', settings: {}, because: '' }],
        probes: 0,
        wrong: [],
      } as const;
      return html(Diagnose, { state: new DiagnoseState(exercise, lesson, progress, async () => client) });
    },
  ],
];

function compared(more: object): string {
  const one = lab({ beside: { here: 'patient', there: 'hasty', settings: { T: 1 } }, ...more });
  const both = new parts.Comparison(one);
  const window = [0, SETUP.until] as const;
  const rest = { phone: false, still: false, onact: () => undefined, onhelp: () => undefined };
  return [
    html(parts.Bar, { both, narrow: true, low: false, speak: () => undefined, ...rest }),
    html(parts.Clusters, { both, low: false, tries: true, selected: null, preview: null, ...rest }),
    html(parts.Both, { both, id: one.panels[0] ?? 'log', window, height: 300, sweep: undefined, ...rest }),
  ].join('');
}

function html<P extends Record<string, unknown>>(component: Component<P>, props: P): string {
  return render(component as Component<Record<string, unknown>>, { props }).body;
}

describe('rendered on the server', () => {
  it.each(PAGES)('%s has no style attribute, which the security policy would refuse', (_, page) => {
    expect(page()).not.toMatch(/<[^>]+\sstyle=/);
  });

  it('the stage shows its nodes, its transport with play, and its tabs', () => {
    const page = html(Stage, { lab: lab() });
    expect(page).toMatch(/>\s*m\s*</);
    expect(page).toContain('aria-label="Play"');
    expect(page).toContain('role="tablist"');
  });

  it('a prediction is asked before its answer can be read', () => {
    const page = html(Predict, { block: predict, lesson: 'l', progress, lab: lab() });
    expect(page).toContain('How long?');
    expect(page).not.toContain('2.65');
  });

  it('production says where a system has no counterpart', () => {
    const page = html(Production, { block: production, values: { T: 2.2 } });
    expect(page.replaceAll(/<[^>]*>/g, '')).toContain('pause = 2.2');
    expect(page).toMatch(/<b[^>]*>2\.2<\/b>/);
    expect(page).toContain('No counterpart');
  });

  it('every control has a name', () => {
    for (const [, page] of PAGES) {
      for (const [button] of page().matchAll(/<button[^>]*>[\s\S]*?<\/button>/g)) {
        const named =
          /aria-label="[^"]+"/.test(button) || button.replace(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, '').trim() !== '';
        expect(named, button).toBe(true);
      }
    }
  });
});
