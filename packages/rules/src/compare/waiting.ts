import {
  orderIndicators,
  pointsReadBy,
  referencesOf,
  referencesOfCondition,
  referencesOfMeasure,
  type PlacedIndicator,
  type References,
} from '../engine/book-index.js';
import { appliesTo } from '../engine/applies-to.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Indicator } from '../format/indicator.js';
import type { Ranking, RuleBook, Section } from '../format/rule-book.js';

/** What is not known about last year, by unit: facts of the year and, for measures that look back, of the year before. */
export type Unknowns = {
  readonly fact: (unit: string, fact: string) => boolean;
  readonly before: (unit: string, fact: string) => boolean;
};

/** An indicator that cannot be tried on last year's facts, and for which units. */
export type WaitingIndicator = {
  readonly id: string;
  readonly units: readonly string[];
  /** Whether it waits for every unit it is for. */
  readonly everywhere: boolean;
  /** Facts it needs and nobody has, also through other indicators. */
  readonly facts: readonly string[];
  readonly factsOfYearBefore: readonly string[];
};

export type Waiting = {
  readonly indicators: readonly WaitingIndicator[];
  /** Vetoes, tie-breaks (by position) and the figure that grades are read against, where they ask for what nobody has. */
  readonly vetoes: readonly string[];
  readonly tieBreaks: readonly number[];
  readonly grading: boolean;
};

/**
 * What of a draft has to wait for facts that last year's lack. An indicator waits as soon as it reads one of them, in whatever part, or the points
 * of one that waits: what it would give without is not what it will give.
 */
export function waitingFor(draft: RuleBook, units: readonly AssessedUnit[], unknowns: Unknowns): Waiting {
  const ordering = orderIndicators(draft);
  const order = ordering.ok ? ordering.order : [];
  const waiting = new Map<string, ReadonlySet<string>>();
  const found = order.flatMap((item) => {
    const concerned = units.filter((unit) => appliesTo(unit, item.indicator.appliesTo));
    const needs = new Needs(item, order, unknowns, waiting);
    const late = concerned.filter(({ code }) => needs.isWaiting(code)).map(({ code }) => code);
    if (late.length === 0) return [];
    waiting.set(item.indicator.id, new Set(late));
    return [
      {
        id: item.indicator.id,
        units: late,
        everywhere: late.length === concerned.length,
        facts: needs.facts(late),
        factsOfYearBefore: needs.factsOfYearBefore(late),
      },
    ];
  });
  const lacks = (references: References) =>
    units.length > 0 &&
    units.every(
      ({ code }) =>
        references.facts.some((fact) => unknowns.fact(code, fact)) ||
        references.previousFacts.some((fact) => unknowns.before(code, fact)) ||
        references.indicators.some((id) => waiting.get(id)?.has(code)),
    );
  return {
    // As the book lists them, not as they depend on each other.
    indicators: [...found].sort((a, b) => positionOf(draft, a.id) - positionOf(draft, b.id)),
    vetoes: draft.vetoes
      .filter(
        ({ when, effects }) =>
          lacks(referencesOfCondition(when)) ||
          effects.some(
            (effect) =>
              effect.kind === 'indicators-named-zero' &&
              units.every(({ code }) => unknowns.fact(code, effect.fact)),
          ),
      )
      .map(({ id }) => id),
    tieBreaks: draft.ranking.tieBreaks.flatMap((each, index) => {
      const isLate =
        each.kind === 'measure'
          ? lacks(referencesOfMeasure(each.of))
          : each.kind === 'indicator' &&
            found.some(({ id, everywhere }) => everywhere && id === each.indicator);
      return isLate ? [index] : [];
    }),
    grading: typeof draft.gradesOn === 'object' && lacks(referencesOfMeasure(draft.gradesOn)),
  };
}

class Needs {
  private readonly references: References;
  private readonly points: readonly string[];

  constructor(
    { indicator }: PlacedIndicator,
    order: readonly PlacedIndicator[],
    private readonly unknowns: Unknowns,
    private readonly waiting: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.references = referencesOf(indicator);
    // The self-gap is over what has a number on both sides: an indicator that waits is in neither.
    this.points = pointsReadBy({ ...this.references, selfGap: false }, order);
  }

  isWaiting(unit: string): boolean {
    const { facts, previousFacts } = this.references;
    return (
      facts.some((fact) => this.unknowns.fact(unit, fact)) ||
      previousFacts.some((fact) => this.unknowns.before(unit, fact)) ||
      this.points.some((id) => this.waiting.get(id)?.has(unit))
    );
  }

  facts = (units: readonly string[]): string[] =>
    this.references.facts.filter((fact) => units.some((unit) => this.unknowns.fact(unit, fact)));

  factsOfYearBefore = (units: readonly string[]): string[] =>
    this.references.previousFacts.filter((fact) => units.some((unit) => this.unknowns.before(unit, fact)));
}

function positionOf(book: RuleBook, id: string): number {
  const walk = (sections: readonly Section[]): string[] =>
    sections.flatMap((section) => [
      ...(section.indicators ?? []).map((indicator) => indicator.id),
      ...walk(section.sections ?? []),
    ]);
  return walk(book.sections).indexOf(id);
}

/**
 * The draft as it can be tried: an indicator that waits is not for the units it waits for. So it counts neither as zero nor as full; the book's own
 * conversion (TO3) brings the rest to the total.
 */
export function withoutWaiting(
  draft: RuleBook,
  { indicators }: Waiting,
  units: readonly AssessedUnit[],
): RuleBook {
  if (indicators.length === 0) return draft;
  const late = new Map(indicators.map((each) => [each.id, new Set(each.units)]));
  const tried = (indicator: Indicator): Indicator => {
    const not = late.get(indicator.id);
    if (not === undefined) return indicator;
    const only = units.map(({ code }) => code).filter((code) => !not.has(code));
    const own = indicator.appliesTo?.units;
    return {
      ...indicator,
      appliesTo: {
        ...indicator.appliesTo,
        units: own === undefined ? only : only.filter((code) => own.includes(code)),
      },
    };
  };
  const inSection = (section: Section): Section => ({
    ...section,
    ...(section.indicators && { indicators: section.indicators.map(tried) }),
    ...(section.sections && { sections: section.sections.map(inSection) }),
  });
  return { ...draft, sections: draft.sections.map(inSection), ranking: withoutRequired(draft.ranking, late) };
}

/** Nobody is left out of the ranking for what waits. */
function withoutRequired(ranking: Ranking, late: ReadonlyMap<string, unknown>): Ranking {
  const { requires, ...rest } = ranking;
  if (requires === undefined) return ranking;
  const { indicators = [], sections } = requires;
  const left = indicators.filter((id) => !late.has(id));
  return {
    ...rest,
    requires: { ...(sections && { sections }), ...(left.length > 0 && { indicators: left }) },
  };
}
