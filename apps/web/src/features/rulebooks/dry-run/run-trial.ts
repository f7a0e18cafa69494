import type { DryRun, DryRunOptions, LastYear } from '@heng/rules/compare';
import type { RuleBook } from '@heng/rules';

export type TrialInput = {
  readonly draft: RuleBook;
  readonly last: LastYear;
  readonly options: DryRunOptions;
};
export type Trial = { readonly result: Promise<DryRun>; readonly cancel: () => void };
export type RunTrial = (input: TrialInput) => Trial;

/** A dry run in a thread of its own: the page stays quick, and a run that takes too long can be ended. */
export const runTrial: RunTrial = (input) => {
  const worker = new Worker(new URL('./dry-run.worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<DryRun>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DryRun>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(input);
  });
  return {
    result: result.finally(() => worker.terminate()),
    cancel: () => worker.terminate(),
  };
};
