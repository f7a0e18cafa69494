import type { RuleBook } from '@heng/rules';
import type { Finding } from '../checked-document.js';
import { placeAt, placeText, type Place } from '../place.js';

const lists: Partial<Record<Place['kind'], Place>> = {
  fact: { kind: 'facts' },
  veto: { kind: 'vetoes' },
  grade: { kind: 'grades' },
};

/** How many findings lie at each line of the outline, advice left out: it would be everywhere. */
export function countFindings(book: RuleBook, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, severity } of findings) {
    if (severity === 'advice') continue;
    const place = placeAt(book, path);
    const key = placeText(lists[place.kind] ?? place);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
