import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { openDatabase } from './open-database.js';

const nothing = { entities: [], migrations: [] };

describe('by address', () => {
  let test: TestDatabase;
  beforeEach(async () => (test = await createTestDatabase({ empty: true })));
  afterEach(() => test.drop());

  it('keeps numeric and bigint exact, in UTC, with limits on waiting', async () => {
    const opened = await openDatabase({ databaseUrl: test.url }, nothing);
    const rows: unknown = await opened.database.manager.query(
      `SELECT 12345678901234.5678::numeric(20,4) AS amount, 9223372036854775807 AS large,
              sum(1.10::numeric(20,4)) AS total, current_setting('statement_timeout') AS patience`,
    );
    expect(rows).toEqual([
      { amount: '12345678901234.5678', large: '9223372036854775807', total: '1.1000', patience: '1min' },
    ]);
    await opened.close();
  });

  it('refuses a server that may lose what it acknowledged, and stays connected to nothing', async () => {
    const { database } = test.connection;
    await test.dataSource.query(`ALTER DATABASE ${database} SET synchronous_commit = off`);
    await expect(openDatabase({ databaseUrl: test.url }, nothing)).rejects.toMatchObject({
      code: 'DATABASE_NOT_DURABLE',
      message: expect.stringContaining('synchronous_commit') as string,
    });
    const [row] = await test.dataSource.query<{ left: string }[]>(
      `SELECT count(*) AS left FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()`,
      [database],
    );
    expect(row).toEqual({ left: '0' });
  });

  it('says what cannot be reached, without the password', async () => {
    const refusal: unknown = await openDatabase(
      { databaseUrl: 'postgres://heng:very-secret@127.0.0.1:1/heng' },
      nothing,
    ).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(String(refusal)).toContain('127.0.0.1:1');
    expect(String(refusal)).not.toContain('very-secret');
  });
});

it('opens a data folder, again what was written there, and leaves no server behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heng-open-'));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  try {
    const first = await openDatabase({ dataDir }, nothing);
    await first.database.manager.query(`CREATE TABLE note (text text); INSERT INTO note VALUES ('衡')`);
    await first.close();
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
    const second = await openDatabase({ dataDir }, nothing);
    expect(await second.database.manager.query('SELECT text FROM note')).toEqual([{ text: '衡' }]);
    await second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
