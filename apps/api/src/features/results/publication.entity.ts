import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sealed publication. Stored once, never changed. */
@Entity({ name: 'publication' })
export class Publication {
  @PrimaryColumn({ name: 'region_id', type: 'text' })
  regionId: string;

  @PrimaryColumn({ name: 'cycle_id', type: 'uuid' })
  cycleId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt: Date;

  @Column({ name: 'published_by', type: 'uuid', nullable: true })
  publishedBy: string | null;

  @Column({ name: 'published_by_name', type: 'text' })
  publishedByName: string;

  @Column({ name: 'package_hash', type: 'text' })
  packageHash: string;

  @Column({ name: 'book_hash', type: 'text' })
  bookHash: string;

  @Column({ type: 'text' })
  engine: string;

  @Column({ name: 'override_reason', type: 'text', nullable: true })
  overrideReason: string | null;

  /** The canonical JSON whose sha256 is `packageHash`. */
  @Column({ type: 'text' })
  package: string;
}
