import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that was done, chained by hash to the one before it in its region. Rows are only ever added. */
@Entity({ name: 'audit_event' })
export class AuditEvent {
  @PrimaryColumn({ name: 'region_id', type: 'text' })
  regionId: string;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ name: 'actor_name', type: 'text' })
  actorName: string;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'jsonb', nullable: true })
  before: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after: unknown;

  @Column({ name: 'previous_hash', type: 'text' })
  previousHash: string;

  @Column({ type: 'text' })
  hash: string;
}

/** The end of each region's chain; its row lock puts the region's events in one order. */
@Entity({ name: 'audit_head' })
export class AuditHead {
  @PrimaryColumn({ name: 'region_id', type: 'text' })
  regionId: string;

  @Column({ type: 'bigint' })
  seq: string;

  @Column({ type: 'text' })
  hash: string;
}
