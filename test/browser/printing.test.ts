// On the screen one step of a lesson is to be seen. On paper there are all of them: the page was written with them, and
// whoever came to it from another page, without reading what was written, gets them when it is printed.

import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { course, type Taught } from './course.ts';
import { browse } from './harness.ts';
import { until } from './learner.ts';

const { visit } = browse();

const titles = (page: Page) => page.locator('.lesson').getByRole('heading', { level: 2, includeHidden: true });
const seen = (page: Page) => titles(page).filter({ visible: true });

async function expectWholeInPrint(page: Page, { lesson }: Taught): Promise<void> {
  await until(() => seen(page).count()).toBe(1);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await titles(page).allInnerTexts()).toEqual(lesson.steps.map(({ title }) => title));
  expect(await seen(page).count()).toBe(lesson.steps.length);
}

const lessons = course.map((taught) => [taught.lesson.title, taught] as const);

test.each(lessons)('%s is printed whole', async (_, taught) => {
  const page = await visit(taught.path);
  expect(await titles(page).count()).toBe(taught.lesson.steps.length);
  await expectWholeInPrint(page, taught);
});

test.each(lessons)('%s is printed whole by those who came from the course', async (title, taught) => {
  const page = await visit('lessons/');
  await page.getByRole('link', { name: title, exact: true }).click();
  await titles(page).first().waitFor();
  await expectWholeInPrint(page, taught);
});
