import type { FactValue } from '@heng/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One fact of one unit in one cycle, as it stands. Decimals are text inside the JSON. */
@Entity({ name: 'fact_entry' })
export class FactEntryRow {
  @PrimaryColumn({ name: 'region_id', type: 'text' })
  regionId: string;

  @PrimaryColumn({ name: 'cycle_id', type: 'uuid' })
  cycleId: string;

  @PrimaryColumn({ type: 'text' })
  unit: string;

  @PrimaryColumn({ type: 'text' })
  fact: string;

  @Column({ type: 'jsonb', nullable: true })
  declared: FactValue | null;

  @Column({ type: 'jsonb', nullable: true })
  verified: FactValue | null;

  @Column({ name: 'not_applicable', type: 'text', nullable: true })
  notApplicable: string | null;

  @Column({ type: 'integer' })
  version: number;

  @Column({ name: 'changed_by', type: 'uuid', nullable: true })
  changedBy: string | null;

  @Column({ name: 'changed_by_name', type: 'text' })
  changedByName: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
