import { parentPort } from 'node:worker_threads';
import type { Batch } from '../src/batch/batch.js';
import { ChunkQueue } from '../src/batch/chunks.js';
import { joinBatch } from '../src/batch/join-batch.js';
import type { SharedBatch } from '../src/batch/shared-batch.js';

/** What a thread is asked to do. It answers a run with `done`; an error ends it, and reaches the thread that started it. */
export type ThreadTask =
  | {
      readonly kind: 'join';
      readonly shared: SharedBatch;
      readonly chunks: Int32Array;
      readonly counter: Int32Array;
    }
  | { readonly kind: 'run' };

let joined: { readonly batch: Batch; readonly queue: ChunkQueue } | null = null;

parentPort?.on('message', (task: ThreadTask) => {
  if (task.kind === 'join') {
    joined = { batch: joinBatch(task.shared), queue: new ChunkQueue(task.chunks, task.counter) };
    return;
  }
  if (joined === null) throw new Error('This thread has joined no batch.');
  const { batch, queue } = joined;
  batch.forget();
  for (let chunk = queue.next(); chunk !== null; chunk = queue.next()) {
    batch.runCohorts(chunk.first, chunk.last);
  }
  parentPort?.postMessage('done');
});
