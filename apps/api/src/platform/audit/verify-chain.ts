import type { AuditEvent } from './audit-event.entity.js';
import { auditHash } from './audit-hash.js';

/** The first event of a region's chain that does not fit, by its sequence number; null when the chain holds. Events in order of `seq`. */
export function firstBrokenEvent(events: readonly AuditEvent[]): string | null {
  let previousHash = '';
  for (const [index, event] of events.entries()) {
    const { hash, at, ...rest } = event;
    const fits =
      event.seq === String(index + 1) &&
      event.previousHash === previousHash &&
      hash === auditHash({ ...rest, at: at.toISOString() });
    if (!fits) return event.seq;
    previousHash = hash;
  }
  return null;
}
