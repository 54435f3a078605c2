// What a page has to know, as one text that it carries beside its scripts.

/** JSON. Throws TypeError, naming the field, for a number that JSON would silently turn into null. */
export function written(known: object): string {
  return JSON.stringify(known, (field: string, value: unknown) => {
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    throw new TypeError(`${field}: ${value} cannot be written into a page`);
  });
}
