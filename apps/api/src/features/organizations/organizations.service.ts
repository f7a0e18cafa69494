import { Injectable } from '@nestjs/common';
import type {
  CreateOrganizationRequest,
  OrganizationListResponse,
  OrganizationResponse,
  UpdateOrganizationRequest,
} from '@heng/contracts';
import { allows } from '@heng/contracts';
import { may, type Caller } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { absent, staleVersion } from '../../platform/errors/index.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../platform/http/index.js';
import { Organization, regionOf } from './organization.entity.js';
import { toOrganizationResponse } from './organization.mapper.js';
import { organizationCodeTaken, parentAbsent } from './organizations.errors.js';
import { OrganizationsImporter } from './organizations.importer.js';
import { OrganizationsReader } from './organizations.reader.js';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly database: Database,
    private readonly reader: OrganizationsReader,
    private readonly importer: OrganizationsImporter,
    private readonly audit: AuditTrail,
  ) {}

  async list(
    caller: Caller,
    { after, limit = defaultPageSize }: PageQuery,
  ): Promise<OrganizationListResponse> {
    const down = caller.appointments.filter(({ role }) =>
      allows({ role, relation: 'descendant' }, 'organization.read', null),
    );
    const own = caller.appointments.filter((appointment) => !down.includes(appointment));
    const rows = await this.reader.page(
      down.map(({ path }) => path),
      after ?? null,
      limit + 1,
    );
    const alone = (await this.reader.byCodes(own.map(({ unit }) => unit))).filter(
      ({ code, path }) => path > (after ?? '') && !rows.some((row) => row.code === code),
    );
    const merged = [...rows, ...alone].sort((a, b) => (a.path < b.path ? -1 : 1));
    const { items, next } = pageOf(merged, limit, ({ path }) => path);
    return { items: items.map(toOrganizationResponse), next };
  }

  async get(caller: Caller, code: string): Promise<OrganizationResponse> {
    const row = await this.reader.byCode(code);
    if (row === null || !may(caller, 'organization.read', row.path, null)) throw absent();
    return toOrganizationResponse(row);
  }

  create(caller: Caller, request: CreateOrganizationRequest): Promise<OrganizationResponse> {
    return this.database.transaction(async () => {
      const parent = request.parent === null ? null : await this.reader.byCode(request.parent);
      if (parent === null || !may(caller, 'organization.manage', parent.path, null)) throw parentAbsent();
      if ((await this.reader.byCode(request.code)) !== null) throw organizationCodeTaken(request.code);
      await this.importer.add(caller, [request]);
      return this.get(caller, request.code);
    });
  }

  update(
    caller: Caller,
    code: string,
    version: number,
    request: UpdateOrganizationRequest,
  ): Promise<OrganizationResponse> {
    return this.database.transaction(async () => {
      const before = await this.get(caller, code);
      if (!may(caller, 'organization.manage', before.path, null)) throw absent();
      const { affected } = await this.database.manager.update(
        Organization,
        { code, version },
        {
          ...(request.name === undefined ? {} : { name: request.name }),
          ...(request.attributes === undefined ? {} : { attributes: request.attributes }),
          version: version + 1,
        },
      );
      if (affected !== 1) throw staleVersion(await this.get(caller, code));
      const after = await this.get(caller, code);
      await this.audit.record(regionOf(code), caller, [
        { action: 'organization.changed', subject: `organization/${code}`, before, after },
      ]);
      return after;
    });
  }
}
