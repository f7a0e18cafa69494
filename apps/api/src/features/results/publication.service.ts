import { Injectable } from '@nestjs/common';
import type { PublicationResponse, PublishResultsRequest } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { AuditTrail, type Actor } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { absent, forbidden } from '../../platform/errors/index.js';
import { CyclesReader, CyclesService, toCycleUnit, type Cycle } from '../cycles/index.js';
import { RuleBooksReader } from '../rulebooks/index.js';
import { WorksheetsReader } from '../worksheets/index.js';
import { Publication } from './publication.entity.js';
import { Publications } from './publications.js';
import { missingCells } from './readiness.js';
import { toPublicationResponse } from './result.mapper.js';
import { alreadyPublished, publicationNotReady } from './results.errors.js';
import { sealPackage } from './sealed-package.js';

const listedAtMost = 200;

@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cycles: CyclesReader,
    private readonly cyclesService: CyclesService,
    private readonly rulebooks: RuleBooksReader,
    private readonly worksheets: WorksheetsReader,
    private readonly publications: Publications,
    private readonly audit: AuditTrail,
  ) {}

  /** Seals inputs and results and opens them to the units. The stage moves first: its row lock keeps later facts out of the seal. */
  publish(
    caller: Caller,
    cycleId: string,
    version: number,
    { overrideReason }: PublishResultsRequest,
  ): Promise<PublicationResponse> {
    return this.database.transaction(async () => {
      const seen = await this.cycles.access(caller, cycleId, ['cycle.read']);
      if (seen.cycle.stage === 'published' || seen.cycle.stage === 'archived') throw alreadyPublished();
      const access = await this.cycles.access(caller, cycleId, ['result.publish']);
      await this.cyclesService.moveTo(access, version, 'published', overrideReason ?? null);
      return this.seal(caller, access.cycle, overrideReason ?? null);
    });
  }

  async publication(caller: Caller, cycleId: string): Promise<PublicationResponse> {
    const { cycle } = await this.cycles.access(caller, cycleId, ['result.read']);
    const latest = await this.publications.latest(cycle);
    if (latest === null) throw absent();
    return toPublicationResponse(latest);
  }

  /** The sealed text, for those who may see every unit's facts and results. */
  async packageText(caller: Caller, cycleId: string): Promise<string> {
    const access = await this.cycles.access(caller, cycleId, ['result.read']);
    if (access.assessors('result.compare').length === 0) throw forbidden();
    const text = await this.publications.packageText(access.cycle);
    if (text === null) throw absent();
    return text;
  }

  /** Inside the transaction that moves the stage. @throws AppError 409 naming what is missing, unless there is a reason */
  async seal(actor: Actor, cycle: Cycle, overrideReason: string | null): Promise<PublicationResponse> {
    const engine = await this.rulebooks.engineOf(cycle.ruleBookId);
    const units = await this.worksheets.assessedUnits(cycle);
    const previous = await this.worksheets.previousUnits(cycle);
    const assessment = engine.assess(units, { basis: 'verified', ...(previous ? { previous } : {}) });
    const missing = missingCells(assessment);
    if (missing.length > 0 && overrideReason === null)
      throw publicationNotReady(missing.slice(0, listedAtMost), missing.length);

    const { text, hash } = sealPackage({
      cycle: { id: cycle.id, title: cycle.title, year: cycle.year, owner: cycle.owner },
      dataLabel: cycle.dataLabel,
      engine,
      assessment,
      units,
      previous,
      organizations: (await this.cycles.units(cycle)).map(toCycleUnit),
    });
    const latest = await this.publications.latest(cycle);
    const row = {
      regionId: cycle.regionId,
      cycleId: cycle.id,
      number: (latest?.number ?? 0) + 1,
      publishedAt: this.clock.now(),
      publishedBy: actor.accountId,
      publishedByName: actor.displayName,
      packageHash: hash,
      bookHash: engine.bookHash,
      engine: assessment.engine,
      overrideReason,
    };
    await this.database.manager.insert(Publication, { ...row, package: text });
    await this.audit.record(cycle.regionId, actor, [
      {
        action: 'results.published',
        subject: `cycle/${cycle.id}`,
        after: {
          number: row.number,
          packageHash: hash,
          bookHash: row.bookHash,
          engine: row.engine,
          overrideReason,
          missing: missing.length,
        },
      },
    ]);
    return toPublicationResponse(row);
  }
}
