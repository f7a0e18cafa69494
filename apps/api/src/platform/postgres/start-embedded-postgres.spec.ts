import { spawn, type SpawnOptions } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Launcher } from './launcher.js';
import { isRunning } from './process-identity.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
import { hintFor } from './windows-server.js';

type Call = { readonly program: string; readonly args: readonly string[]; readonly options: SpawnOptions };

let folder: string;
let calls: Call[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heng-fake-'));
  calls = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A package as npm installs it with --ignore-scripts: programs that nobody runs, and a library without its link. */
function fakePackage(suffix: string): string {
  const root = join(folder, 'package');
  for (const part of ['dist', 'native/bin', 'native/lib']) mkdirSync(join(root, part), { recursive: true });
  for (const name of ['initdb', 'postgres', 'pg_ctl'])
    writeFileSync(join(root, 'native/bin', `${name}${suffix}`), '', { mode: 0o755 });
  writeFileSync(join(root, 'package.json'), '{"version":"18.4.0-beta.17"}');
  writeFileSync(join(root, 'native/lib/libicu.so.60.2'), '');
  writeFileSync(
    join(root, 'native/pg-symlinks.json'),
    '[{"source":"native/lib/libicu.so.60.2","target":"native/lib/libicu.so.60"}]',
  );
  return join(root, 'dist/index.js');
}

/** A machine of another kind. Its programs do what the supervisor sees of the real ones; a process of ours stands for the server. */
function machine(
  platform: NodeJS.Platform,
  { exitCode = 0, musl = false, installed = true, temporaryFolder = tmpdir() } = {},
): Launcher {
  const main = fakePackage(platform === 'win32' ? '.exe' : '');
  return {
    machine: {
      platform,
      arch: 'x64',
      musl,
      resolvePackage: (name) => {
        const os = platform === 'win32' ? 'windows' : platform;
        if (!installed || name !== `@embedded-postgres/${os}-x64`) throw new Error(`Cannot find ${name}`);
        return main;
      },
    },
    uid: platform === 'win32' ? undefined : 1000,
    temporaryFolder,
    systemFolder: join(folder, 'system'),
    spawn(program, args, options) {
      const name = program.split('/').at(-1) ?? '';
      calls.push({ program: name, args, options });
      const after = (flag: string) => args[args.indexOf(flag) + 1] ?? '';
      const data = after('-D');
      if (name.startsWith('initdb')) writeFileSync(join(data, 'PG_VERSION'), '18\n');
      const isServer = name === 'postgres' || args.includes('start');
      const script = name === 'postgres' ? 'setInterval(() => {}, 1e6)' : `process.exit(${exitCode})`;
      const child = spawn(process.execPath, ['-e', script], { stdio: options.stdio ?? 'ignore' });
      const port = /-p (\d+)/.exec(after('-o'))?.[1] ?? '5432';
      if (isServer && exitCode === 0)
        writeFileSync(
          join(data, 'postmaster.pid'),
          [child.pid, data, 1, port, after('-k'), '', '', 'ready', ''].join('\n'),
        );
      return child;
    },
  };
}

const start = (launcher: Launcher) =>
  startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: { info: () => undefined }, launcher });
const callOf = (program: string) => calls.find((call) => call.program === program);

describe.each(['linux', 'darwin'] as const)('on %s', (platform) => {
  it('makes the links, the files and a private socket, and stops what it started', async () => {
    const server = await start(machine(platform));
    expect(lstatSync(join(folder, 'package/native/lib/libicu.so.60')).isSymbolicLink()).toBe(true);
    expect(callOf('initdb')?.args).toEqual(
      expect.arrayContaining(['--locale-provider=icu', '--data-checksums', '--auth=scram-sha-256']),
    );
    const postgres = callOf('postgres');
    expect(postgres?.args).toEqual(expect.arrayContaining(['listen_addresses=', 'fsync=on']));
    expect(postgres?.options).toMatchObject({ detached: true, cwd: '/' });
    expect(postgres?.options).not.toHaveProperty('uid');
    expect(lstatSync(server.connection.host).mode & 0o777).toBe(0o700);
    expect(lstatSync(join(folder, 'data/postgres-password')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(server.connection.password, 'base64url')).toHaveLength(24);
    await server.stop();
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
    expect(existsSync(server.connection.host)).toBe(false);
  });

  it('keeps the socket path short when the temporary folder is deep', async () => {
    const deep = join(folder, 'd'.repeat(80));
    mkdirSync(deep);
    const server = await start(machine(platform, { temporaryFolder: deep }));
    expect(Buffer.byteLength(join(server.connection.host, '.s.PGSQL.5432'))).toBeLessThan(104);
    await server.stop();
  });

  it('never passes on what the caller has set for other PostgreSQLs', async () => {
    process.env.PGDATA = '/somewhere/else';
    try {
      await (await start(machine(platform))).stop();
    } finally {
      delete process.env.PGDATA;
    }
    expect(callOf('postgres')?.options.env).not.toHaveProperty('PGDATA');
    expect(callOf('initdb')?.options.env).toMatchObject({ LC_ALL: 'C' });
  });
});

describe('on win32', () => {
  it('starts and stops through pg_ctl on the loopback, with no pipe the server could hold open', async () => {
    const temporaryFolder = mkdtempSync(join(folder, 'temp-'));
    const server = await start(machine('win32', { temporaryFolder }));
    const [begin] = calls.filter(({ args }) => args.includes('start'));
    expect(begin?.program).toBe('pg_ctl.exe');
    expect(begin?.args.join(' ')).toContain('-c listen_addresses=127.0.0.1');
    expect(begin?.args.join(' ')).toContain('-c fsync=on');
    expect(begin?.options.stdio).not.toContain('pipe');
    expect(server.connection).toMatchObject({ host: '127.0.0.1', port: expect.any(Number) as number });
    expect(begin?.args.join(' ')).toContain(`-p ${server.connection.port} `);
    await server.stop();
    expect(calls.at(-1)?.args).toEqual(['-D', join(folder, 'data/postgres'), '-m', 'fast', '-w', 'stop']);
    expect(callOf('postgres.exe')).toBeUndefined();
    expect(readdirSync(temporaryFolder)).toEqual([]);
  });

  it('names the runtime that a fresh Windows lacks', () => {
    expect(hintFor(0xc0000135)).toContain('Visual C++');
    expect(hintFor(1)).toBe('');
  });
});

describe('what cannot start says so', () => {
  it.each([
    ['musl', 'linux', { musl: true }],
    ['a missing package', 'linux', { installed: false }],
    ['a system without a package', 'freebsd', { installed: false }],
  ] as const)('%s names DATABASE_URL and touches nothing', async (_what, platform, options) => {
    await expect(start(machine(platform, options))).rejects.toMatchObject({
      code: 'PLATFORM_WITHOUT_BINARIES',
      message: expect.stringContaining('DATABASE_URL') as string,
    });
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it.each(['linux', 'win32'] as const)(
    'a failing initdb on %s leaves no files and no lock',
    async (platform) => {
      await expect(start(machine(platform, { exitCode: 1 }))).rejects.toMatchObject({
        code: 'POSTGRES_DID_NOT_START',
      });
      expect(existsSync(join(folder, 'data/postgres'))).toBe(false);
      await (await start(machine(platform))).stop();
    },
  );

  it('files of another major version are left alone', async () => {
    const version = join(folder, 'data/postgres/PG_VERSION');
    mkdirSync(dirname(version), { recursive: true });
    writeFileSync(version, '17\n');
    await expect(start(machine('linux'))).rejects.toMatchObject({ code: 'DATA_FOLDER_OTHER_VERSION' });
    expect(readFileSync(version, 'utf8')).toBe('17\n');
    expect(calls).toEqual([]);
  });

  it('a data folder that is a file', async () => {
    writeFileSync(join(folder, 'data'), '');
    await expect(start(machine('linux'))).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE' });
  });

  it('every refusal is one line in each language', async () => {
    const refusal: unknown = await start(machine('linux', { exitCode: 1 })).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      text: { zh: expect.any(String) as string, en: expect.any(String) as string },
    });
    expect(String(refusal).split('\n')).toHaveLength(2);
  });
});
