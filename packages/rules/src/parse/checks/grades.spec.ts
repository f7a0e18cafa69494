import { removed } from '../../../test/small-book.js';
import { itReports, lastPlaces, type Changes } from '../../../test/wrong-book.js';

describe('[PA8] grades fall from best to worst', () => {
  itReports([
    ['LAST_GRADE_CLOSED', '/grades/2', { '/grades/2/atLeast': '10' }, {}],
    ['GRADE_ORDER', '/grades/1/atLeast', { '/grades/1/atLeast': '90' }, { '/grades/1/atLeast': '89' }],
    [
      'LAST_GRADE_CLOSED',
      '/grades/2',
      { '/grades/0/atLeast': removed, '/grades/1/atLeast': removed, '/grades/2/atMost': '3' },
      { '/grades/0/atLeast': removed, '/grades/1/atLeast': removed, '/grades/1/atMost': '3' },
    ],
    ['GRADE_TWO_LINES', '/grades/0', { '/grades/0/atMost': '95' }, {}],
    [
      'GRADE_MIXED_LINES',
      '/grades/1/atMost',
      { '/grades/1/atLeast': removed, '/grades/1/atMost': '60' },
      { '/grades/0/atLeast': removed, '/grades/1/atLeast': removed, '/grades/1/atMost': '60' },
    ],
    ['GRADE_ORDER', '/grades/1/atMost', lines('5', '3'), lines('3', '5')],
    [
      'LAST_PLACES_ON_BEST',
      '/grades/0/lastPlaces',
      { '/grades/0/lastPlaces': lastPlaces({ count: 1 }) },
      { '/grades/2/lastPlaces': lastPlaces({ count: 1 }) },
    ],
  ]);
});

function lines(first: string, second: string): Changes {
  return {
    '/grades/0/atLeast': removed,
    '/grades/0/atMost': first,
    '/grades/1/atLeast': removed,
    '/grades/1/atMost': second,
  };
}
