// The promises that open src/styles/tokens.css, read from the file itself: what stands on what, how far apart the
// marks are, and that the blocks repeated for the system's preferences say the same as their themes.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ciede2000, contrast, distance, EYES, parseHex } from './colour.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = { readonly [name: string]: string };

function block(selector: string, within = css): Tokens {
  const at = within.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`no block for ${selector}`);
  const body = within.slice(within.indexOf('{', at) + 1, within.indexOf('}', at));
  const pairs = body.split(';').map((line) => line.split(/:(.*)/s).map((part) => part.trim()));
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name, value]) => [name!.replace('--', ''), value!]));
}

const THEMES = ['light', 'dark', 'contrast', 'projector'] as const;
/** From the table of design figures: least contrast of words and marks, least distance between two marks. */
const PROMISED = {
  light: { words: 4.5, marks: 3, apart: 10.8 },
  dark: { words: 4.5, marks: 3, apart: 10.8 },
  contrast: { words: 7, marks: 4.5, apart: 10.8 },
  projector: { words: 7, marks: 4.5, apart: 10.8 },
};

const GROUNDS = ['ground', 'panel', 'sunken', 'raised'];
const STATES = ['up', 'suspect', 'down', 'paused', 'minority', 'fork', 'accent'];
const INKS = ['ink', 'ink-2', 'ink-3'];
const APART = ['up', 'suspect', 'down', 'paused', 'fork', 'accent', 'message', 'ink'];
const WASHES = STATES.map((state) => `${state}-soft`);

for (const theme of THEMES) {
  const tokens = block(`[data-theme='${theme}']`);
  const colour = (name: string) => parseHex(tokens[name] ?? '');
  const least = (fronts: readonly string[], backs: readonly string[]) =>
    Math.min(...fronts.flatMap((front) => backs.map((back) => contrast(colour(front), colour(back)))));
  const { words, marks, apart } = PROMISED[theme];

  describe(`the ${theme} theme`, () => {
    for (const state of STATES) {
      test(`marks of ${state} stand out on every ground and on their own wash`, () => {
        expect(least([state], [...GROUNDS, `${state}-soft`])).toBeGreaterThanOrEqual(marks);
      });

      test(`words of ${state} can be read on every ground and every wash`, () => {
        expect(least([`${state}-text`], [...GROUNDS, ...WASHES])).toBeGreaterThanOrEqual(words);
      });
    }

    test('ink can be read on every ground and every wash', () => {
      expect(least(INKS, [...GROUNDS, ...WASHES])).toBeGreaterThanOrEqual(words);
    });

    test('words on filled things can be read', () => {
      expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(words);
      expect(contrast(colour('on-ink'), colour('ink'))).toBeGreaterThanOrEqual(words);
    });

    test('other marks, edges of what can be pressed and links stand out on every ground', () => {
      const others = ['leader', 'heartbeat', 'message', 'control', 'link'];
      expect(least(others, GROUNDS)).toBeGreaterThanOrEqual(marks);
    });

    for (const [eyes, matrix] of Object.entries(EYES)) {
      test(`no two marks look alike to ${eyes} eyes`, () => {
        const pairs = APART.flatMap((a, at) => APART.slice(at + 1).map((b) => [a, b] as const));
        for (const [a, b] of pairs) {
          // The promise is given to one decimal.
          const rounded = Math.round(distance(colour(a), colour(b), matrix) * 10) / 10;
          expect(rounded, `${a} and ${b}`).toBeGreaterThanOrEqual(apart);
        }
      });
    }
  });
}

describe('without a chosen theme', () => {
  for (const [media, theme] of [
    ['prefers-color-scheme: dark', 'dark'],
    ['prefers-contrast: more', 'contrast'],
  ] as const) {
    test(`${media} says what the ${theme} theme says`, () => {
      const within = css.slice(css.indexOf(`@media (${media})`));
      expect(block(':root:not([data-theme])', within)).toEqual(block(`[data-theme='${theme}']`));
    });
  }

  test('every theme names every colour that the light one names', () => {
    const names = Object.keys(block(`[data-theme='light']`));
    for (const theme of THEMES) {
      expect(Object.keys(block(`[data-theme='${theme}']`))).toEqual(expect.arrayContaining(names));
    }
    const forced = css.slice(css.indexOf('forced-colors'));
    expect([...Object.keys(block(':root, [data-theme]', forced)), 'color-scheme']).toEqual(
      expect.arrayContaining(names),
    );
  });
});

test('on a projector the smallest words are 13 px before they are drawn larger, so 26 px at 1920 by 1080', () => {
  const sizes = Object.entries(block(`[data-theme='projector']`)).filter(([name]) => name.startsWith('text-'));
  expect(sizes.length).toBeGreaterThan(4);
  for (const [, size] of sizes) expect(parseFloat(size) * 16).toBeGreaterThanOrEqual(13);
});

test('no component has a colour of its own, so that every theme and the system can change all of them', () => {
  const files = globSync('src/**/*.{svelte,css}').filter((file) => !file.endsWith('tokens.css'));
  const own = files.flatMap((file) => {
    const style = /<style>([\s\S]*)<\/style>/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    const text = file.endsWith('.css') ? readFileSync(file, 'utf8') : style;
    const colours = text.match(/#[0-9a-f]{3,8}\b(?=[;\s])|\b(rgb|hsl|oklch)\([^)]*\)/gi) ?? [];
    // Nothing but darkness: behind a dialog, and over a screen that is blank.
    return colours.filter((colour) => !['rgb(0 0 0 / 0.4)', '#000'].includes(colour)).map((it) => `${file}: ${it}`);
  });
  expect(own).toEqual([]);
});

// Pairs 1, 7, 13, 17 and 24 of the test data that Sharma et al. publish beside their paper.
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('CIEDE2000 of %j and %j is %d', (a, b, expected) => {
  expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
});
