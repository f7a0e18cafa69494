import type { UnitType } from '@heng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body in the tree. Small and read everywhere: a reference table. */
@Entity({ name: 'organization' })
export class Organization {
  @PrimaryColumn({ type: 'text' })
  code: string;

  /** The county: first six digits of the code. Distributed tables are sharded by it. */
  @Column({ name: 'region_id', type: 'text' })
  regionId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  type: UnitType;

  @Column({ type: 'text', nullable: true })
  parent: string | null;

  @Column({ type: 'text', collation: 'C' })
  path: string;

  @Column({ type: 'jsonb' })
  attributes: Record<string, string>;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'integer' })
  version: number;
}

/** The shard key of everything about a unit. */
export const regionOf = (unitCode: string): string => unitCode.slice(0, 6);
