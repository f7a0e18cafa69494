import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { regionOf } from '../organizations/index.js';
import { Session } from './session.entity.js';

const idleMs = 30 * 60_000;
const absoluteMs = 12 * 60 * 60_000;
/** Seen is written at most once a minute: reading a page costs no write. */
const seenEveryMs = 60_000;

/** Opens, finds and ends sessions. Ids are 256 random bits; the database holds their hashes. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the id for the cookie */
  async open(accountId: string): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.manager.query(`DELETE FROM session WHERE last_seen_at < $1 OR created_at < $2`, [
      new Date(now.getTime() - idleMs),
      new Date(now.getTime() - absoluteMs),
    ]);
    await this.database.manager.insert(Session, {
      idHash: hashOf(id),
      accountId,
      createdAt: now,
      lastSeenAt: now,
    });
    return id;
  }

  async end(idHash: string): Promise<void> {
    await this.database.manager.delete(Session, { idHash });
  }

  async endAllOf(accountId: string): Promise<void> {
    await this.database.manager.delete(Session, { accountId });
  }

  /** Who the cookie stands for, with appointments and units as they are now; null when the session is unknown, idle for 30 minutes or 12 hours old. */
  async caller(id: string): Promise<Caller | null> {
    const idHash = hashOf(id);
    const now = this.clock.now().getTime();
    const rows = (await this.database.manager.query(
      `SELECT s.last_seen_at, s.created_at, a.id AS account_id, a.login, a.display_name, a.must_change_password,
              p.role, p.unit, p.department, o.name AS unit_name, o.type AS unit_type, o.path
       FROM session s
       JOIN account a ON a.id = s.account_id AND NOT a.disabled
       LEFT JOIN appointment p ON p.account_id = a.id
       LEFT JOIN organization o ON o.code = p.unit
       WHERE s.id_hash = $1
       ORDER BY o.path, p.role`,
      [idHash],
    )) as CallerRow[];
    const first = rows[0];
    if (!first) return null;
    const idle = now - first.last_seen_at.getTime();
    if (idle > idleMs || now - first.created_at.getTime() > absoluteMs) return null;
    if (idle > seenEveryMs) {
      await this.database.manager.update(Session, { idHash }, { lastSeenAt: this.clock.now() });
    }
    return {
      accountId: first.account_id,
      login: first.login,
      displayName: first.display_name,
      mustChangePassword: first.must_change_password,
      sessionHash: idHash,
      appointments: rows.flatMap((row) =>
        row.role === null
          ? []
          : [
              {
                role: row.role,
                unit: row.unit,
                unitName: row.unit_name,
                unitType: row.unit_type,
                path: row.path,
                regionId: regionOf(row.unit),
                department: row.department,
              },
            ],
      ),
    };
  }
}

type CallerAppointment = Caller['appointments'][number];
type CallerRow = {
  readonly last_seen_at: Date;
  readonly created_at: Date;
  readonly account_id: string;
  readonly login: string;
  readonly display_name: string;
  readonly must_change_password: boolean;
  /** Null only when the account holds no appointment; then the columns after it are null too. */
  readonly role: CallerAppointment['role'] | null;
  readonly unit: string;
  readonly department: string | null;
  readonly unit_name: string;
  readonly unit_type: CallerAppointment['unitType'];
  readonly path: string;
};

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');
