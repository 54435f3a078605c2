// The tables of a part of the page as plain rows: what an instrument that is no drawing can be saved as.

export type PlainTable = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The words that are read in a cell, on one line; those of hidden labels too: they say what a button is for. */
function words(cell: Element): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function tablesIn(part: Element): readonly PlainTable[] {
  return [...part.querySelectorAll('table')].map((table) => ({
    head: [...table.querySelectorAll('thead th')].map(words),
    rows: [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map(words)),
  }));
}
