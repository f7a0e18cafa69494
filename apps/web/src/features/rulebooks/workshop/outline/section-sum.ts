import { Rational, type RuleBook, type Section } from '@heng/rules';

/** What the parts of a section, or of the book, add up to; null while a part has no number, or where parts are not simply added. */
export function sumOfParts(section: Section): string | null {
  if (section.combine !== undefined && section.combine.by !== 'sum') return null;
  return sumOf([...(section.sections ?? []), ...(section.indicators ?? [])].map(({ points }) => points));
}

/** The base sections, which make the total. */
export const sumOfBook = ({ sections }: RuleBook): string | null =>
  sumOf(sections.filter(({ role }) => role === 'base').map(({ points }) => points));

function sumOf(points: readonly string[]): string | null {
  if (!points.every((each) => /^-?\d{1,15}(\.\d{1,20})?$/.test(each))) return null;
  return points.reduce((sum, each) => sum.plus(Rational.parse(each)), Rational.zero).toText();
}

/** Whether two numbers as text are the same number: 10 and 10.0. */
export const isSameNumber = (left: string, right: string): boolean =>
  [left, right].every((each) => /^-?\d{1,15}(\.\d{1,20})?$/.test(each)) &&
  Rational.parse(left).compare(Rational.parse(right)) === 0;
