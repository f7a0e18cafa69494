import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time code of the first start, stored hashed. */
@Entity({ name: 'setup_code' })
export class SetupCode {
  @PrimaryColumn({ name: 'code_hash', type: 'text' })
  codeHash: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
