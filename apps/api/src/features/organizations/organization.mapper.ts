import type { OrganizationResponse } from '@heng/contracts';
import type { Organization } from './organization.entity.js';

export const toOrganizationResponse = (row: Organization): OrganizationResponse => ({
  code: row.code,
  name: row.name,
  type: row.type,
  parent: row.parent,
  path: row.path,
  attributes: row.attributes,
  validFrom: row.validFrom,
  validTo: row.validTo,
  version: row.version,
});
