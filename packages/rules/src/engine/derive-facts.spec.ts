import { bookOf, byPercent, numberFact, sectionOf, unitOf } from '../../test/book-of.js';
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

function derived(
  from: Partial<FromResults>,
  of: AssessedUnit[] = [unitOf('town', { x: '1' })],
  given = results,
) {
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
  return deriveFacts(book, of, given).map(({ facts }) => facts['x']?.verified ?? null);
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

  it('what a body does not have is in no mean: no rank, no grade, no number', () => {
    const rest = [{ ...byPercent('A', '100', 'x'), id: 'B' }, byPercent('C', '1', 'y')];
    const ranked = {
      ...villages,
      sections: [...villages.sections, sectionOf('aside', 'derived', '100', rest)],
      ranking: { ...villages.ranking, outOfCompetition: { units: ['v1'] } },
    };
    const before = new Map([['villages', { assessment: compile(ranked).assess(units), units }]]);
    const of = (value: FromResults['value'], take: FromResults['take'] = 'sum') =>
      derived({ value, take }, undefined, before);
    // Of the three villages of the town one is not ranked; the ranks of the others are 1 and 2.
    expect(of({ of: 'rank' })).toEqual(['3']);
    expect(of({ of: 'rank' }, 'count')).toEqual(['2']);
    expect(of({ of: 'grade', grades: ['good'] }, 'count')).toEqual(['2']);
    expect(of({ of: 'indicator', indicator: 'C' }, 'count')).toEqual([null]);
    expect(of({ of: 'indicator', indicator: 'Z' }, 'count')).toEqual([null]);
    expect(of({ of: 'section', section: 'Z' }, 'count')).toEqual([null]);
    expect(of({ of: 'indicator', indicator: 'B' }, 'greatest')).toEqual(['90']);
    expect(of({ of: 'section', section: 'aside' }, 'greatest')).toEqual(['90']);
  });

  it('a body without a parent is in nobody’s mean', () => {
    const alone = [...units, unitOf('v5', { x: '100' })];
    const before = new Map([['villages', { assessment: compile(villages).assess(alone), units: alone }]]);
    expect(derived({ take: 'greatest' }, undefined, before)).toEqual(['90']);
  });

  it('the best few of the bodies, as many as the minimum are enough', () => {
    expect(derived({ keep: { best: 2, better: 'higher' } })).toEqual(['85']);
    expect(derived({ keep: { dropLowest: 0, dropHighest: 1 }, take: 'sum', minimum: 3 })).toEqual(['151']);
  });

  it('without the results nothing is changed', () => {
    expect(derived({}, [unitOf('town', { x: '1' })], new Map())).toEqual(['1']);
  });
});
