// Everything that only comparing needs, in one piece: the state of the second run, and what draws the two.

export { Comparison } from './compare.svelte.ts';
export { default as Bar } from './CompareBar.svelte';
export { default as Clusters } from './CompareClusters.svelte';
export { default as Both } from './ComparePanel.svelte';
