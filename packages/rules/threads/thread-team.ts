import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Batch } from '../src/batch/batch.js';
import type { ChunkQueue } from '../src/batch/chunks.js';
import type { ThreadTask } from './thread.js';

const besideThisFile = new URL('./thread.js', import.meta.url);

/** Threads that work on the cohorts of one batch together with the thread that asks them to. */
export class ThreadTeam {
  private readonly helpers: readonly Helper[];
  private joined: { readonly batch: Batch; readonly queue: ChunkQueue } | null = null;

  /** The threads load their program while the caller goes on. */
  constructor(helpers: number, thread: URL = besideThisFile) {
    this.helpers = Array.from({ length: helpers }, () => new Helper(thread));
  }

  /** Hands the batch to the threads. What is edited later in columns of numbers they see; facts that are kept in words they have copied. */
  join(batch: Batch, queue: ChunkQueue): void {
    const { chunks, counter } = queue;
    const shared = batch.share();
    for (const helper of this.helpers) {
      helper.post({ kind: 'join', shared, chunks, counter });
      // Whoever is at work need not finish what nobody will use.
      helper.failed.catch(() => queue.stop());
    }
    this.joined = { batch, queue };
  }

  /**
   * Works everything out. When it returns or throws, no thread is at work.
   * @throws the first error of any thread
   */
  async run(): Promise<void> {
    if (this.joined === null) throw new Error('Let the threads join a batch first.');
    const { batch, queue } = this.joined;
    queue.rewind();
    batch.forget();
    const parts = [
      ...this.helpers.map((helper) => helper.run()),
      takeChunks(batch, queue).catch((error: unknown) => {
        queue.stop();
        throw error;
      }),
    ];
    for (const part of await Promise.allSettled(parts)) if (part.status === 'rejected') throw part.reason;
    batch.finish();
  }

  /** Ends the threads, at work or not. */
  async close(): Promise<void> {
    await Promise.all(this.helpers.map((helper) => helper.end()));
  }
}

/** Between two chunks the event loop has its turn: a server answers, and the failure of another thread is noticed. */
async function takeChunks(batch: Batch, queue: ChunkQueue): Promise<void> {
  for (let chunk = queue.next(); chunk !== null; chunk = queue.next()) {
    batch.runCohorts(chunk.first, chunk.last);
    await setImmediate();
  }
}

/** One other thread. */
class Helper {
  private readonly worker: Worker;
  /** Rejects when the thread throws or ends before it was told to. */
  readonly failed: Promise<never>;

  constructor(thread: URL) {
    this.worker = new Worker(thread);
    this.failed = new Promise((_, reject) => {
      this.worker.once('error', reject);
      this.worker.once('exit', (code) =>
        reject(new Error(`A thread ended with code ${code} before its work was done. Run the batch again.`)),
      );
    });
    // Told by run(); a thread that ends afterwards is no failure.
    this.failed.catch(() => undefined);
  }

  post(task: ThreadTask): void {
    this.worker.postMessage(task);
  }

  async run(): Promise<void> {
    const done = new Promise((resolve) => this.worker.once('message', resolve));
    this.post({ kind: 'run' });
    await Promise.race([done, this.failed]);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
