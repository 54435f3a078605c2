// A finished record in formats that other programs read: JSON lines, a trace for Perfetto, a log for ShiViz, and tables
// for a spreadsheet. Pure like reading.ts, and apart from it because a page wants them only when somebody saves a file.

export { asCsv, type Cell } from '../measures/written/csv.ts';
export { asLines, asText } from '../measures/written/lines.ts';
export { asShiViz } from '../measures/written/shiviz.ts';
export { asTrace } from '../measures/written/trace.ts';
