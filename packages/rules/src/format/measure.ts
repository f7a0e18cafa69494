import { z } from 'zod';
import { DecimalText, Id } from './primitives.js';

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
  /** Mean of the judges after dropping `high` highest and `low` lowest, only if at least `fromJudges` judges scored; fewer than `minimumJudges` is cannot-compute. */
  | {
      kind: 'panel-mean';
      fact: string;
      drop?: { high: number; low: number; fromJudges: number } | undefined;
      minimumJudges: number;
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
  /** For methods that read their facts themselves (checklist, records-worth, choice). */
  | { kind: 'none' };

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
    z.strictObject({ kind: z.literal('none') }),
  ]),
) as z.ZodType<Measure>;
