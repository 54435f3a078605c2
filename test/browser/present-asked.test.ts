// What is asked before a class that is not on runs of its own: a recorded run, and a number to reckon. A remote can
// only go on, which tells the answer; whoever stands at the keyboard can give one.

import { expect, test } from 'vitest';
import { browse } from './harness.ts';
import { button, LESSON, until } from './learner.ts';
import { kept, keptAtFirst, NUMBER, open, press, sentence, show } from './presenter.ts';

const { visit } = browse();

test('going on tells what a recorded run was; an answer that was given is judged instead', async () => {
  const page = await visit(LESSON, { width: 1920, height: 1080, motion: 'reduce' });
  const before = await keptAtFirst(page);
  await open(page, '?step=who-slept&present=8');
  await show(page).getByText('the truth is covered').waitFor();
  await until(() => sentence(page)).toBe('1 of 6: Who is silent, and why?');
  await show(page)
    .getByText(/ speed$/)
    .waitFor();
  await press(page, 'PageDown');
  await show(page)
    .getByText(/^It was: /)
    .waitFor();
  await until(() => show(page).getByText('the truth is covered').count()).toBe(0);
  await press(page, 'Shift+PageDown');
  await until(() => sentence(page)).toBe('2 of 6: Who is silent, and why?');
  await show(page).getByRole('combobox', { name: 'What happened?' }).selectOption({ label: 'it cannot be told yet' });
  await button(show(page), 'That is my answer').click();
  await show(page)
    .getByText(/^(Right|Not so): /)
    .waitFor();
  await press(page, 'PageUp');
  expect(await kept(page)).toBe(before);
});

test('a class reckons one number at a time: the check says by how much it is off, and how to get there', async () => {
  const page = await visit('lessons/phi-accrual/', { width: 1280, height: 720, motion: 'reduce' });
  await open(page, NUMBER);
  await until(() => sentence(page)).toBe('1 of 3: Read the curve');
  await show(page).getByRole('textbox').fill('100');
  await button(show(page), 'Check').click();
  await show(page)
    .getByText(/Not so:\s/)
    .waitFor();
  await press(page, 'Shift+PageDown');
  await until(() => sentence(page)).toBe('2 of 3: Read the curve');
  await show(page).getByRole('textbox').waitFor();
  await press(page, 'PageDown');
  await show(page)
    .getByText(/Answer:\s/)
    .waitFor();
});
