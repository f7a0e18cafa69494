import type { FactValue } from '@heng/rules';
import type { TownshipArea } from './areas.js';
import { boasting } from './deliberate.js';
import type { Answers } from './fact-entries.js';

/** What the township's own report makes of the year: more than was found where it boasts, and the truth elsewhere. */
export function claimsOf({ name }: TownshipArea, found: Answers): Answers {
  const level = boasting.get(name) ?? 0;
  const more = (fact: string, by: number, most?: string): FactValue => {
    const raised = Number(found[fact]) + by;
    const limit = most === undefined ? raised : Number(found[most]);
    return String(Math.min(raised, limit));
  };
  return {
    ...(level >= 1 && {
      'social-projects': more('social-projects', 1),
      'party-committee-sessions': more('party-committee-sessions', 1),
      'women-newly-employed': more('women-newly-employed', 9, 'women-total'),
    }),
    ...(level >= 2 && {
      'township-courses': more('township-courses', 1),
      'new-sector-organizations-established': more(
        'new-sector-organizations-established',
        3,
        'new-sector-organizations-due',
      ),
      'petitions-closed-on-time': found['petitions-received'] ?? '0',
      'tasks-overdue': '0',
    }),
    ...(level >= 3 && {
      'chairs-trained': found['chairs-total'] ?? '0',
      'chairs-passed': found['chairs-tested'] ?? '0',
      'chairs-in-two-committees': found['chairs-total'] ?? '0',
      'villages-with-incomplete-records': '0',
      'tasks-undone': '0',
      'activity-kinds': '6',
    }),
  };
}
