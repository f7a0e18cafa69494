export { AuditEvent, AuditHead } from './audit-event.entity.js';
export { AuditTrail, systemRegion, type Actor, type AuditEntry } from './audit-trail.js';
export { firstBrokenEvent } from './verify-chain.js';
