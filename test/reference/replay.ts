// One vector file, whichever of the three formats it has.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { adapters } from './adapters/table.ts';
import { replayDetectors } from './formats/detectors.ts';
import { replayCases, replayTraces } from './formats/listed.ts';
import { isFields } from './values.ts';
import type { Deferred, Result } from './report.ts';

const here = import.meta.dirname;

export const vectorFolder = join(here, 'vectors');

export function deferredNames(): Deferred {
  return JSON.parse(readFileSync(join(here, 'deferred.json'), 'utf8')) as Deferred;
}

export function vectorFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

export function replay(path: string, deferred: Deferred): readonly Result[] {
  try {
    return replayed(JSON.parse(readFileSync(path, 'utf8')), deferred);
  } catch (error) {
    return [
      { id: path, name: 'file', outcome: 'failed', says: error instanceof Error ? error.message : String(error) },
    ];
  }
}

export function replayed(file: unknown, deferred: Deferred): readonly Result[] {
  if (isFields(file) && 'how_to_read' in file && 'vectors' in file) return replayDetectors(file, adapters, deferred);
  if (isFields(file) && 'format' in file && 'cases' in file) return replayCases(file, deferred);
  if (isFields(file) && 'format' in file && 'traces' in file) return replayTraces(file, deferred);
  throw new Error('none of the three formats of vector files');
}
