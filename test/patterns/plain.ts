// Whether something survives JSON unchanged: no NaN, Infinity, -0, undefined, typed array or class instance.

export function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object': {
      if (value === null) return true;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
      return Object.values(value).every(isPlain);
    }
    default:
      return false;
  }
}
