/**
 * What an assessment says. Numbers are exact text: a decimal when it terminates ("3.68"), else a fraction in lowest terms ("25/36").
 * Reasons are codes with data; sentences are made at the edge ({@link ../explain/sentences}).
 */
export type ExactText = string;

/** A machine-readable reason. `data` holds exact numbers, ids and option names, never sentences. */
export type Reason = { readonly code: string; readonly data: Readonly<Record<string, string>> };

export type IndicatorState =
  | 'scored'
  /** A fact it needs is missing; `reason` names it. */
  | 'missing'
  | 'not-applicable'
  /** The facts are there, yet there is no number: zero denominator, too few votes, no comparison; `reason` says which. */
  | 'cannot-compute'
  /** A veto set it to zero. */
  | 'vetoed'
  /** It awaits a judgement or a meeting. */
  | 'pending';

export type IndicatorOutcome = {
  readonly id: string;
  readonly state: IndicatorState;
  /** Null unless there is a number: scored, vetoed, or not applicable with a policy that gives points. Deductions are negative. */
  readonly points: ExactText | null;
  /** Full points; for a deduction the most that can be lost, as a positive number. */
  readonly full: ExactText;
  readonly reason?: Reason;
};

export type SectionOutcome = {
  readonly id: string;
  /** What its parts make together, within bounds and rounded; null where its combination has no number, `reason` says why. */
  readonly points: ExactText | null;
  readonly full: ExactText;
  readonly reason?: Reason;
};

/** A total and what it leaves out. */
export type Total = {
  readonly points: ExactText;
  /** Full points of the base indicators it counts; smaller than the book's when parts are missing or not applicable. */
  readonly outOf: ExactText;
};

export type UnitOutcome = {
  readonly code: string;
  readonly name: string;
  readonly cohort: string;
  /** 现状得分: missing counts by policy. This is the total that is ranked and graded. */
  readonly total: ExactText;
  /** 目前得分: missing left out, neither lost nor won. */
  readonly soFar: Total;
  readonly asItStands: Total;
  /** 1 is best, within the cohort; null for a unit that is not ranked, and `unranked` says why. */
  readonly rank: number | null;
  readonly unranked?: Reason;
  /** Ranked units of the cohort. */
  readonly cohortSize: number;
  /** Another unit of the cohort shares the rank. */
  readonly tied: boolean;
  /** Null for a unit that is not ranked. */
  readonly grade: string | null;
  readonly gradeReasons: readonly Reason[];
  readonly vetoes: readonly string[];
  /** Declared minus verified total over base sections; null when the declared side has no facts. */
  readonly selfGap: ExactText | null;
  readonly noAward: boolean;
  readonly sections: readonly SectionOutcome[];
  readonly indicators: readonly IndicatorOutcome[];
};

/** One step from clause to points: a code and the exact numbers it used. Printed in order it can be redone by hand. */
export type Step = { readonly code: string; readonly data: Readonly<Record<string, string>> };

export type Explanation = {
  readonly unit: string;
  /** The indicator or section it explains; empty for the total. */
  readonly indicator: string;
  readonly state: IndicatorState;
  readonly points: ExactText | null;
  readonly full: ExactText;
  readonly steps: readonly Step[];
  /** Indicators and sections whose points it read: the next level of the tree, each with an explanation of its own. */
  readonly reads: readonly string[];
};

/** Which values are assessed: `verified` is the official result, `declared` gives 自评分, `latest` takes verified and else declared (preview while collecting). */
export type Basis = 'verified' | 'declared' | 'latest';

export type Assessment = {
  readonly engine: string;
  readonly bookHash: string;
  readonly basis: Basis;
  /** In the order the units were given. */
  readonly units: readonly UnitOutcome[];
  /** Named problems of the whole run, such as a forbidden tie. */
  readonly problems: readonly Reason[];
};
