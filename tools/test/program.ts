import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from '../src/data-place.js';

export type Program = {
  readonly child: ChildProcess;
  /** All it has printed so far, both channels. */
  readonly printed: () => string;
  /** Waits until it has printed this. @throws Error with what it printed when it ends before */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
};

/** Runs the built program in a process of its own, as a person would. */
export function run(
  args: readonly string[],
  options: { uid?: number; env?: Record<string, string> } = {},
): Program {
  const { NODE_OPTIONS: _, HENG_DATA: __, DATABASE_URL: ___, PORT: ____, ...inherited } = process.env;
  const child = spawn(process.execPath, [...args], {
    cwd: repositoryFolder,
    env: { ...inherited, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  let text = '';
  const listeners = new Set<() => void>();
  const heard = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    printed: () => text,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (match) resolve(match);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without saying ${pattern}:\n${text}`)));
      }),
  };
}

export const startProgram = join('tools', 'dist', 'start-main.js');

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Runs the work with a folder that is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'heng-start-'));
  // Else root's database, which runs as another account, would keep its files outside and leave them there.
  chmodSync(folder, 0o711);
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
