export { readInWorker, readingLimits, type ReadInWorker, type ReadingLimits } from './read-in-worker.js';
export type { ReadingTask, ReadingTasks } from './reading-tasks.js';
