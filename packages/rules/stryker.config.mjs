/**
 * Mutation testing of the scoring and ranking code: how many deliberate faults do the tests find?
 * From packages/rules: `npx stryker run` asks about all of it (half an hour on two cores),
 * `npx stryker run --mutate src/engine/rank-units.ts` about one file.
 * The copy in .stryker-tmp is compiled in place, and mocha runs the specs of jest (see test/mutation).
 */
export default {
  mutate: [
    'src/{engine,measures,families,exact}/**/*.ts',
    '!src/**/*.spec.ts',
    // Words, not arithmetic.
    '!src/families/{family,registry,band-words}.ts',
  ],
  // Strings are codes, which the types check, and words.
  mutator: { excludedMutations: ['StringLiteral'] },
  plugins: ['@stryker-mutator/mocha-runner', './test/mutation/leave-words-out.mjs'],
  ignorers: ['words'],
  ignoreStatic: true,

  ignorePatterns: ['dist', 'bench', 'src/lint', 'src/batch', 'cases/truth', 'cases/rulebooks'],
  buildCommand: 'node test/mutation/compile.mjs',

  testRunner: 'mocha',
  mochaOptions: {
    require: ['./test/mutation/jest-words.cjs'],
    spec: [
      'test/mutation/warm-up.mjs',
      'src/{engine,measures,families,exact,explain}/**/*.spec.js',
      'test/cases.spec.js',
      'test/catalogue.spec.js',
    ],
    // Seconds of sentences over arbitrary facts and over the whole catalogue: too slow to ask again for each mutant.
    grep: '^(?!.*(\\[XP3\\]|every example is explained))',
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 5000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'mutation.json' },
  thresholds: { high: 95, low: 90, break: 85 },
  tempDirName: '.stryker-tmp',
};
