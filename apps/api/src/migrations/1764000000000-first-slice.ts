import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declareDistributed, declareReference } from '../platform/database/index.js';

/**
 * Tables of the first slice. Reference tables are small and copied everywhere on a distributed server; distributed ones
 * carry `region_id` first in every key and reference each other only together with it. No triggers, no sequences.
 */
export class FirstSlice1764000000000 implements MigrationInterface {
  readonly name = 'FirstSlice1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of referenceTables) await queryRunner.query(statement);
    for (const table of references) await declareReference(queryRunner, table);
    for (const statement of distributedTables) {
      await queryRunner.query(statement);
      // A foreign key between distributed tables needs its target distributed first.
      const table = /^CREATE TABLE (\w+)/.exec(statement)?.[1];
      if (table !== undefined) await declareDistributed(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [...references, ...distributed].reverse())
      await queryRunner.query(`DROP TABLE ${table}`);
  }
}

const references = [
  'installation',
  'organization',
  'account',
  'appointment',
  'session',
  'setup_code',
  'sign_in_throttle',
  'rule_book',
];
const distributed = [
  'cycle',
  'cycle_unit',
  'fact_entry',
  'fact_entry_version',
  'idempotency_key',
  'publication',
  'audit_head',
  'audit_event',
];

const referenceTables = [
  `CREATE TABLE installation (
    only_row boolean NOT NULL,
    mode text NOT NULL,
    CONSTRAINT installation_pk PRIMARY KEY (only_row),
    CONSTRAINT installation_only_row CHECK (only_row)
  )`,
  `CREATE TABLE organization (
    code text NOT NULL,
    region_id text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    parent text,
    path text COLLATE "C" NOT NULL,
    attributes jsonb NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    version integer NOT NULL,
    CONSTRAINT organization_pk PRIMARY KEY (code),
    CONSTRAINT organization_path_key UNIQUE (path),
    CONSTRAINT organization_parent_fk FOREIGN KEY (parent) REFERENCES organization (code)
  )`,
  `CREATE TABLE account (
    id uuid NOT NULL,
    login text NOT NULL,
    login_key text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL,
    disabled boolean NOT NULL,
    created_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_login_key UNIQUE (login_key)
  )`,
  `CREATE TABLE appointment (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL,
    unit text NOT NULL,
    department text,
    CONSTRAINT appointment_pk PRIMARY KEY (id),
    CONSTRAINT appointment_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT appointment_unit_fk FOREIGN KEY (unit) REFERENCES organization (code)
  )`,
  `CREATE INDEX appointment_account ON appointment (account_id)`,
  `CREATE TABLE session (
    id_hash text NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    CONSTRAINT session_pk PRIMARY KEY (id_hash),
    CONSTRAINT session_account_fk FOREIGN KEY (account_id) REFERENCES account (id)
  )`,
  `CREATE INDEX session_account ON session (account_id)`,
  `CREATE TABLE setup_code (
    code_hash text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT setup_code_pk PRIMARY KEY (code_hash)
  )`,
  `CREATE TABLE sign_in_throttle (
    key text NOT NULL,
    failures integer NOT NULL,
    window_from timestamptz NOT NULL,
    CONSTRAINT sign_in_throttle_pk PRIMARY KEY (key)
  )`,
  `CREATE TABLE rule_book (
    id uuid NOT NULL,
    owner text NOT NULL,
    key text NOT NULL,
    book_version text NOT NULL,
    title jsonb NOT NULL,
    year integer NOT NULL,
    status text NOT NULL,
    hash text NOT NULL,
    document jsonb NOT NULL,
    version integer NOT NULL,
    CONSTRAINT rule_book_pk PRIMARY KEY (id),
    CONSTRAINT rule_book_version_key UNIQUE (owner, key, book_version),
    CONSTRAINT rule_book_owner_fk FOREIGN KEY (owner) REFERENCES organization (code)
  )`,
];

const distributedTables = [
  `CREATE TABLE cycle (
    region_id text NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    year integer NOT NULL,
    stage text NOT NULL,
    owner text NOT NULL,
    rule_book_id uuid NOT NULL,
    previous_cycle_id uuid,
    data_label jsonb,
    deadline timestamptz,
    created_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT cycle_pk PRIMARY KEY (region_id, id),
    CONSTRAINT cycle_owner_fk FOREIGN KEY (owner) REFERENCES organization (code),
    CONSTRAINT cycle_rule_book_fk FOREIGN KEY (rule_book_id) REFERENCES rule_book (id),
    CONSTRAINT cycle_previous_fk FOREIGN KEY (region_id, previous_cycle_id) REFERENCES cycle (region_id, id)
  )`,
  `CREATE INDEX cycle_by_id ON cycle (id)`,
  `CREATE INDEX cycle_by_owner ON cycle (owner)`,
  `CREATE TABLE cycle_unit (
    region_id text NOT NULL,
    cycle_id uuid NOT NULL,
    unit text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    parent text NOT NULL,
    path text COLLATE "C" NOT NULL,
    attributes jsonb NOT NULL,
    CONSTRAINT cycle_unit_pk PRIMARY KEY (region_id, cycle_id, unit),
    CONSTRAINT cycle_unit_cycle_fk FOREIGN KEY (region_id, cycle_id) REFERENCES cycle (region_id, id)
  )`,
  `CREATE INDEX cycle_unit_by_unit ON cycle_unit (region_id, unit)`,
  `CREATE TABLE fact_entry (
    region_id text NOT NULL,
    cycle_id uuid NOT NULL,
    unit text NOT NULL,
    fact text NOT NULL,
    declared jsonb,
    verified jsonb,
    not_applicable text,
    version integer NOT NULL,
    changed_by uuid,
    changed_by_name text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT fact_entry_pk PRIMARY KEY (region_id, cycle_id, unit, fact),
    CONSTRAINT fact_entry_unit_fk FOREIGN KEY (region_id, cycle_id, unit) REFERENCES cycle_unit (region_id, cycle_id, unit)
  )`,
  `CREATE TABLE fact_entry_version (
    region_id text NOT NULL,
    cycle_id uuid NOT NULL,
    unit text NOT NULL,
    fact text NOT NULL,
    version integer NOT NULL,
    declared jsonb,
    verified jsonb,
    not_applicable text,
    reason text,
    changed_by uuid,
    changed_by_name text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT fact_entry_version_pk PRIMARY KEY (region_id, cycle_id, unit, fact, version)
  )`,
  `CREATE TABLE idempotency_key (
    region_id text NOT NULL,
    account_id uuid NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    response jsonb,
    created_at timestamptz NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (region_id, account_id, key)
  )`,
  `CREATE TABLE publication (
    region_id text NOT NULL,
    cycle_id uuid NOT NULL,
    number integer NOT NULL,
    published_at timestamptz NOT NULL,
    published_by uuid,
    published_by_name text NOT NULL,
    package_hash text NOT NULL,
    book_hash text NOT NULL,
    engine text NOT NULL,
    override_reason text,
    package text NOT NULL,
    CONSTRAINT publication_pk PRIMARY KEY (region_id, cycle_id, number),
    CONSTRAINT publication_cycle_fk FOREIGN KEY (region_id, cycle_id) REFERENCES cycle (region_id, id)
  )`,
  `CREATE TABLE audit_head (
    region_id text NOT NULL,
    seq bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_head_pk PRIMARY KEY (region_id)
  )`,
  `CREATE TABLE audit_event (
    region_id text NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_event_pk PRIMARY KEY (region_id, seq)
  )`,
];
