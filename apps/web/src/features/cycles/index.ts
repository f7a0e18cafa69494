import { lazy } from 'react';

export { cycleQuery, cyclesQuery } from './cycle-queries.js';
export { HomePage } from './home-page.js';
/** Loaded when opened: its dialog is for the office. */
export const StagePanel = lazy(() =>
  import('./stage-panel.js').then((part) => ({ default: part.StagePanel })),
);
