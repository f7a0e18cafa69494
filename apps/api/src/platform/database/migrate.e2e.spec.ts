import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { createDataSource } from './data-source.js';
import { migrate } from './migrate.js';

class MakesNotes1700000000001 implements MigrationInterface {
  readonly name = 'MakesNotes1700000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id int PRIMARY KEY)');
    // Long enough for the other start to come upon it.
    await runner.query('SELECT pg_sleep(0.3)');
  }
  async down(): Promise<void> {}
}

class Breaks1700000000002 implements MigrationInterface {
  readonly name = 'Breaks1700000000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id int PRIMARY KEY)');
    await runner.query('SELECT 1 / 0');
  }
  async down(): Promise<void> {}
}

let test: TestDatabase;
let opened: DataSource[];
beforeEach(async () => {
  test = await createTestDatabase({ empty: true });
  opened = [];
});
afterEach(async () => {
  for (const dataSource of opened) await dataSource.destroy();
  await test.drop();
});

async function open(...migrations: (new () => MigrationInterface)[]): Promise<DataSource> {
  const dataSource = createDataSource({ connection: test.connection, migrations });
  opened.push(dataSource);
  return dataSource.initialize();
}
const tables = async () =>
  (
    await test.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    )
  ).map(({ name }) => name);

it('runs each migration once, also when four starts race', async () => {
  const starts = await Promise.all([1, 2, 3, 4].map(() => open(MakesNotes1700000000001)));
  const ran = await Promise.all(starts.map(migrate));
  expect(ran.flat()).toEqual(['MakesNotes1700000000001']);
  expect(await tables()).toEqual(['migrations', 'note']);
});

it('refuses a database that a newer Heng has migrated, and changes nothing', async () => {
  await migrate(await open(MakesNotes1700000000001));
  await expect(migrate(await open(Breaks1700000000002))).rejects.toMatchObject({
    code: 'DATABASE_NEWER_THAN_CODE',
    message: expect.stringContaining('MakesNotes1700000000001') as string,
  });
  expect(await tables()).toEqual(['migrations', 'note']);
});

it('takes a failed migration back whole, keeps those before it, and frees the lock', async () => {
  await expect(migrate(await open(MakesNotes1700000000001, Breaks1700000000002))).rejects.toThrow(
    'division by zero',
  );
  expect(await tables()).toEqual(['migrations', 'note']);
  expect(await migrate(await open(MakesNotes1700000000001))).toEqual([]);
});
