import type { Condition } from '../format/condition.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import type { Score } from '../format/score.js';
import { comparesUnits } from '../families/registry.js';

/** One indicator with its place in the tree. `sections` runs from the top section to its own. */
export type PlacedIndicator = {
  readonly indicator: Indicator;
  readonly sections: readonly Section[];
  readonly role: Section['role'];
  /** JSON path in the book. */
  readonly path: string;
};

/** All indicators in the order of the book. */
export function indicatorsOf(book: RuleBook): PlacedIndicator[] {
  const walk = (sections: readonly Section[], above: readonly Section[], path: string): PlacedIndicator[] =>
    sections.flatMap((section, index) => {
      const here = `${path}/${index}`;
      const trail = [...above, section];
      const own = (section.indicators ?? []).map((indicator, position) => ({
        indicator,
        sections: trail,
        role: section.role,
        path: `${here}/indicators/${position}`,
      }));
      return [...own, ...walk(section.sections ?? [], trail, `${here}/sections`)];
    });
  return walk(book.sections, [], '/sections');
}

/** What an expression refers to. */
export type References = {
  readonly facts: readonly string[];
  readonly indicators: readonly string[];
  readonly sections: readonly string[];
  readonly selfGap: boolean;
  /** Whether other units' figures are looked at. */
  readonly comparesUnits: boolean;
  /** Facts of the previous period. */
  readonly previousFacts: readonly string[];
};

/** Facts, indicators and sections that an indicator's measure, score, finish and policies refer to, each once. */
export function referencesOf(indicator: Indicator): References {
  const collected = new Collector();
  collected.measure(indicator.measure);
  const { score } = indicator;
  measuresOfScore(score).forEach(({ measure }) => collected.measure(measure));
  if (score.method === 'checklist') score.items.forEach(({ fact }) => collected.facts.add(fact));
  if (score.method === 'choice' || score.method === 'records-worth') collected.facts.add(score.fact);
  if (score.method === 'records-worth' && score.notBefore !== undefined) collected.before(score.fact);
  indicator.finish?.exceptions?.forEach(({ when }) => collected.condition(when));
  if (indicator.finish?.linkedCap) collected.indicators.add(indicator.finish.linkedCap.indicator);
  if (indicator.notApplicable?.when) collected.condition(indicator.notApplicable.when);
  return collected.done();
}

/** The measures among a method's parameters, with their path below `/score`. */
export function measuresOfScore(score: Score): { readonly measure: Measure; readonly path: string }[] {
  const named = (entries: readonly (readonly [string, unknown])[]) =>
    entries.flatMap(([path, value]) =>
      // What is an object at these places is a measure, by the schema.
      typeof value === 'object' && value !== null ? [{ measure: value as Measure, path }] : [],
    );
  switch (score.method) {
    case 'proportion':
    case 'inverse':
      return named([['target', score.target]]);
    case 'threshold':
      return named([['at', score.at]]);
    case 'steps':
      return named([['origin', score.origin]]);
    case 'efficacy':
      return named([
        ['low', score.low],
        ['high', score.high],
      ]);
    case 'tally':
      return score.terms.map(({ of }, index) => ({ measure: of, path: `terms/${index}/of` }));
    default:
      return [];
  }
}

/** What a condition refers to. */
export function referencesOfCondition(condition: Condition): References {
  const collected = new Collector();
  collected.condition(condition);
  return collected.done();
}

/** What a measure refers to. */
export function referencesOfMeasure(measure: Measure): References {
  const collected = new Collector();
  collected.measure(measure);
  return collected.done();
}

class Collector {
  readonly facts = new Set<string>();
  readonly indicators = new Set<string>();
  private readonly sections = new Set<string>();
  private readonly previousFacts = new Set<string>();
  private selfGap = false;
  private comparesUnits = false;

  measure(measure: Measure): void {
    switch (measure.kind) {
      case 'fact':
      case 'count':
      case 'days':
      case 'panel-mean':
      case 'vote-mean':
      case 'vote-share':
      case 'rater-mean':
        this.facts.add(measure.fact);
        return;
      case 'sum':
      case 'product':
      case 'greatest':
      case 'least':
      case 'difference':
      case 'ratio':
        measure.of.forEach((part) => this.measure(part));
        return;
      case 'sample-rate':
        this.measure(measure.positive);
        this.measure(measure.sample);
        return;
      case 'mean':
        measure.of.forEach((part) => this.measure(part.measure));
        return;
      case 'selected':
      case 'first-known':
        measure.of.forEach((part) => this.measure(part));
        return;
      case 'rounded':
      case 'logarithm':
      case 'root':
      case 'power':
      case 'exponential':
      case 'banded':
        this.measure(measure.of);
        return;
      case 'cohort':
      case 'place':
        this.comparesUnits = true;
        this.measure(measure.of);
        return;
      case 'previous':
        referencesOfMeasure(measure.of).facts.forEach((fact) => this.previousFacts.add(fact));
        return;
      case 'indicator-points':
        this.indicators.add(measure.indicator);
        return;
      case 'section-points':
        this.sections.add(measure.section);
        return;
      case 'self-gap':
        this.selfGap = true;
        return;
      case 'constant':
      case 'none':
        return;
    }
  }

  /** A fact of the previous period. */
  before(fact: string): void {
    this.previousFacts.add(fact);
  }

  condition(condition: Condition): void {
    switch (condition.kind) {
      case 'is-true':
      case 'is-option':
        this.facts.add(condition.fact);
        return;
      case 'compare':
        this.measure(condition.left);
        if (typeof condition.right === 'object') this.measure(condition.right);
        return;
      case 'all':
      case 'any':
        condition.of.forEach((part) => this.condition(part));
        return;
      case 'not':
        this.condition(condition.of);
        return;
    }
  }

  done(): References {
    return {
      facts: [...this.facts],
      indicators: [...this.indicators],
      sections: [...this.sections],
      selfGap: this.selfGap,
      comparesUnits: this.comparesUnits,
      previousFacts: [...this.previousFacts],
    };
  }
}

/** Indicators in dependency order, or the ids of a cycle. */
export type Ordering =
  | { readonly ok: true; readonly order: readonly PlacedIndicator[] }
  | { readonly ok: false; readonly cycle: readonly string[] };

/** Orders indicators so that each comes after all whose points it reads (subtotals, linked caps, the self-gap). */
export function orderIndicators(book: RuleBook): Ordering {
  const placed = indicatorsOf(book);
  const byId = new Map(placed.map((item) => [item.indicator.id, item]));
  const [done, order, trail] = [new Set<string>(), [] as PlacedIndicator[], [] as string[]];

  const visit = (item: PlacedIndicator): readonly string[] | null => {
    const { id } = item.indicator;
    if (done.has(id)) return null;
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    trail.push(id);
    for (const next of readsPointsOf(item, placed)) {
      const target = byId.get(next);
      const cycle = target ? visit(target) : null;
      if (cycle) return cycle;
    }
    trail.pop();
    done.add(id);
    order.push(item);
    return null;
  };

  for (const item of placed) {
    const cycle = visit(item);
    if (cycle) return { ok: false, cycle };
  }
  return { ok: true, order };
}

/** Ids of the indicators whose points this one reads. */
const readsPointsOf = (item: PlacedIndicator, placed: readonly PlacedIndicator[]): string[] =>
  pointsReadBy(referencesOf(item.indicator), placed);

/** Ids of the indicators whose points an expression reads: by name, through a section, or through the self-gap. */
export function pointsReadBy(references: References, placed: readonly PlacedIndicator[]): string[] {
  const idsOf = (among: (item: PlacedIndicator) => boolean) =>
    placed.filter(among).map(({ indicator }) => indicator.id);
  const inSections =
    references.sections.length === 0
      ? []
      : idsOf(({ sections }) => sections.some(({ id }) => references.sections.includes(id)));
  const base = references.selfGap ? idsOf(({ role }) => role === 'base') : [];
  return [...references.indicators, ...inSections, ...base];
}

/**
 * Ids of the indicators whose points can change when another unit's facts change: cohort-relative methods,
 * cohort means for not applicable, and everything that reads their points. Before publication they are withheld.
 */
export function indicatorsThatCompareUnits(book: RuleBook): ReadonlySet<string> {
  const placed = indicatorsOf(book);
  const found = new Set(
    placed
      .filter(
        ({ indicator }) =>
          comparesUnits(indicator.score) ||
          referencesOf(indicator).comparesUnits ||
          indicator.notApplicable?.policy === 'cohort-mean' ||
          indicator.missing === 'cohort-mean',
      )
      .map(({ indicator }) => indicator.id),
  );
  const ordering = orderIndicators(book);
  for (const item of ordering.ok ? ordering.order : []) {
    if (readsPointsOf(item, placed).some((id) => found.has(id))) found.add(item.indicator.id);
  }
  return found;
}
