// A learner's own values written into a real system's configuration. The text has places such as {T}, {T*1000},
// {T+eta} or {T/eta}: knobs and plain numbers joined by + - * /, read from left to right, nothing else. A place that
// names no knob is left as it stands, so that a mistake in a lesson is seen and never evaluated.

const PLACE = /\{([A-Za-z0-9_.+\-*/ ]+)\}/g;

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

export function fill(config: string, values: Values): string {
  return config.replace(PLACE, (whole, inside: string) => {
    const known = values[inside.trim()];
    if (typeof known === 'string' || typeof known === 'boolean') return String(known);
    const value = evaluate(inside, values);
    return value === null ? whole : String(Number(value.toFixed(3)));
  });
}
