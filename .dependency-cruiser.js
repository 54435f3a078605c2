// Layers: imports go down only, and nowhere in circles. Each core layer lists what it stands on; from the views
// upward code sees the core through src/worker/ alone, so that no page can pull the kernel into its own thread.

/** What each layer may import, itself aside. */
const BELOW = {
  kernel: [],
  patterns: ['kernel'],
  world: ['kernel'],
  programs: ['kernel', 'patterns', 'world'],
  measures: ['kernel', 'patterns', 'world', 'programs'],
  scenarios: ['kernel', 'patterns', 'world', 'programs', 'measures'],
  grading: ['kernel', 'patterns', 'world', 'programs', 'measures', 'scenarios'],
  content: ['kernel', 'patterns', 'world', 'programs', 'measures', 'scenarios', 'grading'],
  worker: ['kernel', 'patterns', 'world', 'programs', 'measures', 'scenarios', 'grading', 'content'],
  cli: ['kernel', 'patterns', 'world', 'programs', 'measures', 'scenarios', 'grading', 'content', 'worker'],
  views: [],
  widgets: ['views'],
  routes: ['views', 'widgets'],
};

const layers = Object.keys(BELOW);
const core = '^src/(kernel|patterns|world|programs|measures|scenarios|grading)/';
const page = '^src/(views|widgets|routes)/';
/** The doors through which a page sees the core: types, the client, and pure helpers that read a record. */
const doors = '^src/(worker/(api|client|reading|writing|local)\\.ts$|content/blocks\\.ts$)';
const style = '^src/app\\.css$';
/** Code that runs while the pages are prerendered and never reaches a browser. */
const server = '^src/(routes/.*\\+(page|layout)\\.server\\.ts$|hooks\\.server\\.ts$)';

const rules = layers.map((layer) => ({
  name: `${layer}-looks-down`,
  comment: `${layer} may import from: ${[layer, ...BELOW[layer]].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${layer}/`, ...(layer === 'routes' ? { pathNot: server } : {}) },
  to: {
    path: '^src/',
    pathNot: [`^src/(${[layer, ...BELOW[layer]].join('|')})/`, ...(page.includes(layer) ? [doors, style] : [])],
  },
}));

export default {
  forbidden: [
    ...rules,
    {
      name: 'no-circles',
      comment: 'What two files share belongs in a third, below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'local-is-for-servers',
      comment:
        'worker/local.ts holds the whole core: only what prerenders pages, the command line and tests import it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(worker|cli)/', server] },
      to: { path: '^src/worker/local\\.ts$' },
    },
    {
      name: 'lab-needs-no-pixels',
      comment: 'What a lab is and what is kept of it stands below the widgets that show it.',
      severity: 'error',
      from: { path: '^src/widgets/(lab|progress)/' },
      to: { path: '^src/widgets/', pathNot: ['^src/widgets/(lab|progress)/', '^src/widgets/words\\.ts$'] },
    },
    {
      name: 'core-stands-alone',
      comment: "The core imports nothing of Node's, and of packages only seedrandom's alea and valibot's schemas.",
      severity: 'error',
      from: { path: core },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev'],
        pathNot: ['node_modules/seedrandom', 'node_modules/valibot'],
      },
    },
    {
      name: 'core-needs-no-tests',
      comment: 'What ships does not lean on what tests it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$', '/\\$types$', '^node:', '^virtual:'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist', '^\\.svelte-kit'] },
    exclude: { path: ['\\.(css|svg|png|woff2)$', '^test/reference/.*\\.json$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'default', 'types'] },
  },
};
