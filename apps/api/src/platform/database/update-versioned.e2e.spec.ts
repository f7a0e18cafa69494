import { EntitySchema, type DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { StaleVersionError, updateVersioned } from './update-versioned.js';

type Note = { region: string; id: number; text: string; version: number };
const note = new EntitySchema<Note>({
  name: 'note',
  columns: {
    region: { type: 'text', primary: true },
    id: { type: 'integer', primary: true },
    text: { type: 'text' },
    version: { type: 'integer' },
  },
});

let test: TestDatabase;
let dataSource: DataSource;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  dataSource = await createDataSource({ connection: test.connection, entities: [note] }).initialize();
  database = new Database(dataSource);
  await dataSource.query(
    'CREATE TABLE note (region text, id int, text text, version int, PRIMARY KEY (region, id))',
  );
});
beforeEach(() =>
  dataSource.query(`TRUNCATE note; INSERT INTO note VALUES ('a', 1, 'old', 3), ('a', 2, 'old', 3)`),
);
afterAll(async () => {
  await dataSource.destroy();
  await test.drop();
});

const write = (text: string, version: number, id = 1) =>
  updateVersioned(database.manager, note, { region: 'a', id, version }, { text });
const rows = () => dataSource.query('SELECT id, text, version FROM note ORDER BY id');

it('changes the one row that is still at its version and moves it on', async () => {
  expect(await write('new', 3)).toBe(4);
  expect(await rows()).toEqual([
    { id: 1, text: 'new', version: 4 },
    { id: 2, text: 'old', version: 3 },
  ]);
});

it.each([
  ['an older version', 2, 1, 3],
  ['a version that never was', 9, 1, 3],
  ['a row that is gone', 3, 7, null],
])('refuses %s and says where the row stands', async (_what, version, id, currentVersion) => {
  const before: unknown = await rows();
  const failure: unknown = await write('new', version, id).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StaleVersionError);
  expect(failure).toMatchObject({ currentVersion });
  expect(await rows()).toEqual(before);
});

it('lets one of ten writers of the same version win, alone or inside transactions', async () => {
  for (const version of [3, 4]) {
    const one = (text: string) => write(text, version);
    const attempts = Array.from({ length: 10 }, (_, n) =>
      version === 3 ? one(`writer ${n}`) : database.transaction(() => one(`writer ${n}`)),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

it('does not take a condition that fits several rows', async () => {
  const before: unknown = await rows();
  const work = () => updateVersioned(database.manager, note, { region: 'a', version: 3 }, { text: 'all' });
  await expect(database.transaction(work)).rejects.toThrow('not a whole key');
  expect(await rows()).toEqual(before);
});
