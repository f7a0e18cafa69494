import type {
  CycleUnit,
  ExplanationResponse,
  IndicatorResult,
  PublicationResponse,
  UnitResult,
} from '@heng/contracts';
import type { Explanation, IndicatorOutcome, Reason, UnitOutcome } from '@heng/rules';
import type { Publication } from './publication.entity.js';

const toReason = ({ code, data }: Reason): { code: string; data: Record<string, string> } => ({
  code,
  data: { ...data },
});

const toIndicatorResult = ({ id, state, points, full, reason }: IndicatorOutcome): IndicatorResult => ({
  id,
  state,
  points,
  full,
  ...(reason ? { reason: toReason(reason) } : {}),
});

/** The whole result of a unit, for those who may compare units. */
export const toUnitResult = (outcome: UnitOutcome, unit: CycleUnit): UnitResult => ({
  unit,
  total: outcome.total,
  cohort: outcome.cohort,
  rank: outcome.rank,
  ...(outcome.unranked ? { unranked: toReason(outcome.unranked) } : {}),
  cohortSize: outcome.cohortSize,
  tied: outcome.tied,
  grade: outcome.grade,
  gradeReasons: outcome.gradeReasons.map(toReason),
  vetoes: [...outcome.vetoes],
  selfGap: outcome.selfGap,
  soFar: { ...outcome.soFar },
  asItStands: { ...outcome.asItStands },
  sections: outcome.sections.map(({ id, points, full }) => ({ id, points, full })),
  indicators: outcome.indicators.map(toIndicatorResult),
});

/** What everybody in the cycle sees of another unit after publication: total, rank and grade. */
export const toPublicResult = (outcome: UnitOutcome, unit: CycleUnit): UnitResult => ({
  ...toUnitResult(outcome, unit),
  gradeReasons: [],
  vetoes: [],
  selfGap: null,
  sections: [],
  indicators: [],
});

/** Indicators that are for the unit but not shown yet, and the order of the book. */
export type Withheld = {
  readonly indicators: readonly { readonly id: string; readonly full: string }[];
  readonly order: readonly string[];
  readonly selfGap: boolean;
};

/** What a unit sees of itself before publication. `outcome` was computed from the unit alone, without what compares units. */
export const toWithheldResult = (outcome: UnitOutcome, unit: CycleUnit, withheld: Withheld): UnitResult => ({
  ...toUnitResult(outcome, unit),
  total: null,
  cohort: null,
  rank: null,
  cohortSize: null,
  tied: null,
  grade: null,
  gradeReasons: [],
  selfGap: withheld.selfGap ? null : outcome.selfGap,
  indicators: [
    ...outcome.indicators.map(toIndicatorResult),
    ...withheld.indicators.map(({ id, full }): IndicatorResult => ({
      id,
      state: 'withheld',
      points: null,
      full,
    })),
  ].sort((a, b) => withheld.order.indexOf(a.id) - withheld.order.indexOf(b.id)),
});

export const toExplanationResponse = ({
  unit,
  indicator,
  state,
  points,
  full,
  steps,
}: Explanation): ExplanationResponse => ({
  unit,
  indicator,
  state,
  points,
  full,
  steps: steps.map(toReason),
});

export const toPublicationResponse = (row: Omit<Publication, 'package'>): PublicationResponse => ({
  cycleId: row.cycleId,
  number: row.number,
  publishedAt: row.publishedAt.toISOString(),
  publishedBy: row.publishedByName,
  packageHash: row.packageHash,
  bookHash: row.bookHash,
  engine: row.engine,
  overrideReason: row.overrideReason,
});
