import fc from 'fast-check';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { changed, removed, smallBook } from '../../test/small-book.js';
import { compile } from '../engine/compile.js';
import { canonicalJson } from '../exact/canonical-json.js';
import { sha256 } from '../exact/sha256.js';
import { verifyPackage } from './verify-package.js';

const hashOf = (value: unknown): string => sha256(canonicalJson(value));

/** A package of four units under the small book, sealed the way publications are. */
function aPackage(): Record<string, unknown> {
  const book = smallBook();
  const [units = []] = fc.sample(unitsFor(book, { from: 4, to: 4 }), { numRuns: 1, seed: 7 });
  const { engine, bookHash, basis, problems, ...run } = compile(book).assess(units, { basis: 'verified' });
  const facts = { format: 'heng-facts/1', units };
  const results = { engine, bookHash, basis, units: run.units, problems };
  return {
    format: 'heng-package/1',
    cycle: { id: 'c', title: '2026 年度考核', year: 2026, owner: '1' },
    ruleBook: book,
    facts,
    previous: null,
    organizations: [],
    engine,
    results,
    hashes: { ruleBook: bookHash, facts: hashOf(facts), previous: null, results: hashOf(results) },
  };
}

const verify = (document: unknown) => {
  const read = verifyPackage(canonicalJson(document));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.verified;
};
const failed = (document: unknown) => verify(document).checks.flatMap(({ check, ok }) => (ok ? [] : [check]));

describe('a sealed package', () => {
  it('is confirmed when nothing in it was touched, and its hash is that of its text', () => {
    const sealed = aPackage();
    const { checks, difference, hash, units } = verify(sealed);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect([difference, units, hash]).toEqual([null, 4, sha256(canonicalJson(sealed))]);
  });

  it('names the unit and the indicator of a digit that was changed, sealed and recomputed', () => {
    const tampered = changed(aPackage(), { '/results/units/2/indicators/1/points': '19.99' });
    const { difference } = verify(tampered);
    expect(difference).toMatchObject({
      unit: expect.any(String),
      what: 'indicator',
      id: 'A2',
      sealed: '19.99',
      path: '/units/2/indicators/1/points',
    });
    expect(difference?.recomputed).not.toBe('19.99');
    expect(failed(tampered)).toEqual(['hash-results', 'recomputed']);
  });

  it('finds every figure of a unit that was changed', () => {
    const sealed = aPackage();
    for (const [path, what] of [
      ['/results/units/1/total', 'total'],
      ['/results/units/1/rank', 'rank'],
      ['/results/units/1/grade', 'grade'],
      ['/results/units/1/soFar/points', 'soFar'],
      ['/results/units/1/sections/0/points', 'section'],
      ['/results/units/1/cohortSize', 'cohortSize'],
      ['/results/bookHash', 'bookHash'],
    ] as const) {
      const { difference } = verify(changed(sealed, { [path]: 'forged' }));
      expect([path, difference?.what, difference?.sealed]).toEqual([path, what, 'forged']);
    }
  });

  it('notices results that were forged together with their hash, and facts that were changed', () => {
    const sealed = aPackage() as { results: object; hashes: object; facts: object };
    const results = changed(sealed.results, { '/units/0/total': '100' });
    const forged = { ...sealed, results, hashes: { ...sealed.hashes, results: hashOf(results) } };
    expect(failed(forged)).toEqual(['recomputed']);
    const otherFacts = changed(sealed, { '/facts/units/0/facts/rate': { verified: '1.5', declared: '1.5' } });
    expect(failed(otherFacts)).toContain('hash-facts');
  });

  it('notices a unit that was left out of the results', () => {
    const { difference } = verify(changed(aPackage(), { '/results/units/3': removed }));
    expect(difference).toMatchObject({ unit: 'u4', what: 'unit', path: '/units/3', sealed: null });
  });

  it('tells of another engine, whatever its results', () => {
    expect(failed(changed(aPackage(), { '/results/engine': 'heng-engine/0.1' }))).toContain('engine');
  });

  it.each([
    ['no JSON', '{'],
    ['another document', '{"format":"heng-facts/1"}'],
    ['no results', '{"format":"heng-package/1"}'],
    ['null', 'null'],
  ])('is refused with what to do when it is %s', (_what, text) => {
    expect(verifyPackage(text)).toMatchObject({ ok: false, problems: [{ code: 'NOT_A_PACKAGE' }] });
  });

  it('is refused when its rule book or facts cannot be read, each place under its part', () => {
    const book = verifyPackage(canonicalJson(changed(aPackage(), { '/ruleBook/year': 'x' })));
    expect(book.ok ? [] : book.problems.map(({ path }) => path)).toEqual(['/ruleBook/year']);
    const facts = verifyPackage(canonicalJson(changed(aPackage(), { '/facts/units/0/code': 5 })));
    expect(facts.ok ? [] : facts.problems.map(({ path }) => path)).toEqual(['/facts/units/0/code']);
  });

  it('is refused when it is nested without end', () => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = canonicalJson(aPackage()).replace('"problems":[]', `"problems":${nested}`);
    expect(verifyPackage(text)).toMatchObject({ ok: false, problems: [{ code: 'TOO_DEEP' }] });
  });

  it('is never thrown at, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof verifyPackage(text).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
