// House rules that no other tool checks. Each one names what to do instead.

import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const LONGEST_FILE = 300;
const LONGEST_LINE = 120;

const kept = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
const files = kept.split('\n').filter((file) => file !== '' && existsSync(file));
const code = files.filter((file) => /^(src|test)\/.*\.(ts|svelte|css)$/.test(file) || /^[^/]+\.(ts|js)$/.test(file));
const text = (file: string) => readFileSync(file, 'utf8');
const lines = (file: string) => text(file).trimEnd().split('\n');

describe('files', () => {
  test(`have at most ${LONGEST_FILE} lines: what is longer holds two ideas`, () => {
    const long = code
      .map((file) => `${file}: ${lines(file).length}`)
      .filter((row) => Number(row.split(': ')[1]) > LONGEST_FILE);
    expect(long).toEqual([]);
  });

  test(`have lines of at most ${LONGEST_LINE} characters`, () => {
    const wide = code.flatMap((file) =>
      lines(file).flatMap((line, at) => (line.length > LONGEST_LINE ? [`${file}:${at + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });

  test('open by saying what they are for', () => {
    const mute = code.filter((file) => !/^(\/\/|\/\*|<!--|#!)/.test(text(file)));
    expect(mute).toEqual([]);
  });

  test('have names in kebab case, and components in Pascal case', () => {
    const odd = code.filter((file) => {
      const name = basename(file).replace(/(\.svelte|\.test|\.config|\.d)?\.(ts|js|css|svelte)$/, '');
      if (name.startsWith('+') || name.startsWith('.')) return false;
      const isComponent = file.endsWith('.svelte');
      return !(isComponent ? /^[A-Z][A-Za-z0-9]*$/ : /^[a-z0-9]+([-.][a-z0-9]+)*$/).test(name);
    });
    expect(odd).toEqual([]);
  });
});

const withoutCode = (markdown: string) => markdown.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');

test('links between the documents lead somewhere', () => {
  const documents = files.filter((file) => file.endsWith('README.md'));
  const dead = documents.flatMap((file) =>
    [...withoutCode(text(file)).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, path = '']) => join(dirname(file), path))
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(dead).toEqual([]);
});

// Spelt in halves, so that this file does not find itself.
const BANNED: readonly { readonly says: string; readonly pattern: RegExp }[] = [
  {
    says: 'nothing is left for later: do it, or leave it out',
    pattern: new RegExp('\\b(TO' + 'DO|FIX' + 'ME|XX' + 'X|HA' + 'CK)\\b'),
  },
  {
    says: 'no test is skipped or alone: delete it, or mend it',
    pattern: /\b(it|test|describe)\.(skip|only|todo|fixme)\b/,
  },
  {
    says: 'no check is silenced: mend what it found',
    pattern: new RegExp('@ts-(ig' + 'nore|nocheck|expect-error)|eslint-dis' + 'able'),
  },
];

describe('in src, test and lessons', () => {
  for (const { says, pattern } of BANNED) {
    test(says, () => {
      const searched = files.filter((file) => /^(src|test|lessons)\/.*\.(ts|svelte|css|md|json)$/.test(file));
      const sources = searched.filter((file) => file !== 'test/tidy.test.ts' && !file.startsWith('test/reference/'));
      const hits = sources.flatMap((file) =>
        lines(file).flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : [])),
      );
      expect(hits).toEqual([]);
    });
  }
});

/** Folders of things that can be added to, and the registry that has to name each of them. */
const FOLDERS = [
  { folder: 'src/patterns/detectors', registry: 'src/patterns/detectors/registry.ts' },
  { folder: 'src/patterns/guards', registry: 'src/patterns/guards/registry.ts' },
  { folder: 'src/world/faults', registry: 'src/world/faults/registry.ts' },
  { folder: 'src/programs', registry: 'src/programs/registry.ts' },
  { folder: 'src/measures/measures', registry: 'src/measures/registry.ts' },
];

const imported = (file: string) => [...text(file).matchAll(/from '([^']+)'/g)].map(([, path = '']) => basename(path));

describe.each(FOLDERS)('$folder', ({ folder, registry }) => {
  test('has every file in its registry, unless it only serves those that are', () => {
    const all = globSync('*.ts', { cwd: folder });
    const served = new Set([registry, ...all.map((file) => `${folder}/${file}`)].flatMap(imported));
    expect(all.filter((file) => file !== basename(registry) && !served.has(file))).toEqual([]);
  });
});
