import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { z } from 'zod';
import { Broken, Home, NotFound, Ranking, RuleBooks, RuleBookView, UnitScore } from './pages.js';
import { Root } from './root.js';

const Basis = z.enum(['verified', 'declared', 'latest']).optional().catch(undefined);
const work = () => import('./work-pages.js');
const decide = () => import('./decision-pages.js');

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
  createRoute({ ...under, path: '/rulebooks', component: RuleBooks }),
  createRoute({ ...under, path: '/rulebooks/$id', component: RuleBookView }),
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
