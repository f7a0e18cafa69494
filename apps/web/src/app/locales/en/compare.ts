import type { compare as original } from '../zh-CN/compare.js';

/** English: the words of comparing two rule books, with the same keys. */
export const compare: typeof original = {
  compare: {
    title: 'Old and new: {{title}}',
    read: 'Read it',
    with: 'Compare with',
    choose: 'Please choose',
    chooseFirst: 'Choose the rule book to compare with.',
    swap: 'Swap old and new',
    counts:
      'Differences: {{changes}}, of these {{points}} touch points; indicators whose clause reads differently: {{clauses}}.',
    equal: 'The two rule books do not differ in anything.',
    onlyTitle: 'Which differences',
    nothingLeft: 'There is no such difference.',
    only: {
      all: 'All',
      points: 'Touches points',
      standing: 'Ranks and grades',
      entry: 'Entry',
      wording: 'Wording only',
    },
    touches: {
      points: 'touches points',
      standing: 'ranks and grades',
      entry: 'entry',
      wording: 'wording only',
    },
    clauses: 'Clauses side by side',
    before: 'Old',
    after: 'New',
    general: 'General (title, year, rounding, total)',
    facts: 'Facts collected',
    vetoes: 'Vetoes',
    ranking: 'Groups and ranking',
    grades: 'Grades',
    dropped: 'Dropped sections and indicators',
  },
};
