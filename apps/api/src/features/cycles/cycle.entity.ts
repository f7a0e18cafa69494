import type { Stage } from '@heng/contracts';
import type { Text } from '@heng/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One assessment: a rule book applied by a body to the units below it. Distributed by region. */
@Entity({ name: 'cycle' })
export class Cycle {
  @PrimaryColumn({ name: 'region_id', type: 'text' })
  regionId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'text' })
  stage: Stage;

  @Column({ type: 'text' })
  owner: string;

  @Column({ name: 'rule_book_id', type: 'uuid' })
  ruleBookId: string;

  /** Of the same region. */
  @Column({ name: 'previous_cycle_id', type: 'uuid', nullable: true })
  previousCycleId: string | null;

  @Column({ name: 'data_label', type: 'jsonb', nullable: true })
  dataLabel: Text | null;

  @Column({ type: 'timestamptz', nullable: true })
  deadline: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'integer' })
  version: number;
}
