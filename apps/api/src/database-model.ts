import { Account, AppointmentRow, Session, SetupCode, SignInThrottleRow } from './features/accounts/index.js';
import { Cycle, CycleUnitRow } from './features/cycles/index.js';
import { Organization } from './features/organizations/index.js';
import { Publication } from './features/results/index.js';
import { RuleBookCommentRow, RuleBookRow, RuleBookSave } from './features/rulebooks/index.js';
import { FactEntryRow, FactEntryVersion, IdempotencyKeyRow } from './features/worksheets/index.js';
import { FirstSlice1764000000000 } from './migrations/1764000000000-first-slice.js';
import { RuleBookWorkshop1764100000000 } from './migrations/1764100000000-rule-book-workshop.js';
import { AuditEvent, AuditHead } from './platform/audit/index.js';
import { InstallationRow } from './platform/installation/installation.entity.js';

/** All entities of the API; the only list of them. */
export const entities = [
  InstallationRow,
  Organization,
  Account,
  AppointmentRow,
  Session,
  SetupCode,
  SignInThrottleRow,
  RuleBookRow,
  RuleBookSave,
  RuleBookCommentRow,
  Cycle,
  CycleUnitRow,
  FactEntryRow,
  FactEntryVersion,
  IdempotencyKeyRow,
  Publication,
  AuditEvent,
  AuditHead,
];

/** All migrations, in order. */
export const migrations = [FirstSlice1764000000000, RuleBookWorkshop1764100000000];
