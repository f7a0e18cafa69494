import { indicatorsOf } from '../../engine/book-index.js';
import { Rational, sum } from '../../exact/rational.js';
import type { Indicator } from '../../format/indicator.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { fullOfParts } from '../../parse/checks/full-of-parts.js';
import { nearestName } from '../../parse/nearest-name.js';
import { valueAt } from './edit.js';
import { above, fix, remove, set } from './fix-parts.js';
import type { Fix, FixRule } from './fixes-for.js';

/** Ways out of what bars a book from being read at all, by the code of the problem. */
export const problemFixes: Readonly<Record<string, FixRule>> = {
  SUM_MISMATCH: sumFixes,
  PART_POINTS: (book, path) => {
    const { points } = valueAt(book, above(path, 3)) as Section;
    return [fix(`分值改为 ${points} 分`, `Make it worth ${points} points`, set(path, points))];
  },
  NEGATIVE_POINTS: (book, path) => {
    const points = Rational.parse(valueAt(book, path) as string)
      .magnitude()
      .toText();
    return [fix(`改为 ${points} 分`, `Make it ${points}`, set(path, points))];
  },
  EMPTY_SECTION: (_book, path) => [fix('删去这一类', 'Remove the section', remove(path))],
  DUPLICATE_ID: (book, path) => {
    const free = freeName(valueAt(book, path) as string, book);
    return [fix(`标识改为“${free}”`, `Call it "${free}"`, set(path, free))];
  },
  FACT_UNKNOWN: (book, path) =>
    nearest(
      book,
      path,
      book.facts.map(({ id }) => id),
    ),
  INDICATOR_UNKNOWN: (book, path) =>
    nearest(
      book,
      path,
      indicatorsOf(book).map(({ indicator }) => indicator.id),
    ),
  SECTION_UNKNOWN: (book, path) => nearest(book, path, book.sections.flatMap(sectionNames)),
  GRADE_UNKNOWN: (book, path) =>
    nearest(
      book,
      path,
      book.grades.map(({ id }) => id),
    ),
  PERIOD_BACKWARDS: (book, path) => {
    const { from, to } = valueAt(book, path) as { from: string; to: string };
    return [fix('对调起止日期', 'Swap the dates', set(`${path}/from`, to), set(`${path}/to`, from))];
  },
  LAST_GRADE_CLOSED: (book, path) => {
    const last = valueAt(book, path) as Record<string, unknown>;
    const conditions = ['atLeast', 'atMost', 'quota', 'withoutVeto'].filter((key) => key in last);
    return [
      fix(
        '去掉末等的条件',
        'Take the conditions off the last grade',
        ...conditions.map((key) => remove(`${path}/${key}`)),
      ),
    ];
  },
  MINIMUM_ABOVE_PARTS: (book, path) => {
    const { combine, ...section } = valueAt(book, above(path, 2)) as Section;
    if (combine === undefined) return [];
    const parts = (section.indicators?.length ?? 0) + (section.sections?.length ?? 0);
    return [fix(`改为 ${parts}`, `Make it ${parts}`, set(path, parts))];
  },
  FIXED_POINTS_ABSENT: (_book, path) => [
    fix('改为剔除并折算', 'Leave it out and convert', set(path, { policy: 'exclude' })),
    fix('不涉及给 0 分', 'Give 0 points', set(path, { policy: 'zero' })),
  ],
};

function sumFixes(book: RuleBook, path: string): Fix[] {
  if (path === '/totalPoints') {
    const base = book.sections.filter(({ role }) => role === 'base');
    const total = sum(base.map(({ points }) => Rational.parse(points))).toText();
    return [fix(`总分改为 ${total} 分`, `Make the total ${total}`, set(path, total))];
  }
  const section = valueAt(book, above(path)) as Section;
  const parts = [...(section.indicators ?? []), ...(section.sections ?? [])].map(({ id, points }) => ({
    id,
    points: Rational.parse(points),
    path: '',
  }));
  const stated = Rational.parse(section.points);
  const full = fullOfParts(section.combine, parts, stated);
  if (full.kind !== 'sum') return [];
  const points = full.points.toText();
  if (points.includes('/')) return [];
  return [
    fix(`分值改为 ${points} 分`, `Make it worth ${points} points`, set(path, points)),
    ...lastPartFix(section, stated.minus(full.points), above(path)),
  ];
}

/** What is missing or too much goes to the last indicator, where that leaves it something. */
function lastPartFix({ combine, indicators = [] }: Section, gap: Rational, path: string): Fix[] {
  const [last] = indicators.slice(-1);
  if (combine !== undefined || last === undefined) return [];
  const points = Rational.parse(last.points).plus(gap);
  if (points.sign() <= 0) return [];
  const text = points.toText();
  return [
    fix(
      `“${last.title.zh}”改为 ${text} 分`,
      `Make "${last.title.en}" worth ${text}`,
      set(`${path}/indicators/${indicators.length - 1}/points`, text),
    ),
  ];
}

function nearest(book: RuleBook, path: string, names: readonly string[]): Fix[] {
  const written = valueAt(book, path);
  const name = typeof written === 'string' ? nearestName(written, names) : null;
  return name === null ? [] : [fix(`改为“${name}”`, `Write "${name}"`, set(path, name))];
}

function freeName(name: string, book: RuleBook): string {
  const taken = new Set([
    ...book.facts.map(({ id }) => id),
    ...book.sections.flatMap(sectionNames),
    ...indicatorsOf(book).map(({ indicator }: { readonly indicator: Indicator }) => indicator.id),
    ...book.vetoes.map(({ id }) => id),
    ...book.grades.map(({ id }) => id),
  ]);
  const stem = name.slice(0, 60);
  for (let number = 2; ; number += 1) {
    const free = `${stem}-${number}`;
    if (!taken.has(free)) return free;
  }
}

const sectionNames = (section: Section): string[] => [
  section.id,
  ...(section.sections ?? []).flatMap(sectionNames),
];
