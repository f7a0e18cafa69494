import {
  appliesTo,
  indicatorsOf,
  indicatorsThatCompareUnits,
  pointsReadBy,
  Rational,
  referencesOfCondition,
  type AssessedUnit,
  type Condition,
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
      vetoes: book.vetoes.filter(({ when }) => !readsOthers(when, book, withheld)),
      // Rank, cohort and grade of a single unit mean nothing and are withheld by the caller of this function.
      cohorts: { by: 'all' },
      ranking: { on: book.ranking.on, ties: book.ranking.ties, tieBreaks: [] },
      gradesOn: undefined,
    },
  };
}

/** Whether a veto cannot be decided from this unit alone: it looks at the cohort, at what is withheld, or at a subtotal with such a part. */
function readsOthers(when: Condition, book: RuleBook, withheld: ReadonlySet<string>): boolean {
  const references = referencesOfCondition(when);
  const read = pointsReadBy(references, indicatorsOf(book));
  return references.comparesUnits || read.some((id) => withheld.has(id));
}

type Reduced = { readonly section: Section; readonly lost: Rational };

function reduce(section: Section, unit: AssessedUnit, withheld: ReadonlySet<string>): Reduced {
  const parts = (section.sections ?? []).map((part) => reduce(part, unit, withheld));
  const gone = (section.indicators ?? []).filter(
    ({ id, appliesTo: rule }) => withheld.has(id) && appliesTo(unit, rule),
  );
  const lost = lostPoints(section, [
    ...gone.map(({ id, points }) => ({ id, lost: Rational.parse(points) })),
    ...parts.map((part) => ({ id: part.section.id, lost: part.lost })),
  ]);
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

/** What a section is worth less without its withheld parts: a weighted sum by their weight; a mean or a selection of the others is worth the same. */
function lostPoints(
  { combine }: Section,
  parts: readonly { readonly id: string; readonly lost: Rational }[],
): Rational {
  if (combine?.by === 'mean' || combine?.by === 'selected') return Rational.zero;
  const weights =
    combine?.by === 'weighted-sum'
      ? new Map(combine.weights.map(({ part, weight }) => [part, Rational.parse(weight)]))
      : null;
  return parts.reduce(
    (sum, { id, lost }) => sum.plus(weights === null ? lost : lost.times(weights.get(id) ?? Rational.zero)),
    Rational.zero,
  );
}
