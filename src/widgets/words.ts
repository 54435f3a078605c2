// How widgets write numbers. A duration keeps the same unit and the same number of decimals while it changes, so
// that nothing beside it moves; counts get thousands separators; nothing here depends on the visitor's locale.

import type { Field, FieldValue } from '../worker/api.ts';

/** As views write them: '43.12' and '0.39 s' of microseconds; '1,694', '1 beat' or '2 beats'; 'n1, n2 and n3'. */
export { capital, clock, counted as many, grouped as count, lasting, list } from '../views/format.ts';

/** How a field's number is written and read: a factor to the unit that is shown, the unit, and decimals. */
export type Scale = { readonly factor: number; readonly unit: string; readonly digits: number };

export function decimals(step: number): number {
  const text = String(Number(step.toPrecision(6)));
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : Math.min(6, text.length - dot - 1);
}

/** Short durations are shown in milliseconds, shares in per cent, and everything with the decimals of its step. */
export function scaleOf(field: Field): Scale {
  switch (field.kind) {
    case 'duration': {
      const step = field.step ?? (field.max - field.min) / 100;
      if (field.max <= 1) return { factor: 1000, unit: 'ms', digits: decimals(Math.max(step * 1000, 1)) };
      return { factor: 1, unit: 's', digits: Math.max(2, decimals(step)) };
    }
    case 'ratio':
      return { factor: 100, unit: '%', digits: decimals((field.step ?? 0.01) * 100) };
    case 'count':
      return { factor: 1, unit: field.unit ?? '', digits: 0 };
    case 'number':
      return { factor: 1, unit: field.unit ?? '', digits: decimals(field.step ?? 0.1) };
    case 'flag':
    case 'choice':
      return { factor: 1, unit: '', digits: 0 };
  }
}

/** The number alone, as it stands in its field: '2.20'. */
export function bare(field: Field, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (field.kind === 'choice') return field.options.find((o) => o.value === value)?.label ?? String(value);
  if (typeof value === 'string') return value;
  const { factor, digits } = scaleOf(field);
  return (value * factor).toFixed(digits);
}

/** With its unit: '2.20 s', '5 %', 'on'. */
export function withUnit(field: Field, value: FieldValue): string {
  const { unit } = scaleOf(field);
  return unit === '' ? bare(field, value) : `${bare(field, value)} ${unit}`;
}

/** The nearest value that the field's steps allow, without the noise of binary fractions. */
export function snap(field: Field, value: number): number {
  if (field.kind === 'flag' || field.kind === 'choice') return value;
  const step = field.kind === 'count' ? (field.step ?? 1) : field.step;
  const kept = Math.min(field.max, Math.max(field.min, value));
  if (step === undefined) return Number(kept.toPrecision(12));
  const steps = Math.round((kept - field.min) / step);
  return Number(Math.min(field.max, field.min + steps * step).toPrecision(12));
}

/** Letters that a list in the column of knobs shows. */
const LISTED = 30;

/** A label too long for a list, "Akka's rule: none that ended a suspicion", as a name and what it means. */
export function halves(label: string): readonly [name: string, means: string] {
  const at = label.indexOf(': ');
  return at < 0 || label.length <= LISTED ? [label, ''] : [label.slice(0, at), label.slice(at + 2)];
}

/** '9:05', as a clock on the wall says it. */
export function timeOfDay(date: Pick<Date, 'getHours' | 'getMinutes'>): string {
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}
