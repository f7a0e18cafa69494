import type { UnitFilter, UnitSort } from './unit-order.js';

export const trialViews = ['units', 'indicators', 'facts', 'burden'] as const;
export type TrialView = (typeof trialViews)[number];

/** What stands in the address, so that a trial can be sent as a link. */
export type DryRunSearch = {
  readonly cycle?: string | undefined;
  readonly basis?: 'verified' | 'declared' | 'latest' | undefined;
  readonly view?: TrialView | undefined;
  readonly group?: string | undefined;
  readonly only?: UnitFilter['only'] | undefined;
  readonly sort?: UnitSort | undefined;
  readonly map?: Readonly<Record<string, string>> | undefined;
};
