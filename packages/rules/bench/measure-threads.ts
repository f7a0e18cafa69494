import { loadavg } from 'node:os';
import { compileBatch } from '../src/batch/batch.js';
import { chunksOf, ChunkQueue } from '../src/batch/chunks.js';
import { schemaOf } from '../src/batch/schema.js';
import { ThreadTeam } from '../threads/thread-team.js';
import { digestOf } from './digest.js';
import { median, processorTime } from './measure.js';
import { taskBook } from './task-book.js';
import { taskFacts } from './task-facts.js';

/** Pairs of runs, after the loops are compiled in both threads. */
const [pairs, warmUp] = [11, 3];

/** Milliseconds. */
export type ThreadFigures = {
  readonly count: number;
  readonly group: number;
  /** Wall clock of one thread in memory of its own, and of two in shared memory. */
  readonly one: Spread;
  readonly two: Spread;
  /** Processor time of all threads together: what sharing costs, whatever the neighbours do. */
  readonly oneProcessor: number;
  readonly twoProcessor: number;
  /** How many ran or waited for the processors, on average over the minute before and at the end. */
  readonly load: readonly [number, number];
  readonly digest: string;
  readonly agrees: boolean;
};
type Spread = { readonly median: number; readonly least: number };

/** One thread and two on the same facts, in turns. Wall clock: processor time does not show what a second thread saves. */
export async function measureThreads(count: number, group: number): Promise<ThreadFigures> {
  const before = loadavg()[0] ?? Number.NaN;
  const facts = taskFacts(count, group);
  const plan = compileBatch(taskBook, schemaOf(taskBook, facts, { largestCohort: group }));
  const [alone, shared] = [plan.bind(facts), plan.bind(facts, 'among-threads')];
  const team = new ThreadTeam(1);
  const [ones, twos]: [Timed[], Timed[]] = [[], []];
  try {
    team.join(shared, new ChunkQueue(chunksOf(shared.order.cohorts)));
    for (let pair = 0; pair < warmUp + pairs; pair += 1) {
      ones.push(await timed(() => alone.run()));
      twos.push(await timed(() => team.run()));
    }
  } finally {
    await team.close();
  }
  const [one, two] = [ones.slice(warmUp), twos.slice(warmUp)];
  const digests = [alone, shared].map(digestOf);
  return {
    count,
    group,
    one: spread(one),
    two: spread(two),
    oneProcessor: median(one.map(({ processor }) => processor)),
    twoProcessor: median(two.map(({ processor }) => processor)),
    load: [before, loadavg()[0] ?? Number.NaN],
    digest: digests[0] ?? '',
    agrees: digests[0] === digests[1],
  };
}

const spread = (runs: readonly Timed[]): Spread => {
  const walls = runs.map(({ wall }) => wall);
  return { median: median(walls), least: Math.min(...walls) };
};

type Timed = { readonly wall: number; readonly processor: number };

async function timed(work: () => void | Promise<void>): Promise<Timed> {
  const [wall, processor] = [performance.now(), processorTime()];
  await work();
  return { wall: performance.now() - wall, processor: processorTime() - processor };
}
