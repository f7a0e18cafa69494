import { compile, indicatorsThatCompareUnits, type Condition, type Measure } from '@heng/rules';
import { testBook } from '../../../test/test-book.js';
import { factsOf, townships } from '../../../test/test-county.js';
import { bookOfOneUnit } from './own-sheet.js';

const units = townships.map((code, index) => factsOf(index, code));

describe('bookOfOneUnit', () => {
  it('withholds what compares units and nothing else', () => {
    expect([...indicatorsThatCompareUnits(testBook)].sort()).toEqual(['B1', 'C2']);
  });

  it('gives every other indicator the points it has in the whole ranking', () => {
    const whole = compile(testBook).assess(units);
    units.forEach((unit, index) => {
      const { book, withheld } = bookOfOneUnit(testBook, unit);
      const alone = compile(book).assess([unit]).units[0];
      expect(alone?.indicators).toEqual(whole.units[index]?.indicators.filter(({ id }) => !withheld.has(id)));
    });
  });

  it('lowers full points of base sections and of the total by what is withheld, and keeps the cap of a bonus', () => {
    const { book } = bookOfOneUnit(testBook, units[0]!);
    expect(book.totalPoints).toBe('80');
    expect(book.sections.map(({ id, points }) => [id, points])).toEqual([
      ['A', '40'],
      ['B', '40'],
      ['X', '5'],
    ]);
  });

  it('does not lower them for a withheld indicator that is not for the unit', () => {
    const [first, ...rest] = testBook.sections;
    const [c1, c2] = first?.indicators ?? [];
    const book = {
      ...testBook,
      sections: [{ ...first!, indicators: [c1!, { ...c2!, appliesTo: { units: [townships[1]] } }] }, ...rest],
    };
    expect(bookOfOneUnit(book, units[0]!).book.totalPoints).toBe('100');
    expect(bookOfOneUnit(book, units[1]!).book.totalPoints).toBe('80');
  });

  it('a weighted sum is worth less by the weight of what is withheld, a mean is worth the same', () => {
    const [first, ...rest] = testBook.sections;
    const weighted = {
      by: 'weighted-sum' as const,
      weights: (first?.indicators ?? []).map(({ id }) => ({ part: id, weight: '0.5' })),
      absent: 'zero' as const,
    };
    const lost = (combine: NonNullable<typeof first>['combine']) =>
      bookOfOneUnit({ ...testBook, sections: [{ ...first!, combine }, ...rest] }, units[0]!).book.sections[0]
        ?.points;
    expect(lost(undefined)).toBe('40');
    expect(lost(weighted)).toBe('50');
    expect(lost({ by: 'mean', form: 'arithmetic', absent: 'zero' })).toBe(first?.points);
  });

  it('leaves out vetoes that look at what is withheld, at its subtotal or at the cohort', () => {
    const low = (left: Measure): Condition => ({
      kind: 'compare',
      left,
      comparison: 'less-than',
      right: '1',
    });
    const veto = (id: string, when: Condition) => ({
      id,
      title: { zh: id, en: id },
      when,
      effects: [{ kind: 'no-award' as const }],
    });
    const own: Measure = { kind: 'fact', fact: testBook.facts[0]!.id };
    const vetoes = [
      veto('own', low(own)),
      veto('withheld', low({ kind: 'indicator-points', indicator: 'C2' })),
      veto('subtotal', low({ kind: 'section-points', section: 'A' })),
      veto('cohort', low({ kind: 'cohort', of: own, take: 'mean' })),
      veto('gap', low({ kind: 'self-gap' })),
    ];
    const { book } = bookOfOneUnit({ ...testBook, vetoes }, units[0]!);
    expect(book.vetoes.map(({ id }) => id)).toEqual(['own']);
  });
});
