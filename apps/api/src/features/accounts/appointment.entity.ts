import type { Role } from '@heng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that a person holds at a unit. */
@Entity({ name: 'appointment' })
export class AppointmentRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'text' })
  unit: string;

  @Column({ type: 'text', nullable: true })
  department: string | null;
}
