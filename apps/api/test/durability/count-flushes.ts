import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/postgres/index.js';
import { wantedServer } from '../test-server.js';
import { processTree } from './process-tree.js';

/** @throws Error without strace: a proof that silently does not run is worse than none */
export function requireStrace(): void {
  if (spawnSync('strace', ['-V']).status !== 0)
    throw new Error('strace is missing: the flushes cannot be counted. Install it (apt-get install strace).');
}

/**
 * Counts the calls of fsync and fdatasync in all processes of a server while one connection commits.
 * @param folder an empty folder that the database's account may pass through
 * @param settings of the server, over the supervisor's; the control switches `fsync` off
 */
export async function countFlushes(
  folder: string,
  commits: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  const log = { info: () => undefined };
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    log,
    settings,
    ...wantedServer(),
  });
  try {
    const client = new pg.Client(server.connection);
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS entry (id int)');
    await client.query('CHECKPOINT');
    const trace = await attach(server.pid, join(folder, 'trace'));
    for (let n = 0; n < commits; n++) await client.query('INSERT INTO entry VALUES ($1)', [n]);
    const calls = await trace.end();
    await client.end();
    return calls;
  } finally {
    await server.stop();
  }
}

async function attach(serverPid: number, output: string) {
  const pids = processTree(serverPid);
  const strace = spawn(
    'strace',
    ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', output, ...pids.flatMap((pid) => ['-p', String(pid)])],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  strace.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exited = once(strace, 'exit');
  while (!pids.every(isTraced)) {
    if (strace.exitCode !== null) throw new Error(`strace could not attach to the server: ${said}`);
    await pause(20);
  }
  return {
    async end(): Promise<number> {
      strace.kill('SIGINT');
      await exited;
      // A call that another process interrupts takes two lines; only the first has the bracket.
      return (readFileSync(output, 'utf8').match(/\b(fsync|fdatasync)\(/g) ?? []).length;
    },
  };
}

const isTraced = (pid: number) => !/^TracerPid:\s*0$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
