// What a page may do with a finished record by itself: find rows, filter them, say them, and follow their
// causes. Pure helpers without any of the simulation's code.

export {
  firstRowOf,
  indexAt,
  lastRowUpTo,
  nextOrdinal,
  ordinalAt,
  previousOrdinal,
  rowAt,
  typeAt,
} from '../measures/rows.ts';
export { filterRows, GROUPS, type Filter, type Group } from '../measures/filter.ts';
export { say, type Said, type Script } from '../measures/say.ts';
export { causes, effects, silencer } from '../measures/why.ts';
export { breaches, used, type Breach } from '../grading/budget.ts';
