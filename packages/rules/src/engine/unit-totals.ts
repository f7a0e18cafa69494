import { Rational, sum } from '../exact/rational.js';
import type { Section } from '../format/rule-book.js';
import type { AssessmentRun } from './assessment-run.js';
import { keepWithin } from './finish-points.js';

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
  /** converted + bonus + deduction, within the book's bounds (TO8). */
  readonly exact: Rational;
  /** The same rounded by the book. */
  readonly total: Rational;
  /** base + bonus + deduction, rounded by the book; missing parts neither lost nor won. */
  readonly soFar: Rational;
};

/** Adds up one unit's sections (RULES.md TO1-TO4). */
export function unitTotals(run: AssessmentRun, unit: number): UnitTotals {
  const { book } = run.input;
  const ofRole = (role: Section['role']) =>
    book.sections.filter((section) => section.role === role).map((section) => run.section(section, unit));
  const points = (role: Section['role']) => sum(ofRole(role).map((figure) => figure.points ?? Rational.zero));
  const [base, bonus, deduction] = [points('base'), points('bonus'), points('deduction')];
  const applicable = sum(ofRole('base').map((figure) => figure.applicable));
  const counted = sum(ofRole('base').map((figure) => figure.counted));

  const target = Rational.parse(book.totalPoints);
  const converted =
    applicable.equals(target) || applicable.isZero() ? base : base.over(applicable).times(target);
  const rounded = (value: Rational) => (book.rounding.total ? value.round(book.rounding.total) : value);
  const bounded = (value: Rational) => keepWithin(value, book.totalBounds ?? {}, null);
  const exact = bounded(converted.plus(bonus).plus(deduction));
  return {
    base,
    applicable,
    counted,
    converted,
    bonus,
    deduction,
    exact,
    total: rounded(exact),
    soFar: rounded(bounded(base.plus(bonus).plus(deduction))),
  };
}
