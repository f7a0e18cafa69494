import { smallBook } from '../../../../test/small-book.js';
import { renameId } from './rename-id.js';

describe('another id', () => {
  it('of a fact is said wherever the fact is read', () => {
    const book = renameId(smallBook, 'fact', 'built', 'coverage');
    expect(book.facts[0]?.id).toBe('coverage');
    expect(book.sections[0]?.indicators?.[0]?.measure).toEqual({ kind: 'fact', fact: 'coverage' });
  });

  it('of an indicator is said by tie-breaks and ranking, and touches no title', () => {
    const before = {
      ...smallBook,
      ranking: {
        ...smallBook.ranking,
        tieBreaks: [{ kind: 'indicator' as const, indicator: 'H01' }],
        requires: { indicators: ['H01'] },
      },
    };
    const book = renameId(before, 'indicator', 'H01', 'H02');
    expect(book.sections[0]?.indicators?.[0]?.id).toBe('H02');
    expect(book.ranking.tieBreaks).toEqual([{ kind: 'indicator', indicator: 'H02' }]);
    expect(book.ranking.requires).toEqual({ indicators: ['H02'] });
    expect(renameId(book, 'indicator', 'H02', 'H01')).toEqual(before);
  });

  it('of a grade or a section leaves everything else as it was', () => {
    expect(renameId(renameId(smallBook, 'section', 'A', 'B'), 'section', 'B', 'A')).toEqual(smallBook);
    expect(renameId(smallBook, 'grade', 'excellent', 'top').grades[0]?.id).toBe('top');
  });

  it('does not reach into the books that facts come from', () => {
    const from = {
      results: 'own' as const,
      book: 'village',
      value: { of: 'indicator' as const, indicator: 'H01' },
      take: 'sum' as const,
      rounding: { mode: 'half-up' as const, digits: 2 },
    };
    const fact = { ...smallBook.facts[0]!, kind: 'number' as const, unit: { zh: '分', en: 'points' }, from };
    const book = renameId({ ...smallBook, facts: [fact] }, 'indicator', 'H01', 'H09');
    expect(book.facts[0]).toEqual(fact);
  });
});
