import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/postgres/index.js';
import { wantedServer } from '../test-server.js';
import { processTree } from './process-tree.js';

export type KillRounds = {
  /** Of Node only, whose server lives on; or of Node, the server and everything it has started. */
  readonly kill: 'node' | 'tree';
  readonly rounds: number;
  /** `before` is the control. */
  readonly acknowledge: 'after' | 'before';
  /** An empty folder that the database's account may pass through. */
  readonly folder: string;
};

export type KillOutcome = {
  readonly acknowledged: number;
  /** Acknowledged, yet not there. */
  readonly lost: number;
  /** Transactions of which only a half is there. */
  readonly torn: number;
  /** Rounds after which the server was found alive and taken over. */
  readonly adopted: number;
  readonly slowestStartMilliseconds: number;
};

const enoughAcknowledgements = 30;

/** Lets a writer write, kills it at some moment, opens the data again and looks for every id it ever acknowledged. */
export async function killRounds({ kill, rounds, acknowledge, folder }: KillRounds): Promise<KillOutcome> {
  const dataDir = join(folder, 'data');
  const acknowledgements = join(folder, 'acknowledged');
  let outcome: KillOutcome = { acknowledged: 0, lost: 0, torn: 0, adopted: 0, slowestStartMilliseconds: 0 };
  for (let round = 0; round < rounds; round++) {
    await writeAndKill(kill, dataDir, acknowledgements, acknowledge);
    const begun = performance.now();
    const server = await startEmbeddedPostgres({
      dataDir,
      log: { info: () => undefined },
      ...wantedServer(),
    });
    const startMilliseconds = performance.now() - begun;
    try {
      const ids = idsIn(acknowledgements);
      const { entries, torn } = await readBack(server);
      outcome = {
        acknowledged: ids.length,
        lost: ids.filter((id) => !entries.has(id)).length,
        torn,
        adopted: outcome.adopted + (server.adopted ? 1 : 0),
        slowestStartMilliseconds: Math.max(outcome.slowestStartMilliseconds, startMilliseconds),
      };
    } finally {
      await server.stop();
    }
  }
  return outcome;
}

async function writeAndKill(
  kill: 'node' | 'tree',
  dataDir: string,
  acknowledgements: string,
  moment: 'after' | 'before',
): Promise<void> {
  const before = idsIn(acknowledgements).length;
  const writer = spawn(
    process.execPath,
    [join(import.meta.dirname, 'writer.mjs'), dataDir, acknowledgements, moment],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(writer, 'exit');
  const serverPid = await serverOf(writer);
  while (idsIn(acknowledgements).length < before + enoughAcknowledgements) {
    if (writer.exitCode !== null) throw new Error('The writer ended on its own.');
    await pause(10);
  }
  await pause(Math.random() * 200);
  // Listed before anything dies: orphans lose their parent.
  const victims = kill === 'tree' ? processTree(serverPid) : [];
  writer.kill('SIGKILL');
  for (const pid of victims) killIfThere(pid);
  await exited;
}

async function serverOf(writer: ChildProcess): Promise<number> {
  const line = await new Promise<string>((resolve, reject) => {
    writer.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    writer.once('exit', () => reject(new Error('The writer did not start.')));
  });
  return Number(/^started (\d+)/.exec(line)?.[1]);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It followed its parent already.
  }
}

/** A line without its end was cut by the kill, so nobody was told. */
function idsIn(acknowledgements: string): string[] {
  return existsSync(acknowledgements) ? readFileSync(acknowledgements, 'utf8').split('\n').slice(0, -1) : [];
}

async function readBack({ connection }: EmbeddedPostgres) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const entries = await client.query<{ id: string }>('SELECT id FROM entry');
    const torn = await client.query(
      'SELECT FROM entry FULL JOIN entry_version ON id = entry WHERE id IS NULL OR entry IS NULL',
    );
    return { entries: new Set(entries.rows.map(({ id }) => id)), torn: torn.rows.length };
  } finally {
    await client.end();
  }
}
