import { closeSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { Cluster } from './initialize-cluster.js';
import type { RunningPostgres } from './launch-server.js';
import { run, spawnOptions } from './launcher.js';
import { readPostmasterFile } from './postmaster-file.js';
import { tailOf } from './server-log.js';
import { allSettings, startMilliseconds } from './server-settings.js';
import { postgresDidNotStart } from './startup-errors.js';

/** A library is missing (0xC0000135), which on a fresh Windows is the Visual C++ runtime. */
const missingLibrary = 0xc0000135;

/** Through pg_ctl, which drops an administrator's rights; postgres.exe itself refuses them. */
export async function launchOnWindows(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<RunningPostgres> {
  const { launcher, binaries, folder, logFile } = cluster;
  const options = [
    `-p ${await freePort()}`,
    '-c listen_addresses=127.0.0.1',
    ...allSettings(settings).map(([name, value]) => `-c ${name}=${value}`),
  ].join(' ');
  // A file, not a pipe: the server inherits pg_ctl's outputs, and a pipe would stay open as long as the server runs.
  const saidFile = `${logFile}.start`;
  const said = openSync(saidFile, 'w', 0o600);
  let code: number | null;
  try {
    code = await new Promise<number | null>((resolve, reject) => {
      const child = launcher.spawn(
        binaries.pgCtl,
        ['-D', folder, '-l', logFile, '-o', options, '-w', '-t', String(startMilliseconds / 1000), 'start'],
        { ...spawnOptions(launcher, null), stdio: ['ignore', said, said], windowsHide: true },
      );
      child.once('error', reject);
      child.once('exit', resolve);
    });
  } finally {
    closeSync(said);
  }
  const file = readPostmasterFile(folder);
  if (code === 0 && file?.ready) return { pid: file.pid, host: '127.0.0.1', port: file.port };
  throw postgresDidNotStart(logFile, `${hintFor(code)}${tailOf(saidFile)} ${tailOf(logFile)}`);
}

export async function stopOnWindows({ launcher, binaries, folder, user }: Cluster): Promise<void> {
  const { code, output } = await run(
    launcher,
    binaries.pgCtl,
    ['-D', folder, '-m', 'fast', '-w', 'stop'],
    user,
  );
  if (code !== 0) throw new Error(`pg_ctl could not stop the embedded PostgreSQL: ${output}`);
}

/** What the person at the console can do about an exit code; empty when the program says it itself. */
export const hintFor = (code: number | null): string =>
  code === missingLibrary ? 'Install the Microsoft Visual C++ Redistributable (x64). ' : '';

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
