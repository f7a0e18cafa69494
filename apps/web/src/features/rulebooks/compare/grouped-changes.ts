import { indicatorsOf, type RuleBook, type Section, type Text } from '@heng/rules';
import type { Change, ClauseChange, RuleBookDiff } from '@heng/rules/compare';

export type GroupKey = 'general' | 'facts' | 'section' | 'dropped' | 'vetoes' | 'ranking' | 'grades';

export type ChangeGroup = {
  readonly key: GroupKey;
  /** Tells the groups apart. */
  readonly id: string;
  /** Null where the key says it. */
  readonly title: Text | null;
  readonly changes: readonly Change[];
  readonly clauses: readonly ClauseChange[];
};

/** Differences by the section of the later book that they are in, in its order; what lies in no section stands by its kind. */
export function groupedChanges({ changes, clauses }: RuleBookDiff, after: RuleBook): ChangeGroup[] {
  const topOf = topSections(after);
  const groupOf = ({ place }: Change): string => {
    switch (place.kind) {
      case 'section':
      case 'indicator':
        return sectionKey(topOf.get(place.id));
      case 'book':
        return 'general';
      case 'fact':
        return 'facts';
      case 'veto':
        return 'vetoes';
      case 'grade':
        return 'grades';
      case 'cohorts':
      case 'ranking':
        return 'ranking';
    }
  };
  const ofKind = (key: GroupKey): ChangeGroup => ({
    key,
    id: key,
    title: null,
    changes: changes.filter((change) => groupOf(change) === key),
    clauses: [],
  });
  const ofSection = ({ id, title }: Section): ChangeGroup => ({
    key: 'section',
    id: sectionKey(id),
    title,
    changes: changes.filter((change) => groupOf(change) === sectionKey(id)),
    clauses: clauses.filter(({ indicator }) => topOf.get(indicator.after) === id),
  });
  return [
    ofKind('general'),
    ...after.sections.map(ofSection),
    ...(['dropped', 'vetoes', 'ranking', 'grades', 'facts'] as const).map(ofKind),
  ].filter((each) => each.changes.length + each.clauses.length > 0);
}

/** Ids of sections are the author's: none may be taken for a kind. */
const sectionKey = (id: string | undefined): string => (id === undefined ? 'dropped' : `section ${id}`);

/** The top section that every section and indicator lies in. */
function topSections(book: RuleBook): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (section: Section, top: string): void => {
    found.set(section.id, top);
    for (const inner of section.sections ?? []) walk(inner, top);
  };
  for (const section of book.sections) walk(section, section.id);
  for (const { indicator, sections } of indicatorsOf(book))
    if (sections[0] !== undefined) found.set(indicator.id, sections[0].id);
  return found;
}
