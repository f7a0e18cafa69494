import { parentPort, workerData } from 'node:worker_threads';
import { runReadingTask, type ReadingTask } from './reading-tasks.js';

/** What a worker is started with: one task on one file. */
export type ReadingWorkerData = {
  readonly task: ReadingTask;
  readonly bytes: Uint8Array;
  readonly needs: never;
};

const { task, bytes, needs } = workerData as ReadingWorkerData;
parentPort?.postMessage(await runReadingTask(task, bytes, needs));
