import { indicatorsOf, type Indicator, type RuleBook, type Section } from '@heng/rules';

/** A node of the outline, by kind and id: ids are unique among sections and indicators. */
export type NodeRef = { readonly kind: 'section' | 'indicator'; readonly id: string };

type Place = { readonly section: Section; readonly index: number };

/** The section or indicator with this id; null when there is none. */
export const sectionOf = (book: RuleBook, id: string): Section | null => findSection(book.sections, id);

export const indicatorOf = (book: RuleBook, id: string): Indicator | null =>
  indicatorsOf(book).find(({ indicator }) => indicator.id === id)?.indicator ?? null;

/** The JSON pointer of a node, to match what problems and findings point at. */
export function pathOf(book: RuleBook, { kind, id }: NodeRef): string | null {
  const search = (sections: readonly Section[], path: string): string | null => {
    for (const [index, section] of sections.entries()) {
      const at = `${path}/${index}`;
      if (kind === 'section' && section.id === id) return at;
      const own = kind === 'indicator' ? (section.indicators ?? []).findIndex((each) => each.id === id) : -1;
      if (own >= 0) return `${at}/indicators/${own}`;
      const below = search(section.sections ?? [], `${at}/sections`);
      if (below !== null) return below;
    }
    return null;
  };
  return search(book.sections, '/sections');
}

/** The innermost node that a pointer leads into; null when it leads elsewhere in the book. */
export function nodeAt(book: RuleBook, path: string): NodeRef | null {
  const [, tree = '', indicator] = /^((?:\/sections\/\d+)+)(?:\/indicators\/(\d+))?/.exec(path) ?? [];
  const indices = [...tree.matchAll(/\d+/g)].map(([digits]) => Number.parseInt(digits, 10));
  let sections: readonly Section[] = book.sections;
  let section: Section | undefined;
  for (const index of indices) {
    section = sections[index];
    sections = section?.sections ?? [];
  }
  if (section === undefined) return null;
  const own = indicator === undefined ? undefined : section.indicators?.[Number.parseInt(indicator, 10)];
  return own ? { kind: 'indicator', id: own.id } : { kind: 'section', id: section.id };
}

export const changeSection = (
  book: RuleBook,
  id: string,
  change: (section: Section) => Section,
): RuleBook => ({
  ...book,
  sections: eachSection(book.sections, (section) => (section.id === id ? change(section) : section)),
});

export const changeIndicator = (
  book: RuleBook,
  id: string,
  change: (indicator: Indicator) => Indicator,
): RuleBook => ({
  ...book,
  sections: eachSection(book.sections, (section) =>
    section.indicators?.some((each) => each.id === id)
      ? { ...section, indicators: section.indicators.map((each) => (each.id === id ? change(each) : each)) }
      : section,
  ),
});

/** Takes a node out, with all that is in it. */
export function removeNode(book: RuleBook, { kind, id }: NodeRef): RuleBook {
  const without = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.filter((each) => each.id !== id);
  const prune = (section: Section): Section => ({
    ...section,
    ...(kind === 'indicator' && section.indicators && { indicators: without(section.indicators) }),
    ...(section.sections && {
      sections: (kind === 'section' ? without(section.sections) : section.sections).map(prune),
    }),
  });
  return { ...book, sections: (kind === 'section' ? without(book.sections) : book.sections).map(prune) };
}

/** Adds an indicator to a section, at its end. */
export const addIndicator = (book: RuleBook, section: string, indicator: Indicator): RuleBook =>
  changeSection(book, section, (each) => ({ ...each, indicators: [...(each.indicators ?? []), indicator] }));

/** Adds a section after the one with this id, or at the end of the book. */
export function addSection(book: RuleBook, section: Section, after: string | null): RuleBook {
  const insert = (list: readonly Section[]): Section[] =>
    list.flatMap((each) => {
      const kept = each.sections ? { ...each, sections: insert(each.sections) } : each;
      return each.id === after ? [kept, section] : [kept];
    });
  return { ...book, sections: after === null ? [...book.sections, section] : insert(book.sections) };
}

/** Moves a node one place up or down; an indicator at the edge of its section goes over into the neighbouring one. */
export function nudge(book: RuleBook, node: NodeRef, by: -1 | 1): RuleBook {
  if (node.kind === 'section') return { ...book, sections: nudgeSection(book.sections, node.id, by) };
  const place = placeOf(book, node.id);
  if (place === null) return book;
  const { section, index } = place;
  const target = index + by;
  if (target >= 0 && target < (section.indicators?.length ?? 0))
    return moveIndicator(book, node.id, section.id, target);
  const holding = flatSections(book.sections).filter(({ sections }) => (sections?.length ?? 0) === 0);
  const neighbour = holding[holding.findIndex(({ id }) => id === section.id) + by];
  return neighbour === undefined
    ? book
    : moveIndicator(book, node.id, neighbour.id, by < 0 ? (neighbour.indicators?.length ?? 0) : 0);
}

/** Moves an indicator into a section, to stand at `index` among those that are there without it. */
export function moveIndicator(book: RuleBook, id: string, section: string, index: number): RuleBook {
  const indicator = indicatorOf(book, id);
  if (indicator === null || sectionOf(book, section) === null) return book;
  return changeSection(removeNode(book, { kind: 'indicator', id }), section, (each) => {
    const list = [...(each.indicators ?? [])];
    list.splice(index, 0, indicator);
    return { ...each, indicators: list };
  });
}

/** Moves a section to stand at `index` beside those of `parent`, or of the book. A section never goes into itself. */
export function moveSection(book: RuleBook, id: string, parent: string | null, index: number): RuleBook {
  const section = sectionOf(book, id);
  if (section === null || (parent !== null && findSection([section], parent) !== null)) return book;
  const rest = removeNode(book, { kind: 'section', id });
  if (parent === null) {
    const sections = [...rest.sections];
    sections.splice(index, 0, section);
    return { ...rest, sections };
  }
  return changeSection(rest, parent, (each) => {
    const list = [...(each.sections ?? [])];
    list.splice(index, 0, section);
    return { ...each, sections: list };
  });
}

/** An id that the book does not use yet, near the one asked for. */
export function freeId(book: RuleBook, wished: string): string {
  const taken = new Set([
    ...flatSections(book.sections).map(({ id }) => id),
    ...indicatorsOf(book).map(({ indicator }) => indicator.id),
    ...book.facts.map(({ id }) => id),
  ]);
  if (!taken.has(wished)) return wished;
  for (let number = 2; ; number += 1) if (!taken.has(`${wished}-${number}`)) return `${wished}-${number}`;
}

/** All sections, outer before inner. */
export const flatSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...flatSections(section.sections ?? [])]);

function placeOf(book: RuleBook, indicator: string): Place | null {
  for (const section of flatSections(book.sections)) {
    const index = (section.indicators ?? []).findIndex(({ id }) => id === indicator);
    if (index >= 0) return { section, index };
  }
  return null;
}

function nudgeSection(sections: readonly Section[], id: string, by: -1 | 1): Section[] {
  const index = sections.findIndex((section) => section.id === id);
  if (index < 0)
    return sections.map((section) =>
      section.sections ? { ...section, sections: nudgeSection(section.sections, id, by) } : section,
    );
  const list = [...sections];
  const [moved] = list.splice(index, 1);
  if (moved) list.splice(Math.max(0, index + by), 0, moved);
  return list;
}

const findSection = (sections: readonly Section[], id: string): Section | null =>
  flatSections(sections).find((section) => section.id === id) ?? null;

const eachSection = (sections: readonly Section[], change: (section: Section) => Section): Section[] =>
  sections.map((section) => {
    const changed = change(section);
    return changed.sections ? { ...changed, sections: eachSection(changed.sections, change) } : changed;
  });
