import { z } from 'zod';
import { FactValue, Id, Text } from '@heng/rules';
import { CycleUnit } from './cycles.js';
import { UnitCode } from './organizations.js';
import { ProblemDetail } from './problem.js';

/** One cell of the worksheet: one fact of one unit. Version 0 means nothing was ever entered. */
export const FactCell = z.object({
  unit: UnitCode,
  fact: Id,
  declared: FactValue.nullable(),
  verified: FactValue.nullable(),
  notApplicable: z.string().nullable(),
  version: z.number().int().min(0),
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime({ offset: true }).nullable(),
});
export type FactCell = z.infer<typeof FactCell>;

/** All that the caller may see of a cycle's facts. A chair gets her own unit only; `previous` holds last year's facts for 同比. */
export const WorksheetResponse = z.object({
  cycleId: z.uuid(),
  units: z.array(CycleUnit),
  /** Only cells that hold something; an absent cell has version 0 and is empty. */
  cells: z.array(FactCell),
  previous: z.array(FactCell),
  /** Fact ids the caller may enter now, as declared or verified value; empty when locked, and `lockedBecause` says why. */
  enterable: z.array(z.object({ fact: Id, side: z.enum(['declared', 'verified']) })),
  lockedBecause: Text.nullable(),
});
export type WorksheetResponse = z.infer<typeof WorksheetResponse>;

/** One change: `side` says whether the declared or the verified value changes; `notApplicable` replaces both. */
export const CellChange = z.strictObject({
  unit: UnitCode,
  fact: Id,
  side: z.enum(['declared', 'verified']),
  value: FactValue.nullable(),
  notApplicable: z.string().trim().min(1).max(500).nullable().optional(),
  /** The version this change is based on; another one is a conflict. */
  version: z.number().int().min(0),
  /** Needed when a verified value that exists is changed. */
  reason: z.string().trim().min(1).max(500).optional(),
});
export type CellChange = z.infer<typeof CellChange>;

/** A batch with an `Idempotency-Key`. Each cell stands for itself; nothing is half-written. */
export const SaveCellsRequest = z.strictObject({ changes: z.array(CellChange).min(1).max(2000) });
export type SaveCellsRequest = z.infer<typeof SaveCellsRequest>;

export const SaveCellsResponse = z.object({
  saved: z.array(FactCell),
  /** Someone else was first: `mine` was not written, `current` is what stands. */
  conflicts: z.array(z.object({ mine: CellChange, current: FactCell })),
  refused: z.array(z.object({ change: CellChange, problems: z.array(ProblemDetail).min(1) })),
});
export type SaveCellsResponse = z.infer<typeof SaveCellsResponse>;

/** Single write of one cell, with `If-Match: "<version>"`. */
export const SaveCellRequest = CellChange.pick({
  side: true,
  value: true,
  notApplicable: true,
  reason: true,
});
export type SaveCellRequest = z.infer<typeof SaveCellRequest>;

export const CellHistoryResponse = z.object({
  items: z.array(FactCell.extend({ reason: z.string().nullable() })),
});
export type CellHistoryResponse = z.infer<typeof CellHistoryResponse>;
