import { Injectable } from '@nestjs/common';
import type {
  CellChange,
  CellHistoryResponse,
  FactCell,
  SaveCellRequest,
  SaveCellsRequest,
  SaveCellsResponse,
  WorksheetResponse,
} from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { absent, forbidden, staleVersion } from '../../platform/errors/index.js';
import { CyclesReader, toCycleUnit, type Cycle, type CycleAccess } from '../cycles/index.js';
import { RuleBooksReader } from '../rulebooks/index.js';
import { checkChange } from './check-change.js';
import { enterableFacts, lockedBecause } from './enterable-facts.js';
import { FactCells, cellKey, type CellWrite } from './fact-cells.js';
import { FactEntryVersion } from './fact-entry-version.entity.js';
import type { FactEntryRow } from './fact-entry.entity.js';
import { Idempotency } from './idempotency.js';
import { emptyCell, toFactCell } from './worksheet.mapper.js';
import { cellRefused, cellTwice } from './worksheets.errors.js';
import { WorksheetsReader } from './worksheets.reader.js';

@Injectable()
export class WorksheetsService {
  constructor(
    private readonly database: Database,
    private readonly cycles: CyclesReader,
    private readonly rulebooks: RuleBooksReader,
    private readonly reader: WorksheetsReader,
    private readonly cells: FactCells,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
  ) {}

  async worksheet(caller: Caller, cycleId: string): Promise<WorksheetResponse> {
    const access = await this.cycles.access(caller, cycleId, ['fact.read']);
    const { cycle } = access;
    const scope = access.scopeOf('fact.read');
    const codes = scope.kind === 'all' ? undefined : scope.units;
    const { book } = await this.rulebooks.engineOf(cycle.ruleBookId);
    const enterable = enterableFacts(access, book);
    const previous = await this.reader.previousCells(cycle, codes);
    return {
      cycleId,
      units: (await this.cycles.units(cycle, codes)).map(toCycleUnit),
      cells: (await this.cells.of(cycle, codes)).map(toFactCell),
      previous: previous.map(toFactCell),
      enterable: (['declared', 'verified'] as const).flatMap((side) =>
        [...enterable[side]].map((fact) => ({ fact, side })),
      ),
      lockedBecause: lockedBecause(enterable, cycle.stage),
    };
  }

  /** Each cell stands for itself; a unit that the caller may not see refuses the whole batch. */
  save(caller: Caller, cycleId: string, key: string, request: SaveCellsRequest): Promise<SaveCellsResponse> {
    return this.database.transaction(async () => {
      const access = await this.writable(
        caller,
        cycleId,
        request.changes.map(({ unit }) => unit),
      );
      const command = {
        regionId: access.cycle.regionId,
        accountId: caller.accountId,
        key,
        payload: { cycleId, ...request },
      };
      return this.idempotency.once(command, () => this.apply(access, request.changes));
    });
  }

  saveOne(
    caller: Caller,
    cycleId: string,
    change: Omit<CellChange, keyof SaveCellRequest> & SaveCellRequest,
  ): Promise<FactCell> {
    return this.database.transaction(async () => {
      const access = await this.writable(caller, cycleId, [change.unit]);
      const { saved, conflicts, refused } = await this.apply(access, [change]);
      if (refused[0]) throw cellRefused(refused[0].problems);
      if (conflicts[0]) throw staleVersion(conflicts[0].current);
      return saved[0] ?? emptyCell(change.unit, change.fact);
    });
  }

  async history(caller: Caller, cycleId: string, unit: string, fact: string): Promise<CellHistoryResponse> {
    const access = await this.cycles.access(caller, cycleId, ['fact.read']);
    await this.assertUnits(access, 'fact.read', [unit]);
    const { regionId } = access.cycle;
    const rows = await this.database.manager.find(FactEntryVersion, {
      where: { regionId, cycleId, unit, fact },
      order: { version: 'ASC' },
    });
    return { items: rows.map((row) => ({ ...toFactCell(row), reason: row.reason })) };
  }

  /** @throws AppError 404 for a unit outside the caller's view, 403 when nothing may be entered */
  private async writable(caller: Caller, cycleId: string, units: readonly string[]): Promise<CycleAccess> {
    const access = await this.cycles.access(
      caller,
      cycleId,
      ['fact.read', 'fact.declare', 'fact.verify'],
      true,
    );
    await this.assertUnits(access, 'fact.read', units);
    if (!access.may('fact.declare') && !access.may('fact.verify')) throw forbidden();
    return access;
  }

  private async assertUnits(
    access: CycleAccess,
    action: 'fact.read',
    units: readonly string[],
  ): Promise<void> {
    const scope = access.scopeOf(action);
    const distinct = [...new Set(units)];
    if (scope.kind === 'units' && distinct.some((unit) => !scope.units.includes(unit))) throw absent();
    if ((await this.cycles.units(access.cycle, distinct)).length !== distinct.length) throw absent();
  }

  private async apply(access: CycleAccess, changes: readonly CellChange[]): Promise<SaveCellsResponse> {
    const { cycle, caller } = access;
    const { book } = await this.rulebooks.engineOf(cycle.ruleBookId);
    const enterable = enterableFacts(access, book);
    const units = [...new Set(changes.map(({ unit }) => unit))];
    await this.cells.lock(cycle, changes);
    const before = byKey(await this.cells.of(cycle, units));
    const together = new Map(changes.map((change) => [cellKey(change), change]));

    const [writes, mine, same]: [CellWrite[], Map<string, CellChange>, FactCell[]] = [[], new Map(), []];
    const refused: SaveCellsResponse['refused'] = [];
    for (const change of changes) {
      const key = cellKey(change);
      const stands = before.get(key);
      if (together.get(key) !== change) {
        refused.push({ change, problems: [cellTwice(change.unit, change.fact)] });
        continue;
      }
      const checked = checkChange(change, { book, enterable, current: before, together });
      if (checked.kind === 'refused') refused.push({ change, problems: [...checked.problems] });
      else if (checked.kind === 'write') {
        writes.push(checked.write);
        mine.set(key, change);
      } else same.push(stands ? toFactCell(stands) : emptyCell(change.unit, change.fact));
    }

    const written = await this.cells.write(cycle, caller, writes);
    const after = byKey(await this.cells.of(cycle, units));
    await this.recordChanges(
      cycle,
      caller,
      writes.filter((write) => written.has(cellKey(write))),
      before,
    );
    const saved = [...same];
    const conflicts: SaveCellsResponse['conflicts'] = [];
    for (const [key, change] of mine) {
      const row = after.get(key);
      const current = row ? toFactCell(row) : emptyCell(change.unit, change.fact);
      if (written.has(key)) saved.push(current);
      else conflicts.push({ mine: change, current });
    }
    return { saved, conflicts, refused };
  }

  private recordChanges(
    cycle: Cycle,
    caller: Caller,
    writes: readonly CellWrite[],
    before: ReadonlyMap<string, FactEntryRow>,
  ): Promise<void> {
    return this.audit.record(
      cycle.regionId,
      caller,
      writes.map(({ unit, fact, declared, verified, notApplicable, reason }) => {
        const row = before.get(`${unit}/${fact}`);
        return {
          action: 'fact.changed',
          subject: `fact/${cycle.id}/${unit}/${fact}`,
          before: row
            ? {
                declared: row.declared,
                verified: row.verified,
                notApplicable: row.notApplicable,
                version: row.version,
              }
            : null,
          after: { declared, verified, notApplicable, reason, version: (row?.version ?? 0) + 1 },
        };
      }),
    );
  }
}

const byKey = (rows: readonly FactEntryRow[]): ReadonlyMap<string, FactEntryRow> =>
  new Map(rows.map((row) => [cellKey(row), row]));
