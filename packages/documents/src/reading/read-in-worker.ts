import { Worker } from 'node:worker_threads';
import { documentProblem, nowhere, type DocumentProblem } from '../document-problem.js';
import type { ReadingTask, ReadingTasks } from './reading-tasks.js';

export type ReadingLimits = { readonly milliseconds: number; readonly memoryMegabytes: number };

/** What reading one file may cost. Rule books and regulations are small; facts may be those of a whole province. */
export const readingLimits: Readonly<Record<ReadingTask, ReadingLimits>> = {
  'facts-csv': { milliseconds: 30_000, memoryMegabytes: 1_024 },
  'facts-workbook': { milliseconds: 30_000, memoryMegabytes: 1_024 },
  regulation: { milliseconds: 30_000, memoryMegabytes: 256 },
  'rule-book-workbook': { milliseconds: 30_000, memoryMegabytes: 256 },
};

export type ReadInWorker<T extends ReadingTask> =
  | { readonly ok: true; readonly value: ReadingTasks[T]['gives'] }
  | { readonly ok: false; readonly problem: DocumentProblem };

/**
 * Reads a file of others in a thread of its own, with a limit on memory and on time: whatever the file does to its reader, this
 * process goes on. A file that takes too much is a problem to tell its sender, never an exception.
 *
 * @param needs what the reader must know besides, such as the rule book of facts; null for none
 */
export function readInWorker<T extends ReadingTask>(
  task: T,
  bytes: Uint8Array,
  needs: ReadingTasks[T]['needs'],
  limits: ReadingLimits = readingLimits[task],
): Promise<ReadInWorker<T>> {
  const worker = startWorker({ task, bytes, needs }, limits);
  return new Promise((resolve) => {
    const end = (read: ReadInWorker<T>): void => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ ok: false, problem: tooSlow() }), limits.milliseconds);
    worker.once('message', (value: ReadingTasks[T]['gives']) => end({ ok: true, value }));
    worker.once('messageerror', () => end({ ok: false, problem: failed() }));
    worker.once('error', (error) =>
      end({ ok: false, problem: isMemory(error) ? tooMuchMemory() : failed() }),
    );
    worker.once('exit', () => end({ ok: false, problem: failed() }));
  });
}

function startWorker(workerData: unknown, { memoryMegabytes }: ReadingLimits): Worker {
  // From a checkout that is not built the worker is TypeScript, which a thread does not read by itself.
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(fromSource ? './from-source.mjs' : './reading-worker.js', import.meta.url);
  return new Worker(entry, {
    workerData,
    // Nothing of what this process was started with, and nothing of its environment: the file's reader needs neither.
    execArgv: fromSource ? ['--no-warnings'] : [],
    argv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
}

const isMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const copyCells = [
  '请把需要的单元格复制到新的工作簿再试。',
  'Copy the cells you need into a new workbook and try again.',
] as const;

const tooSlow = (): DocumentProblem =>
  documentProblem(
    'READING_TOO_SLOW',
    nowhere,
    ['读取这个文件用时过长，已中止。', 'Reading this file took too long and was stopped.'],
    copyCells,
  );

const tooMuchMemory = (): DocumentProblem =>
  documentProblem(
    'READING_TOO_LARGE',
    nowhere,
    ['读取这个文件占用内存过多，已中止。', 'Reading this file took too much memory and was stopped.'],
    copyCells,
  );

const failed = (): DocumentProblem =>
  documentProblem(
    'READING_FAILED',
    nowhere,
    ['这个文件读不出来。', 'This file cannot be read.'],
    [
      '请在 Excel 或 WPS 中打开，另存为新的 .xlsx 文件。',
      'Open it in Excel or WPS and save it as a new .xlsx file.',
    ],
  );
