import type { DataSource } from 'typeorm';
import { StartupError } from '../postgres/index.js';

/** Any constant: two Hengs starting on one database must agree on it. */
const lockNumber = '4850187164327';

/**
 * Brings the schema up to date, one start at a time.
 * @returns the names of the migrations that ran now
 * @throws StartupError DATABASE_NEWER_THAN_CODE when a newer Heng has already migrated this database
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const holder = dataSource.createQueryRunner();
  await holder.connect();
  try {
    // Waits for the other start; that may take longer than a statement is usually allowed.
    await holder.query('SET statement_timeout = 0');
    await holder.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    await refuseNewer(dataSource);
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    try {
      await holder.query('SELECT pg_advisory_unlock($1)', [lockNumber]);
      await holder.query('RESET statement_timeout');
    } finally {
      await holder.release();
    }
  }
}

async function refuseNewer(dataSource: DataSource): Promise<void> {
  const [table] = await dataSource.query<{ found: string | null }[]>(
    `SELECT to_regclass('migrations') AS found`,
  );
  if (!table?.found) return;
  const known = new Set(
    dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name),
  );
  const done = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  const unknown = done.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new StartupError('DATABASE_NEWER_THAN_CODE', {
    zh: `数据库已被更新版本的“衡”升级过（${unknown.join('、')}），这个版本不能使用它；请安装新版本。`,
    en: `A newer Heng has already upgraded this database (${unknown.join(', ')}), so this version must not use it; install the newer version.`,
  });
}
