import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declareReference } from '../platform/database/index.js';

/** Drafts that change until they are reviewed and published, what they were before each save, and what people say about them. */
export class RuleBookWorkshop1764100000000 implements MigrationInterface {
  readonly name = 'RuleBookWorkshop1764100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
    for (const table of ['rule_book_save', 'rule_book_comment']) await declareReference(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['rule_book_comment', 'rule_book_save'])
      await queryRunner.query(`DROP TABLE ${table}`);
    for (const column of ['superseded_by', 'amends', 'review', 'changed_at', 'changed_by'])
      await queryRunner.query(`ALTER TABLE rule_book DROP COLUMN ${column}`);
  }
}

const statements = [
  `ALTER TABLE rule_book ADD COLUMN changed_by text NOT NULL DEFAULT ''`,
  `ALTER TABLE rule_book ALTER COLUMN changed_by DROP DEFAULT`,
  // What was stored before is as old as this step; nobody can tell better.
  `ALTER TABLE rule_book ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now()`,
  `ALTER TABLE rule_book ALTER COLUMN changed_at DROP DEFAULT`,
  `ALTER TABLE rule_book ADD COLUMN review jsonb`,
  `ALTER TABLE rule_book ADD COLUMN amends jsonb`,
  `ALTER TABLE rule_book ADD COLUMN superseded_by uuid`,
  `CREATE TABLE rule_book_save (
    rule_book_id uuid NOT NULL,
    version integer NOT NULL,
    hash text NOT NULL,
    document jsonb NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT rule_book_save_pk PRIMARY KEY (rule_book_id, version),
    CONSTRAINT rule_book_save_book_fk FOREIGN KEY (rule_book_id) REFERENCES rule_book (id) ON DELETE CASCADE
  )`,
  `CREATE TABLE rule_book_comment (
    id uuid NOT NULL,
    rule_book_id uuid NOT NULL,
    place text NOT NULL,
    text text NOT NULL,
    by_account uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL,
    resolved jsonb,
    CONSTRAINT rule_book_comment_pk PRIMARY KEY (id),
    CONSTRAINT rule_book_comment_book_fk FOREIGN KEY (rule_book_id) REFERENCES rule_book (id) ON DELETE CASCADE
  )`,
  `CREATE INDEX rule_book_comment_by_book ON rule_book_comment (rule_book_id)`,
];
