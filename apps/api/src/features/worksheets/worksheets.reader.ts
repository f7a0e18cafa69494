import { Injectable } from '@nestjs/common';
import type { AssessedUnit, FactEntry } from '@heng/rules';
import { Database } from '../../platform/database/index.js';
import { Cycle, CyclesReader } from '../cycles/index.js';
import { FactCells } from './fact-cells.js';
import type { FactEntryRow } from './fact-entry.entity.js';

/** Answers other features' questions about facts. Whom they may be shown is decided by who asks. */
@Injectable()
export class WorksheetsReader {
  constructor(
    private readonly database: Database,
    private readonly cycles: CyclesReader,
    private readonly cells: FactCells,
  ) {}

  /** The units of a cycle with their facts, as the engine takes them, in the order of their codes. */
  async assessedUnits(cycle: Cycle, units?: readonly string[]): Promise<AssessedUnit[]> {
    const snapshot = await this.cycles.units(cycle, units);
    const facts = new Map<string, Record<string, FactEntry>>();
    for (const row of await this.cells.of(cycle, units)) {
      const own = facts.get(row.unit) ?? {};
      own[row.fact] = entryOf(row);
      facts.set(row.unit, own);
    }
    return snapshot.map(({ unit, name, type, parent, attributes }) => ({
      code: unit,
      name,
      type,
      parent,
      attributes,
      facts: facts.get(unit) ?? {},
    }));
  }

  /** The same of the year before; null when the cycle has no predecessor. */
  async previousUnits(cycle: Cycle, units?: readonly string[]): Promise<AssessedUnit[] | null> {
    const previous = await this.previousCycle(cycle);
    return previous === null ? null : this.assessedUnits(previous, units);
  }

  async previousCells(cycle: Cycle, units?: readonly string[]): Promise<FactEntryRow[]> {
    const previous = await this.previousCycle(cycle);
    return previous === null ? [] : this.cells.of(previous, units);
  }

  /** How many of the given facts have a value on one side (or are not applicable), over all units or some. */
  async filled(
    { regionId, id }: Cycle,
    side: 'declared' | 'verified',
    facts: readonly string[],
    units?: readonly string[],
  ): Promise<number> {
    const column = side === 'declared' ? 'declared' : 'verified';
    const [row] = (await this.database.manager.query(
      `SELECT count(*)::int AS filled FROM fact_entry
       WHERE region_id = $1 AND cycle_id = $2 AND fact = ANY($3) AND ($4::text[] IS NULL OR unit = ANY($4))
         AND (${column} IS NOT NULL OR not_applicable IS NOT NULL)`,
      [regionId, id, facts, units ?? null],
    )) as { filled: number }[];
    return row?.filled ?? 0;
  }

  private async previousCycle({ regionId, previousCycleId }: Cycle): Promise<Cycle | null> {
    if (previousCycleId === null) return null;
    return this.database.manager.findOneBy(Cycle, { regionId, id: previousCycleId });
  }
}

function entryOf({ declared, verified, notApplicable }: FactEntryRow): FactEntry {
  return {
    ...(declared === null ? {} : { declared }),
    ...(verified === null ? {} : { verified }),
    ...(notApplicable === null ? {} : { notApplicable }),
  };
}
