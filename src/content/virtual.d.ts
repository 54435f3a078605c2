// What plugin.ts provides.

declare module 'virtual:lessons' {
  export const contents: readonly import('./blocks.ts').Contents[];
  export const load: { readonly [id: string]: () => Promise<import('./blocks.ts').Lesson> };
}

declare module 'virtual:glossary' {
  export const glossary: readonly import('./glossary.ts').Word[];
}
