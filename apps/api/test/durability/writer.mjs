import { openSync, writeSync } from 'node:fs';
import { register } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';

register('../typescript-loader.mjs', import.meta.url);
await import('reflect-metadata');
const { startEmbeddedPostgres } = await import('../../src/platform/postgres/index.ts');
const { createDataSource, checkServer, Database } = await import('../../src/platform/database/index.ts');
const { wantedServer } = await import('../test-server.ts');

/**
 * Writes until it is killed: `node writer.mjs <data folder> <file of acknowledgements> <after|before>`. Each transaction
 * puts an entry and its version; its id is acknowledged after the commit, or, for the control, a little before it.
 */
const [dataDir, acknowledgements, moment] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined }, ...wantedServer() });
const dataSource = await createDataSource({ connection: server.connection, poolSize: 4 }).initialize();
await checkServer(dataSource);
const database = new Database(dataSource);
await database.manager.query('CREATE TABLE IF NOT EXISTS entry (id text PRIMARY KEY)');
await database.manager.query('CREATE TABLE IF NOT EXISTS entry_version (entry text PRIMARY KEY)');
console.log(`started ${server.pid}`);

const file = openSync(acknowledgements, 'a');
const acknowledge = (id) => writeSync(file, `${id}\n`);

async function writeFor(writer) {
  for (let n = 0; ; n++) {
    const id = `${process.pid}-${Date.now()}-${writer}-${n}`;
    await database.transaction(async () => {
      await database.manager.query('INSERT INTO entry VALUES ($1)', [id]);
      await database.manager.query('INSERT INTO entry_version VALUES ($1)', [id]);
      if (moment !== 'before') return;
      acknowledge(id);
      // Long beside a commit, also of a busy machine, so that a kill nearly always finds writers in between.
      await pause(100);
    });
    if (moment === 'after') acknowledge(id);
  }
}
await Promise.all([1, 2, 3, 4].map(writeFor));
