import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
const { startEmbeddedPostgres } = await import('../src/platform/postgres/index.ts');
const { wantedServer } = await import('./test-server.ts');

/**
 * A Heng that only holds its database, for tests that kill it: `node start-and-wait.mjs <data folder>`. SIGTERM stops it
 * and its server.
 */
try {
  const server = await startEmbeddedPostgres({
    dataDir: process.argv[2],
    log: { info: () => undefined },
    ...wantedServer(),
  });
  process.once('SIGTERM', async () => {
    await server.stop();
    process.exit(0);
  });
  console.log(`started ${server.adopted} ${server.pid}`);
} catch (error) {
  console.log(`refused ${error.code ?? error}`);
}
setInterval(() => undefined, 60_000);
