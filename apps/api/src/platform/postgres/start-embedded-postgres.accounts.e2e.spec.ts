import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { thisLauncher, type Launcher } from './launcher.js';
import { findPackage } from './postgres-binaries.js';
import { ask } from './server-clients.js';
import { canReach, serverUser } from './server-user.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

const helper = join(import.meta.dirname, '../../../test/start-and-wait.mjs');
const asRoot = process.getuid?.() === 0;
const account = asRoot ? serverUser() : null;

/** Closed to everybody but its owner, like /root. */
let closed: string;
let open: string;
let said: string[];
beforeEach(() => {
  closed = mkdtempSync(join(tmpdir(), 'heng-closed-'));
  open = mkdtempSync(join(tmpdir(), 'heng-open-'));
  chmodSync(open, 0o755);
  said = [];
});
afterEach(() => {
  for (const folder of [closed, open]) rmSync(folder, { recursive: true, force: true });
});

const launcher = (changes: Partial<Launcher> = {}): Launcher => ({
  ...thisLauncher(),
  systemFolder: join(open, 'system'),
  ...changes,
});
const start = (dataDir: string, by = launcher()) =>
  startEmbeddedPostgres({ dataDir, log: { info: (sentence) => said.push(sentence) }, launcher: by });

async function provesItself(server: EmbeddedPostgres): Promise<void> {
  expect(await ask(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  // Linux tells whose process it is; elsewhere postgres itself refuses root.
  if (process.platform === 'linux') expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
}

it('keeps data in a folder that is closed to others, twice', async () => {
  const dataDir = join(closed, 'data');
  const first = await start(dataDir);
  await provesItself(first);
  await first.stop();
  expect(said).toHaveLength(asRoot ? 1 : 0);
  if (asRoot) expect(readFileSync(join(dataDir, 'postgres-folder'), 'utf8')).toContain(join(open, 'system'));
  const second = await start(dataDir);
  await provesItself(second);
  await second.stop();
  // Said when it was decided, not at every start.
  expect(said).toHaveLength(asRoot ? 1 : 0);
}, 30_000);

it('runs programs of a checkout that is closed to others', async () => {
  const root = join(closed, 'package');
  cpSync(findPackage(thisLauncher().machine), root, { recursive: true, verbatimSymlinks: true });
  const machine = { ...thisLauncher().machine, resolvePackage: () => join(root, 'dist/index.js') };
  const umask = process.umask(0o077);
  try {
    const server = await start(join(open, 'data'), launcher({ machine }));
    await provesItself(server);
    await server.stop();
  } finally {
    process.umask(umask);
  }
  if (asRoot) expect(readdirSync(join(open, 'system'))).toEqual([expect.stringMatching(/^postgres-18/)]);
}, 60_000);

/** As root another account, unless this checkout is closed to it; then, and as an ordinary user, the caller's own. */
const other =
  account && canReach(account, dirname(helper)) && canReach(account, process.execPath) ? account : null;
it(`runs as ${other?.name ?? 'the caller'} without any right of root`, async () => {
  const home = join(open, 'home');
  mkdirSync(home, { mode: other ? 0o700 : 0o755 });
  if (other) chownSync(home, other.uid, other.gid);
  const child = spawn(process.execPath, [helper, join(home, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
    ...(other ? { uid: other.uid, gid: other.gid } : {}),
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', () => reject(new Error('It said nothing.')));
  });
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(line).toMatch(/^started false \d+$/);
  expect(readdirSync(home)).toEqual(['data']);
}, 30_000);
