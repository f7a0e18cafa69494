import { createHash } from 'node:crypto';
import { canonicalJson } from '@heng/rules';

/** What an event's hash covers: everything it says and the hash before it. */
export type HashedEvent = {
  readonly regionId: string;
  readonly seq: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly previousHash: string;
};

/** sha256 over the canonical JSON, with a prefix so that the hash of an event is never the hash of another document. */
export const auditHash = (event: HashedEvent): string =>
  createHash('sha256')
    .update(`heng-audit/1\n${canonicalJson(event)}`)
    .digest('hex');
