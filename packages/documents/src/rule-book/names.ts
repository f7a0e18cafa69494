import { nearestName, type Locale, type RuleBook, type Text } from '@heng/rules';
import { halfWidth } from '../half-width.js';
import { survives } from './cells/survives.js';

export type Named = { readonly id: string; readonly title?: Text | undefined };

export type Resolved =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'none'; readonly nearest: string | null }
  | { readonly kind: 'several'; readonly ids: readonly string[] };

const anId = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
/** What would be read as something else where several names stand in one cell. */
const separates = /[[\]［］【】;；,，、\n"=＝|]|^JSON\s/;

const squeezed = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();

/** Things that cells point at: people write titles, ids are understood as well and go first. */
export class NameList {
  private readonly ids = new Set<string>();
  private readonly titles = new Map<string, Set<string>>();
  private readonly byId = new Map<string, Named>();

  constructor(entries: readonly Named[]) {
    for (const entry of entries) {
      this.ids.add(entry.id);
      this.byId.set(entry.id, entry);
      for (const title of [entry.title?.zh, entry.title?.en]) {
        if (title === undefined) continue;
        const key = squeezed(title);
        this.titles.set(key, (this.titles.get(key) ?? new Set()).add(entry.id));
      }
    }
  }

  /** Whether something has this id or this title. */
  knows(written: string): boolean {
    const plain = written.trim();
    return this.ids.has(plain) || this.titles.has(squeezed(plain));
  }

  /** What a text names. An id that nothing has is taken as it is: the check of the whole book tells of it. */
  resolve(written: string): Resolved {
    const plain = written.trim();
    if (this.ids.has(plain)) return { kind: 'one', id: plain };
    const found = [...(this.titles.get(squeezed(plain)) ?? [])];
    const [id] = found;
    if (id !== undefined) return found.length === 1 ? { kind: 'one', id } : { kind: 'several', ids: found };
    if (anId.test(plain)) return { kind: 'one', id: plain };
    const known = [...this.byId.values()].flatMap((each) => [
      each.title?.zh ?? each.id,
      each.title?.en ?? each.id,
    ]);
    return { kind: 'none', nearest: nearestName(plain.slice(0, 80), known) };
  }

  /** The title where it leads back to the id and to nothing else, else the id. */
  name(id: string, locale: Locale): string {
    const title = this.byId.get(id)?.title?.[locale === 'en' ? 'en' : 'zh'];
    if (title === undefined || title.length > 80 || separates.test(title) || !survives(title)) return id;
    const resolved = this.resolve(title);
    return resolved.kind === 'one' && resolved.id === id && squeezed(title) !== '' ? title : id;
  }
}

/** All that the cells of one rule book can point at. */
export type Names = {
  readonly facts: NameList;
  readonly indicators: NameList;
  readonly sections: NameList;
  /** Indicators and sections: the parts that a section is put together from. */
  readonly parts: NameList;
  readonly grades: NameList;
  /** Options, groups or levels of one fact. */
  readonly options: (fact: string) => NameList;
  readonly genres: (fact: string) => NameList;
  /** Whether a fact is in percent, 0 to 100. */
  readonly inPercent: (fact: string) => boolean;
};

export type FactNames = Named & {
  readonly kind?: unknown;
  readonly options: readonly Named[];
  readonly genres: readonly Named[];
};

export function namesOf(given: {
  readonly facts: readonly FactNames[];
  readonly indicators: readonly Named[];
  readonly sections: readonly Named[];
  readonly grades: readonly Named[];
}): Names {
  const none = new NameList([]);
  const options = new Map(given.facts.map((fact) => [fact.id, new NameList(fact.options)]));
  const genres = new Map(given.facts.map((fact) => [fact.id, new NameList(fact.genres)]));
  return {
    facts: new NameList(given.facts),
    indicators: new NameList(given.indicators),
    sections: new NameList(given.sections),
    parts: new NameList([...given.indicators, ...given.sections]),
    grades: new NameList(given.grades),
    options: (fact) => options.get(fact) ?? none,
    genres: (fact) => genres.get(fact) ?? none,
    inPercent: (fact) => given.facts.some(({ id, kind }) => id === fact && kind === 'percent'),
  };
}

export const namesOfBook = (book: RuleBook): Names => {
  const [indicators, sections]: [Named[], Named[]] = [[], []];
  const walk = (list: readonly RuleBook['sections'][number][]): void => {
    for (const section of list) {
      sections.push(section);
      indicators.push(...(section.indicators ?? []));
      walk(section.sections ?? []);
    }
  };
  walk(book.sections);
  return namesOf({
    facts: book.facts.map((fact) => ({
      id: fact.id,
      title: fact.title,
      kind: fact.kind,
      options:
        fact.kind === 'choice' || fact.kind === 'ballots'
          ? fact.options
          : fact.kind === 'records'
            ? fact.levels
            : fact.kind === 'raters'
              ? fact.groups
              : [],
      genres: fact.kind === 'records' ? (fact.genres ?? []) : [],
    })),
    indicators,
    sections,
    grades: book.grades,
  });
};
