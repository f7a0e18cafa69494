import { AssessmentRun, type ComparedFigures } from '../engine/assessment-run.js';
import {
  indicatorsOf,
  pointsReadBy,
  referencesOf,
  referencesOfCondition,
  type PlacedIndicator,
  type References,
} from '../engine/book-index.js';
import type { Fact } from '../format/fact.js';
import type { AssessedUnit, FactEntry } from '../format/facts-document.js';
import type { RuleBook } from '../format/rule-book.js';
import type { FactColumns, PreviousFacts, UnitHead } from './columns.js';
import { unitFromColumns } from './unit-from-columns.js';

/** The facts of one run in batch order. */
export type RunFacts = {
  readonly facts: FactColumns;
  readonly declared: FactColumns | null;
  readonly previous: PreviousFacts | null;
};

/** Figures of the cohort of a unit that is evaluated alone; `declared` is null where the run has no declared side. */
export type Beside = { readonly own: ComparedFigures; readonly declared: ComparedFigures | null };

/** Runs the exact evaluator itself on a stretch of units: for columns that integers cannot do, for reasons and explanations. */
export class ExactRuns {
  private readonly facts: ReadonlyMap<string, Fact>;
  private readonly asked = new Map<string, readonly Fact[]>();

  constructor(
    private readonly book: RuleBook,
    private readonly order: readonly PlacedIndicator[],
    private readonly head: (position: number) => UnitHead,
  ) {
    this.facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  }

  /**
   * @param wanted the indicators whose results are needed, closed under what they read ({@link closureOf})
   * @param beside on both sides, what these units are compared with; null: one another
   */
  run(
    { facts, declared, previous }: RunFacts,
    from: number,
    to: number,
    wanted: ReadonlySet<string>,
    beside: Beside | null = null,
  ): AssessmentRun {
    const positions = Array.from({ length: to - from }, (_, index) => from + index);
    const asked = this.factsOf(wanted);
    const unitsOf = (columns: FactColumns): AssessedUnit[] =>
      positions.map((position) => unitFromColumns(this.head(position), asked, columns, position));
    const lastYear = (columns: FactColumns | undefined) =>
      previous && columns
        ? new Map(
            positions
              .filter((position) => previous.known[position] === 1)
              .map((position): [string, AssessedUnit] => {
                const unit = unitFromColumns(this.head(position), asked, columns, position);
                return [unit.code, unit];
              }),
          )
        : null;
    const common = {
      book: this.book,
      order: this.order.filter(({ indicator }) => wanted.has(indicator.id)),
      facts: this.facts,
      basis: 'verified' as const,
    };
    const other =
      declared === null
        ? null
        : new AssessmentRun({
            ...common,
            units: unitsOf(declared),
            previous: lastYear(previous?.latest),
            declared: null,
            ...(beside?.declared ? { compared: beside.declared } : {}),
          });
    return new AssessmentRun({
      ...common,
      units: unitsOf(facts),
      previous: lastYear(previous?.facts),
      declared: other,
      ...(beside ? { compared: beside.own } : {}),
    });
  }

  /** The facts that these indicators and the vetoes read; a measure of its own, such as a tie-break's, may read any. */
  private factsOf(wanted: ReadonlySet<string>): readonly Fact[] {
    if (wanted.size === 0) return this.book.facts;
    const key = [...wanted].join(' ');
    const known = this.asked.get(key);
    if (known !== undefined) return known;
    const references = [
      ...this.order
        .filter(({ indicator }) => wanted.has(indicator.id))
        .map(({ indicator }) => referencesOf(indicator)),
      ...this.book.vetoes.map(({ when }) => referencesOfCondition(when)),
    ];
    const ids = new Set(references.flatMap(({ facts, previousFacts }) => [...facts, ...previousFacts]));
    for (const { effects } of this.book.vetoes) {
      for (const effect of effects) if (effect.kind === 'indicators-named-zero') ids.add(effect.fact);
    }
    const found = this.book.facts.filter(({ id }) => ids.has(id));
    this.asked.set(key, found);
    return found;
  }

  /** Units `from` to `to` with both sides, as a facts document has them. */
  units(facts: FactColumns, declared: FactColumns | null, from: number, to: number): AssessedUnit[] {
    return Array.from({ length: to - from }, (_, index) => {
      const head = this.head(from + index);
      const counts = unitFromColumns(head, this.book.facts, facts, from + index);
      if (declared === null) return counts;
      const own = unitFromColumns(head, this.book.facts, declared, from + index);
      const merged = Object.entries({ ...own.facts, ...counts.facts }).map(([id]): [string, FactEntry] => {
        const entry = counts.facts[id] ?? {};
        if (entry.notApplicable !== undefined) return [id, entry];
        return [id, { verified: entry.verified ?? null, declared: own.facts[id]?.declared ?? null }];
      });
      return { ...counts, facts: Object.fromEntries(merged) };
    });
  }

  /** Last year's facts of the units that have any. */
  lastYear({ facts, latest, known }: PreviousFacts, from: number, to: number): AssessedUnit[] {
    return this.units(facts, latest, from, to).filter((_, index) => known[from + index] === 1);
  }
}

/** These indicators and all whose points they read, directly or not. */
export function closureOf(
  book: RuleBook,
  ids: Iterable<string>,
  further: readonly References[] = [],
): Set<string> {
  const placed = new Map(indicatorsOf(book).map((item) => [item.indicator.id, item]));
  const found = new Set<string>();
  const add = (id: string): void => {
    const item = placed.get(id);
    if (item === undefined || found.has(id)) return;
    found.add(id);
    for (const next of readsOf(book, referencesOf(item.indicator))) add(next);
  };
  for (const id of ids) add(id);
  for (const references of further) readsOf(book, references).forEach(add);
  return found;
}

/** Ids of the indicators whose points these references read. */
export const readsOf = (book: RuleBook, references: References): string[] =>
  pointsReadBy(references, indicatorsOf(book));
