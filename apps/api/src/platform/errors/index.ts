export { AppError, type ErrorKind } from './app-error.js';
export * from './common-errors.js';
export { invariant } from './invariant.js';
export { ProblemFilter, problemOf, unsupportedMedia } from './problem-filter.js';
