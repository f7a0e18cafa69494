import { z } from 'zod';
import { Condition } from './condition.js';
import { Measure } from './measure.js';
import { DecimalText, Id, Rounding, Text } from './primitives.js';
import { Score } from './score.js';

/** Which units an indicator is for; all given parts must hold. An indicator that is not for a unit is simply absent from its sheet. */
export const AppliesTo = z.strictObject({
  types: z.array(z.string()).min(1).optional(),
  attributes: z.record(Id, z.array(z.string()).min(1)).optional(),
  units: z.array(z.string()).min(1).optional(),
});
export type AppliesTo = z.infer<typeof AppliesTo>;

/**
 * 不涉及(M50): what happens when the unit has no such business.
 * `exclude`: left out, and the total is converted by 得分÷适用满分×满分. `full`, `zero`, `fixed`: that many points. `cohort-mean`: mean share of the others.
 */
export const NotApplicable = z.strictObject({
  policy: z.enum(['exclude', 'full', 'zero', 'fixed', 'cohort-mean']),
  points: DecimalText.optional(),
  /** Besides a fact marked not applicable and a zero denominator declared so: this condition. */
  when: Condition.optional(),
});
export type NotApplicable = z.infer<typeof NotApplicable>;

/** Last steps, in this order: exceptions → linked cap → floor → cap → rounding. */
export const Finish = z.strictObject({
  /** First that holds replaces the method's points (出现即零 M27, 豁免 M49, 已达标得满分). */
  exceptions: z
    .array(
      z.strictObject({ when: Condition, points: z.union([DecimalText, z.literal('full')]), because: Text }),
    )
    .optional(),
  /** Lost points may not exceed the points lost on this other indicator (关联扣分上限 M26). */
  linkedCap: z.strictObject({ indicator: Id }).optional(),
  /** Absent: 0 for base and bonus (扣完为止), −points for deductions. */
  floor: DecimalText.optional(),
  /** Absent: the indicator's points (for a deduction: 0). */
  cap: DecimalText.optional(),
  /** Absent: the book's rounding of indicators. */
  rounding: Rounding.optional(),
});
export type Finish = z.infer<typeof Finish>;

/** Where a parameter comes from: our own default (◇, to be adapted locally), a survey report, or a cited public document. */
export const Provenance = z.strictObject({
  /** Path inside the indicator, `/score/target`. */
  path: z.string().regex(/^(\/[A-Za-z0-9_-]+)+$/),
  origin: z.enum(['default', 'report', 'document']),
  note: Text.optional(),
});
export type Provenance = z.infer<typeof Provenance>;

export const Indicator = z.strictObject({
  id: Id,
  title: Text,
  /** Full points of a base or bonus indicator; of a deduction, the most that can be lost. */
  points: DecimalText,
  appliesTo: AppliesTo.optional(),
  /** The department that verifies or scores it. */
  scoredBy: Text,
  measure: Measure,
  score: Score,
  finish: Finish.optional(),
  notApplicable: NotApplicable.optional(),
  /**
   * A missing fact: `wait` leaves it out of 目前得分 and counts 0 in 现状得分; `zero` scores 0 at once (拿不出证据按未完成);
   * `cohort-mean` gives the mean points of those scored (无数据按均值).
   */
  missing: z.enum(['wait', 'zero', 'cohort-mean']),
  /** The survey problems this indicator answers, P01..P40, and catalogue methods, M01..M58, for the traceability tables. */
  answers: z.array(z.string().regex(/^P\d{2}$/)).optional(),
  catalogue: z.array(z.string().regex(/^[MC]\d{1,2}$/)).optional(),
  /** The indicator of the library (H01..H47, U.., V..) that this one is taken from. */
  library: z.string().optional(),
  provenance: z.array(Provenance).optional(),
});
export type Indicator = z.infer<typeof Indicator>;
