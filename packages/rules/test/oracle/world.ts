import type { Condition } from '../../src/format/condition.js';
import type { AssessedUnit } from '../../src/format/facts-document.js';
import type { Indicator } from '../../src/format/indicator.js';
import type { Measure } from '../../src/format/measure.js';
import type { RuleBook, Section } from '../../src/format/rule-book.js';
import type { BigFraction } from './big-fraction.js';

/** Why there is no number, the first to tell first (RULES.md ME2). */
export const lacks = ['not-applicable', 'missing', 'pending', 'cannot-compute'] as const;
export type Lack = (typeof lacks)[number];

/** A number, or why there is none. */
export type Answer = BigFraction | Lack;

export const isNumber = (answer: Answer): answer is BigFraction => typeof answer !== 'string';
export const isLack = (answer: Answer): answer is Lack => typeof answer === 'string';

/** Of several answers the first lack to tell; undefined when all are numbers. */
export const firstLack = (answers: readonly Answer[]): Lack | undefined =>
  lacks.find((lack) => answers.includes(lack));

export type Year = 'this' | 'last';
export type Basis = 'verified' | 'declared' | 'latest';

/** Who is asked, and for which indicator: its measures compare only the units that it concerns (CH1). */
export type Asked = { readonly unit: number; readonly year: Year; readonly by: Indicator | null };

/** One indicator of one unit. */
export type Mark = { readonly state: string; readonly points: BigFraction | null };

/** One section of one unit: its points, and what of it applies to the unit and has been counted. */
export type Subtotal = {
  readonly points: BigFraction | null;
  readonly applicable: BigFraction;
  readonly counted: BigFraction;
};

/** An indicator with the role of its section. */
export type Placed = { readonly indicator: Indicator; readonly role: Section['role'] };

/** Everything the rules may ask about: all units of one assessment on one basis. Units are known by their index. */
export type World = {
  readonly book: RuleBook;
  readonly basis: Basis;
  readonly units: readonly AssessedUnit[];
  /** The same unit last year; null when nothing is known of it. */
  readonly lastYear: (unit: number) => AssessedUnit | null;
  readonly cohort: (unit: number) => string;
  /** Facts that come from a meeting: without a value they are pending, not missing. */
  readonly awaitsMeeting: ReadonlySet<string>;
  readonly placed: readonly Placed[];
  readonly answer: (measure: Measure, asked: Asked) => Answer;
  /** True, false, or null for unknown (RULES.md CO1). */
  readonly holds: (condition: Condition, unit: number, by: Indicator | null) => boolean | null;
  /** Units of the same cohort, or of all, that a comparison for this indicator sees. */
  readonly peers: (asked: Asked, among: 'all' | undefined) => readonly number[];
  /** Null when the indicator is not for this unit. */
  readonly mark: (indicator: string, unit: number) => Mark | null;
  readonly subtotal: (section: string, unit: number) => Subtotal;
  readonly selfGap: (unit: number) => BigFraction | null;
  /** Ids of the vetoes that fired; with `zeroing` only those that set indicators to zero. */
  readonly fired: (unit: number, which: 'all' | 'zeroing') => readonly string[];
};
