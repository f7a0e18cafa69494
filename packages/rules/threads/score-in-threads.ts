import type { Batch, BatchPlan } from '../src/batch/batch.js';
import { chunksOf, ChunkQueue } from '../src/batch/chunks.js';
import type { BatchFacts } from '../src/batch/columns.js';
import { ThreadTeam } from './thread-team.js';

export type ThreadOptions = {
  /** Threads that work, the calling one among them. */
  readonly threads: number;
  /** With fewer units starting a thread takes longer than it saves. */
  readonly leastUnits?: number;
  /** The compiled `thread.js`, where it does not stand beside this file. */
  readonly thread?: URL;
};

/**
 * Binds a plan to facts and works everything out with several threads: the same bytes as `plan.bind(facts)` and `run()`. The other threads
 * start while this one binds. Few units, one cohort, or a book that looks at all units at once are left to this thread.
 *
 * @returns the batch, worked out; edits and explanations are this thread's own
 * @throws what a thread threw, after all threads have ended
 */
export async function scoreInThreads(
  plan: BatchPlan,
  facts: BatchFacts,
  { threads, leastUnits = 20_000, thread }: ThreadOptions,
): Promise<Batch> {
  if (threads < 2 || facts.count < leastUnits) return scoreAlone(plan.bind(facts));
  const team = new ThreadTeam(threads - 1, thread);
  try {
    const batch = plan.bind(facts, 'among-threads');
    const queue = new ChunkQueue(chunksOf(batch.order.cohorts));
    if (batch.whole() !== null || queue.chunks.length <= 2) return scoreAlone(batch);
    team.join(batch, queue);
    await team.run();
    return batch;
  } finally {
    await team.close();
  }
}

function scoreAlone(batch: Batch): Batch {
  batch.run();
  return batch;
}
