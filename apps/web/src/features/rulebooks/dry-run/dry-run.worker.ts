import { dryRun } from '@heng/rules/compare';
import type { TrialInput } from './run-trial.js';

globalThis.onmessage = ({ data: { draft, last, options } }: MessageEvent<TrialInput>) =>
  globalThis.postMessage(dryRun(draft, last, options));
