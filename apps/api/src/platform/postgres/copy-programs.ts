import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './durable-files.js';

/**
 * Copies the package's programs to `place`, once per version. Everybody may run the copy and nobody but its owner may
 * change it, whatever the umask. It appears whole: neither a killed start nor a power cut leaves half of it there.
 * @param place its parent is made when missing
 * @returns place
 */
export function copyPrograms(root: string, place: string): string {
  if (existsSync(place)) return place;
  const parent = join(place, '..');
  makeOpenFolder(parent);
  const aside = mkdtempSync(`${place}.copy-`);
  try {
    copyTree(join(root, 'native'), join(aside, 'native'));
    chmodSync(aside, 0o755);
    renameSync(aside, place);
    syncFolder(parent);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another start was faster.
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** A folder others may pass through but not list; one that exists keeps its mode. */
export function makeOpenFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o711);
}

function copyTree(from: string, to: string): void {
  const status = lstatSync(from);
  if (status.isSymbolicLink()) return symlinkSync(readlinkSync(from), to);
  if (status.isDirectory()) {
    mkdirSync(to);
    for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
    return chmodSync(to, 0o755);
  }
  copyFileSync(from, to);
  chmodSync(to, status.mode & 0o100 ? 0o755 : 0o644);
  const handle = openSync(to, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
