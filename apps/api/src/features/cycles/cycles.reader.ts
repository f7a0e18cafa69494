import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Action } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { absent, forbidden, invariant } from '../../platform/errors/index.js';
import { OrganizationsReader } from '../organizations/index.js';
import { CycleAccess } from './cycle-access.js';
import { CycleUnitRow } from './cycle-unit.entity.js';
import { Cycle } from './cycle.entity.js';

/** Answers other features' questions about cycles, always for a caller. */
@Injectable()
export class CyclesReader {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationsReader,
  ) {}

  /**
   * The cycle as the caller stands to it.
   * @param hold keeps others from changing the stage until the transaction ends
   * @throws AppError 404 when it is absent or not the caller's to see, 403 when she may see it but not do this now
   */
  async access(caller: Caller, id: string, actions: readonly Action[], hold = false): Promise<CycleAccess> {
    const cycle = await this.database.manager.findOneBy(Cycle, { id });
    if (cycle === null) throw absent();
    if (hold) {
      const { regionId } = cycle;
      const [row] = (await this.database.manager.query(
        `SELECT stage, version FROM cycle WHERE region_id = $1 AND id = $2 FOR SHARE`,
        [regionId, id],
      )) as Pick<Cycle, 'stage' | 'version'>[];
      invariant(row, 'cycles are never deleted');
      Object.assign(cycle, row);
    }
    const [access] = await this.asSeenBy(caller, [cycle]);
    if (!access?.isVisible) throw absent();
    if (!actions.some((action) => access.may(action))) throw forbidden();
    return access;
  }

  /** All cycles that the caller may see, newest year first. */
  async visible(caller: Caller): Promise<CycleAccess[]> {
    const { appointments } = caller;
    const near = (await this.database.manager.query(
      `SELECT c.region_id, c.id FROM cycle c
       WHERE c.owner IN (SELECT o.code FROM organization o JOIN unnest($1::text[]) AS mine ON o.path >= mine AND o.path < left(mine, -1) || '0')
       UNION
       SELECT u.region_id, u.cycle_id FROM cycle_unit u WHERE u.region_id = ANY($2) AND u.unit = ANY($3)`,
      [
        appointments.map(({ path }) => path),
        appointments.map(({ regionId }) => regionId),
        appointments.map(({ unit }) => unit),
      ],
    )) as { region_id: string; id: string }[];
    const cycles = await this.database.manager.find(Cycle, {
      where: {
        regionId: In([...new Set(near.map(({ region_id }) => region_id))]),
        id: In(near.map(({ id }) => id)),
      },
      order: { year: 'DESC', createdAt: 'DESC', id: 'ASC' },
    });
    return (await this.asSeenBy(caller, cycles)).filter(({ isVisible }) => isVisible);
  }

  /** Units of a cycle in the order of their codes; `codes` limits them. */
  units({ regionId, id }: Cycle, codes?: readonly string[]): Promise<CycleUnitRow[]> {
    return this.database.manager.find(CycleUnitRow, {
      where: { regionId, cycleId: id, ...(codes ? { unit: In([...codes]) } : {}) },
      order: { unit: 'ASC' },
    });
  }

  /** Counts for many cycles at once. */
  async unitCounts(cycles: readonly Cycle[]): Promise<ReadonlyMap<string, number>> {
    const rows = (await this.database.manager.query(
      `SELECT cycle_id, count(*)::int AS units FROM cycle_unit WHERE region_id = ANY($1) AND cycle_id = ANY($2) GROUP BY cycle_id`,
      [cycles.map(({ regionId }) => regionId), cycles.map(({ id }) => id)],
    )) as { cycle_id: string; units: number }[];
    return new Map(rows.map(({ cycle_id, units }) => [cycle_id, units]));
  }

  private async asSeenBy(caller: Caller, cycles: readonly Cycle[]): Promise<CycleAccess[]> {
    const owners = await this.organizations.byCodes([...new Set(cycles.map(({ owner }) => owner))]);
    const paths = new Map(owners.map(({ code, path }) => [code, path]));
    const own = await this.database.manager.findBy(CycleUnitRow, {
      regionId: In([...new Set(cycles.map(({ regionId }) => regionId))]),
      cycleId: In(cycles.map(({ id }) => id)),
      unit: In(caller.appointments.map(({ unit }) => unit)),
    });
    return cycles.map((cycle) => {
      const ownerPath = paths.get(cycle.owner);
      invariant(ownerPath, 'a cycle has an owner');
      return new CycleAccess(
        caller,
        cycle,
        ownerPath,
        own.filter(({ cycleId }) => cycleId === cycle.id),
      );
    });
  }
}
