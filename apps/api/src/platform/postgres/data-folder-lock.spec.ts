import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from './data-folder-lock.js';
import { identify } from './process-identity.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'heng-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const held = (holder: object) =>
  writeFileSync(join(folder, 'heng.lock.7'), JSON.stringify({ released: false, ...holder }));
const refused = expect.objectContaining({ code: 'INSTANCE_ALREADY_RUNNING' }) as Error;

/** Jest's `toThrow` takes no asymmetric matcher of an error's code. */
function failureOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

it('is held until it is released', () => {
  const lock = lockDataFolder(folder);
  expect(failureOf(() => lockDataFolder(folder))).toEqual(refused);
  lock.release();
  lockDataFolder(folder).release();
  expect(readdirSync(folder)).toHaveLength(1);
});

it('is not taken from a live holder', () => {
  held(identify(process.ppid));
  expect(failureOf(() => lockDataFolder(folder))).toEqual(refused);
});

it('is taken over from a process that ended', async () => {
  const child = spawn(process.execPath, ['-e', '0']);
  const identity = identify(child.pid ?? 0);
  await once(child, 'exit');
  held(identity);
  expect(failureOf(() => lockDataFolder(folder))).toBeNull();
});

it('is taken over when another process has the pid by now', () => {
  held({ ...identify(process.ppid), startedAt: 'another start' });
  expect(failureOf(() => lockDataFolder(folder))).toBeNull();
});

it('is taken over when a power cut emptied it', () => {
  writeFileSync(join(folder, 'heng.lock.7'), '');
  expect(failureOf(() => lockDataFolder(folder))).toBeNull();
});

it('is refused when it cannot be told who holds it', () => {
  // A folder in the file's place: reading it fails for every account, root too.
  mkdirSync(join(folder, 'heng.lock.7'));
  expect(failureOf(() => lockDataFolder(folder))).toMatchObject({ code: 'EISDIR' });
});
