export { LiveTrial } from './live-trial.js';
export { WhatIf } from './what-if.js';
