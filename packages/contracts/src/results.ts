import { z } from 'zod';
import { Id, Text } from '@heng/rules';
import { CycleUnit, Stage } from './cycles.js';
import { UnitCode } from './organizations.js';

const Reason = z.object({ code: z.string(), data: z.record(z.string(), z.string()) });

export const IndicatorResult = z.object({
  id: Id,
  state: z.enum(['scored', 'missing', 'not-applicable', 'cannot-compute', 'vetoed', 'pending', 'withheld']),
  /** Exact text; null when there is no number, or when it is withheld until publication because it depends on other units. */
  points: z.string().nullable(),
  full: z.string(),
  reason: Reason.optional(),
});
export type IndicatorResult = z.infer<typeof IndicatorResult>;

const Total = z.object({ points: z.string(), outOf: z.string() });

export const UnitResult = z.object({
  unit: CycleUnit,
  /** Null while withheld: before publication a chair sees no rank, cohort, grade or anything that depends on other units. */
  total: z.string().nullable(),
  cohort: z.string().nullable(),
  rank: z.number().int().nullable(),
  /** Why a unit is not ranked: out of competition, or without points that the ranking requires. */
  unranked: Reason.optional(),
  cohortSize: z.number().int().nullable(),
  tied: z.boolean().nullable(),
  grade: Id.nullable(),
  gradeReasons: z.array(Reason),
  vetoes: z.array(Id),
  selfGap: z.string().nullable(),
  soFar: Total,
  asItStands: Total,
  /** A section's points are null where its combination has no number. */
  sections: z.array(z.object({ id: Id, points: z.string().nullable(), full: z.string() })),
  indicators: z.array(IndicatorResult),
});
export type UnitResult = z.infer<typeof UnitResult>;

/** Computed from the facts now, or read from the sealed publication once there is one. */
export const ResultsResponse = z.object({
  cycleId: z.uuid(),
  stage: Stage,
  basis: z.enum(['verified', 'declared', 'latest']),
  /** `sealed` after publication: the figures of the package, not of later facts. */
  source: z.enum(['live', 'sealed']),
  engine: z.string(),
  bookHash: z.string(),
  dataLabel: Text.nullable(),
  units: z.array(UnitResult),
});
export type ResultsResponse = z.infer<typeof ResultsResponse>;

export const ExplanationStep = z.object({ code: z.string(), data: z.record(z.string(), z.string()) });
/** Why one indicator of one unit has its points: codes and exact numbers; the screen makes sentences with `describeSteps`. */
export const ExplanationResponse = z.object({
  unit: UnitCode,
  /** An indicator's or a section's id; empty for the explanation of the total. */
  indicator: Id.or(z.literal('')),
  state: IndicatorResult.shape.state,
  points: z.string().nullable(),
  full: z.string(),
  steps: z.array(ExplanationStep),
});
export type ExplanationResponse = z.infer<typeof ExplanationResponse>;

/** Every indicator's explanation and that of the total, in one answer for a unit's page. */
export const UnitExplanationsResponse = z.object({
  result: UnitResult,
  indicators: z.array(ExplanationResponse),
  /** Sections whose points are more than the sum of their parts: combined, bounded or rounded. Empty while withheld. */
  sections: z.array(ExplanationResponse),
  /** Null while withheld. */
  total: ExplanationResponse.nullable(),
});
export type UnitExplanationsResponse = z.infer<typeof UnitExplanationsResponse>;

export const PublishResultsRequest = z.strictObject({
  /** Cells still missing are named by the readiness check; publishing over them needs a reason. */
  overrideReason: z.string().trim().min(5).max(500).optional(),
});
export type PublishResultsRequest = z.infer<typeof PublishResultsRequest>;

export const PublicationResponse = z.object({
  cycleId: z.uuid(),
  number: z.number().int(),
  publishedAt: z.iso.datetime({ offset: true }),
  publishedBy: z.string(),
  /** sha256 of the canonical package. */
  packageHash: z.string(),
  bookHash: z.string(),
  engine: z.string(),
  overrideReason: z.string().nullable(),
});
export type PublicationResponse = z.infer<typeof PublicationResponse>;
