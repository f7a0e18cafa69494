import {
  appliesTo,
  indicatorsThatCompareUnits,
  Rational,
  type AssessedUnit,
  type RuleBook,
  type Section,
} from '@heng/rules';

/**
 * The rule book as far as it concerns one unit alone: without the indicators that compare units, and with full points
 * that leave them out. What this book says about the unit cannot change when another unit's facts change.
 */
export function bookOfOneUnit(
  book: RuleBook,
  unit: AssessedUnit,
): { readonly book: RuleBook; readonly withheld: ReadonlySet<string> } {
  const withheld = indicatorsThatCompareUnits(book);
  const reduced = book.sections.map((section) => reduce(section, unit, withheld));
  const lost = reduced.reduce(
    (sum, { section, lost: part }) => (section.role === 'base' ? sum.plus(part) : sum),
    Rational.zero,
  );
  return {
    withheld,
    book: {
      ...book,
      totalPoints: Rational.parse(book.totalPoints).minus(lost).toText(),
      sections: reduced.map(({ section }) => section),
      // Rank, cohort and grade of a single unit mean nothing and are withheld by the caller of this function.
      cohorts: { by: 'all' },
      ranking: { ...book.ranking, tieBreaks: [] },
    },
  };
}

type Reduced = { readonly section: Section; readonly lost: Rational };

function reduce(section: Section, unit: AssessedUnit, withheld: ReadonlySet<string>): Reduced {
  const parts = (section.sections ?? []).map((part) => reduce(part, unit, withheld));
  const gone = (section.indicators ?? []).filter(
    ({ id, appliesTo: rule }) => withheld.has(id) && appliesTo(unit, rule),
  );
  const lost = [
    ...gone.map(({ points }) => Rational.parse(points)),
    ...parts.map((part) => part.lost),
  ].reduce((sum, points) => sum.plus(points), Rational.zero);
  return {
    lost,
    section: {
      ...section,
      // Points of bonus and deduction sections are caps, not sums: they stay.
      points: section.role === 'base' ? Rational.parse(section.points).minus(lost).toText() : section.points,
      sections: parts.map((part) => part.section),
      indicators: (section.indicators ?? []).filter(({ id }) => !withheld.has(id)),
    },
  };
}
