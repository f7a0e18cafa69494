import { createHash, randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { SetupRequest, WelcomeResponse } from '@heng/contracts';
import { AuditTrail, systemRegion } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { Installation } from '../../platform/installation/installation.js';
import { OrganizationsImporter, OrganizationsReader } from '../organizations/index.js';
import { Account } from './account.entity.js';
import { AccountsImporter } from './accounts.importer.js';
import { setupCodeRefused } from './accounts.errors.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';
import { SetupCode } from './setup-code.entity.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignInService, type OpenedSession } from './sign-in.service.js';

const lifeMs = 30 * 60_000;
/** Without characters that look alike on a printed sheet. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** The first start of a real installation: no default password, but a code that the server prints. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly organizations: OrganizationsImporter,
    private readonly organizationsReader: OrganizationsReader,
    private readonly accounts: AccountsImporter,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signIns: SignInService,
    private readonly throttle: SignInThrottle,
    private readonly audit: AuditTrail,
  ) {}

  async welcome(): Promise<WelcomeResponse> {
    return {
      mode: this.installation.mode,
      setupNeeded: await this.isNeeded(),
      demonstrationAccounts: this.installation.demonstrationAccounts.map((account) => ({ ...account })),
    };
  }

  /** A new code that replaces earlier ones; null when the installation has accounts or is a demonstration. */
  issueCode(): Promise<string | null> {
    return this.database.transaction(async () => {
      if (!(await this.isNeeded())) return null;
      const code = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
      const { manager } = this.database;
      await manager.query(`DELETE FROM setup_code WHERE used_at IS NULL`);
      const expiresAt = new Date(this.clock.now().getTime() + lifeMs);
      await manager.insert(SetupCode, { codeHash: hashOf(code), expiresAt, usedAt: null });
      return code.replace(/(.{4})(?=.)/g, '$1-');
    });
  }

  /** Consumes the code: the county, its first administrator, and her session. */
  async setUp(request: SetupRequest, address: string): Promise<OpenedSession> {
    await this.throttle.assertAllowed('set-up', address);
    await this.throttle.count('set-up', address);
    this.passwords.assertGood(request.password, [request.login, request.displayName]);
    const passwordHash = await this.passwords.hash(request.password);
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const { affected } = await this.database.manager.update(
        SetupCode,
        { codeHash: hashOf(request.code), usedAt: IsNull(), expiresAt: MoreThan(now) },
        { usedAt: now },
      );
      if (affected !== 1 || !(await this.isNeeded())) throw setupCodeRefused();
      const id = randomUUID();
      const actor = { accountId: id, displayName: request.displayName };
      const { county } = request;
      if ((await this.organizationsReader.byCode(county.code)) === null) {
        const root = {
          ...county,
          type: 'WomensFederation' as const,
          parent: null,
          attributes: {},
          validFrom: now.toISOString().slice(0, 10),
        };
        await this.organizations.add(actor, [root]);
      }
      await this.accounts.add(actor, [
        {
          id,
          login: request.login,
          displayName: request.displayName,
          passwordHash,
          mustChangePassword: false,
          appointments: [{ role: 'administrator', unit: county.code, department: null }],
        },
      ]);
      await this.audit.record(systemRegion, actor, [
        { action: 'set-up.completed', subject: `organization/${county.code}` },
      ]);
      return this.signIns.opened(await this.sessions.open(id));
    });
  }

  private async isNeeded(): Promise<boolean> {
    return this.installation.mode === 'production' && !(await this.database.manager.exists(Account));
  }
}

const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
