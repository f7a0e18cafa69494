import type { RuleBook, Section, Text } from '@heng/rules';
import type { NodeRef } from '../edit-tree.js';
import { placeText, type Place } from '../place.js';
import { isSameNumber, sumOfBook, sumOfParts } from './section-sum.js';

/** One line of the outline. */
export type OutlineRow = {
  readonly key: string;
  readonly place: Place;
  /** Null for the entries around the tree, which are named by what they are. */
  readonly title: Text | null;
  readonly level: number;
  readonly position: number;
  readonly of: number;
  readonly points: string | null;
  /** What the parts make when that is another number than `points`. */
  readonly sum: string | null;
  /** Null for a line that has nothing under it. */
  readonly open: boolean | null;
  readonly node: NodeRef | null;
};

const around = ['head', 'facts', 'vetoes', 'cohorts', 'ranking', 'grades'] as const;

/** The lines of the outline from top to bottom, without what lies in closed sections. */
export function outlineRows(book: RuleBook, closed: ReadonlySet<string>): OutlineRow[] {
  const count = around.length + book.sections.length;
  const entry = (kind: (typeof around)[number], position: number): OutlineRow => {
    const made = kind === 'head' ? sumOfBook(book) : null;
    return {
      key: kind,
      place: { kind },
      title: null,
      level: 1,
      position,
      of: count,
      points: kind === 'head' ? book.totalPoints : null,
      sum: made !== null && !isSameNumber(made, book.totalPoints) ? made : null,
      open: null,
      node: null,
    };
  };
  const [head, ...others] = around;
  return [
    entry(head, 1),
    ...sectionRows(book.sections, 1, closed, { before: 1, of: count }),
    ...others.map((kind, index) => entry(kind, 2 + book.sections.length + index)),
  ];
}

function sectionRows(
  sections: readonly Section[],
  level: number,
  closed: ReadonlySet<string>,
  beside: { readonly before: number; readonly of: number },
): OutlineRow[] {
  return sections.flatMap((section, index) => {
    const { id, title, points, indicators = [], sections: inner = [] } = section;
    const place = { kind: 'section' as const, id };
    const parts = indicators.length + inner.length;
    const open = parts === 0 ? null : !closed.has(id);
    const made = parts === 0 ? null : sumOfParts(section);
    const row: OutlineRow = {
      key: placeText(place),
      place,
      title,
      level,
      position: beside.before + index + 1,
      of: beside.of,
      points,
      sum: made !== null && section.role === 'base' && !isSameNumber(made, points) ? made : null,
      open,
      node: place,
    };
    if (open !== true) return [row];
    return [
      row,
      ...indicators.map((indicator, position): OutlineRow => {
        const own = { kind: 'indicator' as const, id: indicator.id };
        return {
          key: placeText(own),
          place: own,
          title: indicator.title,
          level: level + 1,
          position: position + 1,
          of: parts,
          points: indicator.points,
          sum: null,
          open: null,
          node: own,
        };
      }),
      ...sectionRows(inner, level + 1, closed, { before: indicators.length, of: parts }),
    ];
  });
}
