import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres, type PostgresConnection } from '../src/platform/postgres/index.js';

export type TestServer = { readonly connection: PostgresConnection; stop(): Promise<void> };

/**
 * The server the tests run on: the embedded one; Debian's PostgreSQL 15 with HENG_TEST_PG=15, under the same supervisor;
 * or the one HENG_TEST_DATABASE_URL names (its user must be allowed to create databases).
 */
export async function startTestServer(folder: string): Promise<TestServer> {
  const url = process.env.HENG_TEST_DATABASE_URL;
  if (url) return { connection: connectionOf(url), stop: () => Promise.resolve() };
  chmodSync(folder, 0o711);
  return startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    log: { info: () => undefined },
    settings: { max_connections: '100' },
    ...wantedServer(),
  });
}

/** `{}` for the embedded server, or the supervisor's launcher on another PostgreSQL's programs. */
export function wantedServer() {
  const wanted = process.env.HENG_TEST_PG ?? '18';
  if (wanted === '18') return {};
  const root = `/usr/lib/postgresql/${wanted}`;
  const program = (name: string) => join(root, 'bin', name);
  return {
    binaries: {
      initdb: program('initdb'),
      postgres: program('postgres'),
      pgCtl: program('pg_ctl'),
      major: wanted,
    },
  };
}

function connectionOf(url: string): PostgresConnection {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1) || 'postgres',
  };
}
