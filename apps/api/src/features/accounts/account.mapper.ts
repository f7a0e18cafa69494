import type { AccountResponse, Appointment, SessionResponse } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import type { Installation } from '../../platform/installation/installation.js';
import type { Account } from './account.entity.js';

export const toSessionResponse = (caller: Caller, installation: Installation): SessionResponse => ({
  account: { id: caller.accountId, login: caller.login, displayName: caller.displayName },
  appointments: caller.appointments.map(({ role, unit, unitName, unitType, department }) => ({
    role,
    unit,
    unitName,
    unitType,
    department,
  })),
  mode: installation.mode,
  mustChangePassword: caller.mustChangePassword,
});

export const toAccountResponse = (row: Account, appointments: Appointment[]): AccountResponse => ({
  id: row.id,
  login: row.login,
  displayName: row.displayName,
  disabled: row.disabled,
  appointments,
  version: row.version,
});
