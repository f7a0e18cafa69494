import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { taskBook } from '../bench/task-book.js';
import { taskFacts } from '../bench/task-facts.js';
import { transformSources } from '../bench/transform-sources.mjs';
import { compileBatch, type Batch } from '../src/batch/batch.js';
import { chunksOf, ChunkQueue } from '../src/batch/chunks.js';
import { schemaOf } from '../src/batch/schema.js';
import { differences, wipe } from '../test/result-bytes.js';
import { scoreInThreads } from './score-in-threads.js';
import { ThreadTeam } from './thread-team.js';
import type { ThreadTask } from './thread.js';

const build = mkdtempSync(join(tmpdir(), 'heng-threads-'));
const built = (file: string) => pathToFileURL(join(build, ...file.split('/')));
const thread = built('threads/thread.js');

/** A thread that joins as any other, and then fails in its own way when it is to run. */
const failingThread = (name: string, failure: string): URL => {
  writeFileSync(
    built(`threads/${name}.js`),
    `import { threadId } from 'node:worker_threads';
     import { Batch } from '../src/batch/batch.js';
     import './thread.js';
     Batch.prototype.forget = () => { ${failure} };`,
  );
  return built(`threads/${name}.js`);
};

const taskPlan = (count: number, group: number) => {
  const facts = taskFacts(count, group);
  return { facts, plan: compileBatch(taskBook, schemaOf(taskBook, facts, { largestCohort: group })) };
};
const aloneOf = ({ facts, plan }: ReturnType<typeof taskPlan>): Batch => {
  const batch = plan.bind(facts);
  batch.run();
  return batch;
};

beforeAll(() => transformSources(build));
afterAll(() => rmSync(build, { recursive: true, force: true }));

describe('scoring in threads', () => {
  it.each([
    [16, 'small cohorts'],
    [2843, 'cohorts of a county'],
    [10_000, 'cohorts larger than a chunk'],
    [30_000, 'a single cohort, which stays with one thread'],
  ])('[EX1] gives the bytes of one thread, with 1, 2 or 3 threads and cohorts of %i: %s', async (group) => {
    const task = taskPlan(30_000, group);
    const alone = aloneOf(task);
    for (const threads of [1, 2, 3]) {
      const batch = await scoreInThreads(task.plan, task.facts, { threads, thread });
      expect(differences(batch, alone)).toEqual([]);
    }
  });

  it('[EX1] by another thread alone ends in the memory of the one that asked', async () => {
    const task = taskPlan(20_000, 16);
    const batch = task.plan.bind(task.facts, 'among-threads');
    const { chunks, counter } = new ChunkQueue(chunksOf(batch.order.cohorts));
    const worker = new Worker(thread);
    try {
      const answered = new Promise((resolve, reject) => worker.on('message', resolve).on('error', reject));
      const tasks: ThreadTask[] = [{ kind: 'join', shared: batch.share(), chunks, counter }, { kind: 'run' }];
      for (const each of tasks) worker.postMessage(each);
      expect(await answered).toBe('done');
    } finally {
      await worker.terminate();
    }
    batch.finish();
    expect(differences(batch, aloneOf(task))).toEqual([]);
  });

  it('[EX1] gives the same when the team runs again after an edit', async () => {
    const task = taskPlan(30_000, 16);
    const batch = task.plan.bind(task.facts, 'among-threads');
    const alone = aloneOf(task);
    const team = new ThreadTeam(1, thread);
    try {
      team.join(batch, new ChunkQueue(chunksOf(batch.order.cohorts, 500)));
      for (const value of ['3', '60', '0']) {
        for (const each of [batch, alone]) each.set('visits', 29_000, value);
        alone.run();
        wipe(batch);
        await team.run();
        expect(differences(batch, alone)).toEqual([]);
      }
    } finally {
      await team.close();
    }
  });

  it('[EX1] gives the same however the threads happen to meet', async () => {
    const task = taskPlan(30_000, 16);
    const batch = task.plan.bind(task.facts, 'among-threads');
    const alone = aloneOf(task);
    const team = new ThreadTeam(2, thread);
    try {
      team.join(batch, new ChunkQueue(chunksOf(batch.order.cohorts, 500)));
      for (let round = 0; round < 50; round += 1) {
        wipe(batch);
        await team.run();
        expect(differences(batch, alone)).toEqual([]);
      }
    } finally {
      await team.close();
    }
  });

  it('starts no thread for few units, and one for more', async () => {
    const missing = built('threads/no-such-thread.js');
    const scored = (count: number) => {
      const task = taskPlan(count, 16);
      return scoreInThreads(task.plan, task.facts, { threads: 2, thread: missing });
    };
    await expect(scored(19_984)).resolves.toBeDefined();
    await expect(scored(20_000)).rejects.toThrow('no-such-thread');
  });

  it.each([
    [
      'throws',
      `throw new RangeError('a chunk of this thread is broken');`,
      'a chunk of this thread is broken',
    ],
    ['ends', `process.exit(3);`, 'A thread ended with code 3 before its work was done. Run the batch again.'],
  ])('fails as a whole when a thread %s, with its error', async (name, failure, message) => {
    const task = taskPlan(30_000, 16);
    const failing = failingThread(`thread-that-${name}`, failure);
    await expect(scoreInThreads(task.plan, task.facts, { threads: 3, thread: failing })).rejects.toThrow(
      message,
    );
  });

  it('fails as a whole when its own thread throws, and stops the others', async () => {
    const { plan, facts } = taskPlan(30_000, 16);
    const batch = plan.bind(facts, 'among-threads');
    const queue = new ChunkQueue(chunksOf(batch.order.cohorts, 100));
    batch.runCohorts = () => {
      throw new RangeError('a chunk of the calling thread is broken');
    };
    const team = new ThreadTeam(1, thread);
    try {
      team.join(batch, queue);
      await expect(team.run()).rejects.toThrow('a chunk of the calling thread is broken');
      expect(queue.next()).toBeNull();
      expect(Atomics.load(queue.counter, 0)).toBeGreaterThan(queue.chunks.length + 100);
    } finally {
      await team.close();
    }
  });

  it('leaves no thread behind that would keep a program alive, whether it succeeds or fails', async () => {
    writeFileSync(
      built('program.js'),
      `import { taskBook } from './bench/task-book.js';
       import { taskFacts } from './bench/task-facts.js';
       import { compileBatch } from './src/batch/batch.js';
       import { schemaOf } from './src/batch/schema.js';
       import { scoreInThreads } from './threads/score-in-threads.js';
       const facts = taskFacts(20000, 16);
       const plan = compileBatch(taskBook, schemaOf(taskBook, facts, { largestCohort: 16 }));
       await scoreInThreads(plan, facts, { threads: 3 });
       const thread = new URL('./threads/thread-that-fails.js', import.meta.url);
       await scoreInThreads(plan, facts, { threads: 3, thread }).catch(({ message }) => console.log(message));`,
    );
    // One of the two helpers fails; the other would wait for work for ever.
    failingThread(
      'thread-that-fails',
      `if (threadId % 2 === 1) throw new RangeError('one of two is broken');`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [join(build, 'program.js')], {
      timeout: 25_000,
    });
    expect(stdout.trim()).toBe('one of two is broken');
  });
});
