import { Injectable } from '@nestjs/common';
import {
  allows,
  type CreateRuleBookRequest,
  type RuleBookListResponse,
  type RuleBookResponse,
} from '@heng/contracts';
import { lintRuleBook, parseRuleBook, type RuleBook } from '@heng/rules';
import { may, type Caller } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { absent, forbidden, invariant, staleVersion } from '../../platform/errors/index.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../platform/http/index.js';
import { OrganizationsReader, regionOf, type Organization } from '../organizations/index.js';
import { RuleBookRow } from './rulebook.entity.js';
import { toRuleBookResponse, toRuleBookSummary } from './rulebook.mapper.js';
import {
  ruleBookAlreadyPublished,
  ruleBookInvalid,
  ruleBookNotPublishable,
  ruleBookVersionTaken,
} from './rulebooks.errors.js';
import { RuleBooksImporter } from './rulebooks.importer.js';
import { RuleBooksReader } from './rulebooks.reader.js';

@Injectable()
export class RuleBooksService {
  constructor(
    private readonly database: Database,
    private readonly reader: RuleBooksReader,
    private readonly importer: RuleBooksImporter,
    private readonly organizations: OrganizationsReader,
    private readonly audit: AuditTrail,
  ) {}

  async list(caller: Caller, { after, limit = defaultPageSize }: PageQuery): Promise<RuleBookListResponse> {
    const rows = await this.database.manager.find(RuleBookRow, {
      select: {
        id: true,
        owner: true,
        key: true,
        bookVersion: true,
        title: true,
        year: true,
        status: true,
        hash: true,
        version: true,
      },
      order: { id: 'ASC' },
    });
    const owners = new Map(
      (await this.organizations.byCodes(rows.map(({ owner }) => owner))).map((unit) => [unit.code, unit]),
    );
    const visible = rows.filter(
      (row) => row.id > (after ?? '') && isVisible(caller, row.status, owners.get(row.owner)),
    );
    const { items, next } = pageOf(visible, limit, ({ id }) => id);
    return { items: items.map(toRuleBookSummary), next };
  }

  async get(caller: Caller, id: string): Promise<RuleBookResponse> {
    return toRuleBookResponse(await this.visible(caller, id));
  }

  /** Stores a draft issued by the body at which the caller runs assessments. */
  create(caller: Caller, { book }: CreateRuleBookRequest): Promise<RuleBookResponse> {
    const document = parsed(book);
    const issuer = caller.appointments.find(({ role }) =>
      allows({ role, relation: 'own' }, 'rulebook.manage', null),
    );
    if (!issuer) throw forbidden();
    return this.database.transaction(async () => {
      const { id: key, version: bookVersion } = document;
      const taken = await this.database.manager.existsBy(RuleBookRow, {
        owner: issuer.unit,
        key,
        bookVersion,
      });
      if (taken) throw ruleBookVersionTaken(key, bookVersion);
      const id = await this.importer.add(caller, issuer.unit, document, 'draft');
      return this.get(caller, id);
    });
  }

  publish(caller: Caller, id: string, version: number): Promise<RuleBookResponse> {
    return this.database.transaction(async () => {
      const before = await this.visible(caller, id);
      const owner = await this.organizations.byCode(before.owner);
      invariant(owner, 'a rule book has an owner');
      if (!may(caller, 'rulebook.manage', owner.path, null)) throw forbidden();
      if (before.status === 'published') throw ruleBookAlreadyPublished(before.title.zh);
      const errors = lintRuleBook(before.document).filter(({ severity }) => severity === 'error');
      if (errors.length > 0)
        throw ruleBookNotPublishable(
          errors.map(({ code, path, message, fix }) => ({ code, path, message, fix })),
        );
      const { affected } = await this.database.manager.update(
        RuleBookRow,
        { id, version, status: 'draft' },
        { status: 'published', version: version + 1 },
      );
      if (affected !== 1) throw staleVersion(toRuleBookSummary(before));
      await this.audit.record(regionOf(before.owner), caller, [
        {
          action: 'rulebook.published',
          subject: `rulebook/${id}`,
          before: { status: 'draft' },
          after: { status: 'published', hash: before.hash },
        },
      ]);
      return this.get(caller, id);
    });
  }

  private async visible(caller: Caller, id: string): Promise<RuleBookRow> {
    const row = await this.reader.byId(id);
    const owner = row === null ? null : await this.organizations.byCode(row.owner);
    if (row === null || !isVisible(caller, row.status, owner ?? undefined)) throw absent();
    return row;
  }
}

/** A published book is read by its issuer, by everyone below it and by those above; a draft only by who may change it. */
function isVisible(caller: Caller, status: RuleBookRow['status'], owner: Organization | undefined): boolean {
  if (!owner) return false;
  if (may(caller, 'rulebook.manage', owner.path, null)) return true;
  if (status === 'draft') return false;
  return (
    may(caller, 'rulebook.read', owner.path, null) ||
    caller.appointments.some(
      ({ role, path }) =>
        path.startsWith(owner.path) && allows({ role, relation: 'own' }, 'rulebook.read', null),
    )
  );
}

/** @throws AppError 422 with the path of every problem */
function parsed(json: unknown): RuleBook {
  const result = parseRuleBook(json);
  if (result.ok) return result.book;
  throw ruleBookInvalid(
    result.problems.map(({ code, path, message, fix }) => ({ code, path, message, fix })),
  );
}
