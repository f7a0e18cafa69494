import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/index.js';
import { invariant } from '../errors/invariant.js';
import { auditHash, type HashedEvent } from './audit-hash.js';

/** Who did it; null is the system itself, such as a migration or the loader of the demonstration. */
export type Actor = { readonly accountId: string | null; readonly displayName: string };

export type AuditEntry = {
  readonly action: string;
  /** What it was done to, such as `cycle/<id>` or `fact/<cycle>/<unit>/<fact>`. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Things about no region: failed sign-ins, the first set-up. */
export const systemRegion = '000000';

/** Writes what was done into the same transaction as the change: if one fails, both do. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds the entries to the region's chain. Take this lock last: it is held until the transaction ends.
   * @throws Error outside a transaction
   */
  async record(regionId: string, actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
    invariant(this.database.inTransaction, 'audit events are written inside the transaction of the change');
    if (entries.length === 0) return;
    const { manager } = this.database;
    await manager.query(
      `INSERT INTO audit_head (region_id, seq, hash) VALUES ($1, 0, '') ON CONFLICT DO NOTHING`,
      [regionId],
    );
    const [head] = (await manager.query(`SELECT seq, hash FROM audit_head WHERE region_id = $1 FOR UPDATE`, [
      regionId,
    ])) as {
      seq: string;
      hash: string;
    }[];
    invariant(head, 'the head of the chain exists');

    const events = chain(head, regionId, actor, this.clock.now().toISOString(), entries);
    const last = events.at(-1);
    invariant(last, 'there is at least one event');
    await manager.query(
      `INSERT INTO audit_event (region_id, seq, at, actor_id, actor_name, action, subject, before, after, previous_hash, hash)
       SELECT $1, seq, $2, $3, $4, action, subject, before, after, previous_hash, hash
       FROM jsonb_to_recordset($5::jsonb) AS e(seq bigint, action text, subject text, before jsonb, after jsonb, previous_hash text, hash text)`,
      [regionId, last.at, actor.accountId, actor.displayName, JSON.stringify(events.map(rowOf))],
    );
    await manager.query(`UPDATE audit_head SET seq = $2, hash = $3 WHERE region_id = $1`, [
      regionId,
      last.seq,
      last.hash,
    ]);
  }
}

type ChainedEvent = HashedEvent & { readonly hash: string };

function chain(
  head: { seq: string; hash: string },
  regionId: string,
  actor: Actor,
  at: string,
  entries: readonly AuditEntry[],
): ChainedEvent[] {
  let [seq, previousHash] = [BigInt(head.seq), head.hash];
  return entries.map(({ action, subject, before = null, after = null }) => {
    seq += 1n;
    const event: HashedEvent = {
      regionId,
      seq: seq.toString(),
      at,
      actorId: actor.accountId,
      actorName: actor.displayName,
      action,
      subject,
      before: asStored(before),
      after: asStored(after),
      previousHash,
    };
    const hash = auditHash(event);
    previousHash = hash;
    return { ...event, hash };
  });
}

/** The value as it comes back from the database: dates as text, undefined keys gone. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const rowOf = (event: ChainedEvent) => ({
  seq: event.seq,
  action: event.action,
  subject: event.subject,
  before: event.before,
  after: event.after,
  previous_hash: event.previousHash,
  hash: event.hash,
});
