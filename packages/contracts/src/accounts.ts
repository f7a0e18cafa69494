import { z } from 'zod';
import { UnitCode, UnitType } from './organizations.js';

/** Roles of DESIGN 7 that this slice knows. A person holds appointments: a role at a unit. */
export const Role = z.enum(['office', 'scorer', 'chair', 'reporter', 'leader', 'auditor', 'administrator']);
export type Role = z.infer<typeof Role>;

export const Appointment = z.object({
  role: Role,
  unit: UnitCode,
  unitName: z.string(),
  unitType: UnitType,
  /** A scorer's department, as `scoredBy` names it in rule books. */
  department: z.string().nullable(),
});
export type Appointment = z.infer<typeof Appointment>;

const Login = z
  .string()
  .trim()
  .regex(/^[a-zA-Z0-9._-]{3,40}$/);
/** 12 to 128 characters, any characters, no composition rules. */
const NewPassword = z.string().min(12).max(128);

export const SignInRequest = z.strictObject({ login: z.string().max(80), password: z.string().max(256) });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const SessionResponse = z.object({
  account: z.object({ id: z.uuid(), login: z.string(), displayName: z.string() }),
  appointments: z.array(Appointment),
  /** `demonstration` data are generated; every page says so. */
  mode: z.enum(['demonstration', 'production']),
  /** After a one-time password: everything but changing it is refused. */
  mustChangePassword: z.boolean().optional(),
});
export type SessionResponse = z.infer<typeof SessionResponse>;

/** Public facts a sign-in page needs. Demonstration accounts appear only in demonstration mode. */
export const WelcomeResponse = z.object({
  mode: z.enum(['demonstration', 'production']),
  setupNeeded: z.boolean(),
  demonstrationAccounts: z.array(
    z.object({
      login: z.string(),
      password: z.string(),
      displayName: z.string(),
      unitName: z.string(),
      role: Role,
    }),
  ),
});
export type WelcomeResponse = z.infer<typeof WelcomeResponse>;

/** First start of a real installation: the one-time code printed by the server makes the first administrator. */
export const SetupRequest = z.strictObject({
  code: z.string().max(40),
  county: z.strictObject({ code: UnitCode, name: z.string().trim().min(2).max(60) }),
  login: Login,
  displayName: z.string().trim().min(1).max(40),
  password: NewPassword,
});
export type SetupRequest = z.infer<typeof SetupRequest>;

export const ChangePasswordRequest = z.strictObject({ current: z.string().max(256), next: NewPassword });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

export const AccountResponse = z.object({
  id: z.uuid(),
  login: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  appointments: z.array(Appointment),
  version: z.number().int(),
});
export type AccountResponse = z.infer<typeof AccountResponse>;

export const AccountListResponse = z.object({ items: z.array(AccountResponse), next: z.string().nullable() });
export type AccountListResponse = z.infer<typeof AccountListResponse>;

export const CreateAccountRequest = z.strictObject({
  login: Login,
  displayName: z.string().trim().min(1).max(40),
  appointments: z
    .array(
      z.strictObject({ role: Role, unit: UnitCode, department: z.string().max(40).nullable().default(null) }),
    )
    .min(1)
    .max(20),
});
export type CreateAccountRequest = z.infer<typeof CreateAccountRequest>;

/** The first password is shown once to the administrator and must be changed at first sign-in. */
export const CreateAccountResponse = z.object({ account: AccountResponse, oneTimePassword: z.string() });
export type CreateAccountResponse = z.infer<typeof CreateAccountResponse>;
