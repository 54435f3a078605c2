// A lesson as a sequence of cues for a class: what stands on the screen from one press of the remote to the next.
// Nothing is authored for it. For each step, in its order: a title card with the question and its answers, unmarked;
// the lab from its start; the answer with its reason; then whatever else there is to try. Behind a curtain the runs
// are what the question compares, so all of them come before the answer, and come again in full light after it.
// An exercise is set as work for the class and then stands on the stage: with its settings and its check where it is on
// runs, and otherwise recorded run by recorded run, or number by number. The questions of a quiz are asked and then
// answered, a list of systems is followed by each of them, and stories are told by the teacher: they stay in the notes.

import type {
  Block,
  Diagnose,
  Exercise,
  Html,
  Lab,
  Lesson,
  Option,
  Predict,
  Production,
  Reckon,
  Step,
} from '../../content/blocks.ts';
import type { Settings } from '../../worker/api.ts';
import { orderOf } from '../tasks/diagnose.ts';
import type { OnRuns } from '../tasks/exercise.ts';

type Cued = {
  /** The step that it belongs to. */
  readonly step: string;
  /** Which cue of that step, from 1: an address names it so. */
  readonly place: number;
  readonly title: string;
};

/** As a class sees it: nothing tells which answer is right. `range`: where a number is asked for. */
export type Question = { readonly asks: Html; readonly options: readonly Html[]; readonly range: string | null };

export type Card =
  /** A new idea: its title, and what the class is to expect. */
  | { readonly kind: 'title'; readonly question: Question | null }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'answer'; readonly asks: Html; readonly right: Html | null; readonly because: Html }
  /** An exercise, for the class to do. */
  | { readonly kind: 'task'; readonly exercise: string; readonly says: Html }
  /** The systems that the step speaks of. */
  | { readonly kind: 'systems'; readonly systems: readonly string[] }
  /** One of them: what is to be written into its configuration. `block`: where it comes from. */
  | { readonly kind: 'system'; readonly system: Production['systems'][number]; readonly block: Production };

export type RunCue = {
  readonly kind: 'run';
  readonly lab: Lab;
  /** What sets this run apart from the one that the step begins with. */
  readonly settings: Settings;
  /** Its name, where there are several. */
  readonly label: string | null;
  /** The truth is covered. */
  readonly covered: boolean;
  /** Seconds, where it stops by itself before its end. */
  readonly holdAt: number | null;
};

/** An exercise on the stage: the class proposes, the teacher sets it, the check judges. */
export type WorkCue = { readonly kind: 'work'; readonly exercise: OnRuns };

/** One recorded run of a diagnosis: the exercise with this case alone. */
export type CaseCue = {
  readonly kind: 'case';
  readonly exercise: Diagnose;
  readonly number: number;
  readonly of: number;
};

/** One number to reckon: the exercise with this question alone. */
export type ReckonCue = {
  readonly kind: 'reckon';
  readonly exercise: Reckon;
  readonly number: number;
  readonly of: number;
};

/** What has a run on the stage. */
export type StageCue = RunCue | WorkCue | CaseCue;

type Bare = Card | StageCue | ReckonCue;

export type Cue = Cued & Bare;

export function isOnStage(cue: Cue): cue is Cued & StageCue {
  return cue.kind === 'run' || cue.kind === 'work' || cue.kind === 'case';
}

export function cuesOf(lesson: Lesson): readonly Cue[] {
  return lesson.steps.flatMap((step) =>
    ofStep(step, lesson).map((cue, i): Cue => ({ step: step.id, place: i + 1, title: step.title, ...cue })),
  );
}

function ofStep(step: Step, lesson: Lesson): readonly Bare[] {
  const question = step.blocks.find((block) => block.kind === 'predict');
  const lab = step.blocks.find((block) => block.kind === 'lab');
  const others = step.blocks.filter((block) => block !== question && block !== lab);
  const rest = [...ofLab(lab, question), ...others.flatMap((block) => ofBlock(block, lesson))];
  // A list of systems has the step's title on it.
  if (question === undefined && rest[0]?.kind === 'systems') return rest;
  const title: Card = { kind: 'title', question: question === undefined ? null : questionOf(question) };
  return [title, ...rest];
}

function questionOf({ asks, answer }: Predict): Question {
  if (answer.kind === 'choice') return { asks, options: labels(answer.options), range: null };
  return { asks, options: [], range: `somewhere from ${answer.min} to ${answer.max} ${answer.unit}` };
}

function ofLab(lab: Lab | undefined, question: Predict | undefined): readonly Bare[] {
  const runs = lab === undefined ? [] : runsOf(lab);
  const answers = question === undefined ? [] : answersTo(question);
  if (lab?.curtain === true) {
    const hidden = runs.map((run) => ({ ...run, covered: true, holdAt: lab.holdAt ?? null }));
    return [...hidden, ...answers, ...runs];
  }
  const [first, ...rest] = runs;
  if (first === undefined) return answers;
  if (lab?.holdAt === undefined) return [first, ...answers, ...rest];
  return [{ ...first, holdAt: lab.holdAt }, ...answers, first, ...rest];
}

/** The run that the step begins with, and each that it offers, once. */
function runsOf(lab: Lab): readonly RunCue[] {
  const one = (settings: Settings, label: string | null): RunCue => {
    return { kind: 'run', lab, settings, label, covered: false, holdAt: null };
  };
  const tries = lab.tries ?? [];
  const same = tries.find(({ settings }) => isAt(lab.settings, settings));
  const others = tries.filter((each) => each !== same).map(({ settings, label }) => one(settings, label));
  return [one({}, same?.label ?? null), ...others];
}

function isAt(settings: Settings, wanted: Settings): boolean {
  return Object.entries(wanted).every(([knob, value]) => settings[knob] === value);
}

/** What was to be seen, asked first where the lesson asks it; then the answer. */
function answersTo({ asks, answer, report, because }: Predict): readonly Card[] {
  const option = answer.kind === 'choice' ? answer.options.find(({ right }) => right) : undefined;
  const right = answer.kind === 'number' ? `${answer.right} ${answer.unit}` : (option?.label ?? null);
  const told: Card = { kind: 'answer', asks, right, because };
  return report === undefined ? [told] : [...asked(report.asks, report.options, null), told];
}

/** A question, and what answers it. */
function asked(asks: Html, options: readonly Option[], because: Html | null): readonly Card[] {
  const right = options.find((option) => option.right);
  const answer: Card = { kind: 'answer', asks, right: right?.label ?? null, because: because ?? right?.says ?? '' };
  return [{ kind: 'ask', question: { asks, options: labels(options), range: null } }, answer];
}

function ofBlock(block: Block, lesson: Lesson): readonly Bare[] {
  switch (block.kind) {
    case 'exercise': {
      const exercise = lesson.exercises[block.id];
      if (exercise === undefined) return [];
      return [{ kind: 'task', exercise: exercise.title, says: exercise.says }, ...ofExercise(exercise)];
    }
    case 'quiz':
      return block.items.flatMap(({ asks, options, answer }) => asked(asks, options ?? [], answer));
    case 'production':
      return [
        { kind: 'systems', systems: block.systems.map(({ title }) => title) },
        ...block.systems.map((system): Card => ({ kind: 'system', system, block })),
      ];
    case 'predict':
      return [{ kind: 'ask', question: questionOf(block) }, ...answersTo(block)];
    case 'html':
    case 'lab':
    case 'aside':
      return [];
    default:
      return block satisfies never;
  }
}

/** An exercise on the stage. Recorded runs come in the order in which the first round of a learner has them. */
function ofExercise(exercise: Exercise): readonly Bare[] {
  switch (exercise.kind) {
    case 'tune':
    case 'break':
      return [{ kind: 'work', exercise }];
    case 'diagnose': {
      const of = exercise.cases.length;
      return orderOf(of, 1).map((place, i): CaseCue => {
        const cases = exercise.cases.slice(place, place + 1);
        return { kind: 'case', exercise: { ...exercise, cases }, number: i + 1, of };
      });
    }
    case 'reckon': {
      const of = exercise.questions.length;
      return exercise.questions.map((question, i): ReckonCue => {
        return { kind: 'reckon', exercise: { ...exercise, questions: [question] }, number: i + 1, of };
      });
    }
    default:
      return exercise satisfies never;
  }
}

function labels(options: readonly Option[]): readonly Html[] {
  return options.map(({ label }) => label);
}
