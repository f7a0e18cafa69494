import { Injectable } from '@nestjs/common';
import type { FactValue } from '@heng/rules';
import type { Actor } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import type { Cycle } from '../cycles/index.js';
import { FactEntryRow } from './fact-entry.entity.js';

/** What a cell is to hold next, based on `version`. */
export type CellWrite = {
  readonly unit: string;
  readonly fact: string;
  readonly declared: FactValue | null;
  readonly verified: FactValue | null;
  readonly notApplicable: string | null;
  readonly reason: string | null;
  readonly version: number;
};

export const cellKey = ({ unit, fact }: { readonly unit: string; readonly fact: string }): string =>
  `${unit}/${fact}`;

/** Reads and writes cells of one cycle, always with the shard key. */
@Injectable()
export class FactCells {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Cells that hold something, of all units or of the given ones. */
  async of({ regionId, id }: Cycle, units?: readonly string[]): Promise<FactEntryRow[]> {
    const rows = (await this.database.manager.query(
      `SELECT unit, fact, declared, verified, not_applicable, version, changed_by, changed_by_name, changed_at
       FROM fact_entry WHERE region_id = $1 AND cycle_id = $2 AND ($3::text[] IS NULL OR unit = ANY($3)) ORDER BY unit, fact`,
      [regionId, id, units ?? null],
    )) as StoredCell[];
    return rows.map((row) => ({
      regionId,
      cycleId: id,
      unit: row.unit,
      fact: row.fact,
      declared: row.declared,
      verified: row.verified,
      notApplicable: row.not_applicable,
      version: row.version,
      changedBy: row.changed_by,
      changedByName: row.changed_by_name,
      changedAt: row.changed_at,
    }));
  }

  /**
   * Writes each cell if its version still stands: check and write are one statement, and what others changed meanwhile is left alone.
   * The versions written are kept as history.
   * @returns keys of the cells that were written
   */
  async write(
    { regionId, id }: Cycle,
    actor: Actor,
    writes: readonly CellWrite[],
  ): Promise<ReadonlySet<string>> {
    if (writes.length === 0) return new Set();
    // One order for everybody, so that two batches over the same cells wait for each other instead of for ever.
    const ordered = [...writes].sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1));
    const written = (await this.database.manager.query(
      `WITH change AS MATERIALIZED (
         SELECT unit, fact, declared, verified, not_applicable, reason, version
         FROM jsonb_to_recordset($3::jsonb)
           AS c(unit text, fact text, declared jsonb, verified jsonb, not_applicable text, reason text, version int)
       ), added AS (
         INSERT INTO fact_entry (region_id, cycle_id, unit, fact, declared, verified, not_applicable, version, changed_by, changed_by_name, changed_at)
         SELECT $1, $2, unit, fact, nullif(declared, 'null'), nullif(verified, 'null'), not_applicable, 1, $4::uuid, $5, $6::timestamptz
         FROM change WHERE version = 0
         ORDER BY unit, fact
         ON CONFLICT DO NOTHING
         RETURNING unit, fact, declared, verified, not_applicable, version
       ), updated AS (
         UPDATE fact_entry e
         SET declared = nullif(c.declared, 'null'), verified = nullif(c.verified, 'null'), not_applicable = c.not_applicable,
             version = e.version + 1, changed_by = $4::uuid, changed_by_name = $5, changed_at = $6::timestamptz
         FROM change c
         WHERE e.region_id = $1 AND e.cycle_id = $2 AND e.unit = c.unit AND e.fact = c.fact AND e.version = c.version AND c.version > 0
         RETURNING e.unit, e.fact, e.declared, e.verified, e.not_applicable, e.version
       ), kept AS (
         INSERT INTO fact_entry_version
           (region_id, cycle_id, unit, fact, version, declared, verified, not_applicable, reason, changed_by, changed_by_name, changed_at)
         SELECT $1, $2, w.unit, w.fact, w.version, w.declared, w.verified, w.not_applicable, c.reason, $4::uuid, $5, $6::timestamptz
         FROM (SELECT * FROM added UNION ALL SELECT * FROM updated) w JOIN change c USING (unit, fact)
       )
       SELECT unit, fact FROM added UNION ALL SELECT unit, fact FROM updated`,
      [
        regionId,
        id,
        JSON.stringify(ordered.map(changeRow)),
        actor.accountId,
        actor.displayName,
        this.clock.now(),
      ],
    )) as { unit: string; fact: string }[];
    return new Set(written.map(cellKey));
  }

  /** Takes the row locks of existing cells in one order; an update over a join takes them in the plan's order otherwise. */
  async lock(
    { regionId, id }: Cycle,
    cells: readonly { readonly unit: string; readonly fact: string }[],
  ): Promise<void> {
    await this.database.manager.query(
      `SELECT 1 FROM fact_entry WHERE region_id = $1 AND cycle_id = $2 AND (unit, fact) IN (SELECT * FROM unnest($3::text[], $4::text[]))
       ORDER BY unit, fact FOR UPDATE`,
      [regionId, id, cells.map(({ unit }) => unit), cells.map(({ fact }) => fact)],
    );
  }
}

const changeRow = (write: CellWrite) => ({
  unit: write.unit,
  fact: write.fact,
  declared: write.declared,
  verified: write.verified,
  not_applicable: write.notApplicable,
  reason: write.reason,
  version: write.version,
});

type StoredCell = {
  readonly unit: string;
  readonly fact: string;
  readonly declared: FactValue | null;
  readonly verified: FactValue | null;
  readonly not_applicable: string | null;
  readonly version: number;
  readonly changed_by: string | null;
  readonly changed_by_name: string;
  readonly changed_at: Date;
};
