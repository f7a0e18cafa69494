import { Injectable } from '@nestjs/common';
import type { CreateOrganizationRequest } from '@heng/contracts';
import { AuditTrail, type Actor } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import { Organization, regionOf } from './organization.entity.js';

/** Adds many organisations at once: the first set-up and the demonstration. */
@Injectable()
export class OrganizationsImporter {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** @param requests parents before children; a parent may already be registered */
  async add(actor: Actor, requests: readonly CreateOrganizationRequest[]): Promise<void> {
    const known = await this.database.manager.find(Organization, { select: { code: true, path: true } });
    const paths = new Map(known.map(({ code, path }) => [code, path]));
    const rows = requests.map((request) => {
      const above = request.parent === null ? '' : paths.get(request.parent);
      invariant(above !== undefined, `the parent of ${request.code} comes before it`);
      const row = {
        ...request,
        regionId: regionOf(request.code),
        path: `${above}${request.code}/`,
        validTo: null,
        version: 1,
      };
      paths.set(row.code, row.path);
      return row;
    });
    for (let start = 0; start < rows.length; start += 500) {
      await this.database.manager.insert(Organization, rows.slice(start, start + 500));
    }
    for (const region of new Set(rows.map(({ regionId }) => regionId))) {
      const entries = rows
        .filter(({ regionId }) => regionId === region)
        .map((row) => ({ action: 'organization.created', subject: `organization/${row.code}`, after: row }));
      await this.audit.record(region, actor, entries);
    }
  }
}
