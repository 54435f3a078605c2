// The lab in the caller's own thread: for tests, the command line, server rendering, and pages in which no
// worker can start. The same engine, so the same records.

import type { LabApi } from './api.ts';
import { Engine } from './engine.ts';
import type { ScenarioBook } from './run-key.ts';

export type { ScenarioBook };

export function localLab(book: ScenarioBook): LabApi {
  return new Engine(book);
}
