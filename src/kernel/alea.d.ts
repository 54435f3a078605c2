// The one module of seedrandom that the core uses; the published types cover only its main entry.
declare module 'seedrandom/lib/alea.js' {
  type AleaState = { readonly s0: number; readonly s1: number; readonly s2: number; readonly c: number };
  type Alea = { (): number; double(): number; state(): AleaState };
  export default function alea(seed: string, options: { readonly state: true }): Alea;
}
