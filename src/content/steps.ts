// A lesson's page cut into steps: each `## Title` begins one, prose between fences becomes one HTML block, and a
// fence whose language names a block becomes that block. Fences in other languages stay prose: code to read.

import type { Block, Step } from './blocks.ts';
import { fence, kinds, type Kind, type Setting } from './fences.ts';
import { walk, words, type Content, type Root } from './markdown.ts';
import type { Place } from './problems.ts';
import { inFile, pageHtml } from './prose.ts';

export type Page = { readonly file: string; readonly text: string; readonly tree: Root };

type Heading = { readonly id: string; readonly title: string; readonly place: Place; readonly nodes: Content[] };

/** "How long until you know?" is how-long-until-you-know. */
export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The steps' headings, each with the nodes below it. What stands before the first is returned apart. */
export function headings(page: Page): { readonly steps: readonly Heading[]; readonly before: readonly Content[] } {
  const locate = inFile(page.file, page.text);
  const steps: Heading[] = [];
  const before: Content[] = [];
  for (const node of page.tree.children) {
    if (node.type === 'yaml') continue;
    if (node.type === 'heading' && node.depth === 2) {
      const title = words(node).trim();
      steps.push({ id: slug(title), title, place: locate(node), nodes: [] });
    } else {
      (steps.at(-1)?.nodes ?? before).push(node);
    }
  }
  return { steps, before };
}

export function compileStep(heading: Heading, page: Page, core: boolean, setting: Setting): Step {
  const locate = inFile(page.file, page.text);
  const { problems } = setting.shelf;
  const blocks: Block[] = [];
  let prose: Content[] = [];
  let labs = 0;
  const flush = (): void => {
    const html = prose.length === 0 ? '' : pageHtml(prose, setting.shelf, locate);
    if (html !== '') blocks.push({ kind: 'html', html });
    prose = [];
  };
  for (const node of heading.nodes) {
    walk(node, (inner) => {
      if (inner.type === 'heading' && inner.depth !== 3) problems.add(locate(inner), 'headings in a step are ###');
      if (inner.type === 'code' && inner !== node && isKind(inner.lang)) {
        problems.add(locate(inner), `'${inner.lang}' must stand by itself, not in a list or quotation`);
      }
    });
    if (node.type !== 'code' || !isKind(node.lang)) {
      prose.push(node);
      continue;
    }
    flush();
    if (node.lang === 'lab' && ++labs > 1) problems.add(locate(node), 'a step has at most one lab');
    const { line, column } = locate(node);
    const block = fence(node.lang, node.value, { file: page.file, line: line + 1, column }, heading.id, setting);
    if (block !== null) blocks.push(block);
  }
  flush();
  return { id: heading.id, title: heading.title, core, blocks };
}

function isKind(language: string | null | undefined): language is Kind {
  return (kinds as readonly (string | null | undefined)[]).includes(language);
}
