import type { RuleBook } from '@heng/rules';
import {
  flatSections,
  moveIndicator,
  moveSection,
  removeNode,
  sectionOf,
  type NodeRef,
} from '../edit-tree.js';

export type DropSide = 'before' | 'after' | 'into';

/** Which sides of a line can take what is dragged; none for itself and for what makes no sense. */
export function sidesFor(dragged: NodeRef, target: NodeRef): readonly DropSide[] {
  if (dragged.kind === target.kind && dragged.id === target.id) return [];
  if (dragged.kind === 'indicator') return target.kind === 'section' ? ['into'] : ['before', 'after'];
  return target.kind === 'section' ? ['before', 'after', 'into'] : [];
}

/** The book after a line was dropped beside another, or into a section. */
export function dropped(book: RuleBook, dragged: NodeRef, target: NodeRef, side: DropSide): RuleBook {
  if (!sidesFor(dragged, target).includes(side)) return book;
  // Places are counted without what is moved.
  const rest = removeNode(book, dragged);
  const by = side === 'after' ? 1 : 0;
  if (dragged.kind === 'indicator') {
    if (target.kind === 'section')
      return moveIndicator(book, dragged.id, target.id, sectionOf(rest, target.id)?.indicators?.length ?? 0);
    const home = flatSections(rest.sections).find(({ indicators }) =>
      indicators?.some(({ id }) => id === target.id),
    );
    const index = home?.indicators?.findIndex(({ id }) => id === target.id) ?? -1;
    return home === undefined ? book : moveIndicator(book, dragged.id, home.id, index + by);
  }
  if (side === 'into')
    return moveSection(book, dragged.id, target.id, sectionOf(rest, target.id)?.sections?.length ?? 0);
  const top = rest.sections.findIndex(({ id }) => id === target.id);
  if (top >= 0) return moveSection(book, dragged.id, null, top + by);
  const parent = flatSections(rest.sections).find(({ sections }) =>
    sections?.some(({ id }) => id === target.id),
  );
  if (parent === undefined) return book;
  const index = (parent.sections ?? []).findIndex(({ id }) => id === target.id);
  return moveSection(book, dragged.id, parent.id, index + by);
}
