import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one account or one address within the running quarter of an hour. */
@Entity({ name: 'sign_in_throttle' })
export class SignInThrottleRow {
  /** `login/<hash>` or `address/<hash>`. */
  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'integer' })
  failures: number;

  @Column({ name: 'window_from', type: 'timestamptz' })
  windowFrom: Date;
}
