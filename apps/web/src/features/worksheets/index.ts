import { lazy } from 'react';

export { ScoringPage, type ScoringSearch } from './scoring-page.js';
/** Loaded when opened: the chair needs no grid, the scorer no form. */
export const DeclarationPage = lazy(() =>
  import('./declaration-page.js').then((page) => ({ default: page.DeclarationPage })),
);
