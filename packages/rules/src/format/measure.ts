import { z } from 'zod';
import { Band } from './band.js';
import { Day, DecimalText, Id, Rounding, Selection } from './primitives.js';

/**
 * How the number comes about: an expression over facts, exact, with explicit units in the facts.
 * A ratio is a pure number (0.919 for 91.9%); authors write targets of ratios as shares too ("1" is 100%).
 */
export type Measure =
  | { kind: 'fact'; fact: string }
  | { kind: 'constant'; value: string }
  | { kind: 'sum'; of: Measure[] }
  | { kind: 'difference'; of: [Measure, Measure] }
  | { kind: 'product'; of: Measure[] }
  | { kind: 'greatest'; of: Measure[] }
  | { kind: 'least'; of: Measure[] }
  /** `whenZero`: what a zero denominator means. `cannot-compute` and `not-applicable` are states, a decimal text is a declared value. */
  | {
      kind: 'ratio';
      of: [Measure, Measure];
      whenZero: 'cannot-compute' | 'not-applicable' | { value: string };
    }
  /** positive / sample, refused (cannot-compute) under the minimum sample. */
  | { kind: 'sample-rate'; positive: Measure; sample: Measure; minimumSample: string }
  /** The same measure on last year's facts; missing when there are none. */
  | { kind: 'previous'; of: Measure }
  /** Number of entries of a records fact, optionally of some levels or genres. */
  | { kind: 'count'; fact: string; levels?: string[] | undefined; genres?: string[] | undefined }
  /** Days from a day of the book to a date fact: 0 on the day itself, above 0 after it (逾期天数), below 0 before. */
  | { kind: 'days'; fact: string; since: string }
  /**
   * Mean of the judges after dropping `high` highest and `low` lowest, only if at least `fromJudges` judges scored; fewer than `minimumJudges` is
   * cannot-compute. `sumFor`: the sum instead, as many judges as this would have given (mean × number), so that an absent judge costs nobody points.
   * `withoutSelf`: a score given by the unit to itself (judge = unit code) does not count.
   */
  | {
      kind: 'panel-mean';
      fact: string;
      drop?: { high: number; low: number; fromJudges: number } | undefined;
      minimumJudges: number;
      sumFor?: number | undefined;
      withoutSelf?: boolean | undefined;
    }
  /** Σ votes × worth ÷ valid votes; fewer than `minimumValid` valid votes is cannot-compute. */
  | { kind: 'vote-mean'; fact: string; worth: { option: string; points: string }[]; minimumValid: number }
  /** Share of valid votes that went to these options. */
  | { kind: 'vote-share'; fact: string; options: string[]; minimumValid: number }
  /** Σ weight × score of each rater group; an absent group is left out with weights renormalised, counts as 0, or makes it cannot-compute. */
  | {
      kind: 'rater-mean';
      fact: string;
      weights: { group: string; weight: string }[];
      absent: 'renormalise' | 'zero' | 'cannot-compute';
    }
  /** Points of another indicator, or of a section, of the same unit. Makes the book a graph; cycles are refused. */
  | { kind: 'indicator-points'; indicator: string }
  | { kind: 'section-points'; section: string }
  /** Declared total minus verified total over the base sections (自评与核定差), in points; may be negative. */
  | { kind: 'self-gap' }
  /** Rounded at this very stage (先取整再计). */
  | { kind: 'rounded'; of: Measure; rounding: z.infer<typeof Rounding> }
  /** To 40 decimals, rounded half up; of zero or less: cannot-compute. */
  | { kind: 'logarithm'; of: Measure; base: 'e' | '2' | '10' }
  /** Square root (2), cube root (3) …, to 40 decimals, exact where it ends; of less than zero: cannot-compute. */
  | { kind: 'root'; of: Measure; degree: number }
  /** To the power, to 40 decimals, exact where it ends (成绩分 = A·(B − T)^C); a root of less than zero, or zero below zero: cannot-compute. */
  | { kind: 'power'; of: Measure; exponent: string }
  /** e to the power of the measure, to 40 decimals; beyond ±1000: cannot-compute. */
  | { kind: 'exponential'; of: Measure }
  /** The value of the band that holds `of` (规模系数, 分组目标, 评级表); outside all bands: cannot-compute. */
  | { kind: 'banded'; of: Measure; bands: (Band & { value: string })[] }
  /** Mean by weight, the weights need not add up to anything. */
  | {
      kind: 'mean';
      form: MeanForm;
      of: { measure: Measure; weight: string }[];
      absent: AbsentParts;
      minimum?: number | undefined;
    }
  /** The best few of several, or all but the extremes (取最好 n 次, 去掉最低). */
  | {
      kind: 'selected';
      of: Measure[];
      keep: Selection;
      take: 'sum' | 'mean';
      absent: AbsentParts;
      minimum?: number | undefined;
    }
  /** The first of these that has a number: what stands in for what is missing (缺轮赋值, 以均值代替). */
  | { kind: 'first-known'; of: Measure[] }
  /** A figure of the whole cohort (or of all units): only units that have the number, each once. `share` is for `percentile`, as PERCENTILE.INC. */
  | {
      kind: 'cohort';
      of: Measure;
      take: CohortTake;
      share?: string | undefined;
      among?: 'all' | undefined;
    }
  /** Place in the cohort by this measure: 1 + number strictly better. */
  | { kind: 'place'; of: Measure; better: 'higher' | 'lower'; among?: 'all' | undefined }
  /** For methods that read their facts themselves (checklist, records-worth, choice). */
  | { kind: 'none' };

export const MeanForm = z.enum(['arithmetic', 'geometric', 'harmonic']);
export type MeanForm = z.infer<typeof MeanForm>;

/** What parts without a number do to their whole: there is no number either, they count 0, or the others carry it alone. */
export const AbsentParts = z.enum(['no-number', 'zero', 'leave-out']);
export type AbsentParts = z.infer<typeof AbsentParts>;

/** `deviation` divides by n, `sample-deviation` by n − 1; both are square roots to 40 decimals. */
export const CohortTake = z.enum([
  'mean',
  'sum',
  'count',
  'least',
  'greatest',
  'median',
  'percentile',
  'deviation',
  'sample-deviation',
]);
export type CohortTake = z.infer<typeof CohortTake>;

/** One digit before and at most two after the dot: a power by hundredths stays a root that can be taken exactly. */
const Exponent = z.string().regex(/^-?\d(\.\d{1,2})?$/, 'an exponent under 10 such as "1.81"');

/** A share from 0 to 1. */
const UnitShare = z.string().regex(/^(0(\.\d{1,10})?|1(\.0{1,10})?)$/, 'a share from 0 to 1, such as "0.05"');

export const Measure: z.ZodType<Measure> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fact'), fact: Id }),
    z.strictObject({ kind: z.literal('constant'), value: DecimalText }),
    z.strictObject({ kind: z.literal('sum'), of: z.array(Measure).min(1) }),
    z.strictObject({ kind: z.literal('difference'), of: z.tuple([Measure, Measure]) }),
    z.strictObject({ kind: z.literal('product'), of: z.array(Measure).min(1) }),
    z.strictObject({ kind: z.literal('greatest'), of: z.array(Measure).min(1) }),
    z.strictObject({ kind: z.literal('least'), of: z.array(Measure).min(1) }),
    z.strictObject({
      kind: z.literal('ratio'),
      of: z.tuple([Measure, Measure]),
      whenZero: z.union([
        z.enum(['cannot-compute', 'not-applicable']),
        z.strictObject({ value: DecimalText }),
      ]),
    }),
    z.strictObject({
      kind: z.literal('sample-rate'),
      positive: Measure,
      sample: Measure,
      minimumSample: DecimalText,
    }),
    z.strictObject({ kind: z.literal('previous'), of: Measure }),
    z.strictObject({
      kind: z.literal('count'),
      fact: Id,
      levels: z.array(Id).min(1).optional(),
      genres: z.array(Id).min(1).optional(),
    }),
    z.strictObject({ kind: z.literal('days'), fact: Id, since: Day }),
    z.strictObject({
      kind: z.literal('panel-mean'),
      fact: Id,
      drop: z
        .strictObject({
          high: z.number().int().min(0).max(10),
          low: z.number().int().min(0).max(10),
          fromJudges: z.number().int().min(1).max(500),
        })
        .optional(),
      minimumJudges: z.number().int().min(1).max(500),
      sumFor: z.number().int().min(1).max(500).optional(),
      withoutSelf: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal('vote-mean'),
      fact: Id,
      worth: z.array(z.strictObject({ option: Id, points: DecimalText })).min(2),
      minimumValid: z.number().int().min(1),
    }),
    z.strictObject({
      kind: z.literal('vote-share'),
      fact: Id,
      options: z.array(Id).min(1),
      minimumValid: z.number().int().min(1),
    }),
    z.strictObject({
      kind: z.literal('rater-mean'),
      fact: Id,
      weights: z.array(z.strictObject({ group: Id, weight: DecimalText })).min(1),
      absent: z.enum(['renormalise', 'zero', 'cannot-compute']),
    }),
    z.strictObject({ kind: z.literal('indicator-points'), indicator: Id }),
    z.strictObject({ kind: z.literal('section-points'), section: Id }),
    z.strictObject({ kind: z.literal('self-gap') }),
    z.strictObject({ kind: z.literal('rounded'), of: Measure, rounding: Rounding }),
    z.strictObject({ kind: z.literal('logarithm'), of: Measure, base: z.enum(['e', '2', '10']) }),
    z.strictObject({ kind: z.literal('root'), of: Measure, degree: z.number().int().min(2).max(10) }),
    z.strictObject({ kind: z.literal('power'), of: Measure, exponent: Exponent }),
    z.strictObject({ kind: z.literal('exponential'), of: Measure }),
    z.strictObject({
      kind: z.literal('banded'),
      of: Measure,
      bands: z.array(z.strictObject({ ...Band.shape, value: DecimalText })).min(1),
    }),
    z.strictObject({
      kind: z.literal('mean'),
      form: MeanForm,
      of: z.array(z.strictObject({ measure: Measure, weight: DecimalText })).min(1),
      absent: AbsentParts,
      minimum: z.number().int().min(1).optional(),
    }),
    z.strictObject({
      kind: z.literal('selected'),
      of: z.array(Measure).min(1),
      keep: Selection,
      take: z.enum(['sum', 'mean']),
      absent: AbsentParts,
      minimum: z.number().int().min(1).optional(),
    }),
    z.strictObject({ kind: z.literal('first-known'), of: z.array(Measure).min(2) }),
    z.strictObject({
      kind: z.literal('cohort'),
      of: Measure,
      take: CohortTake,
      share: UnitShare.optional(),
      among: z.literal('all').optional(),
    }),
    z.strictObject({
      kind: z.literal('place'),
      of: Measure,
      better: z.enum(['higher', 'lower']),
      among: z.literal('all').optional(),
    }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
) as z.ZodType<Measure>;
