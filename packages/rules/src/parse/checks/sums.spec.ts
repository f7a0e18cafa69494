import { removed, smallBook } from '../../../test/small-book.js';
import { A1, itReports, weightedB, type Changes } from '../../../test/wrong-book.js';

describe('[PA5] sections and the total are worth what their parts make', () => {
  itReports([
    [
      'SUM_MISMATCH',
      '/sections/0/points',
      { [`${A1}/points`]: '21' },
      { '/sections/2/indicators/0/points': '9' },
    ],
    ['SUM_MISMATCH', '/totalPoints', { '/totalPoints': '110' }, {}],
    ['NEGATIVE_POINTS', '/sections/3/points', { '/sections/3/points': '-5' }, { '/sections/3/points': '0' }],
    ['EMPTY_SECTION', '/sections/3', { '/sections/3/indicators': [] }, {}],
    ['MIXED_ROLES', '/sections/3/sections/0/role', withinD('bonus'), withinD('deduction')],
    ['SUM_MISMATCH', '/sections/1/points', weightedB({ B1: '0.9' }), weightedB({ B1: '0.9', B2: '1.1' })],
    [
      'SUM_MISMATCH',
      '/sections/1/points',
      {
        '/sections/1/combine': {
          by: 'selected',
          keep: { best: 3, better: 'higher' },
          take: 'sum',
          absent: 'zero',
        },
      },
      {
        '/sections/1/combine': {
          by: 'selected',
          keep: { best: 4, better: 'higher' },
          take: 'sum',
          absent: 'zero',
        },
      },
    ],
    [
      'SUM_MISMATCH',
      '/sections/1/points',
      {
        '/sections/1/combine': {
          by: 'selected',
          keep: { dropLowest: 1, dropHighest: 0 },
          take: 'sum',
          absent: 'zero',
        },
      },
      {
        '/sections/1/combine': {
          by: 'selected',
          keep: { dropLowest: 1, dropHighest: 0 },
          take: 'sum',
          absent: 'zero',
        },
        '/sections/1/points': '30',
        '/totalPoints': '90',
      },
    ],
    [
      'PART_POINTS',
      '/sections/0/indicators/2/points',
      meanOfB({ '/sections/0/points': '20', '/totalPoints': '30', '/sections/0/combine': mean() }),
      meanOfB({
        '/sections/0/points': '20',
        '/totalPoints': '30',
        '/sections/0/combine': mean(['A1', 'A2', '-A3', '-A4']),
      }),
    ],
    ['MIXED_ROLES', '/sections/3/sections/0/role', withinD('derived'), withinD('deduction')],
  ]);
});

/** Section B as the mean of parts of 10 points each. */
function meanOfB(changes: Changes): Changes {
  return { '/sections/1/combine': mean(), '/sections/1/points': '10', ...changes };
}

/** A `-` before a part gives it no weight. */
function mean(parts?: readonly string[]): object {
  const weights = parts?.map((part) => ({
    part: part.replace('-', ''),
    weight: part.startsWith('-') ? '0' : '1',
  }));
  return { by: 'mean', form: 'arithmetic', absent: 'no-number', ...(weights ? { weights } : {}) };
}

function withinD(role: string): Changes {
  const { indicators } = smallBook().sections[3] ?? {};
  const inner = { id: 'D0', title: { zh: '小类', en: 'part' }, role, points: '5', indicators };
  return { '/sections/3/sections': [inner], '/sections/3/indicators': removed };
}
