import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The cookie holds the id; only its hash is stored, so that a copy of the database opens no session. */
@Entity({ name: 'session' })
export class Session {
  @PrimaryColumn({ name: 'id_hash', type: 'text' })
  idHash: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt: Date;
}
