import { z } from 'zod';
import { Condition } from './condition.js';
import { Fact } from './fact.js';
import { AppliesTo, Indicator } from './indicator.js';
import { AbsentParts, MeanForm, Measure } from './measure.js';
import { Day, DecimalText, Id, Rounding, Selection, Text } from './primitives.js';

/**
 * How the parts of a section make its points. Absent: their sum.
 * `weighted-sum`: Σ weight × points (平时 60% + 实地 40%). `mean`: by weight, whatever the weights add up to. `selected`: the best few, or all but the extremes.
 * Parts that are not applicable are left out; `absent` says what parts without a number do, and under `minimum` parts with a number there is none.
 */
export const Combination = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('sum'),
    absent: AbsentParts,
    minimum: z.number().int().min(1).optional(),
  }),
  z.strictObject({
    by: z.literal('weighted-sum'),
    weights: z.array(z.strictObject({ part: Id, weight: DecimalText })).min(1),
    absent: AbsentParts,
    minimum: z.number().int().min(1).optional(),
  }),
  z.strictObject({
    by: z.literal('mean'),
    form: MeanForm,
    /** Absent: all parts weigh the same. */
    weights: z
      .array(z.strictObject({ part: Id, weight: DecimalText }))
      .min(1)
      .optional(),
    absent: AbsentParts,
    minimum: z.number().int().min(1).optional(),
  }),
  z.strictObject({
    by: z.literal('selected'),
    keep: Selection,
    take: z.enum(['sum', 'mean']),
    absent: AbsentParts,
    minimum: z.number().int().min(1).optional(),
  }),
]);
export type Combination = z.infer<typeof Combination>;

/**
 * A node of the tree. `points` of a base section must be what its parts can make together; bonus and deduction sections are capped by it.
 * `derived` sections are worked out and shown but are in no total: what is ranked, banded or compared afterwards (子项分不进总分, M48).
 */
export type Section = {
  id: string;
  title: Text;
  role: 'base' | 'bonus' | 'deduction' | 'derived';
  points: string;
  combine?: Combination | undefined;
  floor?: string | undefined;
  cap?: string | undefined;
  /** Absent: the book's rounding of sections. */
  rounding?: Rounding | undefined;
  sections?: Section[] | undefined;
  indicators?: Indicator[] | undefined;
};
export const Section: z.ZodType<Section> = z.lazy(() =>
  z.strictObject({
    id: Id,
    title: Text,
    role: z.enum(['base', 'bonus', 'deduction', 'derived']),
    points: DecimalText,
    combine: Combination.optional(),
    floor: DecimalText.optional(),
    cap: DecimalText.optional(),
    rounding: Rounding.optional(),
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
  /**
   * The best result over these indicators, then the second best, and so on until one differs (count-back). `places` compares places in the
   * cohort instead: more first places, then more second ones.
   */
  z.strictObject({
    kind: z.literal('count-back'),
    indicators: z.array(Id).min(2),
    by: z.enum(['points', 'places']),
  }),
  z.strictObject({ kind: z.literal('unit-code') }),
]);
export type TieBreak = z.infer<typeof TieBreak>;

export const Ranking = z.strictObject({
  /** Absent: more is better. `lower`: the smallest total is first (积分越少越好). */
  better: z.literal('lower').optional(),
  /** Compare totals after the book's total rounding, or exactly. */
  on: z.enum(['rounded', 'exact']),
  /** `competition` 1,1,3; `dense` 1,1,2; `forbidden`: a tie left after all tie-breaks is a named problem. */
  ties: z.enum(['competition', 'dense', 'forbidden']),
  tieBreaks: z.array(TieBreak),
  /** Units without a number in one of these have no rank and no grade (不参加排名). */
  requires: z
    .strictObject({ indicators: z.array(Id).min(1).optional(), sections: z.array(Id).min(1).optional() })
    .optional(),
  /** Assessed, but neither ranked nor graded (只考核、不排名). */
  outOfCompetition: AppliesTo.optional(),
});
export type Ranking = z.infer<typeof Ranking>;

/** Places to be given: a share of the units of the scope, or a fixed number, never under the minimum; both given: the smaller. */
const places = {
  ratio: DecimalText.optional(),
  count: z.number().int().min(0).optional(),
  rounding: z.enum(['down', 'half-up', 'half-even', 'up']),
  minimum: z.number().int().min(0),
  scope: z.enum(['cohort', 'all']),
};

/** Grades from best to worst; the last has neither threshold nor quota. */
export const Grade = z.strictObject({
  id: Id,
  title: Text,
  atLeast: DecimalText.optional(),
  /** For gradings by a figure of which less is better. */
  atMost: DecimalText.optional(),
  quota: z
    .strictObject({
      ...places,
      /** Units tied on the last place: all in, or all out. Ties that tie-breaks resolved are no ties. */
      tieAtEdge: z.enum(['in', 'out']),
    })
    .optional(),
  /** The last places of the ranking can get no better grade than this one (末位 5% 不得高于……). `tieAtEdge`: those tied with the last safe place fall in, or not. */
  lastPlaces: z.strictObject({ ...places, tieAtEdge: z.enum(['in', 'out']) }).optional(),
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
  /** The total is kept between these, before it is rounded. */
  totalBounds: z.strictObject({ floor: DecimalText.optional(), cap: DecimalText.optional() }).optional(),
  notes: z.array(Text).optional(),
  facts: z.array(Fact).min(1),
  sections: z.array(Section).min(1),
  vetoes: z.array(Veto),
  cohorts: Cohorts,
  ranking: Ranking,
  /** What grade lines are read against: the rounded total (absent), the exact one, or a figure of its own. */
  gradesOn: z.union([z.enum(['rounded', 'exact']), Measure]).optional(),
  grades: z.array(Grade).min(1),
});
export type RuleBook = z.infer<typeof RuleBook>;
