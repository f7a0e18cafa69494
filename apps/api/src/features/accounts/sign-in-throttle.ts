import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { signInThrottled } from './accounts.errors.js';

const windowMs = 15 * 60_000;
const limits = { login: 5, address: 50 } as const;

/** Counts failures per account and per address in the database, so that several processes share one count. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 429 when the account had 5, or the address 50, failures within 15 minutes */
  async assertAllowed(login: string, address: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - windowMs);
    const rows = (await this.database.manager.query(
      `SELECT key, failures, window_from FROM sign_in_throttle WHERE key = ANY($1) AND window_from > $2`,
      [[keyOf('login', login), keyOf('address', address)], since],
    )) as { key: string; failures: number; window_from: Date }[];
    for (const row of rows) {
      const limit = row.key.startsWith('login/') ? limits.login : limits.address;
      if (row.failures < limit) continue;
      const seconds = Math.ceil((row.window_from.getTime() + windowMs - this.clock.now().getTime()) / 1000);
      throw signInThrottled(Math.max(1, seconds));
    }
  }

  /** Counts a try before the password is checked, so that parallel guesses cannot slip under the limit. */
  async count(login: string, address: string): Promise<void> {
    const now = this.clock.now();
    await this.database.manager.query(
      `INSERT INTO sign_in_throttle (key, failures, window_from)
       SELECT unnest($1::text[]), 1, $2
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN sign_in_throttle.window_from > $3 THEN sign_in_throttle.failures + 1 ELSE 1 END,
         window_from = CASE WHEN sign_in_throttle.window_from > $3 THEN sign_in_throttle.window_from ELSE $2 END`,
      [[keyOf('address', address), keyOf('login', login)], now, new Date(now.getTime() - windowMs)],
    );
  }

  /** A successful sign-in clears the account's count and takes its own try off the address. */
  async succeeded(login: string, address: string): Promise<void> {
    await this.database.manager.query(`DELETE FROM sign_in_throttle WHERE key = $1`, [keyOf('login', login)]);
    await this.database.manager.query(
      `UPDATE sign_in_throttle SET failures = greatest(failures - 1, 0) WHERE key = $1`,
      [keyOf('address', address)],
    );
  }
}

/** Hashed, so that what people typed into the wrong field is not kept. */
const keyOf = (kind: keyof typeof limits, value: string): string =>
  `${kind}/${createHash('sha256').update(value.toLowerCase()).digest('hex')}`;
