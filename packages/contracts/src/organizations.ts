import { z } from 'zod';

/** Unit types of the organisation model (DOMAIN d.1). */
export const UnitType = z.enum([
  'WomensFederation',
  'TownshipFederation',
  'SubdistrictFederation',
  'VillageFederation',
  'CommunityFederation',
  'WomensCommittee',
  'EnterpriseCommittee',
]);
export type UnitType = z.infer<typeof UnitType>;

/** 12-digit statistical code, or `<12 digits>-<type letter><3 digits>` for bodies without one. */
export const UnitCode = z
  .string()
  .regex(/^\d{12}(-[A-Z]\d{3})?$/, 'a 12-digit code, with a suffix such as -W001 for a committee');
export type UnitCode = z.infer<typeof UnitCode>;

export const OrganizationResponse = z.object({
  code: UnitCode,
  name: z.string(),
  type: UnitType,
  parent: UnitCode.nullable(),
  /** Codes from the root to the unit itself, each ended by `/`. */
  path: z.string(),
  /** Free attributes that rule books group by, such as `group`: street | town | township. */
  attributes: z.record(z.string(), z.string()),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  version: z.number().int(),
});
export type OrganizationResponse = z.infer<typeof OrganizationResponse>;

export const OrganizationListResponse = z.object({
  items: z.array(OrganizationResponse),
  next: z.string().nullable(),
});
export type OrganizationListResponse = z.infer<typeof OrganizationListResponse>;

export const CreateOrganizationRequest = z.strictObject({
  code: UnitCode,
  name: z.string().trim().min(2).max(60),
  type: UnitType,
  parent: UnitCode.nullable(),
  attributes: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/), z.string().max(60)).default({}),
  validFrom: z.iso.date(),
});
export type CreateOrganizationRequest = z.infer<typeof CreateOrganizationRequest>;

export const UpdateOrganizationRequest = z.strictObject({
  name: z.string().trim().min(2).max(60).optional(),
  attributes: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/), z.string().max(60)).optional(),
});
export type UpdateOrganizationRequest = z.infer<typeof UpdateOrganizationRequest>;
