import { Injectable } from '@nestjs/common';
import type { ChangePasswordRequest, SessionResponse, SignInRequest } from '@heng/contracts';
import type { Caller } from '../../platform/access/index.js';
import { AuditTrail, systemRegion } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import { Installation } from '../../platform/installation/installation.js';
import { Account } from './account.entity.js';
import { toSessionResponse } from './account.mapper.js';
import { currentPasswordWrong, signInRefused } from './accounts.errors.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';

export type OpenedSession = { readonly id: string; readonly response: SessionResponse };

const nobody = { accountId: null, displayName: '' };

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditTrail,
    private readonly installation: Installation,
  ) {}

  /** Opens a new session. The hash is checked outside any transaction, so that slow work holds no lock. */
  async signIn({ login, password }: SignInRequest, address: string): Promise<OpenedSession> {
    await this.throttle.assertAllowed(login, address);
    await this.throttle.count(login, address);
    const account = await this.database.manager.findOneBy(Account, { loginKey: login.trim().toLowerCase() });
    const matched = await this.passwords.matches(
      account?.disabled === false ? account.passwordHash : null,
      password,
    );
    if (!matched || account === null) {
      await this.database.transaction(() =>
        this.audit.record(systemRegion, nobody, [
          {
            action: 'sign-in.refused',
            subject: account ? `account/${account.id}` : 'account/unknown',
            after: { address },
          },
        ]),
      );
      throw signInRefused();
    }
    const opened = await this.database.transaction(async () => {
      const id = await this.sessions.open(account.id);
      const actor = { accountId: account.id, displayName: account.displayName };
      await this.audit.record(systemRegion, actor, [
        { action: 'sign-in.accepted', subject: `account/${account.id}`, after: { address } },
      ]);
      return this.opened(id);
    });
    await this.throttle.succeeded(login, address);
    return opened;
  }

  async signOut(caller: Caller): Promise<void> {
    await this.database.transaction(async () => {
      await this.sessions.end(caller.sessionHash);
      await this.audit.record(systemRegion, caller, [
        { action: 'sign-out', subject: `account/${caller.accountId}` },
      ]);
    });
  }

  /** Ends all sessions of the account and opens a new one. */
  async changePassword(
    caller: Caller,
    { current, next }: ChangePasswordRequest,
    address: string,
  ): Promise<OpenedSession> {
    await this.throttle.assertAllowed(caller.login, address);
    await this.throttle.count(caller.login, address);
    const account = await this.database.manager.findOneBy(Account, { id: caller.accountId });
    if (account === null || !(await this.passwords.matches(account.passwordHash, current)))
      throw currentPasswordWrong();
    this.passwords.assertGood(next, [account.login, account.displayName]);
    const passwordHash = await this.passwords.hash(next);
    const opened = await this.database.transaction(async () => {
      await this.database.manager.update(
        Account,
        { id: account.id },
        { passwordHash, mustChangePassword: false, version: account.version + 1 },
      );
      await this.sessions.endAllOf(account.id);
      const id = await this.sessions.open(account.id);
      await this.audit.record(systemRegion, caller, [
        { action: 'password.changed', subject: `account/${account.id}` },
      ]);
      return this.opened(id);
    });
    await this.throttle.succeeded(caller.login, address);
    return opened;
  }

  /** Must run inside the transaction that opened the session. */
  async opened(id: string): Promise<OpenedSession> {
    const caller = await this.sessions.caller(id);
    invariant(caller, 'a session that was just opened has a caller');
    return { id, response: toSessionResponse(caller, this.installation) };
  }
}
