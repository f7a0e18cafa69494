import { Injectable } from '@nestjs/common';
import type { CreateRuleBookRequest, RuleBookListResponse, RuleBookResponse } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../platform/http/index.js';
import { OrganizationsReader } from '../organizations/index.js';
import { bookIn } from './read-document.js';
import { isVisible, RuleBookAccess } from './rulebook-access.js';
import { RuleBookRow } from './rulebook.entity.js';
import { toRuleBookResponse, toRuleBookSummary } from './rulebook.mapper.js';
import { ruleBookVersionTaken } from './rulebooks.errors.js';
import { RuleBooksImporter } from './rulebooks.importer.js';
import { RuleBooksReader } from './rulebooks.reader.js';

@Injectable()
export class RuleBooksService {
  constructor(
    private readonly database: Database,
    private readonly access: RuleBookAccess,
    private readonly reader: RuleBooksReader,
    private readonly importer: RuleBooksImporter,
    private readonly organizations: OrganizationsReader,
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
        changedBy: true,
        changedAt: true,
        review: true,
        amends: true,
        supersededBy: true,
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
    return toRuleBookResponse(await this.access.visible(caller, id));
  }

  /** Stores a draft issued by the body at which the caller runs assessments. */
  create(caller: Caller, { book }: CreateRuleBookRequest): Promise<RuleBookResponse> {
    const document = bookIn(book);
    const issuer = this.access.issuerOf(caller);
    return this.database.transaction(async () => {
      const { id: key, version: bookVersion } = document;
      if (await this.reader.holds(issuer, key, bookVersion)) throw ruleBookVersionTaken(key, bookVersion);
      const id = await this.importer.add(caller, issuer, document, 'draft');
      return this.get(caller, id);
    });
  }
}
