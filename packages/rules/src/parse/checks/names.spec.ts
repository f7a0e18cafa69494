import { A1, B4, C1, fromResults, itReports, weightedB } from '../../../test/wrong-book.js';

describe('[PA2] one id names one thing, and no reserved word', () => {
  itReports([
    [
      'RESERVED_NAME',
      '/facts/6/options/1/id',
      { '/facts/6/options/1/id': 'constructor' },
      { '/facts/6/options/1/id': 'poor' },
    ],
    ['RESERVED_NAME', '/facts/6/options/1/id', { '/facts/6/options/1/id': 'declared' }, {}],
    ['DUPLICATE_ID', '/grades/1/id', { '/grades/1/id': 'excellent' }, { '/grades/2/id': 'others' }],
    ['DUPLICATE_ID', `${A1}/id`, { [`${A1}/id`]: 'A' }, { [`${A1}/id`]: 'A9' }],
    [
      'LISTED_TWICE',
      `${B4}/score/worth/1`,
      { [`${B4}/score/worth/-`]: { option: 'first', points: '5' } },
      { [`${B4}/score/worth/-`]: { option: 'none', points: '0' } },
    ],
    ['LISTED_TWICE', '/sections/1/combine/weights/4/part', weightedB({}, 'B1'), weightedB({})],
    [
      'LISTED_TWICE',
      '/ranking/tieBreaks/0/indicators/1',
      { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A1'], by: 'places' } },
      { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A2'], by: 'places' } },
    ],
    [
      'LISTED_TWICE',
      '/facts/8/from/value/grades/1',
      { ...fromResults({ value: { of: 'grade', grades: ['good', 'good'] } }), '/facts/8/source': 'children' },
      { ...fromResults({ value: { of: 'grade', grades: ['good', 'fine'] } }), '/facts/8/source': 'children' },
    ],
    [
      'LISTED_TWICE',
      `${C1}/score/worth/2`,
      { [`${C1}/score/worth/-`]: { level: 'city', points: '5' } },
      { [`${C1}/score/worth/-`]: { level: 'city', genre: 'news', points: '5' } },
    ],
  ]);
});
