import { z } from 'zod';
import { DecimalText, Id, Text } from './primitives.js';

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
  /** The value may not exceed the value of this other number fact (numerator ≤ denominator). */
  atMost: Id.optional(),
});

/**
 * What is collected. The value of a fact, by kind:
 * - `number`: decimal text in `unit`
 * - `percent`: decimal text, 0..100, never 0..1
 * - `boolean`: true | false
 * - `choice`: one option id
 * - `date`: `2026-12-31`
 * - `records`: list of {@link RecordEntry} (awards, articles, cases)
 * - `ballots`: map option id → decimal text count of votes; options not listed in `options` (abstained, spoiled) are not valid votes
 * - `panel`: list of {@link PanelScore}
 * - `raters`: map rater-group id → decimal text score
 */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('number'), unit: Text, checks: numberChecks.optional() }),
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
    options: z.array(z.strictObject({ id: Id, title: Text })).min(2),
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

/** One award, article or case. `matter` groups entries about the same matter (同一事项, 同稿); absent means a matter of its own. */
export const RecordEntry = z.strictObject({
  title: z.string().min(1).max(200),
  level: Id,
  genre: Id.optional(),
  matter: z.string().max(200).optional(),
  date: z.iso.date().optional(),
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
