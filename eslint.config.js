// What the compiler cannot see. The core is held to more: nothing ambient (time, chance, locale, timers), none of
// the maths that engines compute differently, nothing asynchronous. Each ban names what to use instead.

import { globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

const CORE = ['kernel', 'patterns', 'world', 'programs', 'measures', 'scenarios', 'grading'].map(
  (layer) => `src/${layer}/**/*.ts`,
);

const TIME = 'The core has no clock: take `now` as a parameter.';
const TIMER = "The core has no timers: set one through the program's context.";
const CHANCE = 'The core has no chance of its own: take a draw in [0, 1) from a named stream (src/kernel/streams.ts).';
const LOCALE = 'The core says the same everywhere: compare with < and >, format where it is shown.';
const MATHS = 'Engines differ in this by a bit: use src/kernel/math.ts.';
const ASYNC = 'The core runs to its end at once: return the value, and let the worker slice the run.';
const OUTSIDE = 'The core knows no outside world: return data, and let the caller act on it.';

const bannedGlobals = {
  Date: TIME,
  performance: TIME,
  Temporal: TIME,
  setTimeout: TIMER,
  setInterval: TIMER,
  setImmediate: TIMER,
  queueMicrotask: TIMER,
  requestAnimationFrame: TIMER,
  crypto: CHANCE,
  Intl: LOCALE,
  Promise: ASYNC,
  fetch: OUTSIDE,
  console: OUTSIDE,
  process: OUTSIDE,
  window: OUTSIDE,
  document: OUTSIDE,
  navigator: OUTSIDE,
  localStorage: OUTSIDE,
  self: OUTSIDE,
  globalThis: OUTSIDE,
  structuredClone: 'Use copy() of src/kernel/plain.ts: it is 3 to 40 times faster and takes plain data only.',
  WeakRef: 'What the collector does differs from run to run: keep the thing, or its index.',
};

const engineMaths =
  'exp log log2 log10 log1p expm1 pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh cbrt hypot';

const bannedProperties = [
  { object: 'Math', property: 'random', message: CHANCE },
  ...engineMaths.split(' ').map((property) => ({ object: 'Math', property, message: MATHS })),
  ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
    property,
    message: LOCALE,
  })),
];

const bannedSyntax = [
  { selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']", message: MATHS },
  { selector: ':function[async=true], AwaitExpression, ForOfStatement[await=true]', message: ASYNC },
  { selector: 'ImportExpression', message: ASYNC },
  {
    selector: "VariableDeclarator[init.name='Math'] > ObjectPattern",
    message: 'Write Math.floor in full: the bans on Math go by name.',
  },
];

export default tseslint.config(
  globalIgnores(['dist/', '.svelte-kit/', '.look/', 'coverage/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  ...tseslint.configs.strict,
  ...svelte.configs['flat/recommended'],
  ...svelte.configs['flat/prettier'],
  {
    rules: {
      // Unused names are the compiler's to report, and it knows about `_`.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // unified's plugins answer "a tree, or nothing".
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      // Links are relative in every prerendered page: test/browser/dist.test.ts reads them all.
      'svelte/no-navigation-without-resolve': 'off',
      // It cannot tell a view's state from a set that a function fills and throws away.
      'svelte/prefer-svelte-reactivity': 'off',
      // Typed arrays are read by indexes that the code has just bounded.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration > ArrowFunctionExpression', message: 'Give it a name.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    rules: {
      // Svelte's $state and $props are declared with let although this code does not reassign them.
      'prefer-const': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteAttribute[key.name='style']",
          message:
            'The security policy refuses style attributes: use a class, an SVG attribute, or style: after mount.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // The doors for HTML, which was made from our own lessons while the site was built.
    files: ['src/widgets/Html.svelte', 'src/routes/_lesson/Prose.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  {
    files: CORE,
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(bannedGlobals).map(([name, message]) => ({ name, message })),
      ],
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-syntax': ['error', ...bannedSyntax],
    },
  },
);
