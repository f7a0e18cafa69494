import type { RuleBookHead } from '@heng/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a draft held at each save. Rows are only ever added, so no thought is lost by a later one. */
@Entity({ name: 'rule_book_save' })
export class RuleBookSave {
  @PrimaryColumn({ name: 'rule_book_id', type: 'uuid' })
  ruleBookId: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  hash: string;

  @Column({ type: 'jsonb' })
  document: RuleBookHead;

  @Column({ name: 'saved_by', type: 'text' })
  savedBy: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt: Date;
}
