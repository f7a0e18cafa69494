import type { WorksheetResponse } from '@heng/contracts';
import {
  indicatorsOf,
  referencesOf,
  referencesOfCondition,
  type Fact,
  type Indicator,
  type Locale,
  type RuleBook,
  type Text,
} from '@heng/rules';
import i18next from 'i18next';
import type { Side } from './autosave.js';
import { factProblem, isTyped, readFact } from './fact-content.js';
import type { GridColumn } from './grid/grid-column.js';

/** A fact, the section it is shown under, and the indicators that read it. */
export type PlacedFact = {
  readonly fact: Fact;
  readonly section: string;
  readonly feeds: readonly Indicator[];
};

/** The facts in the order in which the book's indicators first read them; those only vetoes read come last. */
export function placedFacts(book: RuleBook, locale: Locale): PlacedFact[] {
  const say = (text: Text) => (locale === 'en' ? text.en : text.zh);
  const t = i18next.getFixedT(locale);
  const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  const placed = new Map<string, { fact: Fact; section: string; feeds: Indicator[] }>();
  const place = (id: string, section: string) => {
    const fact = facts.get(id);
    if (fact && !placed.has(id)) placed.set(id, { fact, section, feeds: [] });
    return placed.get(id);
  };
  for (const { indicator, sections } of indicatorsOf(book)) {
    const section = sections[0] ? say(sections[0].title) : '';
    for (const id of new Set(referencesOf(indicator).facts)) place(id, section)?.feeds.push(indicator);
  }
  for (const veto of book.vetoes)
    referencesOfCondition(veto.when).facts.forEach((id) => place(id, t('scoring.vetoFacts')));
  for (const { id } of book.facts) place(id, t('scoring.otherFacts'));
  return [...placed.values()];
}

type Options = {
  readonly facts: readonly PlacedFact[];
  readonly enterable: WorksheetResponse['enterable'];
  readonly side: Side;
  readonly locale: Locale;
};

/** The grid's columns for facts; one that the person may not enter is locked. */
export function factColumns({ facts, enterable, side, locale }: Options): GridColumn[] {
  const open = new Set(enterable.filter((each) => each.side === side).map(({ fact }) => fact));
  return facts.map(({ fact, section }): GridColumn => ({
    id: fact.id,
    title: locale === 'en' ? fact.title.en : fact.title.zh,
    unit: unitText(fact, locale),
    section,
    width: 112,
    entry: isTyped(fact) ? 'text' : 'dialog',
    locked: !open.has(fact.id),
    numeric: fact.kind === 'number' || fact.kind === 'percent',
    limit: (fact.kind === 'number' || fact.kind === 'percent' ? fact.checks?.atMost : undefined) ?? null,
    read: (text) => readFact(fact, text, locale),
    problem: (content, limit) => factProblem(fact, content, limit, locale),
  }));
}

/** The unit beside a fact's title: 人, %, 是/否. */
export function unitText(fact: Fact, locale: Locale): string {
  if (fact.kind === 'number') return locale === 'en' ? fact.unit.en : fact.unit.zh;
  if (fact.kind === 'percent') return '%';
  return i18next.getFixedT(locale)(`fact.kind.${fact.kind}`);
}
