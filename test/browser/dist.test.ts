// What was built, as files: safe under the site's own security policy, free of other hosts, and with the simulation
// in the worker where it belongs. The pages' behaviour is tested in the other files of this folder.

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../tools/run.ts';

const dist = join(ROOT, 'dist');
const files = (pattern: string) => globSync(pattern, { cwd: dist }).sort();
const text = (file: string) => readFileSync(join(dist, file), 'utf8');

const pages = files('**/*.html');
const scripts = files('**/*.js');
const styles = files('**/*.css');

/** Stands in the kernel's own source for this test to find. */
const KERNEL = 'fault-lab-kernel';

/** Scripts that load with `roots`, without being asked for by import(). */
function loadedWith(roots: readonly string[]): string[] {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, path = ''] of text(file).matchAll(/\b(?:import|from)\s*["'](\.[^"']+\.js)["']/g)) {
      queue.push(normalize(join(dirname(file), path)));
    }
  }
  return [...seen];
}

function preloaded(page: string): string[] {
  const links = text(page).matchAll(/<link href="([^"]+\.js)" rel="after-paint"/g);
  return [...links].map(([, href = '']) => normalize(join(dirname(page), href)));
}

test('there are pages to look at', () => {
  expect(pages).toContain('index.html');
  expect(pages).toContain('404.html');
});

describe.each(pages)('%s', (page) => {
  const html = text(page);
  const policy = /http-equiv="content-security-policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';

  test('allows nothing unsafe', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('names every inline script and style by its hash', () => {
    const inline = html.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g);
    for (const [, , body = ''] of inline) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
    }
  });

  test('has no style attribute, which the policy would refuse', () => {
    expect(html.match(/<[^>]+\sstyle=[^>]*>/)?.[0]).toBeUndefined();
  });

  test('has no script in an attribute', () => {
    expect(html.match(/<[^>]+\son[a-z]+=[^>]*>/)?.[0]).toBeUndefined();
  });

  test('loads nothing from another host or from the root of this one', () => {
    const withoutLinks = html.replaceAll(/<a\s[^>]*href="https?:[^>]*>/g, '');
    expect(withoutLinks.match(/(?:src|srcset|href|action|data)="(?:https?:)?\/[^"]*"/g) ?? []).toEqual([]);
  });

  test('asks for its style sheet first, for few faces, and for scripts only when it has been painted', () => {
    const asked = [...html.matchAll(/<link [^>]*rel="(stylesheet|preload|modulepreload|after-paint)"/g)];
    const kinds = asked.map(([, kind]) => kind);
    expect(kinds.filter((kind) => kind === 'stylesheet').length).toBeLessThanOrEqual(1);
    expect(kinds.indexOf('stylesheet')).toBeLessThanOrEqual(0);
    expect(kinds.filter((kind) => kind === 'preload').length).toBeLessThanOrEqual(3);
    expect(kinds).not.toContain('modulepreload');
    expect(html.includes('painted.then(() => import(')).toBe(html.includes('/entry/start.'));
  });

  test('asks for every script that it begins with at once: none of them is found out about by reading another', () => {
    expect(loadedWith(preloaded(page)).toSorted()).toEqual(preloaded(page).toSorted());
  });

  test('carries what it knows beside its scripts: none has more than 8 KB to be read as a program', () => {
    const programs = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, program = '']) => program.length);
    expect(Math.max(...programs)).toBeLessThanOrEqual(8 * 1024);
  });

  test('asks for at most 120 KB of compressed script before it can be used', () => {
    const size = loadedWith(preloaded(page)).reduce((sum, file) => sum + gzipSync(text(file)).length, 0);
    expect(size).toBeLessThanOrEqual(120 * 1024);
  });
});

test('no style sheet fetches from another host', () => {
  for (const file of styles)
    expect(text(file).match(/(?:url\(|@import)\s*["']?(?:https?:)?\/\//g) ?? [], file).toEqual([]);
});

test('scripts name other hosts only in links, XML namespaces and the addresses of error descriptions', () => {
  const harmless = /^https?:\/\/(www\.w3\.org\/|svelte\.dev\/e\/)/;
  for (const file of scripts) {
    const withoutLinks = text(file).replaceAll(/href=\\?["']https?:[^"'\\]*/g, '');
    const urls = withoutLinks.match(/https?:\/\/[\w.-]+[^\s"'`\\)]*/g) ?? [];
    expect(
      urls.filter((url) => !harmless.test(url)),
      file,
    ).toEqual([]);
  }
});

describe('the simulation', () => {
  test('is in no script that a page loads by itself', () => {
    const roots = scripts.filter((file) => /_app\/immutable\/(entry|nodes)\//.test(file));
    const guilty = loadedWith([...roots, ...pages.flatMap(preloaded)]).filter((file) => text(file).includes(KERNEL));
    expect(guilty).toEqual([]);
  });

  test('is in a worker', () => {
    const workers = scripts.filter((file) => file.includes('/workers/'));
    expect(loadedWith(workers).some((file) => text(file).includes(KERNEL))).toBe(true);
  });
});
