// A whole lesson: predict, run, report, explain, exercises, quiz, done; and what is remembered of it. What is right
// comes from the lesson itself. Each way through each lesson is a file that calls this, so that two of them are walked
// at the same time: with a mouse in engines/lessons/, by keys alone and without the picture in walks/.

import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Predict, Quiz, Step } from '../../src/content/blocks.ts';
import { blocksOf, course, exercisesOf, type Taught } from './course.ts';
import { mouse, type Hand } from './hands.ts';
import { browse, live, takePicturesOut } from './harness.ts';
import { keys } from './keyboard.ts';
import { button, playOut, predict, predictOption, ready, shownTime, stage, step, until } from './learner.ts';
import { isSolved, solve } from './solve.ts';

const heading = (page: Page, title: string) => step(page).getByRole('heading', { level: 2, name: title, exact: true });

/** Predicts, and sees to it that the run waited for that; `right` or as somebody who believes the wrong thing. */
async function foretell(page: Page, hand: Hand, { answer }: Predict, right: boolean): Promise<void> {
  await hand.press(button(stage(page), 'Play'));
  await page.getByText('Say first what you expect; then the run may play.').waitFor();
  expect(await shownTime(page)).toBe(0);
  const sure = right ? 'sure' : 'guess';
  if (answer.kind === 'choice') {
    await predictOption(
      page,
      answer.options.findIndex((option) => option.right === right),
      sure,
      hand,
    );
  } else {
    await predict(page, right ? answer.right : (answer.traps[0]?.at ?? answer.min), sure, hand);
  }
}

/** Runs all that the report is about, and reports what is so. */
async function seeAndReport(page: Page, hand: Hand, taught: Step, { report }: Predict): Promise<void> {
  await playOut(page, hand);
  if (report === undefined) return;
  const [lab] = blocksOf(taught, 'lab');
  for (const { label } of lab?.curtain === true ? (lab.tries ?? []).slice(1) : []) {
    await hand.press(button(stage(page), label));
    await until(() => shownTime(page)).toBe(0);
    await playOut(page, hand);
  }
  const group = step(page).getByRole('group').filter({ hasText: 'What did you see?' });
  await hand.press(group.getByRole('button').nth(report.options.findIndex((option) => option.right)));
}

async function answerQuiz(page: Page, hand: Hand, { items }: Quiz): Promise<void> {
  const asked = items.flatMap(({ options }) => (options === undefined ? [] : [options]));
  for (const [i, options] of asked.entries()) {
    const buttons = step(page).getByRole('group', { name: 'Answers' }).nth(i).getByRole('button');
    for (const [right, says] of [
      [false, 'No.'],
      [true, 'Yes.'],
    ] as const) {
      await hand.press(buttons.nth(options.findIndex((option) => option.right === right)));
      await step(page).getByRole('status').filter({ hasText: says }).nth(0).waitFor();
    }
  }
  await until(() => step(page).getByRole('status').filter({ hasText: 'Yes.' }).count()).toBe(asked.length);
  await hand.press(step(page).locator('summary').filter({ hasText: 'Compare with ours' }).first());
}

/** One step, with a wrong prediction in every second. */
async function walk(page: Page, hand: Hand, taught: Taught, at: Step, right: boolean): Promise<void> {
  await heading(page, at.title).waitFor();
  const [prediction] = blocksOf(at, 'predict');
  if (prediction !== undefined) {
    await ready(page);
    await foretell(page, hand, prediction, right);
    await seeAndReport(page, hand, at, prediction);
    await step(page).getByText('The run shows').waitFor();
    await step(page)
      .getByText(right ? 'As you said.' : 'Not as you expected.')
      .waitFor();
  }
  for (const exercise of exercisesOf(taught.lesson, at)) await solve(page, hand, taught, at.id, exercise);
  for (const quiz of blocksOf(at, 'quiz')) await answerQuiz(page, hand, quiz);
}

/** By whose hand, and whether there is a picture to look at. Without one, keys alone have the harder way. */
const WAYS = {
  'with a mouse': { hand: mouse, blind: false },
  'by keys alone, without the picture': { hand: keys, blind: true },
} as const;

export function walksThrough(id: string, way: keyof typeof WAYS): void {
  const { hand, blind } = WAYS[way];
  const { visit } = browse();
  const taught = course.find(({ lesson }) => lesson.id === id);
  if (taught === undefined) throw new Error(`there is no lesson ${id}`);
  const { lesson, path } = taught;
  const { steps } = lesson;
  const exercises = steps.flatMap((one) => exercisesOf(lesson, one));

  const claim = `${lesson.title} is gone through ${way}, from its first step to its last, and all of it is there later`;
  test(
    claim,
    async () => {
      const page = await visit(path, { height: 1000, ...(blind && { before: takePicturesOut }) });
      for (const [i, one] of steps.entries()) {
        await walk(page, hand, taught, one, i % 2 === 0);
        if (blind) expect(await page.locator('svg, canvas').filter({ visible: true }).count()).toBe(0);
        if (i + 1 < steps.length) await hand.press(page.getByRole('link', { name: /^On: / }));
      }
      const marks = page.getByRole('navigation', { name: 'Steps of this lesson' }).getByRole('listitem');
      expect(await marks.count()).toBe(steps.length);
      expect(await marks.filter({ hasText: ', seen' }).count()).toBe(steps.length - 1);
      await page.getByText(`You have solved ${exercises.length} of ${exercises.length} exercises.`).waitFor();
      await hand.press(button(page, 'Mark this lesson as done'));
      await page.getByText('This lesson is done').waitFor();

      const [first] = steps.filter((one) => blocksOf(one, 'predict').length > 0);
      const again = new URL(`?step=${first?.id}#${first?.id}`, page.url()).href;
      await page.goto('about:blank');
      await page.goto(again);
      await live(page);
      await step(page).getByText('The run shows').waitFor();
      await step(page).getByText('As you said.').waitFor();
      for (const one of steps.filter((each) => exercisesOf(lesson, each).length > 0)) {
        await page.goto(new URL(`#${one.id}`, page.url()).href);
        await heading(page, one.title).waitFor();
        for (const exercise of exercisesOf(lesson, one))
          await step(page).getByText(isSolved(taught, exercise)).waitFor();
      }
    },
    600_000,
  );
}
