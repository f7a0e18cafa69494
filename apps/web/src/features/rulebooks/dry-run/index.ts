export { BurdenPanel } from './burden-panel.js';
export { DryRunPage } from './dry-run-page.js';
export { trialViews, type DryRunSearch } from './dry-run-search.js';
export { unitSorts } from './unit-order.js';
