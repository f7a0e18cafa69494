export type * from './statement.js';
export type * from './reading.js';
export { familyOf, type MethodCode } from './method-code.js';
export { longestClause, readNatural } from './read-natural.js';
export * from './counting/index.js';
