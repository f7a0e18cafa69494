import type { library as original } from '../zh-CN/library.js';

/** English: the words of the library of indicators, with the same keys. */
export const library: typeof original = {
  library: {
    title: 'Library of indicators',
    hint: "Indicators of the default rule books. What is taken becomes this book's own and may be changed.",
    search: 'Search by title or survey problem, such as P12',
    book: 'From',
    books: { township: 'Townships', unitCommittee: "Units' committees", village: 'Villages' },
    loading: 'Opening the library …',
    failed: 'The library could not be opened. Please try again.',
    retry: 'Try again',
    none: 'Nothing found for "{{text}}".',
    count: '{{count}} indicators',
    points: '{{points}} points',
    answers: 'Problems it answers',
    problem: '{{id}} {{problem}}',
    preview: 'Clause',
    facts: 'Data to collect: {{facts}}',
    and: ', ',
    take: 'Take',
    takeOne: 'Take "{{title}}"',
    taken: 'Took "{{title}}".',
    has: 'This book has an indicator taken from it already.',
    others: 'It reads the points of "{{names}}", which this book does not have; it cannot be taken alone.',
  },
};
