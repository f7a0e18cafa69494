import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// This file is read again in every worker; the folder and the port are settled once and handed down.
if (process.env.HENG_E2E_DATA === undefined) {
  process.env.HENG_E2E_DATA = mkdtempSync(join(tmpdir(), 'heng-e2e-'));
  // Else root's database, which runs as another account, would keep its files elsewhere.
  chmodSync(process.env.HENG_E2E_DATA, 0o711);
  process.env.HENG_E2E_PORT ??= '4173';
}
const url = `http://127.0.0.1:${process.env.HENG_E2E_PORT}`;

/** The built program with the demonstration county, used from a real browser as its people use it. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  forbidOnly: process.env.CI !== undefined,
  globalTeardown: './remove-data.mjs',
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node tools/dist/start-main.js --data "${join(process.env.HENG_E2E_DATA, 'data')}" --port ${process.env.HENG_E2E_PORT}`,
    cwd: '..',
    url,
    timeout: 120_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
  },
});
