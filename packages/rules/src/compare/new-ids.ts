import type { Matched, MatchedBooks } from './match-books.js';

/** The ids that matched parts of the earlier book have in the later one, by what they name. */
export class NewIds {
  private readonly facts: ReadonlyMap<string, string>;
  private readonly parts: ReadonlyMap<string, string>;
  private readonly grades: ReadonlyMap<string, string>;

  constructor({ facts, indicators, sections, grades }: MatchedBooks) {
    this.facts = idsOf(facts);
    // Ids are unique over a whole book, so that indicators and sections can share a map.
    this.parts = new Map([...idsOf(sections), ...idsOf(indicators)]);
    this.grades = idsOf(grades);
  }

  /** The same value of the earlier book as the later one would write it: only names of what it points at differ. */
  in(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.mapFor(key)?.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item: unknown) => this.in(item, key));
    if (typeof value !== 'object' || value === null) return value;
    // These name parts of another book.
    if (key === 'from') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.in(item, name)]));
  }

  /** The id that an indicator or section of the earlier book has in the later one. */
  part = (id: string): string => this.parts.get(id) ?? id;

  private mapFor(key: string): ReadonlyMap<string, string> | null {
    switch (key) {
      case 'fact':
      case 'atMost':
        return this.facts;
      case 'indicator':
      case 'indicators':
      case 'section':
      case 'sections':
      case 'part':
        return this.parts;
      case 'grade':
        return this.grades;
      default:
        return null;
    }
  }
}

const idsOf = (matched: Matched<unknown>): ReadonlyMap<string, string> =>
  new Map(matched.pairs.map(({ before, after }) => [before.id, after.id]));
