// Portable mathematics. The standard lets every engine round exp, log and friends its own way, and they
// do; one differing last bit changes a draw, then a time, then the whole run. Everything here is built
// from operations that IEEE 754 rounds exactly (+ - * / and the square root), so a run has one fingerprint
// in every engine. The core uses these in place of Math.exp, Math.log and so on; lint sees to it.

export { exp, expm1, power10 } from './math/exponential.ts';
export { ln10, log, log10, log1p, log10e } from './math/logarithm.ts';
export { erfc } from './math/error-function.ts';
export { inverseNormal, inverseNormalTail, normalTail, normalTailPhi } from './math/normal.ts';
