import { z } from 'zod';
import { Text } from '@heng/rules';
import { UnitCode, UnitType } from './organizations.js';

/** Stages of a cycle (DESIGN 6), in order. */
export const Stage = z.enum([
  'draft',
  'issued',
  'collecting',
  'verifying',
  'reviewing',
  'proposed',
  'public-notice',
  'published',
  'archived',
]);
export type Stage = z.infer<typeof Stage>;

export const CycleUnit = z.object({
  code: UnitCode,
  name: z.string(),
  type: UnitType,
  parent: UnitCode,
  attributes: z.record(z.string(), z.string()),
});
export type CycleUnit = z.infer<typeof CycleUnit>;

export const CycleResponse = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  stage: Stage,
  /** The body that runs the cycle. */
  owner: UnitCode,
  ownerName: z.string(),
  ruleBookId: z.uuid(),
  ruleBookTitle: Text,
  ruleBookHash: z.string(),
  /** Such as 演示数据 with the era of the figures; shown on every page and paper. */
  dataLabel: Text.nullable(),
  deadline: z.iso.datetime({ offset: true }).nullable(),
  version: z.number().int(),
  /** What the caller may do here now; the policy table decided. */
  allowed: z.array(z.string()),
  /** The caller's own assessed unit in this cycle, if any. */
  ownUnit: UnitCode.nullable(),
  unitCount: z.number().int().nullable(),
});
export type CycleResponse = z.infer<typeof CycleResponse>;

export const CycleListResponse = z.object({ items: z.array(CycleResponse), next: z.string().nullable() });
export type CycleListResponse = z.infer<typeof CycleListResponse>;

export const CreateCycleRequest = z.strictObject({
  title: z.string().trim().min(2).max(80),
  year: z.number().int().min(2000).max(2100),
  owner: UnitCode,
  ruleBookId: z.uuid(),
  /** Absent: all units below the owner of the types the rule book is for. */
  units: z.array(UnitCode).min(1).max(5000).optional(),
  /** Last year's cycle, whose verified facts feed 同比 measures. */
  previousCycleId: z.uuid().nullable().default(null),
  deadline: z.iso.datetime({ offset: true }).nullable().default(null),
});
export type CreateCycleRequest = z.infer<typeof CreateCycleRequest>;

export const ChangeStageRequest = z.strictObject({
  to: Stage,
  reason: z.string().trim().min(1).max(500).optional(),
});
export type ChangeStageRequest = z.infer<typeof ChangeStageRequest>;

/** One thing that waits for the person who asks. Sentences are made by the screen from `kind` and `data`. */
export const WorkItem = z.object({
  kind: z.enum(['facts-missing', 'facts-to-verify', 'ready-to-publish', 'result-published', 'own-score']),
  cycleId: z.uuid(),
  cycleTitle: z.string(),
  stage: Stage,
  deadline: z.iso.datetime({ offset: true }).nullable(),
  unit: UnitCode.nullable(),
  count: z.number().int(),
  of: z.number().int(),
});
export type WorkItem = z.infer<typeof WorkItem>;
export const WorkItemListResponse = z.object({ items: z.array(WorkItem) });
export type WorkItemListResponse = z.infer<typeof WorkItemListResponse>;
