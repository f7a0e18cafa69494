import { parseRuleBook } from '../src/parse/parse-rule-book.js';
import type { Problem } from '../src/parse/problem.js';
import { expectBothLanguages } from './expect-both-languages.js';
import { changed, smallBook } from './small-book.js';

/** What is wrong with a document; nothing where it is a rule book. */
export const problemsOf = (json: unknown): readonly Problem[] => {
  const parsed = parseRuleBook(json);
  return parsed.ok ? [] : parsed.problems;
};

/** Values for places of the small book, as `changed` puts them in. */
export type Changes = Readonly<Record<string, unknown>>;

/** What makes the problem, where it is reported, and a neighbour without it. */
export type WrongBook = readonly [code: string, path: string, wrong: Changes, right: Changes];

/** One test for each: the small book with the wrong change has that problem and no other, with the right one none. */
export function itReports(books: readonly WrongBook[]): void {
  it.each(books)('%s is reported at %s, and at a right neighbour nothing', (code, path, wrong, right) => {
    const found = problemsOf(changed(smallBook(), wrong));
    expect([...new Set(found.map((each) => each.code))]).toEqual([code]);
    expect(found.map((each) => each.path)).toContain(path);
    found.forEach(expectBothLanguages);
    expect(problemsOf(changed(smallBook(), right))).toEqual([]);
  });
}

/** Where the small book has its indicators. */
export const A1 = '/sections/0/indicators/0';
export const A2 = '/sections/0/indicators/1';
export const A3 = '/sections/0/indicators/2';
export const A4 = '/sections/0/indicators/3';
export const B4 = '/sections/1/indicators/3';
export const C1 = '/sections/2/indicators/0';

export const fact = (id: string) => ({ kind: 'fact', fact: id });

/** Keeps one of several measures. */
export const best = { best: 1, better: 'higher' };

/** The measure of A2. */
export const measured = (measure: object): Changes => ({ [`${A2}/measure`]: measure });

export const weighedMean = (measure: object): object => ({
  kind: 'mean',
  form: 'arithmetic',
  of: [{ measure, weight: '1' }],
  absent: 'leave-out',
});

/** Section B as a weighted sum; all weights are 1 but those named. `other` is one part more. */
export function weightedB(weights: Readonly<Record<string, string>>, other?: string): Changes {
  const list = ['B1', 'B2', 'B3', 'B4'].map((part) => ({ part, weight: weights[part] ?? '1' }));
  const more = other === undefined ? [] : [{ part: other, weight: '0' }];
  return { '/sections/1/combine': { by: 'weighted-sum', weights: [...list, ...more], absent: 'no-number' } };
}

/** The fact `late` taken from the results of another book. */
export function fromResults(changes: object): Changes {
  const rounding = { mode: 'half-up', digits: 2 };
  const usual = { results: 'children', book: 'village', value: { of: 'total' }, take: 'mean', rounding };
  return { '/facts/8/from': { ...usual, ...changes } };
}

/** How many of the last places a grade takes; nothing says so yet. */
export function lastPlaces(places: object = {}): object {
  return { ...places, rounding: 'up', minimum: 0, scope: 'cohort', tieAtEdge: 'in' };
}
