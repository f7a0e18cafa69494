import type { CycleResponse, Role, SessionResponse } from '@heng/contracts';
import { hasRole } from '../platform/session.js';

type Target =
  | { readonly to: '/' | '/rulebooks' | '/organizations' | '/accounts' }
  | {
      readonly to:
        | '/cycles/$cycleId'
        | '/cycles/$cycleId/scoring'
        | '/cycles/$cycleId/declaration'
        | '/cycles/$cycleId/ranking';
      readonly params: { readonly cycleId: string };
    }
  | {
      readonly to: '/cycles/$cycleId/units/$unit';
      readonly params: { readonly cycleId: string; readonly unit: string };
    };

export type MenuItem = Target & { readonly key: string };

/** What the person's roles may open, in the order of the work; the API decides about everything behind it. */
export function menuFor(session: SessionResponse, cycle: CycleResponse | undefined): MenuItem[] {
  const has = (...roles: Role[]) => hasRole(session, ...roles);
  const items: MenuItem[] = [{ key: 'home', to: '/' }];
  if (cycle) {
    const params = { cycleId: cycle.id };
    if (cycle.ownUnit !== null && has('chair', 'reporter')) {
      items.push({ key: 'declaration', to: '/cycles/$cycleId/declaration', params });
      if (has('chair')) {
        items.push({
          key: 'ownScore',
          to: '/cycles/$cycleId/units/$unit',
          params: { ...params, unit: cycle.ownUnit },
        });
      }
    }
    if (has('office', 'scorer', 'auditor'))
      items.push({ key: 'scoring', to: '/cycles/$cycleId/scoring', params });
    if (has('office', 'scorer', 'auditor', 'leader', 'chair')) {
      items.push({ key: 'ranking', to: '/cycles/$cycleId/ranking', params });
    }
    if (has('office', 'leader', 'auditor')) items.push({ key: 'cycle', to: '/cycles/$cycleId', params });
  }
  if (has('office', 'scorer', 'leader', 'auditor', 'chair', 'reporter'))
    items.push({ key: 'rulebooks', to: '/rulebooks' });
  items.push({ key: 'organizations', to: '/organizations' });
  if (has('administrator')) items.push({ key: 'accounts', to: '/accounts' });
  return items;
}
