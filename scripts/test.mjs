// `npm test`: builds (the tests of the programs run what a user runs), jest over every package, then the browser tests.
//   npm test -- <jest arguments>   only jest, with these arguments
//   HENG_REQUIRE_BROWSER=1         a missing browser is a failure (continuous integration sets it)
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (...parts) => join(root, 'node_modules', ...parts);
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

function run(args, extra = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...extra },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const jestArguments = process.argv.slice(2);
run([bin('turbo', 'bin', 'turbo'), 'run', 'build', '--output-logs=errors-only']);
run([bin('jest', 'bin', 'jest.js'), ...jestArguments], {
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim(),
});
if (jestArguments.length > 0) process.exit(0);

const browser = findBrowser();
if (!browser) {
  const line = '='.repeat(78);
  console.error(
    `\n${line}\n浏览器测试没有运行：本机没有找到 Chromium、Chrome 或 Edge（可用环境变量 CHROMIUM 指定）。\n` +
      `THE BROWSER TESTS DID NOT RUN: no Chromium, Chrome or Edge was found (set CHROMIUM to its path).\n${line}\n`,
  );
  process.exit(process.env.HENG_REQUIRE_BROWSER === '1' ? 1 : 0);
}
run([bin('@playwright', 'test', 'cli.js'), 'test', '--config', 'e2e/playwright.config.mjs'], {
  CHROMIUM: browser,
});
