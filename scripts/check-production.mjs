// Shows that what was built runs without development dependencies: copies the build, installs with --omit=dev, starts, asks, stops.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const place = mkdtempSync(join(tmpdir(), 'heng-production-'));
// Else root's database, which runs as another account, would keep its files outside and leave them there.
chmodSync(place, 0o711);
const workspaces = [
  'packages/rules',
  'packages/clauses',
  'packages/contracts',
  'packages/documents',
  'apps/api',
  'apps/web',
  'tools',
];

try {
  for (const file of ['package.json', 'package-lock.json', 'start.cjs', 'scripts']) {
    cpSync(join(root, file), join(place, file), { recursive: true });
  }
  for (const workspace of workspaces) {
    cpSync(join(root, workspace, 'package.json'), join(place, workspace, 'package.json'));
    cpSync(join(root, workspace, 'dist'), join(place, workspace, 'dist'), { recursive: true });
  }
  const npm = spawnSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm ci --omit=dev failed');
  for (const development of ['turbo', 'jest', 'vite', 'antd']) {
    if (existsSync(join(place, 'node_modules', development)))
      throw new Error(`${development} was installed as well`);
  }
  const page = await served();
  if (!page.includes('<html lang="zh-CN">')) throw new Error(`the page is not Heng's: ${page.slice(0, 200)}`);
  console.log('A production installation without development dependencies serves the app and stops.');
} finally {
  rmSync(place, { recursive: true, force: true });
}

async function served() {
  const child = spawn(
    process.execPath,
    ['start.cjs', '--production', '--data', join(place, 'data'), '--port', '0'],
    {
      cwd: place,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  let page;
  try {
    page = await (await fetch(`${await addressOf(child, ended)}/`)).text();
  } finally {
    child.kill('SIGINT');
  }
  const code = await ended;
  if (code !== 0) throw new Error(`Ctrl-C ended it with ${code}`);
  return page;
}

function addressOf(child, ended) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
    void ended.then((code) => reject(new Error(`it ended with ${code}:\n${text}`)));
  });
}
