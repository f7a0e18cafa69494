import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { wantedServer } from '../../../test/test-server.js';
import { isRunning } from './process-identity.js';
import { ask } from './server-clients.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

const helper = join(import.meta.dirname, '../../../test/start-and-wait.mjs');
let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

const start = () => startEmbeddedPostgres({ dataDir, log: { info: () => undefined }, ...wantedServer() });

/** A Heng in a process of its own. @returns its first line: `started <adopted> <server pid>` or `refused <code>` */
async function startElsewhere(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [helper, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', () => reject(new Error('It said nothing.')));
  });
  return { child, said };
}

const kill = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGKILL');
  });

const answers = async ({ connection }: EmbeddedPostgres) => (await ask(connection, 'SELECT 1 AS one'))[0];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heng-supervisor-'));
  chmodSync(folder, 0o711);
  dataDir = join(folder, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0))
    if (child.exitCode === null && child.signalCode === null) await kill(child);
  // A test that failed may have left its server: take it over and end it.
  if (existsSync(dataDir)) await (await start()).stop();
  rmSync(folder, { recursive: true, force: true });
});

it('starts, stops and starts again, and leaves no socket folder', async () => {
  const first = await start();
  expect(await answers(first)).toEqual({ one: 1 });
  expect(first.adopted).toBe(false);
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);
  expect(existsSync(first.connection.host)).toBe(false);

  const begun = performance.now();
  const second = await start();
  const milliseconds = performance.now() - begun;
  expect(await answers(second)).toEqual({ one: 1 });
  await second.stop();
  expect(milliseconds).toBeLessThan(3000);
}, 30_000);

it('takes over the server that a killed Heng left running', async () => {
  const { child, said } = await startElsewhere();
  const [, adopted, pid] = said.split(' ');
  expect(adopted).toBe('false');
  await kill(child);
  const heir = await start();
  expect([heir.adopted, heir.pid]).toEqual([true, Number(pid)]);
  expect(await answers(heir)).toEqual({ one: 1 });
  await heir.stop();
  expect(isRunning(heir.pid)).toBe(false);
  expect(existsSync(heir.connection.host)).toBe(false);
}, 30_000);

it('leaves a server it took over to whoever else uses it', async () => {
  const { child } = await startElsewhere();
  await kill(child);
  const heir = await start();
  const user = new pg.Client(heir.connection);
  await user.connect();
  await heir.stop();
  expect(await user.query('SELECT 1 AS one')).toMatchObject({ rows: [{ one: 1 }] });
  await user.end();
}, 30_000);

it('does not take over a server that refuses its password', async () => {
  const { child } = await startElsewhere();
  await kill(child);
  const secret = join(dataDir, 'postgres-password');
  const right = readFileSync(secret, 'utf8');
  writeFileSync(secret, 'another');
  await expect(start()).rejects.toMatchObject({ code: 'POSTGRES_DID_NOT_START' });
  writeFileSync(secret, right);
  const heir = await start();
  expect(heir.adopted).toBe(true);
  await heir.stop();
}, 30_000);

it('ignores the pid of a dead server that another program has by now', async () => {
  await (await start()).stop();
  const other = `${process.pid}\n${dataDir}/postgres\n${Math.floor(Date.now() / 1000)}\n5432\n/tmp\n\n\nready\n`;
  writeFileSync(join(dataDir, 'postgres/postmaster.pid'), other);
  const server = await start();
  expect(server.adopted).toBe(false);
  await server.stop();
}, 30_000);

// Only Linux shows what state a process is in.
if (process.platform === 'linux')
  it('takes the file of a server that nobody has reaped for the file of a dead one', async () => {
    // Its parent is this process, stopped from reaping for as long as the event loop does not turn.
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    while (stateOf(server.pid) !== 'Z') readFileSync('/proc/uptime');
    expect(isRunning(server.pid)).toBe(false);
    await server.stop();
  }, 30_000);

it('starts anew after the whole tree was killed', async () => {
  const { child, said } = await startElsewhere();
  const pid = Number(said.split(' ')[2]);
  await kill(child);
  process.kill(pid, 'SIGKILL');
  const next = await start();
  expect(next.adopted).toBe(false);
  expect(await answers(next)).toEqual({ one: 1 });
  await next.stop();
}, 30_000);

it('refuses a second Heng on the same folder, here and in another process', async () => {
  const first = await start();
  await expect(start()).rejects.toMatchObject({ code: 'INSTANCE_ALREADY_RUNNING' });
  expect((await startElsewhere()).said).toBe('refused INSTANCE_ALREADY_RUNNING');
  expect(await answers(first)).toEqual({ one: 1 });
  await first.stop();
}, 30_000);

it.each(['on a new folder', 'after a kill'])(
  'lets exactly one of four racing starts win %s',
  async (when) => {
    if (when === 'after a kill') await kill((await startElsewhere()).child);
    const all = await Promise.all([1, 2, 3, 4].map(startElsewhere));
    const said = all.map((one) => one.said.split(' ').slice(0, 2).join(' ')).sort();
    const won = `started ${when === 'after a kill'}`;
    expect(said).toEqual([...Array<string>(3).fill('refused INSTANCE_ALREADY_RUNNING'), won]);
  },
  60_000,
);

it('starts after a first start that was killed while it made its files', async () => {
  const child = spawn(process.execPath, [helper, dataDir], { stdio: 'ignore' });
  children.push(child);
  while (!initdbAtWork()) await new Promise((next) => setTimeout(next, 5));
  await kill(child);
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  const next = await start();
  expect(await answers(next)).toEqual({ one: 1 });
  await next.stop();
}, 30_000);

const stateOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];

const initdbAtWork = () =>
  existsSync(dataDir) &&
  readdirSync(dataDir).some(
    (name) => name.startsWith('postgres.init-') && existsSync(join(dataDir, name, 'PG_VERSION')),
  );
