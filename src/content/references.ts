// Whether the names in a lesson exist: scenarios, knobs and their values, goals, measures. A name that leads
// nowhere would otherwise only be noticed by the learner whose lab stays empty.

import { problem } from '../kernel/fields.ts';
import type { Scenario, Settings } from '../scenarios/scenario.ts';
import type { Claim, Exercise, Lab } from './blocks.ts';
import type { Located, Path } from './located.ts';
import type { Problems } from './problems.ts';
import { checkReckon } from './reckoning.ts';

export type Known = {
  readonly scenarios: { readonly [id: string]: Scenario };
  /** Ids of the measures that goals, claims and sweeps may name; null accepts any. */
  readonly measures: ReadonlySet<string> | null;
};

type Report = { readonly known: Known; readonly located: Located; readonly problems: Problems };

export function checkLab(lab: Lab, report: Report): void {
  const scenario = scenarioOf(lab.scenario, ['scenario'], report);
  if (scenario === null) return;
  checkSettings(scenario, lab.settings, ['settings'], report);
  checkKnobs(scenario, lab.knobs ?? [], ['knobs'], report);
  checkActions(scenario, lab.actions, ['actions'], report);
  lab.tries?.forEach((one, i) => checkSettings(scenario, one.settings, ['tries', i, 'settings'], report));
  if (lab.holdAt !== undefined && (lab.holdAt <= 0 || lab.holdAt > scenario.until)) {
    add(report, ['holdAt'], `'holdAt' must be within the run, which ends at ${scenario.until} s`);
  }
  if (lab.beside !== undefined) checkSettings(scenario, lab.beside.settings, ['beside', 'settings'], report);
  if (lab.sweep === undefined) return;
  checkKnobs(scenario, [lab.sweep.knob], ['sweep', 'knob'], report);
  lab.sweep.values.forEach((value, i) => {
    checkSettings(scenario, { [lab.sweep?.knob ?? '']: value }, ['sweep', 'values', i], report);
  });
  lab.sweep.curves.forEach((curve, i) => {
    checkSettings(scenario, curve.settings, ['sweep', 'curves', i, 'settings'], report);
    checkKnobs(scenario, curve.knob === undefined ? [] : [curve.knob], ['sweep', 'curves', i, 'knob'], report);
  });
  checkMeasure(lab.sweep.x.measure, ['sweep', 'x', 'measure'], report);
  checkMeasure(lab.sweep.y.measure, ['sweep', 'y', 'measure'], report);
}

export function checkClaim(claim: Claim, path: Path, report: Report): void {
  const scenario = scenarioOf(claim.scenario, [...path, 'scenario'], report);
  if (scenario === null) return;
  checkSettings(scenario, claim.settings, [...path, 'settings'], report);
  checkActions(scenario, claim.actions ?? [], [...path, 'actions'], report);
  checkMeasure(claim.measure, [...path, 'measure'], report);
  if (claim.fold === 'one' && claim.seed === undefined) add(report, path, "a claim of one run needs its 'seed'");
  if (claim.fold !== 'one' && claim.seeds === undefined) add(report, path, "a claim over runs needs 'seeds'");
}

export function checkExercise(exercise: Exercise, report: Report): void {
  if (exercise.kind === 'reckon') return checkReckon(exercise, (path, says) => add(report, path, says));
  if (exercise.kind === 'diagnose') {
    exercise.cases.forEach((one, i) => {
      const scenario = scenarioOf(one.scenario, ['cases', i, 'scenario'], report);
      if (scenario !== null) checkSettings(scenario, one.settings, ['cases', i, 'settings'], report);
    });
    if (exercise.pass > exercise.cases.length) add(report, ['pass'], "'pass' asks for more than there are cases");
    return;
  }
  const scenario = scenarioOf(exercise.scenario, ['scenario'], report);
  if (scenario === null) return;
  checkSettings(scenario, exercise.base, ['base'], report);
  checkKnobs(scenario, exercise.knobs, ['knobs'], report);
  exercise.goals.forEach((goal, i) => {
    checkMeasure(goal.measure, ['goals', i, 'measure'], report);
    checkSettings(scenario, goal.under ?? {}, ['goals', i, 'under'], report);
  });
  if (exercise.score !== undefined) checkMeasure(exercise.score.measure, ['score', 'measure'], report);
  const goals = exercise.goals.map((goal) => goal.id);
  exercise.wrong.forEach((one, i) => {
    if (!goals.includes(one.fails)) add(report, ['wrong', i, 'fails'], `no goal '${one.fails}' here`);
  });
  if (exercise.kind === 'tune') {
    checkSettings(scenario, exercise.starter, ['starter'], report);
    checkSettings(scenario, exercise.solution, ['solution'], report);
    exercise.wrong.forEach((one, i) => checkSettings(scenario, one.settings, ['wrong', i, 'settings'], report));
  } else {
    checkActions(scenario, exercise.starter, ['starter'], report);
    checkActions(scenario, exercise.solution, ['solution'], report);
    exercise.wrong.forEach((one, i) => checkActions(scenario, one.actions, ['wrong', i, 'actions'], report));
  }
}

function add({ located, problems }: Report, path: Path, says: string): void {
  problems.add(located.at(path), says);
}

function scenarioOf(id: string, path: Path, report: Report): Scenario | null {
  const { scenarios } = report.known;
  const found = Object.hasOwn(scenarios, id) ? scenarios[id] : undefined;
  if (found === undefined) add(report, path, `no scenario '${id}'; there are ${Object.keys(scenarios).join(', ')}`);
  return found ?? null;
}

function checkKnobs(scenario: Scenario, knobs: readonly string[], path: Path, report: Report): void {
  for (const id of knobs) {
    if (!scenario.knobs.some((knob) => knob.id === id)) add(report, path, noKnob(scenario, id));
  }
}

function checkSettings(scenario: Scenario, settings: Settings, path: Path, report: Report): void {
  for (const [id, value] of Object.entries(settings)) {
    const knob = scenario.knobs.find((one) => one.id === id);
    const says = knob === undefined ? null : problem(knob.field, value);
    if (knob === undefined) add(report, [...path, id], noKnob(scenario, id));
    else if (says !== null) add(report, [...path, id], `'${id}' ${says}`);
  }
}

function noKnob(scenario: Scenario, id: string): string {
  const names = scenario.knobs.map((knob) => knob.id).join(', ');
  return `scenario '${scenario.id}' has no knob '${id}'; it has ${names === '' ? 'none' : names}`;
}

function checkActions(scenario: Scenario, actions: Lab['actions'], path: Path, report: Report): void {
  actions.forEach((action, i) => {
    const may = scenario.may;
    if (may !== undefined && action.kind !== 'ping' && !may.includes(action.kind)) {
      add(report, [...path, i, 'kind'], `scenario '${scenario.id}' does not allow '${action.kind}'`);
    }
    for (const place of action.on.split(/[->]/)) {
      if (!scenario.nodes.some((node) => node.id === place)) {
        add(report, [...path, i, 'on'], `scenario '${scenario.id}' has no node '${place}'`);
      }
    }
    if (action.at > scenario.until * 1e6) add(report, [...path, i, 'at'], `is after the run has ended`);
  });
}

function checkMeasure(id: string, path: Path, { known, located, problems }: Report): void {
  if (known.measures !== null && !known.measures.has(id)) problems.add(located.at(path), `no measure '${id}'`);
}
