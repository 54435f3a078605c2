// The two formats of which the lab replays nothing yet: cases about clusters (format.kinds, cases) and
// traces of the request path (format.dialects and format.functions, traces). Everything in them must be
// declared by its header and deferred by name; each row of a case and each case of a vector set counts.

import { fields, isFields, list, text } from '../values.ts';
import type { Deferred, Result } from '../report.ts';

function judged(
  id: string,
  name: string,
  where: string,
  declared: unknown,
  deferred: Deferred,
  times: number,
): Result[] {
  const one = ((): Result => {
    if (!isFields(declared) || !Object.hasOwn(declared, name)) {
      return { id, name, outcome: 'failed', says: `undeclared in ${where}: ${name}` };
    }
    const entry = declared[name];
    if (isFields(entry) && entry['adapter'] === null) return { id, name, outcome: 'data' };
    const reason = deferred[where]?.[name];
    return { id, name, outcome: reason === undefined ? 'unlisted' : 'deferred', says: reason ?? 'no adapter' };
  })();
  return Array.from({ length: times }, () => one);
}

export function replayCases(file: unknown, deferred: Deferred): readonly Result[] {
  const { format, cases } = fields(file);
  const kinds = fields(format)['kinds'];
  return list(cases).flatMap((raw) => {
    const one = fields(raw);
    const rows = one['rows'] === undefined ? 1 : list(one['rows']).length;
    return judged(text(one['id']), text(one['kind']), 'kinds', kinds, deferred, rows);
  });
}

export function replayTraces(file: unknown, deferred: Deferred): readonly Result[] {
  const { format, traces } = fields(file);
  const { dialects, functions } = fields(format);
  return list(traces).flatMap((raw) => {
    const one = fields(raw);
    const id = text(one['id']);
    if (one['steps'] !== undefined) {
      return judged(id, `${text(one['pattern'])}/${text(one['dialect'])}`, 'dialects', dialects, deferred, 1);
    }
    return judged(id, text(one['fn']), 'functions', functions, deferred, list(one['cases']).length);
  });
}
