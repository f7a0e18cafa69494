import { Injectable } from '@nestjs/common';
import type { Stage, WorkItem, WorkItemListResponse } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { CyclesReader, type CycleAccess } from '../cycles/index.js';
import { RuleBooksReader } from '../rulebooks/index.js';
import { enterableFacts, WorksheetsReader } from '../worksheets/index.js';

const publishable: readonly Stage[] = ['reviewing', 'proposed', 'public-notice'];

/** What waits for a person, in each cycle she sees. A chair's counts are about her own unit only. */
@Injectable()
export class WorkItemsService {
  constructor(
    private readonly cycles: CyclesReader,
    private readonly rulebooks: RuleBooksReader,
    private readonly worksheets: WorksheetsReader,
  ) {}

  async of(caller: Caller): Promise<WorkItemListResponse> {
    const accesses = await this.cycles.visible(caller);
    const items = await Promise.all(accesses.map((access) => this.inCycle(access)));
    return { items: items.flat() };
  }

  private async inCycle(access: CycleAccess): Promise<WorkItem[]> {
    const { cycle } = access;
    const item = (kind: WorkItem['kind'], unit: string | null, count: number, of: number): WorkItem => ({
      kind,
      cycleId: cycle.id,
      cycleTitle: cycle.title,
      stage: cycle.stage,
      deadline: cycle.deadline?.toISOString() ?? null,
      unit,
      count,
      of,
    });
    const items: WorkItem[] = [];
    const { book } = await this.rulebooks.engineOf(cycle.ruleBookId);
    const enterable = enterableFacts(access, book);

    const own = access.assessed('fact.declare');
    if (own && enterable.declared.size > 0) {
      const filled = await this.worksheets.filled(cycle, 'declared', [...enterable.declared], [own.unit]);
      const missing = enterable.declared.size - filled;
      if (missing > 0) items.push(item('facts-missing', own.unit, missing, enterable.declared.size));
    }
    if (enterable.verified.size > 0) {
      const cells = (await this.cycles.units(cycle)).length * enterable.verified.size;
      const open = cells - (await this.worksheets.filled(cycle, 'verified', [...enterable.verified]));
      if (open > 0) items.push(item('facts-to-verify', null, open, cells));
    }
    if (access.may('result.publish') && publishable.includes(cycle.stage))
      items.push(item('ready-to-publish', null, 1, 1));
    const scored = access.assessed('result.read');
    if (scored)
      items.push(item(cycle.stage === 'published' ? 'result-published' : 'own-score', scored.unit, 1, 1));
    else if (cycle.stage === 'published' && access.may('result.read'))
      items.push(item('result-published', null, 1, 1));
    return items;
  }
}
