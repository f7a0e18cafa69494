import { smallBook } from '../../../../test/small-book.js';
import { differences } from './differences.js';

describe('where two documents differ', () => {
  it('is told by the innermost place, with the title of what it lies in', () => {
    const other = {
      ...smallBook,
      totalPoints: '20',
      facts: smallBook.facts.map((fact) => ({ ...fact, source: 'ledger' })),
    };
    expect(differences(smallBook, other)).toEqual([
      { path: '/totalPoints', name: null, left: '10', right: '20' },
      { path: '/facts/built/source', name: smallBook.facts[0]?.title, left: 'declared', right: 'ledger' },
    ]);
    expect(differences(smallBook, JSON.parse(JSON.stringify(smallBook)))).toEqual([]);
  });

  it('matches entries by id, so that one more in front is one difference', () => {
    const [first] = smallBook.grades;
    const grades = [{ ...first!, id: 'best' }, ...smallBook.grades];
    expect(differences(smallBook, { ...smallBook, grades })).toMatchObject([
      { path: '/grades/best', left: '—' },
    ]);
    const turned = { ...smallBook, grades: [...smallBook.grades].reverse() };
    expect(differences(smallBook, turned)).toMatchObject([
      { path: '/grades', left: 'excellent qualified', right: 'qualified excellent' },
    ]);
  });
});
