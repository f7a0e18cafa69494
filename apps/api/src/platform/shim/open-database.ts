import { DataSource, type DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { StartupError } from './startup-error.js';

export type OpenedDatabase = { readonly database: Database; readonly close: () => Promise<void> };

/** A migrated database; the embedded server joins here. */
export async function openDatabase(
  place: { readonly dataDir: string } | { readonly databaseUrl: string },
  model: Pick<DataSourceOptions, 'entities' | 'migrations'>,
): Promise<OpenedDatabase> {
  if (!('databaseUrl' in place)) {
    throw new StartupError('NO_EMBEDDED_SERVER', {
      zh: '内置数据库尚未接入。',
      en: 'The embedded database is not joined yet.',
    });
  }
  const dataSource = new DataSource({
    type: 'postgres',
    url: place.databaseUrl,
    ...model,
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  return { database: new Database(dataSource), close: () => dataSource.destroy() };
}
