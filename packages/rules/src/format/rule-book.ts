import { z } from 'zod';
import { Condition } from './condition.js';
import { Fact } from './fact.js';
import { Indicator } from './indicator.js';
import { Measure } from './measure.js';
import { Day, DecimalText, Id, Rounding, Text } from './primitives.js';

/** A node of the tree. `points` of a base section must equal the sum of its parts; bonus and deduction sections are capped by it. */
export type Section = {
  id: string;
  title: Text;
  role: 'base' | 'bonus' | 'deduction';
  points: string;
  sections?: Section[] | undefined;
  indicators?: Indicator[] | undefined;
};
export const Section: z.ZodType<Section> = z.lazy(() =>
  z.strictObject({
    id: Id,
    title: Text,
    role: z.enum(['base', 'bonus', 'deduction']),
    points: DecimalText,
    sections: z.array(Section).optional(),
    indicators: z.array(Indicator).optional(),
  }),
);

/**
 * The effects of a veto seen in practice (C8). Most leave the score alone and limit the grade. `indicators-named-zero` zeroes what
 * cannot be known beforehand: each entry of the records fact names, as its level, an indicator that gets no points (造假的指标计零分).
 */
export const VetoEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grade-ceiling'), grade: Id }),
  z.strictObject({ kind: z.literal('grade'), grade: Id }),
  z.strictObject({ kind: z.literal('grade-down'), steps: z.number().int().min(1).max(5) }),
  z.strictObject({ kind: z.literal('indicator-zero'), indicators: z.array(Id).min(1) }),
  z.strictObject({ kind: z.literal('indicators-named-zero'), fact: Id }),
  z.strictObject({ kind: z.literal('no-award') }),
  z.strictObject({ kind: z.literal('withdraw-title') }),
]);
export type VetoEffect = z.infer<typeof VetoEffect>;

export const Veto = z.strictObject({
  id: Id,
  title: Text,
  when: Condition,
  effects: z.array(VetoEffect).min(1),
});
export type Veto = z.infer<typeof Veto>;

/** How units are grouped for ranking and for cohort-relative methods. A unit falls into the first group whose `where` holds. */
export const Cohorts = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('parent') }),
  z.strictObject({
    by: z.literal('attribute'),
    attribute: Id,
    groups: z.array(z.strictObject({ id: Id, title: Text, values: z.array(z.string()).min(1) })).min(1),
  }),
  z.strictObject({
    by: z.literal('list'),
    groups: z.array(z.strictObject({ id: Id, title: Text, units: z.array(z.string()).min(1) })).min(1),
  }),
]);
export type Cohorts = z.infer<typeof Cohorts>;

/** Ordered questions asked of units with equal totals, until one differs. */
export const TieBreak = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no-veto') }),
  z.strictObject({ kind: z.literal('indicator'), indicator: Id }),
  z.strictObject({ kind: z.literal('section'), section: Id }),
  z.strictObject({ kind: z.literal('self-gap') }),
  z.strictObject({ kind: z.literal('measure'), of: Measure, better: z.enum(['higher', 'lower']) }),
  z.strictObject({ kind: z.literal('unit-code') }),
]);
export type TieBreak = z.infer<typeof TieBreak>;

export const Ranking = z.strictObject({
  /** Compare totals after the book's total rounding, or exactly. */
  on: z.enum(['rounded', 'exact']),
  /** `competition` 1,1,3; `dense` 1,1,2; `forbidden`: a tie left after all tie-breaks is a named problem. */
  ties: z.enum(['competition', 'dense', 'forbidden']),
  tieBreaks: z.array(TieBreak),
});
export type Ranking = z.infer<typeof Ranking>;

/** Grades from best to worst; the last has neither threshold nor quota. */
export const Grade = z.strictObject({
  id: Id,
  title: Text,
  atLeast: DecimalText.optional(),
  quota: z
    .strictObject({
      /** Share of the units of the scope, or a fixed number of places. */
      ratio: DecimalText.optional(),
      count: z.number().int().min(0).optional(),
      rounding: z.enum(['down', 'half-up', 'up']),
      minimum: z.number().int().min(0),
      scope: z.enum(['cohort', 'all']),
      /** Units tied on the last place: all in, or all out. Ties that tie-breaks resolved are no ties. */
      tieAtEdge: z.enum(['in', 'out']),
    })
    .optional(),
  /** Needs that no veto fired. */
  withoutVeto: z.boolean().optional(),
});
export type Grade = z.infer<typeof Grade>;

/**
 * 规则书: what is published is what runs. Immutable once published, identified by the hash of its canonical JSON.
 * Total = Σ base (converted to `totalPoints` when parts are not applicable) + Σ bonus − Σ deduction.
 */
export const RuleBook = z.strictObject({
  format: z.literal('heng-rulebook/1'),
  id: Id,
  title: Text,
  issuer: Text,
  year: z.number().int().min(1949).max(2200),
  version: z.string().regex(/^\d+(\.\d+)*$/),
  effective: z.strictObject({ from: Day, to: Day }),
  /** Unit types of the organisation model, such as TownshipFederation. */
  unitTypes: z.array(z.string().min(1)).min(1),
  totalPoints: DecimalText,
  rounding: z.strictObject({
    indicator: Rounding.nullable(),
    section: Rounding.nullable(),
    total: Rounding.nullable(),
  }),
  notes: z.array(Text).optional(),
  facts: z.array(Fact).min(1),
  sections: z.array(Section).min(1),
  vetoes: z.array(Veto),
  cohorts: Cohorts,
  ranking: Ranking,
  grades: z.array(Grade).min(1),
});
export type RuleBook = z.infer<typeof RuleBook>;
