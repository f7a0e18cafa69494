import { lazy } from 'react';

export type { OrganizationsSearch } from './organizations-page.js';
/** Loaded when opened: its virtual table is large. */
export const OrganizationsPage = lazy(() =>
  import('./organizations-page.js').then((page) => ({ default: page.OrganizationsPage })),
);
