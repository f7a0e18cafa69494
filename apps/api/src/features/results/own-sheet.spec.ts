import { compile, indicatorsThatCompareUnits } from '@heng/rules';
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
});
