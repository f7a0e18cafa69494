import { register } from 'node:module';
import { parseArgs } from 'node:util';

register('../typescript-loader.mjs', import.meta.url);
const { countFlushes, requireStrace } = await import('./count-flushes.ts');
const { killRounds } = await import('./kill-rounds.ts');
const { inScratchFolder } = await import('./scratch-folder.ts');

/** The long form of the durability proofs: `node apps/api/test/durability/run.mjs --rounds 20`. Exits with 1 when one fails. */
const { rounds: wanted } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } }).values;
const rounds = Number(wanted);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds ${wanted}: a whole number from 1 is needed.`);
  process.exit(2);
}
try {
  requireStrace();
} catch (error) {
  console.error(`\n${'='.repeat(78)}\n${error.message}\n${'='.repeat(78)}\n`);
  process.exit(1);
}

const table = [];
const kills = [
  ['kill -9 of Node only', 'node', 'after'],
  ['kill -9 of the whole tree', 'tree', 'after'],
  ['control: acknowledged before commit, Node', 'node', 'before'],
  ['control: acknowledged before commit, tree', 'tree', 'before'],
];
for (const [proof, kill, acknowledge] of kills) {
  const { slowestStartMilliseconds, ...found } = await inScratchFolder((folder) =>
    killRounds({ kill, acknowledge, rounds, folder }),
  );
  const { lost, torn, adopted } = found;
  const holds =
    torn === 0 &&
    adopted === (kill === 'node' ? rounds : 0) &&
    (acknowledge === 'after' ? lost === 0 : lost > 0);
  table.push({
    proof,
    rounds,
    ...found,
    'slowest start, s': (slowestStartMilliseconds / 1000).toFixed(2),
    holds: holds ? 'yes' : 'NO',
  });
}

const commits = 10;
const flushes = [
  ['flushes in 10 commits', {}, (calls) => calls >= commits],
  ['control: fsync = off', { fsync: 'off' }, (calls) => calls === 0],
];
const flushTable = [];
for (const [proof, settings, isRight] of flushes) {
  const calls = await inScratchFolder((folder) => countFlushes(folder, commits, settings));
  flushTable.push({ proof, commits, calls, holds: isRight(calls) ? 'yes' : 'NO' });
}

console.table(table);
console.table(flushTable);
process.exit([...table, ...flushTable].every(({ holds }) => holds === 'yes') ? 0 : 1);
