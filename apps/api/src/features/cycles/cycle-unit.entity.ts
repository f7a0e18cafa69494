import type { UnitType } from '@heng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A unit as it was when the cycle was made: later changes of the tree do not move a running assessment. */
@Entity({ name: 'cycle_unit' })
export class CycleUnitRow {
  @PrimaryColumn({ name: 'region_id', type: 'text' })
  regionId: string;

  @PrimaryColumn({ name: 'cycle_id', type: 'uuid' })
  cycleId: string;

  @PrimaryColumn({ type: 'text' })
  unit: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  type: UnitType;

  @Column({ type: 'text' })
  parent: string;

  @Column({ type: 'text', collation: 'C' })
  path: string;

  @Column({ type: 'jsonb' })
  attributes: Record<string, string>;
}
