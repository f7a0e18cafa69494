import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeOpenFolder } from './copy-programs.js';
import { writePrivate } from './durable-files.js';
import { canReach, type ServerUser } from './server-user.js';
import { dataFolderNotWritable } from './startup-errors.js';

/** Makes the folder if need be. @throws StartupError DATA_FOLDER_NOT_WRITABLE */
export function openDataFolder(dataDir: string, uid: number | undefined): string {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      // As root the database's account must pass through it; nobody may list it, and all inside is 0600 or 0700.
      chmodSync(dataDir, uid === 0 ? 0o711 : 0o700);
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw dataFolderNotWritable(dataDir, error);
  }
}

/**
 * The folder of the database's own files: `<folder>/postgres`, or, when root keeps its data where the database's account
 * cannot go (such as under /root), a folder below the system folder that `<folder>/postgres-folder` names from then on.
 */
export function clusterFolder(
  folder: string,
  user: ServerUser,
  { systemFolder, log }: { readonly systemFolder: string; readonly log: { info(sentence: string): void } },
): string {
  const inside = join(folder, 'postgres');
  const pointer = join(folder, 'postgres-folder');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  if (existsSync(join(inside, 'PG_VERSION')) || user === null || canReach(user, folder)) return inside;
  makeOpenFolder(systemFolder);
  // A fresh name, not one made from the path: a data folder that was removed must not find its old database again.
  const elsewhere = join(systemFolder, `data-${randomBytes(6).toString('hex')}`);
  makeOpenFolder(elsewhere);
  const cluster = join(elsewhere, 'postgres');
  writePrivate(pointer, `${cluster}\n`);
  log.info(
    `数据库以 ${user.name} 身份运行，进不了 ${folder}，数据库文件改放在 ${cluster}。 The database runs as ${user.name}, who cannot enter ${folder}; its files are kept in ${cluster}.`,
  );
  return cluster;
}

/** Root started on somebody else's data: whoever owns the files must run the server. */
export function ownerOf(cluster: string, user: ServerUser): ServerUser {
  if (!user || !existsSync(cluster)) return user;
  const { uid, gid } = statSync(cluster);
  return uid === 0 || uid === user.uid ? user : { name: `uid ${uid}`, uid, gid };
}

/** The server's password, made on the first start: 24 random bytes, readable by its owner only. */
export function openSecret(folder: string): string {
  const file = join(folder, 'postgres-password');
  if (!existsSync(file)) writePrivate(file, randomBytes(24).toString('base64url'));
  return readFileSync(file, 'utf8').trim();
}

/** An empty private folder of the database's account. */
export function makePrivateFolder(path: string, user: ServerUser): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  if (user) chownSync(path, user.uid, user.gid);
}
