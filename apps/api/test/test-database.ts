import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { entities, migrations } from '../src/database-model.js';
import { createDataSource } from '../src/platform/database/index.js';
import type { PostgresConnection } from '../src/platform/postgres/index.js';

export type TestDatabase = {
  /** Connected; all migrations have run. */
  readonly dataSource: DataSource;
  readonly connection: PostgresConnection;
  /** The same as an address, for code that takes a DATABASE_URL. */
  readonly url: string;
  /** Closes the data source and removes the database. */
  drop(): Promise<void>;
};

/** A database of the caller's own, copied from the run's template; `empty` starts without any table. */
export async function createTestDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `heng_test_${randomBytes(6).toString('hex')}`;
  const source = options.empty ? 'template0' : required('HENG_TEST_TEMPLATE');
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY = wal_log`);
  const connection = { ...server, database: name };
  const dataSource = createDataSource({ connection, entities, migrations, poolSize: 6 });
  await dataSource.initialize();
  return {
    dataSource,
    connection,
    url: urlOf(connection),
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** The server of this run, which the global set-up started. */
export const testServer = () => JSON.parse(required('HENG_TEST_SERVER')) as PostgresConnection;

async function administer(server: PostgresConnection, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests through jest, whose global set-up starts the server.`);
  return value;
}

function urlOf({ host, port, user, password, database }: PostgresConnection): string {
  const authority = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  // A socket folder does not fit into the host part of an address.
  return host.startsWith('/')
    ? `postgres://${authority}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${authority}@${host}:${port}/${database}`;
}
