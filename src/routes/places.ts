// The pages that every page leads to, above and below.

export const PLACES = [
  { id: '/lessons', title: 'Course' },
  { id: '/glossary', title: 'Glossary' },
  { id: '/reference', title: 'Reference' },
] as const;
