export * from './problem.js';
export * from './organizations.js';
export * from './accounts.js';
export * from './rulebooks.js';
export * from './cycles.js';
export * from './worksheets.js';
export * from './results.js';
export * from './access-policy.js';
