import { lazy } from 'react';

export { RankingPage, type RankingSearch } from './ranking-page.js';
export { UnitPage } from './unit-page.js';
/** Loaded when opened: its dialog is for the office and the leaders. */
export const PublicationPanel = lazy(() =>
  import('./publication-panel.js').then((part) => ({ default: part.PublicationPanel })),
);
