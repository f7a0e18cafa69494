import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AmendRuleBookRequest,
  PublishRuleBookRequest,
  ReviewRuleBookRequest,
  RuleBookDraftResponse,
  RuleBookHead,
  RuleBookResponse,
  RuleBookSaveResponse,
  RuleBookSavesResponse,
} from '@heng/contracts';
import { canonicalJson, lintRuleBook, sha256 } from '@heng/rules';
import type { Caller } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { absent, staleVersion } from '../../platform/errors/index.js';
import { regionOf } from '../organizations/index.js';
import { bookIn } from './read-document.js';
import { RuleBookAccess } from './rulebook-access.js';
import { RuleBookSave } from './rulebook-save.entity.js';
import { RuleBookRow } from './rulebook.entity.js';
import { toDraftResponse, toRuleBookResponse, toRuleBookSummary } from './rulebook.mapper.js';
import {
  amendmentNotInForceAsSaid,
  ruleBookAlreadyPublished,
  ruleBookNotAmendable,
  ruleBookNotPublishable,
  ruleBookNotReviewed,
  ruleBookVersionTaken,
} from './rulebooks.errors.js';
import { RuleBooksReader } from './rulebooks.reader.js';

/** A rule book on its way: saved again and again, reviewed, published, amended by another. */
@Injectable()
export class RuleBookDraftsService {
  constructor(
    private readonly database: Database,
    private readonly access: RuleBookAccess,
    private readonly reader: RuleBooksReader,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async draft(caller: Caller, id: string): Promise<RuleBookDraftResponse> {
    return toDraftResponse(await this.access.visible(caller, id));
  }

  /** Replaces the document of a draft, finished or not; a reviewed one has to be reviewed again. */
  save(caller: Caller, id: string, version: number, document: RuleBookHead): Promise<RuleBookDraftResponse> {
    return this.database.transaction(async () => {
      const before = await this.open(caller, id, version);
      const { id: key, version: bookVersion, title, year } = document;
      if (
        (key !== before.key || bookVersion !== before.bookVersion) &&
        (await this.reader.holds(before.owner, key, bookVersion))
      )
        throw ruleBookVersionTaken(key, bookVersion);
      const hash = sha256(canonicalJson(document));
      await this.change(caller, before, version, {
        key,
        bookVersion,
        title,
        year,
        document,
        hash,
        status: 'draft',
        review: null,
      });
      await this.audit.record(regionOf(before.owner), caller, [
        {
          action: 'rulebook.saved',
          subject: `rulebook/${id}`,
          before: { hash: before.hash, status: before.status },
          after: { hash, status: 'draft' },
        },
      ]);
      return this.draft(caller, id);
    });
  }

  async saves(caller: Caller, id: string): Promise<RuleBookSavesResponse> {
    const row = await this.access.allowed(caller, id, 'rulebook.discuss');
    const rows = await this.database.manager.find(RuleBookSave, {
      select: { ruleBookId: true, version: true, hash: true, savedBy: true, savedAt: true },
      where: { ruleBookId: row.id },
      order: { version: 'DESC' },
      take: 500,
    });
    return {
      items: rows.map(({ version, hash, savedBy, savedAt }) => ({
        version,
        hash,
        by: savedBy,
        at: savedAt.toISOString(),
      })),
    };
  }

  async saved(caller: Caller, id: string, version: number): Promise<RuleBookSaveResponse> {
    const row = await this.access.allowed(caller, id, 'rulebook.discuss');
    const save = await this.database.manager.findOneBy(RuleBookSave, { ruleBookId: row.id, version });
    if (!save) throw absent();
    return { version: save.version, document: save.document };
  }

  /** Somebody has read it and found nothing that must change first. @throws AppError 422 or 409 while there is */
  review(
    caller: Caller,
    id: string,
    version: number,
    { note }: ReviewRuleBookRequest,
  ): Promise<RuleBookDraftResponse> {
    return this.database.transaction(async () => {
      const before = await this.open(caller, id, version, 'rulebook.review');
      assertPublishable(before);
      const review = { by: caller.displayName, at: this.clock.now().toISOString(), note: note ?? null };
      await this.change(caller, before, version, { status: 'reviewed', review });
      await this.audit.record(regionOf(before.owner), caller, [
        {
          action: 'rulebook.reviewed',
          subject: `rulebook/${id}`,
          after: { hash: before.hash, note: review.note },
        },
      ]);
      return this.draft(caller, id);
    });
  }

  publish(
    caller: Caller,
    id: string,
    version: number,
    { note }: PublishRuleBookRequest,
  ): Promise<RuleBookResponse> {
    return this.database.transaction(async () => {
      const before = await this.open(caller, id, version);
      const book = assertPublishable(before);
      if (before.status !== 'reviewed') throw ruleBookNotReviewed(before.title.zh);
      if (before.amends && book.effective.from !== before.amends.effectiveFrom)
        throw amendmentNotInForceAsSaid(before.amends.effectiveFrom, book.effective.from);
      await this.change(caller, before, version, { status: 'published' });
      if (before.amends) {
        const { affected } = await this.database.manager
          .createQueryBuilder()
          .update(RuleBookRow)
          .set({ supersededBy: id })
          .where('id = :amended AND superseded_by IS NULL', { amended: before.amends.id })
          .execute();
        if (affected !== 1) throw ruleBookNotAmendable(before.title.zh);
      }
      await this.audit.record(regionOf(before.owner), caller, [
        {
          action: 'rulebook.published',
          subject: `rulebook/${id}`,
          before: { status: before.status },
          after: { status: 'published', hash: before.hash, amends: before.amends, note: note ?? null },
        },
      ]);
      return toRuleBookResponse(await this.access.visible(caller, id));
    });
  }

  /** A new draft that is to replace a published book from a day on. The published one stays as it is. */
  amend(
    caller: Caller,
    id: string,
    { bookVersion, effectiveFrom, reason }: AmendRuleBookRequest,
  ): Promise<RuleBookDraftResponse> {
    return this.database.transaction(async () => {
      const published = await this.access.allowed(caller, id, 'rulebook.manage');
      if (published.status !== 'published' || published.supersededBy !== null)
        throw ruleBookNotAmendable(published.title.zh);
      if (await this.reader.holds(published.owner, published.key, bookVersion))
        throw ruleBookVersionTaken(published.key, bookVersion);
      const book = bookIn(published.document);
      const document = {
        ...book,
        version: bookVersion,
        effective: { ...book.effective, from: effectiveFrom },
      };
      const hash = sha256(canonicalJson(document));
      const amended: RuleBookRow = {
        ...published,
        id: randomUUID(),
        bookVersion,
        document,
        hash,
        status: 'draft',
        version: 1,
        review: null,
        amends: { id, effectiveFrom, reason },
        changedBy: caller.displayName,
        changedAt: this.clock.now(),
      };
      await this.database.manager.insert(RuleBookRow, { ...amended, document: amended.document as never }); // jsonb of an open shape
      await this.audit.record(regionOf(published.owner), caller, [
        {
          action: 'rulebook.amendment-begun',
          subject: `rulebook/${amended.id}`,
          after: { hash, amends: amended.amends },
        },
      ]);
      return this.draft(caller, amended.id);
    });
  }

  /** Throws a draft away, with its saves and comments; the audit keeps that it was there. */
  remove(caller: Caller, id: string, version: number): Promise<void> {
    return this.database.transaction(async () => {
      const before = await this.open(caller, id, version);
      const { affected } = await this.database.manager.delete(RuleBookRow, {
        id,
        version,
        status: before.status,
      });
      if (affected !== 1) throw staleVersion(toRuleBookSummary(before));
      await this.audit.record(regionOf(before.owner), caller, [
        {
          action: 'rulebook.removed',
          subject: `rulebook/${id}`,
          before: { hash: before.hash, status: before.status },
        },
      ]);
    });
  }

  /** A book that can still change, at the version the caller saw. @throws AppError 409 when it is published, 412 when it moved on */
  private async open(
    caller: Caller,
    id: string,
    version: number,
    action: 'rulebook.manage' | 'rulebook.review' = 'rulebook.manage',
  ): Promise<RuleBookRow> {
    const row = await this.access.allowed(caller, id, action);
    if (row.status === 'published') throw ruleBookAlreadyPublished(row.title.zh);
    if (row.version !== version) throw staleVersion(toRuleBookSummary(row));
    return row;
  }

  /** Writes the row of the version the caller saw, and keeps what it held. */
  private async change(
    caller: Caller,
    before: RuleBookRow,
    version: number,
    set: Partial<RuleBookRow>,
  ): Promise<void> {
    const { id, status } = before;
    const { manager } = this.database;
    const changedAt = this.clock.now();
    const { affected } = await manager
      .createQueryBuilder()
      .update(RuleBookRow)
      .set({ ...set, version: version + 1, changedBy: caller.displayName, changedAt } as never) // jsonb of an open shape
      .where({ id, version, status })
      .execute();
    if (affected !== 1) throw staleVersion(toRuleBookSummary(before));
    if (set.document === undefined) return;
    await manager
      .createQueryBuilder()
      .insert()
      .into(RuleBookSave)
      .values({
        ruleBookId: id,
        version,
        hash: before.hash,
        document: before.document as never, // the same open shape
        savedBy: before.changedBy,
        savedAt: before.changedAt,
      })
      .execute();
  }
}

/** @throws AppError 422 when it is no rule book, 409 when the check finds errors */
function assertPublishable(row: RuleBookRow) {
  const book = bookIn(row.document);
  const errors = lintRuleBook(book).filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw ruleBookNotPublishable(
      errors.map(({ code, path, message, fix }) => ({ code, path, message, fix })),
    );
  return book;
}
