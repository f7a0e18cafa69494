import { join } from 'node:path';
import { adoptServer } from './adopt-server.js';
import { clusterFolder, openDataFolder, openSecret, ownerOf } from './data-folder.js';
import { lockDataFolder } from './data-folder-lock.js';
import { clusterUser, initializeCluster, type Cluster } from './initialize-cluster.js';
import { thisLauncher, type Launcher } from './launcher.js';
import { launchOnWindows } from './windows-server.js';
import { launchServer, stopServer, type RunningPostgres } from './launch-server.js';
import { findPackage, prepareBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { hasOtherClients } from './server-clients.js';
import { rotateLog } from './server-log.js';
import { dataFolderNotWritable } from './startup-errors.js';
import { systemErrorCode } from './system-error-code.js';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.js';
import { serverUser } from './server-user.js';
import { StartupError } from './startup-error.js';

export type PostgresConnection = {
  /** Folder of the unix socket; 127.0.0.1 on Windows. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

export type EmbeddedPostgres = {
  readonly connection: PostgresConnection;
  /** The server outlived an earlier Heng and was taken over. */
  readonly adopted: boolean;
  readonly pid: number;
  /** Stops the server (an adopted one only when nobody else uses it) and frees the data folder. Call it after the pool is closed. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Heng's data folder; made when missing. Everything inside belongs to Heng. */
  readonly dataDir: string;
  readonly log: { info(sentence: string): void };
  /** Server settings on top of ours, for measurements. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly launcher?: Launcher;
  /** Another PostgreSQL's programs instead of the packaged ones, for tests on the oldest supported version. */
  readonly binaries?: PostgresBinaries;
};

/**
 * Starts the PostgreSQL that comes with Heng, or takes over the one that a killed Heng left running.
 * @throws StartupError PLATFORM_WITHOUT_BINARIES, DATA_FOLDER_NOT_WRITABLE, INSTANCE_ALREADY_RUNNING,
 *   DATA_FOLDER_OTHER_VERSION or POSTGRES_DID_NOT_START; nothing of ours is left running or locked then
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { launcher = thisLauncher(), log, settings = {} } = options;
  const onWindows = launcher.machine.platform === 'win32';
  const account = onWindows ? null : serverUser(launcher.uid);
  const programs = options.binaries ?? findPackage(launcher.machine);
  const dataDir = openDataFolder(options.dataDir, launcher.uid);
  const lock = naming(dataDir, () => lockDataFolder(dataDir));
  try {
    const folder = clusterFolder(dataDir, account, { systemFolder: launcher.systemFolder, log });
    const user = ownerOf(folder, account);
    const logFile = join(dataDir, 'postgres.log');
    const binaries =
      typeof programs === 'string'
        ? prepareBinaries(programs, launcher.machine, user, account ? launcher.systemFolder : dataDir)
        : programs;
    const cluster: Cluster = { launcher, binaries, user, folder, logFile, password: openSecret(dataDir) };
    const found = await adoptServer(cluster);
    const running = found ?? (await startNew(cluster, settings));
    const connection: PostgresConnection = {
      host: running.host,
      port: running.port,
      user: clusterUser,
      password: cluster.password,
      database: 'postgres',
    };
    let stopping: Promise<void> | null = null;
    const stop = async () => {
      if (found === null || !(await hasOtherClients(connection))) {
        await stopServer(cluster, running);
        removeSocketFolder(running.host);
      }
      lock.release();
    };
    return {
      connection,
      adopted: found !== null,
      pid: running.pid,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    lock.release();
    throw asStartupError(dataDir, error);
  }
}

/** Permissions and full disks show up at any file; the person at the console needs the folder's name either way. */
function asStartupError(dataDir: string, error: unknown): unknown {
  const code = error instanceof StartupError ? null : systemErrorCode(error);
  return code !== null && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)
    ? dataFolderNotWritable(dataDir, error)
    : error;
}

function naming<T>(dataDir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStartupError(dataDir, error);
  }
}

async function startNew(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<RunningPostgres> {
  rotateLog(cluster.logFile);
  await initializeCluster(cluster);
  if (cluster.launcher.machine.platform === 'win32') return launchOnWindows(cluster, settings);
  const socketFolder = makeSocketFolder(cluster.launcher, cluster.user);
  try {
    return await launchServer(cluster, socketFolder, settings);
  } catch (error) {
    removeSocketFolder(socketFolder);
    throw error;
  }
}
