export * from './natural/index.js';
export * from './canonical/index.js';
