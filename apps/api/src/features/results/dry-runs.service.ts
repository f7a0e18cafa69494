import { Injectable } from '@nestjs/common';
import type { DryRunRequest, DryRunResponse } from '@heng/contracts';
import { dryRun } from '@heng/rules/compare';
import type { Caller } from '../../platform/access/index.js';
import { forbidden, invariant } from '../../platform/errors/index.js';
import { CyclesReader } from '../cycles/index.js';
import { RuleBookAccess, RuleBooksReader } from '../rulebooks/index.js';
import { WorksheetsReader } from '../worksheets/index.js';
import { resultVisibility } from './result-visibility.js';

/** Tries a draft on the facts of a cycle; nothing is stored. */
@Injectable()
export class DryRunsService {
  constructor(
    private readonly cycles: CyclesReader,
    private readonly rulebooks: RuleBooksReader,
    private readonly bookAccess: RuleBookAccess,
    private readonly worksheets: WorksheetsReader,
  ) {}

  async run(
    caller: Caller,
    cycleId: string,
    { ruleBookId, mapping, basis }: DryRunRequest,
  ): Promise<DryRunResponse> {
    const access = await this.cycles.access(caller, cycleId, ['result.read']);
    // It tells of every unit; who may not compare them all gets none of it.
    if (resultVisibility(access).kind !== 'all') throw forbidden();
    const draft = this.rulebooks.bookOf(await this.bookAccess.visible(caller, ruleBookId));
    const { cycle } = access;
    const last = await this.rulebooks.byId(cycle.ruleBookId);
    invariant(last, 'a cycle refers to a rule book that exists');
    const previous = await this.worksheets.previousUnits(cycle);
    const run = dryRun(
      draft,
      {
        book: this.rulebooks.bookOf(last),
        units: await this.worksheets.assessedUnits(cycle),
        ...(previous && { previous }),
      },
      { mapping, basis },
    );
    return { format: 'heng-dry-run/1', ...run, units: [...run.units] };
  }
}
