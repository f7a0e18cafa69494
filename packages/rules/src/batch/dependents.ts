import { indicatorsOf, referencesOf, referencesOfCondition } from '../engine/book-index.js';
import type { RuleBook } from '../format/rule-book.js';
import { closureOf } from './exact-runs.js';
import type { ColumnWork } from './indicator-stage.js';
import { zeroesPoints } from './veto-stage.js';

export type Scope = ColumnWork['scope'];

/** What is to be worked out again when a fact changes. */
export type Dependents = {
  /** Indicators in order of dependence. */
  readonly works: readonly string[];
  /** How far the change reaches. */
  readonly wide: Scope;
  /** Whether a veto that sets points to zero reads the fact. */
  readonly zeroing: boolean;
  /** Whether a veto that is decided after the points can change. */
  readonly vetoes: boolean;
  /** Sections that hold one of the indicators. */
  readonly sections: ReadonlySet<string>;
};

export const widest = (scopes: readonly Scope[]): Scope =>
  scopes.includes('all') ? 'all' : scopes.includes('cohort') ? 'cohort' : 'unit';

/**
 * @param order ids of all indicators in order of dependence
 * @param reach how far each indicator looks, with all whose points it reads
 */
export function findDependents(
  book: RuleBook,
  fact: string,
  order: readonly string[],
  reach: ReadonlyMap<string, Scope>,
): Dependents {
  const zeroing = book.vetoes.filter(
    (veto) =>
      zeroesPoints(veto) &&
      (referencesOfCondition(veto.when).facts.includes(fact) ||
        veto.effects.some((effect) => effect.kind === 'indicators-named-zero' && effect.fact === fact)),
  );
  const isZeroed = (id: string) =>
    zeroing.some(({ effects }) =>
      effects.some(
        (effect) =>
          (effect.kind === 'indicator-zero' && effect.indicators.includes(id)) ||
          effect.kind === 'indicators-named-zero',
      ),
    );
  const reads = new Set(
    indicatorsOf(book)
      .filter(({ indicator }) => isZeroed(indicator.id) || referencesOf(indicator).facts.includes(fact))
      .map(({ indicator }) => indicator.id),
  );
  const works = order.filter((id) => [...closureOf(book, [id])].some((each) => reads.has(each)));
  const later = book.vetoes
    .filter((veto) => !zeroesPoints(veto))
    .map(({ when }) => referencesOfCondition(when));
  return {
    works,
    wide: widest(works.map((id) => reach.get(id) ?? 'unit')),
    zeroing: zeroing.length > 0,
    vetoes: later.some(
      ({ facts, indicators, sections, selfGap }) =>
        facts.includes(fact) || indicators.length > 0 || sections.length > 0 || selfGap,
    ),
    sections: new Set(
      indicatorsOf(book)
        .filter(({ indicator }) => works.includes(indicator.id))
        .flatMap(({ sections }) => sections.map(({ id }) => id)),
    ),
  };
}
