import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { ServerUser } from './server-user.js';
import { thisMachine, type Machine } from './postgres-binaries.js';

/** What the supervisor needs of the operating system; tests put a fake one in. */
export type Launcher = {
  readonly machine: Machine;
  readonly uid: number | undefined;
  readonly temporaryFolder: string;
  /** Where root puts what the database's account cannot reach otherwise. */
  readonly systemFolder: string;
  readonly spawn: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
};

export const thisLauncher = (): Launcher => ({
  machine: thisMachine(),
  uid: process.getuid?.(),
  temporaryFolder: tmpdir(),
  systemFolder: '/var/lib/heng',
  spawn,
});

/** Never the caller's locale, PGDATA or PGPORT; the working folder must be one the database's account can enter. */
export function spawnOptions({ machine }: Launcher, user: ServerUser): SpawnOptions {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/i.test(name));
  return {
    env:
      machine.platform === 'win32'
        ? Object.fromEntries(kept)
        : { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(machine.platform === 'win32' ? {} : { cwd: '/' }),
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  };
}

/** Runs a program to its end. @returns its exit code (null after a signal) and all it printed */
export function run(
  launcher: Launcher,
  command: string,
  args: readonly string[],
  user: ServerUser,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = launcher.spawn(command, args, {
      ...spawnOptions(launcher, user),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
