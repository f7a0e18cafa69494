import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody says about a part of a draft. Never changed; it is resolved, by whom and when. */
@Entity({ name: 'rule_book_comment' })
export class RuleBookCommentRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'rule_book_id', type: 'uuid' })
  ruleBookId: string;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'by_account', type: 'uuid' })
  byAccount: string;

  @Column({ name: 'by_name', type: 'text' })
  byName: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'jsonb', nullable: true })
  resolved: { readonly by: string; readonly at: string } | null;
}
