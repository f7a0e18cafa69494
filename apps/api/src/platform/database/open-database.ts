import type { DataSource, DataSourceOptions } from 'typeorm';
import { startEmbeddedPostgres } from '../postgres/index.js';
import { createDataSource, type DatabasePlace } from './data-source.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { checkServer } from './server-check.js';
import { unreachable } from './unreachable.js';

export type OpenedDatabase = {
  readonly database: Database;
  /** Closes the pool, then stops the embedded server where there is one. */
  readonly close: () => Promise<void>;
};

/**
 * A migrated database: the embedded server's in a data folder, or the one an address names.
 * @throws StartupError with one sentence for the console; nothing is left running then
 */
export async function openDatabase(
  place: { readonly dataDir: string } | { readonly databaseUrl: string },
  model: Pick<DataSourceOptions, 'entities' | 'migrations'>,
  log: { info(sentence: string): void } = { info: () => undefined },
): Promise<OpenedDatabase> {
  if ('databaseUrl' in place) {
    const database = await connect({ url: place.databaseUrl }, model);
    return { database, close: () => database.dataSource.destroy() };
  }
  const server = await startEmbeddedPostgres({ dataDir: place.dataDir, log });
  try {
    const database = await connect({ connection: server.connection }, model);
    return {
      database,
      close: async () => {
        await database.dataSource.destroy();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function connect(
  place: DatabasePlace,
  model: Pick<DataSourceOptions, 'entities' | 'migrations'>,
): Promise<Database> {
  const dataSource: DataSource = createDataSource({ ...place, ...model });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw unreachable(error);
  }
  try {
    await checkServer(dataSource);
    await migrate(dataSource);
    return new Database(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
