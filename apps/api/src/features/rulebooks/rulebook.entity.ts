import type { RuleBookHead, RuleBookStatus } from '@heng/contracts';
import type { Text } from '@heng/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule book: the document and its hash. Nothing about a published one ever changes, but that another replaces it. */
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

  /** Of a draft, the head is right and the rest may be unfinished; `documentOf` reads a book out of it. */
  @Column({ type: 'jsonb' })
  document: RuleBookHead;

  @Column({ type: 'integer' })
  version: number;

  @Column({ name: 'changed_by', type: 'text' })
  changedBy: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  @Column({ type: 'jsonb', nullable: true })
  review: { readonly by: string; readonly at: string; readonly note: string | null } | null;

  @Column({ type: 'jsonb', nullable: true })
  amends: { readonly id: string; readonly effectiveFrom: string; readonly reason: string } | null;

  @Column({ name: 'superseded_by', type: 'uuid', nullable: true })
  supersededBy: string | null;
}
