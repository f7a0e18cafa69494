import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { z } from 'zod';
import { Broken, Home, NotFound, Ranking, UnitScore } from './pages.js';
import { Root } from './root.js';

const Basis = z.enum(['verified', 'declared', 'latest']).optional().catch(undefined);
const work = () => import('./work-pages.js');
const decide = () => import('./decision-pages.js');
const read = () => import('./reading-pages.js');
const workshop = () => import('./workshop-pages.js');
const tools = () => import('./rulebook-tools-pages.js');

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});
const under = { getParentRoute: () => root };

const routes = root.addChildren([
  createRoute({ ...under, path: '/', component: Home }),
  createRoute({ ...under, path: '/password', component: lazyRouteComponent(work, 'Password') }),
  createRoute({
    ...under,
    path: '/cycles/$cycleId/',
    component: lazyRouteComponent(decide, 'CycleOverview'),
  }),
  createRoute({
    ...under,
    path: '/cycles/$cycleId/scoring',
    component: lazyRouteComponent(work, 'Scoring'),
    validateSearch: z.object({
      columns: z.enum(['mine', 'all']).optional().catch(undefined),
      side: z.enum(['declared', 'verified']).optional().catch(undefined),
    }),
  }),
  createRoute({
    ...under,
    path: '/cycles/$cycleId/declaration',
    component: lazyRouteComponent(work, 'Declaration'),
  }),
  createRoute({
    ...under,
    path: '/cycles/$cycleId/ranking',
    component: Ranking,
    validateSearch: z.object({ cohort: z.string().optional().catch(undefined), basis: Basis }),
  }),
  createRoute({
    ...under,
    path: '/cycles/$cycleId/units/$unit',
    component: UnitScore,
    validateSearch: z.object({ basis: Basis }),
  }),
  createRoute({ ...under, path: '/rulebooks', component: lazyRouteComponent(workshop, 'RuleBooks') }),
  createRoute({ ...under, path: '/rulebooks/$id', component: lazyRouteComponent(read, 'RuleBookView') }),
  createRoute({
    ...under,
    path: '/rulebooks/$id/workshop',
    component: lazyRouteComponent(workshop, 'Workshop'),
    validateSearch: z.object({ at: z.string().optional().catch(undefined) }),
  }),
  createRoute({ ...under, path: '/rulebooks/import', component: lazyRouteComponent(tools, 'Import') }),
  createRoute({
    ...under,
    path: '/rulebooks/$id/dry-run',
    component: lazyRouteComponent(tools, 'DryRun'),
    validateSearch: z.object({
      cycle: z.uuid().optional().catch(undefined),
      basis: Basis,
      view: z.enum(['units', 'indicators', 'facts', 'burden']).optional().catch(undefined),
      group: z.string().optional().catch(undefined),
      only: z.enum(['all', 'moved', 'regraded']).optional().catch(undefined),
      sort: z.enum(['rank', 'lastRank', 'places', 'by', 'name']).optional().catch(undefined),
      map: z.record(z.string(), z.string()).optional().catch(undefined),
    }),
  }),
  createRoute({
    ...under,
    path: '/rulebooks/$id/compare',
    component: lazyRouteComponent(tools, 'Compare'),
    validateSearch: z.object({
      with: z.uuid().optional().catch(undefined),
      only: z.enum(['all', 'points', 'standing', 'entry', 'wording']).optional().catch(undefined),
    }),
  }),
  createRoute({
    ...under,
    path: '/organizations',
    component: lazyRouteComponent(work, 'Organizations'),
    validateSearch: z.object({ name: z.string().optional().catch(undefined) }),
  }),
  createRoute({ ...under, path: '/accounts', component: lazyRouteComponent(work, 'Accounts') }),
]);

/** All addresses of the app; what one would bookmark is in them. */
export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
