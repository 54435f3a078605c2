// Tables as comma-separated values (RFC 4180), for a spreadsheet. A text that a spreadsheet would take for a formula is
// given an apostrophe, because a seed may come out of somebody else's link.

export type Cell = string | number | null;

export function asCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): readonly string[] {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`);
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
