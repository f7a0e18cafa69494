import type { RuleBook, Text } from '@heng/rules';

export type NewBookWish = {
  readonly id: string;
  readonly title: Text;
  readonly year: number;
};

const text = (zh: string, en: string): Text => ({ zh, en });

/** The texts of the skeleton come from the catalogues in both languages. */
export type SkeletonWords = (name: SkeletonWord) => Text;
export type SkeletonWord =
  | 'section'
  | 'indicator'
  | 'fact'
  | 'unit'
  | 'department'
  | 'reporter'
  | 'excellent'
  | 'good'
  | 'qualified'
  | 'unqualified';

/** A rule book with one of each, valid from the start: everything in it is to be replaced. */
export function blankBook({ id, title, year }: NewBookWish, issuer: string, word: SkeletonWords): RuleBook {
  return {
    format: 'heng-rulebook/1',
    id,
    title,
    issuer: text(issuer, issuer),
    year,
    version: '1.0',
    effective: { from: `${year}-01-01`, to: `${year}-12-31` },
    unitTypes: ['TownshipFederation', 'SubdistrictFederation'],
    totalPoints: '100',
    rounding: {
      indicator: { mode: 'half-up', digits: 2 },
      section: null,
      total: { mode: 'half-up', digits: 2 },
    },
    facts: [
      {
        id: 'activities',
        title: word('fact'),
        kind: 'number',
        unit: word('unit'),
        source: 'declared',
        enteredBy: word('reporter'),
        checks: { min: '0', integer: true },
      },
    ],
    sections: [
      {
        id: 'A',
        title: word('section'),
        role: 'base',
        points: '100',
        indicators: [
          {
            id: 'A1',
            title: word('indicator'),
            points: '100',
            scoredBy: word('department'),
            measure: { kind: 'fact', fact: 'activities' },
            score: { method: 'proportion', target: '4', capShare: '1' },
            missing: 'wait',
          },
        ],
      },
    ],
    vetoes: [],
    cohorts: { by: 'all' },
    ranking: { on: 'rounded', ties: 'competition', tieBreaks: [] },
    grades: [
      { id: 'excellent', title: word('excellent'), atLeast: '90' },
      { id: 'good', title: word('good'), atLeast: '80' },
      { id: 'qualified', title: word('qualified'), atLeast: '60' },
      { id: 'unqualified', title: word('unqualified') },
    ],
  };
}

/**
 * A draft from another book: its rules as they are, with title, year and number of its own. Days of the book that lie in its year, such
 * as deadlines, move with it.
 */
export function copyOf(book: RuleBook, { id, title, year }: NewBookWish): RuleBook {
  const moved = daysMoved(book, year - book.year) as RuleBook;
  return { ...moved, id, title, year, version: '1.0' };
}

/** `default-township` for 2027 is `default-township-2027`, and that for 2028 `default-township-2028`. */
export function idFor(source: string, year: number, taken: ReadonlySet<string>): string {
  const stem = source.replace(/-\d{4}(-\d+)?$/, '');
  const wished = `${stem}-${year}`;
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number += 1) if (!taken.has(`${wished}-${number}`)) return `${wished}-${number}`;
}

/** The title with its year replaced; one that names no year stays. */
export const titleFor = ({ zh, en }: Text, from: number, to: number): Text =>
  text(zh.replaceAll(`${from}`, `${to}`), en.replaceAll(`${from}`, `${to}`));

const dayMembers = new Set(['since', 'from', 'to']);

function daysMoved(value: unknown, years: number, key = ''): unknown {
  if (years === 0) return value;
  if (typeof value === 'string' && dayMembers.has(key)) return dayMoved(value, years);
  if (Array.isArray(value)) return value.map((each) => daysMoved(each, years));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, daysMoved(inner, years, name)]),
  );
}

/** The same day of another year; 29 February falls on the 28th where there is none. */
function dayMoved(text: string, years: number): string {
  const [, year = '', rest = ''] = /^(\d{4})-(\d{2}-\d{2})$/.exec(text) ?? [];
  if (year === '') return text;
  const moved = Number.parseInt(year, 10) + years;
  const leap = (moved % 4 === 0 && moved % 100 !== 0) || moved % 400 === 0;
  return `${moved}-${rest === '02-29' && !leap ? '02-28' : rest}`;
}
