import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresConnection } from './start-embedded-postgres.js';

/** Runs one question on a connection of its own. */
export async function ask<Row extends Record<string, unknown>>(
  connection: PostgresConnection,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
  // A server that goes away while we are leaving is no news; the query's own rejection says it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Whether anybody but the asker stays connected: backends of a Heng that was killed just now need a moment to notice.
 * A server that no longer answers has nobody.
 */
export async function hasOtherClients(connection: PostgresConnection): Promise<boolean> {
  const deadline = Date.now() + 1000;
  for (;;) {
    try {
      const rows = await ask(
        connection,
        `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
      );
      if (rows.length === 0) return false;
    } catch {
      return false;
    }
    if (Date.now() > deadline) return true;
    await pause(50);
  }
}
