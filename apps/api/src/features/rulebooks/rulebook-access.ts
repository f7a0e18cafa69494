import { Injectable } from '@nestjs/common';
import { allows, type Action } from '@heng/contracts';
import { may, type Caller } from '../../platform/access/index.js';
import { absent, forbidden, invariant } from '../../platform/errors/index.js';
import { OrganizationsReader, type Organization } from '../organizations/index.js';
import type { RuleBookRow } from './rulebook.entity.js';
import { RuleBooksReader } from './rulebooks.reader.js';

/** Who may see and change which rule book. */
@Injectable()
export class RuleBookAccess {
  constructor(
    private readonly reader: RuleBooksReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** @throws AppError 404 when it does not exist, or the caller may not know of it */
  async visible(caller: Caller, id: string): Promise<RuleBookRow> {
    const row = await this.reader.byId(id);
    const owner = row === null ? null : await this.organizations.byCode(row.owner);
    if (row === null || !isVisible(caller, row.status, owner ?? undefined)) throw absent();
    return row;
  }

  /** @throws AppError 404 as `visible`, 403 when the caller may see it but not do this to it */
  async allowed(caller: Caller, id: string, action: Action): Promise<RuleBookRow> {
    const row = await this.visible(caller, id);
    const owner = await this.organizations.byCode(row.owner);
    invariant(owner, 'a rule book has an owner');
    if (!may(caller, action, owner.path, null)) throw forbidden();
    return row;
  }

  /** The body for which the caller writes rule books. @throws AppError 403 */
  issuerOf(caller: Caller): string {
    const issuer = caller.appointments.find(({ role }) =>
      allows({ role, relation: 'own' }, 'rulebook.manage', null),
    );
    if (!issuer) throw forbidden();
    return issuer.unit;
  }
}

/** A published book is read by its issuer, by everyone below it and by those above; before that, by those who write and discuss it. */
export function isVisible(
  caller: Caller,
  status: RuleBookRow['status'],
  owner: Organization | undefined,
): boolean {
  if (!owner) return false;
  if (may(caller, 'rulebook.discuss', owner.path, null)) return true;
  if (status !== 'published') return false;
  return (
    may(caller, 'rulebook.read', owner.path, null) ||
    caller.appointments.some(
      ({ role, path }) =>
        path.startsWith(owner.path) && allows({ role, relation: 'own' }, 'rulebook.read', null),
    )
  );
}
