import { createTestApp, type TestApp } from '../test/test-app.js';

describe('the database model', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ county: null });
  });
  afterAll(() => test.close());

  it('has the same tables and columns in entities and migrations', async () => {
    const { manager } = test.database;
    const migrated = (await manager.query(
      `SELECT table_name, column_name, udt_name, is_nullable = 'YES' AS nullable, collation_name
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`,
    )) as {
      table_name: string;
      column_name: string;
      udt_name: string;
      nullable: boolean;
      collation_name: string | null;
    }[];
    const types: Readonly<Record<string, string>> = { integer: 'int4', bigint: 'int8', boolean: 'bool' };
    const declared = manager.connection.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map((column) => ({
        table_name: tableName,
        column_name: column.databaseName,
        udt_name: types[String(column.type)] ?? String(column.type),
        nullable: column.isNullable,
        collation_name: column.collation ?? null,
      })),
    );
    const key = (row: (typeof declared)[number]) => `${row.table_name}.${row.column_name}`;
    const infrastructure = /^(catalog|database|schema)_/;
    expect(declared.sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
      migrated
        .filter(({ table_name }) => !infrastructure.test(table_name))
        .sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    );
  });

  it('puts the region first in every key of a distributed table', async () => {
    const keys = (await test.database.manager.query(
      `SELECT c.conrelid::regclass::text AS table_name, a.attname AS first_column
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype IN ('p', 'u') AND c.connamespace = 'public'::regnamespace`,
    )) as { table_name: string; first_column: string }[];
    const distributed = [
      'audit_event',
      'audit_head',
      'cycle',
      'cycle_unit',
      'fact_entry',
      'fact_entry_version',
      'idempotency_key',
      'publication',
    ];
    expect(
      keys
        .filter(({ first_column }) => first_column === 'region_id')
        .map(({ table_name }) => table_name)
        .sort(),
    ).toEqual(distributed);
    expect(
      keys.filter(
        ({ table_name, first_column }) => distributed.includes(table_name) && first_column !== 'region_id',
      ),
    ).toEqual([]);
  });
});
