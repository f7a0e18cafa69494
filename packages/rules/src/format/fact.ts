import { z } from 'zod';
import { DecimalText, Id, Rounding, Selection, Text } from './primitives.js';

/** Where a fact comes from. Collected once, it feeds every indicator that needs it. */
export const FactSource = z.enum([
  'declared',
  'department',
  'ledger',
  'inspection',
  'children',
  'imported',
  'meeting',
]);
export type FactSource = z.infer<typeof FactSource>;

const common = {
  id: Id,
  title: Text,
  /** What exactly is counted (口径), when the title does not say. */
  definition: Text.optional(),
  source: FactSource,
  /** Who enters or imports it, as a department or role name. */
  enteredBy: Text,
  /** What proof is asked for; absent means none is asked (减负). */
  evidence: Text.optional(),
  /** Estimated minutes for one unit to answer, for the burden meter. */
  minutes: DecimalText.optional(),
};

/** Refusals at entry: a value outside is an error with a reason, never silently changed. */
const numberChecks = z.strictObject({
  min: DecimalText.optional(),
  max: DecimalText.optional(),
  /** No decimals: people, villages, activities. */
  integer: z.boolean().optional(),
  /** Only multiples of this step: "0.5" for half points, "1" where no decimals are wanted (10 分以上必须整数). */
  step: DecimalText.optional(),
  /** The value may not exceed the value of this other number fact (numerator ≤ denominator). */
  atMost: Id.optional(),
});

/**
 * Where a number comes from another assessment: the bodies below this unit (`children`: their `parent` is this unit; 村级均分并入乡镇) or
 * the same unit elsewhere (`own`: an earlier round, an upper assessment). Worked out by `deriveFacts`, never typed.
 */
export const FromResults = z.strictObject({
  results: z.enum(['children', 'own']),
  /** The rule book of that assessment. */
  book: Id,
  value: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('total') }),
    z.strictObject({ of: z.literal('rank') }),
    z.strictObject({ of: z.literal('indicator'), indicator: Id }),
    z.strictObject({ of: z.literal('section'), section: Id }),
    /** 1 for a unit with one of these grades, 0 for another. */
    z.strictObject({ of: z.literal('grade'), grades: z.array(Id).min(1) }),
  ]),
  /** Only these of the bodies with a number: the best three, or all but the extremes. */
  keep: Selection.optional(),
  /** How several bodies make one number; the mean of a `grade` is the share of bodies with it. */
  take: z.enum(['mean', 'sum', 'least', 'greatest', 'count']),
  /** Fewer bodies with a number than this give none (抽检家数). */
  minimum: z.number().int().min(1).optional(),
  /** A fact is a decimal, so a mean must say how it becomes one. */
  rounding: Rounding,
});
export type FromResults = z.infer<typeof FromResults>;

/**
 * What is collected. The value of a fact, by kind:
 * - `number`: decimal text in `unit`
 * - `percent`: decimal text, 0..100, never 0..1
 * - `boolean`: true | false
 * - `choice`: one option id
 * - `date`: `2026-12-31`
 * - `records`: list of {@link RecordEntry} (awards, articles, cases)
 * - `ballots`: map option id → decimal text count of votes; those for options that are not valid (abstained, spoiled) are in no denominator
 * - `panel`: list of {@link PanelScore}
 * - `raters`: map rater-group id → decimal text score
 */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    unit: Text,
    checks: numberChecks.optional(),
    from: FromResults.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('percent'), checks: numberChecks.optional() }),
  z.strictObject({ ...common, kind: z.literal('boolean') }),
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ id: Id, title: Text })).min(2),
  }),
  z.strictObject({ ...common, kind: z.literal('date') }),
  z.strictObject({
    ...common,
    kind: z.literal('records'),
    levels: z.array(z.strictObject({ id: Id, title: Text })).min(1),
    genres: z.array(z.strictObject({ id: Id, title: Text })).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('ballots'),
    /** `valid: false` marks what is counted for the record only: abstained, spoiled (弃权、废票). */
    options: z.array(z.strictObject({ id: Id, title: Text, valid: z.literal(false).optional() })).min(2),
  }),
  z.strictObject({ ...common, kind: z.literal('panel'), scale: DecimalText }),
  z.strictObject({
    ...common,
    kind: z.literal('raters'),
    scale: DecimalText,
    groups: z.array(z.strictObject({ id: Id, title: Text })).min(1),
  }),
]);
export type Fact = z.infer<typeof Fact>;
export type FactKind = Fact['kind'];

/**
 * One award, article or case. `matter` groups entries about the same matter (同一事项, 同稿); absent means a matter of its own.
 * `authors` is how many bodies share it and `position` which of them this unit is, from 1 (合写). `amount` is how much of it, or the points claimed for it.
 */
export const RecordEntry = z.strictObject({
  title: z.string().min(1).max(200),
  level: Id,
  genre: Id.optional(),
  matter: z.string().max(200).optional(),
  date: z.iso.date().optional(),
  authors: z.number().int().min(1).max(50).optional(),
  position: z.number().int().min(1).max(50).optional(),
  amount: DecimalText.optional(),
});
export type RecordEntry = z.infer<typeof RecordEntry>;

/** One judge's score in the fact's `scale`; `recused` judges (回避) do not count. */
export const PanelScore = z.strictObject({
  judge: z.string().min(1).max(100),
  score: DecimalText,
  recused: z.boolean().optional(),
});
export type PanelScore = z.infer<typeof PanelScore>;

/** The value of one fact; its shape must fit the fact's kind (see {@link Fact}). Absent or null is *missing*, which is not zero. */
export const FactValue = z.union([
  z.string().max(1000),
  z.boolean(),
  z.array(RecordEntry).max(500),
  z.array(PanelScore).max(500),
  z.record(Id, DecimalText),
]);
export type FactValue = z.infer<typeof FactValue>;
