import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '@heng/contracts';
import { AuditTrail, type Actor } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { regionOf } from '../organizations/index.js';
import { Account } from './account.entity.js';
import { AppointmentRow } from './appointment.entity.js';
import { Passwords } from './passwords.js';

export type NewAccount = {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly appointments: readonly {
    readonly role: Role;
    readonly unit: string;
    readonly department: string | null;
  }[];
};

/** Adds accounts whose passwords are already hashed. */
@Injectable()
export class AccountsImporter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly passwords: Passwords,
  ) {}

  /** Hashes for many accounts, each distinct password once: a demonstration shares one. */
  async hashAll(passwords: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const distinct = [...new Set(passwords)];
    const hashes = await Promise.all(
      distinct.map(async (password) => [password, await this.passwords.hash(password)] as const),
    );
    return new Map(hashes);
  }

  async knownLogins(): Promise<ReadonlySet<string>> {
    const rows = await this.database.manager.find(Account, { select: { id: true, loginKey: true } });
    return new Set(rows.map(({ loginKey }) => loginKey));
  }

  async add(actor: Actor, accounts: readonly NewAccount[]): Promise<void> {
    if (accounts.length === 0) return;
    const createdAt = this.clock.now();
    await this.database.manager.insert(
      Account,
      accounts.map(({ id, login, displayName, passwordHash, mustChangePassword }) => ({
        id,
        login,
        loginKey: login.toLowerCase(),
        displayName,
        passwordHash,
        mustChangePassword,
        disabled: false,
        createdAt,
        version: 1,
      })),
    );
    await this.database.manager.insert(
      AppointmentRow,
      accounts.flatMap(({ id, appointments }) =>
        appointments.map((appointment) => ({ id: randomUUID(), accountId: id, ...appointment })),
      ),
    );
    const regions = new Map<string, NewAccount[]>();
    for (const account of accounts) {
      const region = regionOf(account.appointments[0]?.unit ?? '000000');
      regions.set(region, [...(regions.get(region) ?? []), account]);
    }
    for (const [region, members] of [...regions].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const entries = members.map(({ id, login, displayName, appointments }) => ({
        action: 'account.created',
        subject: `account/${id}`,
        after: { login, displayName, appointments },
      }));
      await this.audit.record(region, actor, entries);
    }
  }
}
