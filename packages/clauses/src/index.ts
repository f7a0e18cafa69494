export * from './natural/index.js';
export * from './canonical/index.js';
export * from './draft/index.js';
