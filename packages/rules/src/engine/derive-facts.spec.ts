import { bookOf, byPercent, numberFact, unitOf } from '../../test/book-of.js';
import type { FromResults } from '../format/fact.js';
import type { AssessedUnit } from '../format/facts-document.js';
import { compile } from './compile.js';
import { deriveFacts } from './derive-facts.js';

const villages = bookOf([byPercent('A', '100', 'x')], {
  id: 'villages',
  grades: [
    { id: 'good', title: { zh: '好', en: 'good' }, atLeast: '80' },
    { id: 'rest', title: { zh: '其他', en: 'rest' } },
  ],
});
const units = [
  unitOf('v1', { x: '90' }, { parent: 'town' }),
  unitOf('v2', { x: '80' }, { parent: 'town' }),
  unitOf('v3', { x: '71' }, { parent: 'town' }),
  unitOf('v4', { x: '50' }, { parent: 'other' }),
];
const results = new Map([['villages', { assessment: compile(villages).assess(units), units }]]);

function derived(from: Partial<FromResults>, of: AssessedUnit[] = [unitOf('town', { x: '1' })]) {
  const rounding = { mode: 'half-up', digits: 2 } as const;
  const rule: FromResults = {
    results: 'children',
    book: 'villages',
    value: { of: 'total' },
    take: 'mean',
    rounding,
    ...from,
  };
  const fact = { ...numberFact('x'), from: rule } as ReturnType<typeof numberFact>;
  const book = bookOf([byPercent('A', '100', 'x')], { facts: [fact, numberFact('y')] });
  return deriveFacts(book, of, results).map(({ facts }) => facts['x']?.verified ?? null);
}

describe('[ME17] facts that come from results', () => {
  it('village means go into the township, and what was typed is replaced', () => {
    expect(derived({})).toEqual(['80.33']);
  });

  it.each([
    [{ take: 'sum' }, '241'],
    [{ take: 'least' }, '71'],
    [{ take: 'greatest' }, '90'],
    [{ take: 'count' }, '3'],
    [{ value: { of: 'grade', grades: ['good'] } }, '0.67'],
    [{ value: { of: 'indicator', indicator: 'A' }, take: 'greatest' }, '90'],
    [{ value: { of: 'section', section: 'base' }, take: 'least' }, '71'],
    [{ value: { of: 'rank' }, take: 'mean' }, '2'],
  ] as [Partial<FromResults>, string][])('%j is %s', (from, expected) => {
    expect(derived(from)).toEqual([expected]);
  });

  it('fewer bodies than the minimum give none, and a unit without children has none', () => {
    expect(derived({ minimum: 4 })).toEqual([null]);
    expect(derived({}, [unitOf('nowhere', {})])).toEqual([null]);
  });

  it('an earlier round of the same unit', () => {
    expect(derived({ results: 'own', take: 'sum' }, [unitOf('v3', {})])).toEqual(['71']);
  });

  it('declared results fill the declared side only', () => {
    const declared = new Map([
      ['villages', { assessment: compile(villages).assess(units, { basis: 'declared' }), units }],
    ]);
    const rule: FromResults = {
      results: 'children',
      book: 'villages',
      value: { of: 'total' },
      take: 'mean',
      rounding: { mode: 'down', digits: 0 },
    };
    const book = bookOf([byPercent('A', '100', 'x')], {
      facts: [{ ...numberFact('x'), from: rule } as ReturnType<typeof numberFact>],
    });
    expect(deriveFacts(book, [unitOf('town', {})], declared)[0]?.facts['x']).toEqual({
      declared: '80',
      verified: null,
    });
  });
});
