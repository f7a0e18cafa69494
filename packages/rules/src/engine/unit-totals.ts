import { Rational, sum } from '../exact/rational.js';
import type { Section } from '../format/rule-book.js';
import type { AssessmentRun } from './assessment-run.js';

/** A unit's sums before ranking, exact. */
export type UnitTotals = {
  /** Base points as earned, before conversion. */
  readonly base: Rational;
  /** Full points of the base indicators that are for this unit and not excluded as not applicable. */
  readonly applicable: Rational;
  /** Full points of the base indicators that have a number. */
  readonly counted: Rational;
  /** Base points converted to the book's total when not all of it applies (得分÷适用满分×满分). */
  readonly converted: Rational;
  readonly bonus: Rational;
  /** Zero or negative. */
  readonly deduction: Rational;
  /** converted + bonus + deduction, rounded by the book. */
  readonly total: Rational;
  /** base + bonus + deduction, rounded by the book; missing parts neither lost nor won. */
  readonly soFar: Rational;
};

/** Adds up one unit's sections (RULES.md TO1-TO4). */
export function unitTotals(run: AssessmentRun, unit: number): UnitTotals {
  const { book, order } = run.input;
  const ofRole = (role: Section['role']) =>
    sum(
      book.sections
        .filter((section) => section.role === role)
        .map((section) => run.sectionPoints(section, unit)),
    );
  const [base, bonus, deduction] = [ofRole('base'), ofRole('bonus'), ofRole('deduction')];

  let [applicable, counted] = [Rational.zero, Rational.zero];
  for (const { indicator, role } of order) {
    const result = role === 'base' ? run.result(indicator.id, unit) : null;
    if (result === null) continue;
    const full = Rational.parse(indicator.points);
    if (!(result.state === 'not-applicable' && result.points === null)) applicable = applicable.plus(full);
    if (result.points !== null) counted = counted.plus(full);
  }

  const target = Rational.parse(book.totalPoints);
  const converted =
    applicable.equals(target) || applicable.isZero() ? base : base.over(applicable).times(target);
  const rounded = (value: Rational) => (book.rounding.total ? value.round(book.rounding.total) : value);
  return {
    base,
    applicable,
    counted,
    converted,
    bonus,
    deduction,
    total: rounded(converted.plus(bonus).plus(deduction)),
    soFar: rounded(base.plus(bonus).plus(deduction)),
  };
}
