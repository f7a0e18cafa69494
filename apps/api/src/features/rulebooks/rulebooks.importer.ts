import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { bookHash, type RuleBook } from '@heng/rules';
import { AuditTrail, type Actor } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { regionOf } from '../organizations/index.js';
import { RuleBookRow } from './rulebook.entity.js';

/** Adds a rule book that is known to be valid. */
@Injectable()
export class RuleBooksImporter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the row that holds the book; the one that is there when it was added before */
  async add(actor: Actor, owner: string, document: RuleBook, status: RuleBookRow['status']): Promise<string> {
    const hash = bookHash(document);
    const existing = await this.database.manager.findOne(RuleBookRow, {
      select: { id: true },
      where: { owner, hash, status },
    });
    if (existing) return existing.id;
    const row = {
      id: randomUUID(),
      owner,
      key: document.id,
      bookVersion: document.version,
      title: document.title,
      year: document.year,
      status,
      hash,
      document,
      version: 1,
      changedBy: actor.displayName,
      changedAt: this.clock.now(),
      review: null,
      amends: null,
      supersededBy: null,
    };
    await this.database.manager.insert(RuleBookRow, row);
    await this.audit.record(regionOf(owner), actor, [
      {
        action: `rulebook.${status === 'draft' ? 'created' : 'published'}`,
        subject: `rulebook/${row.id}`,
        after: { hash, status },
      },
    ]);
    return row.id;
  }
}
