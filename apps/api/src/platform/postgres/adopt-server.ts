import { readlinkSync, rmSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clusterUser, type Cluster } from './initialize-cluster.js';
import type { RunningPostgres } from './launch-server.js';
import { readPostmasterFile, type PostmasterFile } from './postmaster-file.js';
import { isRunning } from './process-identity.js';
import { removeSocketFolder } from './socket-folder.js';
import { ask } from './server-clients.js';
import { postgresDidNotStart } from './startup-errors.js';
import { systemErrorCode } from './system-error-code.js';

/**
 * Takes over the server that an earlier Heng left running on the same files.
 * @returns null when none runs; the file a dead one left is removed then
 * @throws StartupError POSTGRES_DID_NOT_START when a live server on our files does not accept our password
 */
export async function adoptServer(cluster: Cluster): Promise<RunningPostgres | null> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const file = readPostmasterFile(cluster.folder);
    if (!file || !isRunning(file.pid) || isSomebodyElse(file.pid, cluster)) return forget(cluster, file);
    const running = {
      pid: file.pid,
      host: cluster.launcher.machine.platform === 'win32' ? '127.0.0.1' : file.socketFolder,
      port: file.port,
    };
    if (file.ready && (await answersAsOurs(cluster, running))) return running;
    if (predatesBoot(file)) return forget(cluster, file);
    if (Date.now() > deadline)
      throw postgresDidNotStart(cluster.logFile, `process ${file.pid} neither serves nor ends`);
    await pause(50);
  }
}

function forget({ folder }: Cluster, file: PostmasterFile | null): null {
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  if (file) removeSocketFolder(file.socketFolder);
  return null;
}

/** @returns false while it shuts down or when it is just gone. @throws when waiting would not help */
async function answersAsOurs({ folder, logFile, password }: Cluster, running: RunningPostgres) {
  const { pid, host, port } = running;
  try {
    const connection = { host, port, user: clusterUser, password, database: 'postgres' };
    const [row] = await ask<{ folder: string }>(
      connection,
      `SELECT current_setting('data_directory') AS folder`,
    );
    if (row?.folder === folder) return true;
    throw new Error(`The server at ${host} keeps its files in ${row?.folder}.`);
  } catch (error) {
    if (!isRunning(pid) || isPassing(error)) return false;
    throw postgresDidNotStart(logFile, String(error), error);
  }
}

/** A pid in the file of a server long dead may belong to any program by now. Linux tells: a server works in its own files. */
function isSomebodyElse(pid: number, { folder, launcher, user }: Cluster): boolean {
  if (process.platform !== 'linux') return false;
  try {
    if (statSync(`/proc/${pid}`).uid !== (user?.uid ?? launcher.uid)) return true;
    return readlinkSync(`/proc/${pid}/cwd`) !== folder;
  } catch {
    return false;
  }
}

/** The same for the other systems, asked only of a server that does not answer: nothing written before this boot runs. */
function predatesBoot({ startedAt }: PostmasterFile): boolean {
  const minute = 60;
  return startedAt > 0 && startedAt < Date.now() / 1000 - uptime() - minute;
}

/** Shutting down (57P03), or the socket is already gone. */
function isPassing(error: unknown): boolean {
  const code = systemErrorCode(error);
  return code !== null && ['57P03', '57P01', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET'].includes(code);
}
