import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'account' })
export class Account {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  login: string;

  /** The login in lower case; unique. */
  @Column({ name: 'login_key', type: 'text' })
  loginKey: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  /** PHC string of argon2id. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ name: 'must_change_password', type: 'boolean' })
  mustChangePassword: boolean;

  @Column({ type: 'boolean' })
  disabled: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'integer' })
  version: number;
}
