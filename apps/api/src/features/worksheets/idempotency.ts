import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@heng/rules';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { invariant } from '../../platform/errors/index.js';
import { idempotencyKeyReused } from './worksheets.errors.js';

export type Command = {
  readonly regionId: string;
  readonly accountId: string;
  readonly key: string;
  /** Everything that makes the command what it is, including its address. */
  readonly payload: unknown;
};

/** Carries a command out once per key. The key is reserved in the same transaction: a twin waits for the first and gets its answer. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 422 when the key came with another payload before */
  async once<T>({ regionId, accountId, key, payload }: Command, work: () => Promise<T>): Promise<T> {
    invariant(this.database.inTransaction, 'a key is reserved in the transaction of its work');
    const { manager } = this.database;
    const requestHash = createHash('sha256').update(canonicalJson(payload)).digest('hex');
    const reserved = (await manager.query(
      `INSERT INTO idempotency_key (region_id, account_id, key, request_hash, response, created_at)
       VALUES ($1, $2, $3, $4, NULL, $5) ON CONFLICT DO NOTHING RETURNING key`,
      [regionId, accountId, key, requestHash, this.clock.now()],
    )) as unknown[];
    if (reserved.length === 0) {
      const [before] = (await manager.query(
        `SELECT request_hash, response FROM idempotency_key WHERE region_id = $1 AND account_id = $2 AND key = $3`,
        [regionId, accountId, key],
      )) as { request_hash: string; response: T }[];
      invariant(before, 'a key that conflicts is there');
      if (before.request_hash !== requestHash) throw idempotencyKeyReused();
      return before.response;
    }
    const response = await work();
    await manager.query(
      `UPDATE idempotency_key SET response = $4 WHERE region_id = $1 AND account_id = $2 AND key = $3`,
      [regionId, accountId, key, JSON.stringify(response)],
    );
    return response;
  }
}
