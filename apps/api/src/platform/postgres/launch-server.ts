import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './initialize-cluster.js';
import { spawnOptions } from './launcher.js';
import { stopOnWindows } from './windows-server.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isRunning } from './process-identity.js';
import { allSettings, startMilliseconds } from './server-settings.js';
import { lengthOf, tailOf } from './server-log.js';
import { postgresDidNotStart } from './startup-errors.js';

export type RunningPostgres = { readonly pid: number; readonly host: string; readonly port: number };

const pollMilliseconds = 25;
const stopMilliseconds = 60_000;

/** Starts the server and waits until it takes connections. @throws StartupError POSTGRES_DID_NOT_START with the log's end */
export async function launchServer(
  cluster: Cluster,
  socketFolder: string,
  settings: Readonly<Record<string, string>>,
): Promise<RunningPostgres> {
  const { folder, logFile } = cluster;
  // The backends of a server that was killed a moment ago may hold its shared memory a little longer.
  const deadline = Date.now() + 15_000;
  for (;;) {
    const logged = lengthOf(logFile);
    const child = launchOnce(cluster, [
      ...['-D', folder, '-k', socketFolder, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700'],
      ...allSettings(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const running = await untilReady(cluster, child);
    if (running) return running;
    const tail = tailOf(logFile, logged);
    if (!/shared memory block|postmaster\.pid" already exists/.test(tail) || Date.now() > deadline)
      throw postgresDidNotStart(logFile, tail);
    await pause(200);
  }
}

/** Stops it the fast way: running statements are rolled back, everything committed is on disk. */
export async function stopServer(cluster: Cluster, { pid }: RunningPostgres): Promise<void> {
  if (cluster.launcher.machine.platform === 'win32') return stopOnWindows(cluster);
  // One that died meanwhile leaves its pid to others.
  if (!isRunning(pid) || readPostmasterFile(cluster.folder)?.pid !== pid) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopMilliseconds;
  while (isRunning(pid)) {
    if (Date.now() > deadline)
      throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop; see ${cluster.logFile}.`);
    await pause(pollMilliseconds);
  }
}

function launchOnce({ launcher, binaries, user, logFile }: Cluster, args: readonly string[]): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = launcher.spawn(binaries.postgres, args, {
      ...spawnOptions(launcher, user),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** @returns null when the server ended instead */
async function untilReady(cluster: Cluster, child: ChildProcess): Promise<RunningPostgres | null> {
  let ended: Error | 'exit' | null = null;
  child.once('exit', () => (ended = 'exit'));
  child.once('error', (error) => (ended = error));
  const deadline = Date.now() + startMilliseconds;
  while (Date.now() < deadline) {
    const file = readPostmasterFile(cluster.folder);
    if (file?.ready && file.pid === child.pid)
      return { pid: file.pid, host: file.socketFolder, port: file.port };
    // Assigned in a callback, which the compiler does not follow.
    const end = ended as Error | 'exit' | null;
    if (end instanceof Error) throw postgresDidNotStart(cluster.logFile, end.message, end);
    if (end) return null;
    await pause(pollMilliseconds);
  }
  child.kill('SIGINT');
  throw postgresDidNotStart(cluster.logFile, tailOf(cluster.logFile));
}
