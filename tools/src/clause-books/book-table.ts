import type { BookFigures } from './figures-of-books.js';

type Counts = Omit<BookFigures['figures'], 'blank'> & { readonly blank: number };

/** One line for each document, and one for all of them: how many of its lines became rules, and how. */
export function bookTable(books: readonly BookFigures[]): string[] {
  const all = books.map(({ figures }) => figures).reduce(added, none);
  return [
    `${'book'.padEnd(46)} rows  rules (of these unasked)  asked  by hand (blank)  left out  understood  book`,
    ...books.map((book) => lineOf(book.name, book.figures, stateOf(book))),
    lineOf('all', all, ''),
  ];
}

const none: Counts = { rows: 0, unquestioned: 0, understood: 0, asked: 0, byHand: 0, leftOut: 0, blank: 0 };

const added = (a: Counts, b: Counts): Counts => ({
  rows: a.rows + b.rows,
  unquestioned: a.unquestioned + b.unquestioned,
  understood: a.understood + b.understood,
  asked: a.asked + b.asked,
  byHand: a.byHand + b.byHand,
  leftOut: a.leftOut + b.leftOut,
  blank: a.blank + b.blank,
});

const lineOf = (name: string, figures: Counts, state: string): string =>
  [
    name.padEnd(46),
    String(figures.rows).padStart(4),
    `${String(figures.understood).padStart(6)} (${figures.unquestioned})`.padEnd(25),
    String(figures.asked).padStart(6),
    `${String(figures.byHand).padStart(7)} (${figures.blank})`.padEnd(17),
    String(figures.leftOut).padStart(8),
    shareOf(figures).padStart(11),
    state,
  ].join(' ');

/** Of the lines that have a standard, how many are understood: a blank one gives nothing to understand. */
function shareOf({ rows, blank, understood }: Counts): string {
  const told = rows - blank;
  return told === 0 ? '–' : `${Math.round((understood * 100) / told)}%`;
}

function stateOf({ proposal, lintErrors }: BookFigures): string {
  if (proposal.book === null)
    return `none: ${proposal.openQuestions} open, ${proposal.problems.map(({ code }) => code).join()}`;
  return lintErrors.length === 0 ? 'runs' : lintErrors.join();
}
