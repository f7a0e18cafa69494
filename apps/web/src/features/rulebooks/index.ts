import { lazy } from 'react';

export { ruleBookQuery } from './rulebook-queries.js';
// Each page is loaded when it is opened: scoring and the score sheet need the book, none of its pages.
export const RuleBookListPage = lazy(() =>
  import('./rulebook-list-page.js').then((page) => ({ default: page.RuleBookListPage })),
);
export const RuleBookPage = lazy(() =>
  import('./rulebook-page.js').then((page) => ({ default: page.RuleBookPage })),
);
export const RuleBookWorkshop = lazy(() =>
  import('./workshop/workshop-page.js').then((page) => ({ default: page.WorkshopPage })),
);
export const DryRunPage = lazy(() =>
  import('./dry-run/index.js').then((page) => ({ default: page.DryRunPage })),
);
export const ComparePage = lazy(() =>
  import('./compare/index.js').then((page) => ({ default: page.ComparePage })),
);
export const ImportPage = lazy(() =>
  import('./import/index.js').then((page) => ({ default: page.ImportPage })),
);
export type { LeaveGuard } from './workshop/workshop-page.js';
