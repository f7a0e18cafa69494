import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isSameProcess, type ProcessIdentity } from './process-identity.js';
import { instanceAlreadyRunning } from './startup-errors.js';
import { systemErrorCode } from './system-error-code.js';

export type DataFolderLock = { release(): void };
type Holder = ProcessIdentity & { readonly released: boolean };

const prefix = 'heng.lock.';

/**
 * Makes this process the only Heng on the folder.
 *
 * The lock is the file `heng.lock.<n>` with the highest n. It is never taken away from a live holder: a stale one is
 * succeeded by creating n + 1, which the file system grants to one of several racing starts only. The highest file is
 * never removed, so that a slow starter cannot mistake an old number for a new one.
 *
 * @throws StartupError INSTANCE_ALREADY_RUNNING while the holder runs (same pid and same start time)
 */
export function lockDataFolder(folder: string): DataFolderLock {
  for (;;) {
    const highest = highestOf(folder);
    const holder = highest === 0 ? null : holderOf(folder, highest);
    if (holder === 'gone') continue;
    if (holder && !holder.released && isSameProcess(holder)) throw instanceAlreadyRunning(folder, holder.pid);
    const mine = highest + 1;
    if (!claim(folder, mine)) continue;
    if (highestOf(folder) !== mine) {
      rmSync(fileOf(folder, mine), { force: true });
      continue;
    }
    for (const older of numbersOf(folder)) if (older < mine) rmSync(fileOf(folder, older), { force: true });
    return { release: () => put(folder, mine, { ...identify(process.pid), released: true }, renameSync) };
  }
}

const fileOf = (folder: string, n: number) => join(folder, `${prefix}${n}`);

const numbersOf = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => {
    const found = /^heng\.lock\.(\d+)$/.exec(name);
    return found ? [Number(found[1])] : [];
  });

const highestOf = (folder: string) => Math.max(0, ...numbersOf(folder));

function claim(folder: string, n: number): boolean {
  try {
    put(folder, n, { ...identify(process.pid), released: false }, linkSync);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Written aside first, so that nobody ever reads half a holder. */
function put(folder: string, n: number, holder: Holder, place: (from: string, to: string) => void): void {
  const aside = join(folder, `.lock-${randomBytes(8).toString('hex')}`);
  writeFileSync(aside, JSON.stringify(holder));
  // Readable by all: another account that cannot read who holds the folder would have to guess.
  chmodSync(aside, 0o644);
  try {
    place(aside, fileOf(folder, n));
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @returns `gone` when a successor removed it just now; null when a power cut emptied it, so that nobody that runs wrote it
 * @throws when it may not be read: it could be held by somebody who runs
 */
function holderOf(folder: string, n: number): Holder | 'gone' | null {
  let text: string;
  try {
    text = readFileSync(fileOf(folder, n), 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return 'gone';
    throw error;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}
