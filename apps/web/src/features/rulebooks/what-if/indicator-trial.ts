import {
  compile,
  describeSteps,
  Fact,
  Indicator,
  indicatorsOf,
  type AssessedUnit,
  type Engine,
  type Explanation,
  type FactValue,
  type Locale,
  type RuleBook,
} from '@heng/rules';
import { trialBookFor, type TrialBook } from './trial-book.js';

/** Values of one imagined unit, by fact; null is no data. */
export type Values = Readonly<Record<string, FactValue | null>>;

export type UnitValues = { readonly now: Values; readonly before: Values };

export type TrialResult = Pick<Explanation, 'state' | 'points' | 'full' | 'steps'> & {
  /** What the indicator measured, exactly; null where it measures nothing or could not. */
  readonly measure: string | null;
};

/** One indicator, scored by the engine for units that somebody imagines. */
export class IndicatorTrial {
  readonly reads: TrialBook;
  private readonly engine: Engine;

  constructor(
    book: RuleBook,
    private readonly indicator: Indicator,
  ) {
    this.reads = trialBookFor(book, indicator);
    this.engine = compile(this.reads.book);
  }

  /** The result of each unit, in their order. */
  run(units: readonly UnitValues[]): TrialResult[] {
    try {
      return this.scored(units);
    } catch {
      // Numbers that no rule book may have, such as steps of 0, while they are being typed.
      const none = { state: 'cannot-compute', points: null, steps: [], measure: null } as const;
      return units.map(() => ({ ...none, full: this.indicator.points }));
    }
  }

  private scored(units: readonly UnitValues[]): TrialResult[] {
    const assessed = units.map(({ now }, index) => this.unit(index, now));
    const previous = units.map(({ before }, index) => this.unit(index, before));
    const done = this.engine.assess(assessed, { previous });
    return assessed.map(({ code }) => {
      const { state, points, full, steps } = done.explain(code, this.indicator.id);
      const measure = steps.find((step) => step.code === 'measure')?.data['value'] ?? null;
      return { state, points, full, steps, measure };
    });
  }

  sentences(result: TrialResult, locale: Locale): string[] {
    return describeSteps({ indicator: this.indicator.id, steps: result.steps }, this.reads.book, locale);
  }

  private unit(index: number, values: Values): AssessedUnit {
    const facts = Object.entries(values).flatMap(([id, value]) =>
      value === null ? [] : [[id, { declared: value, verified: value }] as const],
    );
    return {
      code: `unit-${index + 1}`,
      name: `unit-${index + 1}`,
      type: this.reads.book.unitTypes[0] ?? 'unit',
      facts: Object.fromEntries(facts),
    };
  }
}

/** The trial of an indicator; null while its rules cannot run yet. */
export function trialOf(book: RuleBook, indicator: Indicator): IndicatorTrial | null {
  try {
    if (!Indicator.safeParse(indicator).success) return null;
    const trial = new IndicatorTrial(book, indicator);
    const { reads } = trial;
    const read = new Set([...reads.own, ...reads.beside, ...reads.previous]);
    const isWhole =
      indicatorsOf(reads.book).every((placed) => Indicator.safeParse(placed.indicator).success) &&
      reads.book.facts.every((fact) => !read.has(fact.id) || Fact.safeParse(fact).success);
    return isWhole ? trial : null;
  } catch {
    return null;
  }
}
