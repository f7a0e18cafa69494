import { Injectable } from '@nestjs/common';
import type {
  ChangeStageRequest,
  CreateCycleRequest,
  CycleListResponse,
  CycleResponse,
  Stage,
} from '@heng/contracts';
import { may, type Caller } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { forbidden, invariant, staleVersion } from '../../platform/errors/index.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../platform/http/index.js';
import { OrganizationsReader, type Organization } from '../organizations/index.js';
import { RuleBooksReader } from '../rulebooks/index.js';
import type { CycleAccess } from './cycle-access.js';
import { toCycleResponse } from './cycle.mapper.js';
import { Cycle } from './cycle.entity.js';
import {
  noUnits,
  previousCycleNotUsable,
  ruleBookNotUsable,
  stageChangeIllegal,
  stageReasonRequired,
  unitsNotUsable,
} from './cycles.errors.js';
import { CyclesImporter } from './cycles.importer.js';
import { CyclesReader } from './cycles.reader.js';
import { stageEdge } from './stage-edges.js';

@Injectable()
export class CyclesService {
  constructor(
    private readonly database: Database,
    private readonly reader: CyclesReader,
    private readonly importer: CyclesImporter,
    private readonly organizations: OrganizationsReader,
    private readonly rulebooks: RuleBooksReader,
    private readonly audit: AuditTrail,
  ) {}

  async list(caller: Caller, { after, limit = defaultPageSize }: PageQuery): Promise<CycleListResponse> {
    const visible = await this.reader.visible(caller);
    const start = after === undefined ? 0 : visible.findIndex(({ cycle }) => cycle.id === after) + 1;
    const { items, next } = pageOf(visible.slice(start, start + limit + 1), limit, ({ cycle }) => cycle.id);
    return { items: await this.responses(items), next };
  }

  async get(caller: Caller, id: string): Promise<CycleResponse> {
    return this.response(await this.reader.access(caller, id, ['cycle.read']));
  }

  create(caller: Caller, request: CreateCycleRequest): Promise<CycleResponse> {
    return this.database.transaction(async () => {
      const owner = await this.organizations.byCode(request.owner);
      if (owner === null || !may(caller, 'cycle.manage', owner.path, null)) throw forbidden();
      const book = await this.rulebooks.byId(request.ruleBookId);
      if (book === null || book.status !== 'published' || !owner.path.includes(`${book.owner}/`))
        throw ruleBookNotUsable();
      const units = await this.unitsFor(owner, this.rulebooks.bookOf(book).unitTypes, request.units);
      await this.assertPrevious(caller, owner.code, request.previousCycleId);
      const { id } = await this.importer.add(
        caller,
        {
          title: request.title,
          year: request.year,
          stage: 'draft',
          owner: owner.code,
          ruleBookId: book.id,
          previousCycleId: request.previousCycleId,
          dataLabel: null,
          deadline: request.deadline === null ? null : new Date(request.deadline),
        },
        units,
      );
      return this.get(caller, id);
    });
  }

  changeStage(
    caller: Caller,
    id: string,
    version: number,
    { to, reason }: ChangeStageRequest,
  ): Promise<CycleResponse> {
    return this.database.transaction(async () => {
      const access = await this.reader.access(caller, id, ['cycle.manage']);
      const edge = stageEdge(access.cycle.stage, to);
      if (edge === null) throw stageChangeIllegal(access.cycle.stage, to);
      if (edge.direction === 'back' && reason === undefined) throw stageReasonRequired();
      return this.moveTo(access, version, to, reason ?? null);
    });
  }

  /** Changes the stage of the version the caller saw. Inside a transaction; whether the change is legal was decided before. */
  async moveTo(
    access: CycleAccess,
    version: number,
    to: Stage,
    reason: string | null,
  ): Promise<CycleResponse> {
    const { caller, cycle } = access;
    const { regionId, id, stage } = cycle;
    const { affected } = await this.database.manager.update(
      Cycle,
      { regionId, id, version, stage },
      { stage: to, version: version + 1 },
    );
    if (affected !== 1) throw staleVersion(await this.get(caller, id));
    await this.audit.record(regionId, caller, [
      {
        action: 'cycle.stage-changed',
        subject: `cycle/${id}`,
        before: { stage },
        after: { stage: to, reason },
      },
    ]);
    return this.get(caller, id);
  }

  private async unitsFor(
    owner: Organization,
    types: readonly string[],
    wanted: readonly string[] | undefined,
  ): Promise<Organization[]> {
    const usable = await this.organizations.below(owner.path, types);
    if (wanted === undefined) {
      if (usable.length === 0) throw noUnits();
      return usable;
    }
    const byCode = new Map(usable.map((unit) => [unit.code, unit]));
    const wrong = wanted.filter((code, index) => !byCode.has(code) || wanted.indexOf(code) !== index);
    if (wrong.length > 0) throw unitsNotUsable(wrong);
    return usable.filter(({ code }) => wanted.includes(code));
  }

  private async assertPrevious(caller: Caller, owner: string, previousCycleId: string | null): Promise<void> {
    if (previousCycleId === null) return;
    const known = (await this.reader.visible(caller)).some(
      ({ cycle }) => cycle.id === previousCycleId && cycle.owner === owner,
    );
    if (!known) throw previousCycleNotUsable();
  }

  private async response(access: CycleAccess): Promise<CycleResponse> {
    const [response] = await this.responses([access]);
    invariant(response, 'one cycle gives one response');
    return response;
  }

  private async responses(accesses: readonly CycleAccess[]): Promise<CycleResponse[]> {
    const cycles = accesses.map(({ cycle }) => cycle);
    const counts = await this.reader.unitCounts(cycles);
    const owners = new Map(
      (await this.organizations.byCodes(cycles.map(({ owner }) => owner))).map((unit) => [
        unit.code,
        unit.name,
      ]),
    );
    const books = await this.rulebooks.summaries(cycles.map(({ ruleBookId }) => ruleBookId));
    return accesses.map((access) => {
      const { id, owner, ruleBookId } = access.cycle;
      const book = books.get(ruleBookId);
      invariant(book, 'a cycle refers to a rule book that exists');
      return toCycleResponse(access, {
        ownerName: owners.get(owner) ?? owner,
        book,
        unitCount: counts.get(id) ?? 0,
      });
    });
  }
}
