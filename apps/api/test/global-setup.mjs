import { mkdtempSync, rmSync } from 'node:fs';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

register('./typescript-loader.mjs', import.meta.url);

/** One server for the whole run, with a migrated template that every test database is copied from. */
export default async function globalSetup() {
  await import('reflect-metadata');
  const { startTestServer } = await import('./test-server.ts');
  const { makeTemplate } = await import('./test-template.ts');
  const folder = mkdtempSync(join(tmpdir(), 'heng-test-'));
  const server = await startTestServer(folder);
  globalThis.hengTestServer = {
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    process.env.HENG_TEST_SERVER = JSON.stringify(server.connection);
    process.env.HENG_TEST_TEMPLATE = await makeTemplate(server.connection);
  } catch (error) {
    await globalThis.hengTestServer.stop();
    throw error;
  }
}
