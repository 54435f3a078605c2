// A learner's own values written into a real system's configuration. The text has places such as {T}, {T*1000},
// {T+eta} or {T/eta}: knobs and plain numbers joined by + - * /, read from left to right, nothing else; {T:0} rounds to
// so many decimals. A place that names no knob is left as it stands, so that a mistake in a lesson is seen and never
// evaluated.

const PLACE = /\{([A-Za-z0-9_.+\-*/ ]+)(?::(\d))?\}/g;

type Values = { readonly [knob: string]: unknown };

function term(text: string, values: Values): number | null {
  const word = text.trim();
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word);
  const value = Object.hasOwn(values, word) ? values[word] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The value of one place, or null if it is not a sum of known things. */
function evaluate(text: string, values: Values): number | null {
  const parts = text.split(/([+\-*/])/);
  let sum = term(parts[0] ?? '', values);
  for (let i = 1; i + 1 < parts.length && sum !== null; i += 2) {
    const next = term(parts[i + 1] ?? '', values);
    if (next === null) return null;
    switch (parts[i]) {
      case '+':
        sum += next;
        break;
      case '-':
        sum -= next;
        break;
      case '*':
        sum *= next;
        break;
      default:
        sum /= next;
    }
  }
  return sum === null || !Number.isFinite(sum) ? null : sum;
}

/** What stands at one place: known words as they are, a sum with so many decimals at most. */
function written(inside: string, digits: string | undefined, values: Values): string | null {
  const known = Object.hasOwn(values, inside.trim()) ? values[inside.trim()] : undefined;
  if (typeof known === 'string' || typeof known === 'boolean') return String(known);
  const value = evaluate(inside, values);
  return value === null ? null : String(Number(value.toFixed(Number(digits ?? 3))));
}

export function fill(config: string, values: Values): string {
  return config.replace(PLACE, (whole, inside: string, digits?: string) => written(inside, digits, values) ?? whole);
}

/** A piece of a line; `yours` where a value was filled in. */
export type Piece = { readonly text: string; readonly yours: boolean };

/** The same, line by line, with what was filled in told apart. */
export function filledLines(config: string, values: Values): readonly (readonly Piece[])[] {
  return config.split('\n').map((line) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const match of line.matchAll(PLACE)) {
      const [whole, inside = '', digits] = match;
      const text = written(inside, digits, values);
      if (text === null) continue;
      pieces.push({ text: line.slice(from, match.index), yours: false }, { text, yours: true });
      from = match.index + whole.length;
    }
    return [...pieces, { text: line.slice(from), yours: false }].filter(({ text }) => text !== '');
  });
}
