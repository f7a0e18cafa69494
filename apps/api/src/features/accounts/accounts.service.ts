import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type {
  AccountListResponse,
  AccountResponse,
  Appointment,
  CreateAccountRequest,
  CreateAccountResponse,
} from '@heng/contracts';
import { may, type Caller } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../platform/http/index.js';
import { OrganizationsReader } from '../organizations/index.js';
import { Account } from './account.entity.js';
import { toAccountResponse } from './account.mapper.js';
import { appointmentOutsideScope, departmentMissing, loginTaken } from './accounts.errors.js';
import { AccountsImporter } from './accounts.importer.js';
import { AppointmentRow } from './appointment.entity.js';
import { Passwords } from './passwords.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly organizations: OrganizationsReader,
    private readonly importer: AccountsImporter,
    private readonly passwords: Passwords,
  ) {}

  /** Accounts with an appointment inside what the caller manages, by login. */
  async list(caller: Caller, { after, limit = defaultPageSize }: PageQuery): Promise<AccountListResponse> {
    const paths = caller.appointments.filter(({ role }) => role === 'administrator').map(({ path }) => path);
    const found = (await this.database.manager.query(
      `SELECT DISTINCT a.id, a.login_key FROM account a
       JOIN appointment p ON p.account_id = a.id JOIN organization o ON o.code = p.unit
       WHERE a.login_key > $1 AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS mine WHERE starts_with(o.path, mine))
       ORDER BY a.login_key LIMIT $3`,
      [after ?? '', paths, limit + 1],
    )) as { id: string; login_key: string }[];
    const { items, next } = pageOf(found, limit, (row) => row.login_key);
    return { items: await this.responses(items.map(({ id }) => id)), next };
  }

  async create(caller: Caller, request: CreateAccountRequest): Promise<CreateAccountResponse> {
    const oneTimePassword = randomBytes(12).toString('base64url');
    const passwordHash = await this.passwords.hash(oneTimePassword);
    return this.database.transaction(async () => {
      const units = await this.organizations.byCodes(request.appointments.map(({ unit }) => unit));
      for (const { unit, role, department } of request.appointments) {
        const organization = units.find(({ code }) => code === unit);
        if (!organization || !may(caller, 'account.manage', organization.path, null))
          throw appointmentOutsideScope();
        if (role === 'scorer' && department === null) throw departmentMissing();
      }
      if ((await this.importer.knownLogins()).has(request.login.toLowerCase()))
        throw loginTaken(request.login);
      const id = randomUUID();
      await this.importer.add(caller, [{ id, ...request, passwordHash, mustChangePassword: true }]);
      const [account] = await this.responses([id]);
      invariant(account, 'the account that was just added is there');
      return { account, oneTimePassword };
    });
  }

  private async responses(ids: readonly string[]): Promise<AccountResponse[]> {
    const accounts = await this.database.manager.find(Account, {
      where: { id: In([...ids]) },
      order: { loginKey: 'ASC' },
    });
    const held = await this.database.manager.findBy(AppointmentRow, { accountId: In([...ids]) });
    const units = new Map(
      (await this.organizations.byCodes(held.map(({ unit }) => unit))).map((unit) => [unit.code, unit]),
    );
    return accounts.map((account) => {
      const appointments = held
        .filter(({ accountId }) => accountId === account.id)
        .map(({ role, unit, department }): Appointment => {
          const organization = units.get(unit);
          invariant(organization, 'appointments refer to organisations');
          return { role, unit, unitName: organization.name, unitType: organization.type, department };
        });
      return toAccountResponse(account, appointments);
    });
  }
}
