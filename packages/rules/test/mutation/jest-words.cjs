/**
 * The house's tests are written for jest, which loads everything anew for each mutant: nine seconds apiece. Mocha keeps what is
 * loaded, so a mutant costs milliseconds. This gives mocha the words of jest that our tests use.
 */
const { interfaces } = require('mocha');
const { bind } = require('jest-each');
const { expect } = require('expect');
const fc = require('fast-check');

/** The same facts for each mutant, and few: a fault that needs hundreds of tries is for the jest run. */
fc.configureGlobal({ seed: 1, numRuns: 20 });

const { bdd } = interfaces;
interfaces.bdd = function jestWords(suite) {
  bdd(suite);
  suite.on('pre-require', (context) => {
    context.expect = expect;
    context.test = context.it;
    context.beforeAll = context.before;
    context.afterAll = context.after;
    for (const word of [context.describe, context.it]) word.each = bind(word, false);
  });
  suite.afterAll(forgetLoading);
};

/**
 * Some suites assess while they are loaded. What a test reaches too is no static mutant for that: it can be switched on and off
 * without loading everything again.
 */
function forgetLoading() {
  const coverage = globalThis.__stryker__?.mutantCoverage;
  if (coverage === undefined) return;
  for (const reached of Object.values(coverage.perTest))
    for (const mutant of Object.keys(reached)) delete coverage.static[mutant];
}
