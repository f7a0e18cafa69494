import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makePrivateFolder } from './data-folder.js';
import { syncFolder, writePrivate } from './durable-files.js';
import { run, type Launcher } from './launcher.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { ServerUser } from './server-user.js';
import { hintFor } from './windows-server.js';
import { systemErrorCode } from './system-error-code.js';
import { dataFolderOtherVersion, postgresDidNotStart } from './startup-errors.js';

export type Cluster = {
  readonly launcher: Launcher;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
  /** Folder of the database's files. */
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
};

export const clusterUser = 'app_owner';

/**
 * Makes the database's files on the first start. They are made beside their place and moved there whole, so a start that
 * is killed leaves nothing half-made.
 * @returns whether they were made now
 */
export async function initializeCluster(cluster: Cluster): Promise<boolean> {
  const { launcher, binaries, user, folder, logFile, password } = cluster;
  const version = join(folder, 'PG_VERSION');
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim();
    if (found !== binaries.major) throw dataFolderOtherVersion(folder, found, binaries.major);
    return false;
  }
  removeLeftovers(folder);
  // A name of its own: the initdb of a start that was killed may live on for a moment and write into its folder.
  const making = `${folder}.init-${randomBytes(4).toString('hex')}`;
  makePrivateFolder(making, user);
  const passwordFile = `${making}.password`;
  writePrivate(passwordFile, password);
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const { code, output } = await run(
      launcher,
      binaries.initdb,
      ['-D', making, '-U', clusterUser, `--pwfile=${passwordFile}`, ...initdbOptions],
      user,
    );
    if (code !== 0) throw postgresDidNotStart(logFile, `${hintFor(code)}${output}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, folder);
  syncFolder(dirname(folder));
  return true;
}

const initdbOptions = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=und',
  '--data-checksums',
];

/** What killed first starts left. One whose initdb still writes may resist; the next start removes it. */
function removeLeftovers(folder: string): void {
  const prefix = `${basename(folder)}.init-`;
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix)) continue;
    try {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOTEMPTY') throw error;
    }
  }
}
