import type { FactCell } from '@heng/contracts';
import type { FactEntryRow } from './fact-entry.entity.js';

export const toFactCell = (row: FactEntryRow): FactCell => ({
  unit: row.unit,
  fact: row.fact,
  declared: row.declared,
  verified: row.verified,
  notApplicable: row.notApplicable,
  version: row.version,
  changedBy: row.changedByName,
  changedAt: row.changedAt.toISOString(),
});

/** A cell in which nothing was ever entered. */
export const emptyCell = (unit: string, fact: string): FactCell => ({
  unit,
  fact,
  declared: null,
  verified: null,
  notApplicable: null,
  version: 0,
  changedBy: null,
  changedAt: null,
});
