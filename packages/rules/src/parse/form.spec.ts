import { expectBothLanguages } from '../../test/expect-both-languages.js';
import { changed, removed, smallBook } from '../../test/small-book.js';
import { A1, A2, best, fact, fromResults, itReports, measured, problemsOf } from '../../test/wrong-book.js';

describe('[PA1] a rule book has the form that the schema asks for', () => {
  itReports([
    ['ABSENT', '/totalPoints', { '/totalPoints': removed }, { '/notes': removed }],
    ['ABSENT', `${A1}/score`, { [`${A1}/score`]: removed }, { [`${A1}/catalogue`]: ['M18'] }],
    [
      'ABSENT',
      '/facts/8/from/rounding',
      fromResults({ rounding: undefined }),
      { ...fromResults({}), '/facts/8/source': 'children' },
    ],
    ['WRONG_KIND', '/totalPoints', { '/totalPoints': 100 }, { '/totalPoints': '100' }],
    ['WRONG_KIND', `${A1}/score/target`, { [`${A1}/score/target`]: 1 }, { [`${A1}/score/target`]: '1' }],
    ['WRONG_KIND', '/year', { '/year': '2026' }, { '/year': 2027 }],
    ['WRONG_KIND', '/year', { '/year': 2026.5 }, { '/year': 2026 }],
    ['UNKNOWN_KEY', `${A1}`, { [`${A1}/weight`]: '1' }, { [`${A1}/library`]: 'H01' }],
    ['NOT_ALLOWED', `${A1}/missing`, { [`${A1}/missing`]: 'ignore' }, { [`${A1}/missing`]: 'zero' }],
    ['NOT_ALLOWED', `${A2}/score/form`, { [`${A2}/score/form`]: 'stairs' }, { [`${A2}/score/form`]: 'step' }],
    [
      'NOT_ALLOWED',
      `${A2}/measure/kind`,
      { [`${A2}/measure`]: { kind: 'facts', fact: 'rate' } },
      { [`${A2}/measure`]: { kind: 'fact', fact: 'rate' } },
    ],
    ['TOO_SMALL', '/grades', { '/grades': [] }, {}],
    ['TOO_BIG', '/year', { '/year': 2201 }, { '/year': 2200 }],
    ['WRONG_FORM', '/totalPoints', { '/totalPoints': '100分' }, { '/totalPoints': '100.0' }],
    ['WRONG_FORM', '/effective/to', { '/effective/to': '2026-02-29' }, { '/effective/to': '2026-02-28' }],
    [
      'WRONG_FORM',
      `${A2}/measure/exponent`,
      { [`${A2}/measure`]: { kind: 'power', of: fact('rate'), exponent: '10' } },
      { [`${A2}/measure`]: { kind: 'power', of: fact('rate'), exponent: '-1.5' } },
    ],
    ['WRONG_FORM', '/id', { '/id': '默认' }, { '/id': 'default' }],
    ['NOT_ALLOWED', `${A1}/score/method`, { [`${A1}/score/method`]: 'propotion' }, {}],
    [
      'NOT_UNDERSTOOD',
      `${A2}/measure/keep`,
      measured({ kind: 'selected', of: [fact('rate')], keep: 'all', take: 'mean', absent: 'zero' }),
      measured({ kind: 'selected', of: [fact('rate')], keep: best, take: 'mean', absent: 'zero' }),
    ],
  ]);

  it('a number without quotes is answered with how to write it', () => {
    const [found] = problemsOf(changed(smallBook(), { [`${A1}/points`]: 20 }));
    expect(found).toMatchObject({ code: 'WRONG_KIND', path: `${A1}/points` });
    expect(found?.fix.en).toContain('quoted text');
    expect(found?.fix.zh).toContain('带引号');
  });

  it('names that mean nothing are told, but not by the page', () => {
    const strange = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}`.repeat(300), 1]),
    );
    const [found] = problemsOf(changed(smallBook(), { [`${A1}/finish`]: strange }));
    expect(found).toMatchObject({ code: 'UNKNOWN_KEY', path: `${A1}/finish` });
    expect(found?.message.en.length).toBeLessThan(500);
  });

  it.each([null, true, 7, NaN, Infinity, 'book', [], {}, [[]], () => 1, Symbol('x'), 1n])(
    '%p is refused',
    (json) => {
      const found = problemsOf(json);
      expect(found.length).toBeGreaterThan(0);
      found.forEach(expectBothLanguages);
    },
  );

  it.each([NaN, Infinity, -0.5])('%p in place of a count is refused', (number) => {
    const book = { ...smallBook(), year: number };
    expect(problemsOf(book).map(({ path }) => path)).toEqual(['/year']);
  });
});
