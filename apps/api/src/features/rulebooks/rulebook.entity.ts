import type { RuleBookStatus } from '@heng/contracts';
import type { RuleBook as RuleBookDocument, Text } from '@heng/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule book: the document and its hash. Nothing about a published one ever changes. */
@Entity({ name: 'rule_book' })
export class RuleBookRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** The body that issued it. */
  @Column({ type: 'text' })
  owner: string;

  /** `id` of the document. */
  @Column({ type: 'text' })
  key: string;

  @Column({ name: 'book_version', type: 'text' })
  bookVersion: string;

  @Column({ type: 'jsonb' })
  title: Text;

  @Column({ type: 'integer' })
  year: number;

  @Column({ type: 'text' })
  status: RuleBookStatus;

  @Column({ type: 'text' })
  hash: string;

  @Column({ type: 'jsonb' })
  document: RuleBookDocument;

  @Column({ type: 'integer' })
  version: number;
}
