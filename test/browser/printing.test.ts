// Where scripts run only the steps that were gone to are in the page. On paper there are all of them.

import { expect, test } from 'vitest';
import { course } from './course.ts';
import { browse } from './harness.ts';

const { visit } = browse();

test.each(course.map((taught) => [taught.lesson.title, taught] as const))('%s is printed whole', async (_, taught) => {
  const page = await visit(taught.path);
  const titles = page.locator('.lesson').getByRole('heading', { level: 2, includeHidden: true });
  expect(await titles.count()).toBe(1);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await titles.allInnerTexts()).toEqual(taught.lesson.steps.map(({ title }) => title));
  for (const title of await titles.all()) expect(await title.isVisible()).toBe(true);
});
