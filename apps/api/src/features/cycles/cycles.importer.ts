import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Stage } from '@heng/contracts';
import type { Text } from '@heng/rules';
import { AuditTrail, type Actor } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import { regionOf, type Organization } from '../organizations/index.js';
import { CycleUnitRow } from './cycle-unit.entity.js';
import { Cycle } from './cycle.entity.js';

export type NewCycle = {
  readonly title: string;
  readonly year: number;
  readonly stage: Stage;
  readonly owner: string;
  readonly ruleBookId: string;
  readonly previousCycleId: string | null;
  readonly dataLabel: Text | null;
  readonly deadline: Date | null;
};

/** Adds a cycle and takes the snapshot of its units. */
@Injectable()
export class CyclesImporter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async add(actor: Actor, cycle: NewCycle, units: readonly Organization[]): Promise<Cycle> {
    const row: Cycle = {
      ...cycle,
      regionId: regionOf(cycle.owner),
      id: randomUUID(),
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.database.manager.insert(Cycle, row);
    const snapshot = units.map(({ code, name, type, parent, path, attributes }): CycleUnitRow => {
      invariant(parent, 'an assessed unit has a body above it');
      return { regionId: row.regionId, cycleId: row.id, unit: code, name, type, parent, path, attributes };
    });
    for (let start = 0; start < snapshot.length; start += 500) {
      await this.database.manager.insert(CycleUnitRow, snapshot.slice(start, start + 500));
    }
    await this.audit.record(row.regionId, actor, [
      {
        action: 'cycle.created',
        subject: `cycle/${row.id}`,
        after: { ...cycle, units: units.map(({ code }) => code) },
      },
    ]);
    return row;
  }

  /** The cycle with this title and owner, so that loading twice adds nothing twice. */
  find(owner: string, title: string): Promise<Cycle | null> {
    return this.database.manager.findOneBy(Cycle, { regionId: regionOf(owner), owner, title });
  }
}
