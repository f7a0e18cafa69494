import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AddRuleBookCommentRequest, RuleBookComment, RuleBookCommentsResponse } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { absent } from '../../platform/errors/index.js';
import { regionOf } from '../organizations/index.js';
import { RuleBookAccess } from './rulebook-access.js';
import { RuleBookCommentRow } from './rulebook-comment.entity.js';
import { toCommentResponse } from './rulebook.mapper.js';

/** What those who write a rule book say to each other about its parts. */
@Injectable()
export class RuleBookCommentsService {
  constructor(
    private readonly database: Database,
    private readonly access: RuleBookAccess,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, id: string): Promise<RuleBookCommentsResponse> {
    await this.access.allowed(caller, id, 'rulebook.discuss');
    const rows = await this.database.manager.find(RuleBookCommentRow, {
      where: { ruleBookId: id },
      order: { at: 'ASC', id: 'ASC' },
    });
    return { items: rows.map(toCommentResponse) };
  }

  add(caller: Caller, id: string, { place, text }: AddRuleBookCommentRequest): Promise<RuleBookComment> {
    return this.database.transaction(async () => {
      const book = await this.access.allowed(caller, id, 'rulebook.discuss');
      const row: RuleBookCommentRow = {
        id: randomUUID(),
        ruleBookId: id,
        place,
        text,
        byAccount: caller.accountId,
        byName: caller.displayName,
        at: this.clock.now(),
        resolved: null,
      };
      await this.database.manager.insert(RuleBookCommentRow, row);
      await this.audit.record(regionOf(book.owner), caller, [
        { action: 'rulebook.commented', subject: `rulebook/${id}`, after: { comment: row.id, place } },
      ]);
      return toCommentResponse(row);
    });
  }

  /** Settled: whoever settles it first is the one on record. */
  resolve(caller: Caller, id: string, comment: string): Promise<RuleBookComment> {
    return this.database.transaction(async () => {
      const book = await this.access.allowed(caller, id, 'rulebook.discuss');
      const where = { id: comment, ruleBookId: id };
      const row = await this.database.manager.findOneBy(RuleBookCommentRow, where);
      if (!row) throw absent();
      if (row.resolved) return toCommentResponse(row);
      const resolved = { by: caller.displayName, at: this.clock.now().toISOString() };
      await this.database.manager.update(RuleBookCommentRow, where, { resolved });
      await this.audit.record(regionOf(book.owner), caller, [
        { action: 'rulebook.comment-resolved', subject: `rulebook/${id}`, after: { comment } },
      ]);
      return toCommentResponse({ ...row, resolved });
    });
  }
}
