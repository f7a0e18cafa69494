import { familyOf, comparesUnits } from '../families/registry.js';
import { Rational, sum } from '../exact/rational.js';
import type { Fact } from '../format/fact.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { evaluateMeasure } from '../measures/evaluate-measure.js';
import type { MeasureContext } from '../measures/measure-context.js';
import { appliesTo } from './applies-to.js';
import type { PlacedIndicator } from './book-index.js';
import { CohortFigures } from './cohort-figures.js';
import { cohortOf } from './cohorts.js';
import { evaluateCondition } from './evaluate-condition.js';
import { FactReader } from './fact-reader.js';
import { finishPoints } from './finish-points.js';
import type { Basis, IndicatorState, Reason, Step } from './outcome.js';
import { noNumber, numberValue, type NoNumber, type Value } from './value.js';

/** One indicator of one unit, exact. `null` points: no number. */
export type Evaluated = {
  readonly state: IndicatorState;
  readonly points: Rational | null;
  readonly reason: Reason | null;
};

export type RunInput = {
  readonly book: RuleBook;
  readonly order: readonly PlacedIndicator[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly units: readonly AssessedUnit[];
  readonly previous: ReadonlyMap<string, AssessedUnit> | null;
  readonly basis: Basis;
  /** The same units on declared values; null in the declared run itself. */
  readonly declared: AssessmentRun | null;
};

/** Mean points of a cohort and the number of units it is taken over. */
type CohortMean = { readonly mean: Rational; readonly count: number };

const append = (lists: Map<string, Rational[]>, key: string, value: Rational): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

const emptyCohort = new CohortFigures([]);
const states: Record<NoNumber['kind'], IndicatorState> = {
  missing: 'missing',
  'not-applicable': 'not-applicable',
  'cannot-compute': 'cannot-compute',
  pending: 'pending',
};

/** Evaluates every indicator for every unit, column by column in dependency order, and answers for each how it came about. */
export class AssessmentRun {
  readonly cohorts: readonly string[];
  readonly vetoes: readonly (readonly string[])[];
  private readonly readers: readonly FactReader[];
  private readonly previousReaders: readonly (FactReader | null)[];
  private readonly results = new Map<string, (Evaluated | null)[]>();
  private readonly figures = new Map<string, ReadonlyMap<string, CohortFigures>>();
  private readonly means = new Map<string, ReadonlyMap<string, CohortMean>>();
  private readonly placed: ReadonlyMap<string, PlacedIndicator>;

  constructor(readonly input: RunInput) {
    const { book, units, facts, basis, previous, order } = input;
    this.placed = new Map(order.map((item) => [item.indicator.id, item]));
    this.cohorts = units.map((unit) => cohortOf(unit, book.cohorts));
    this.readers = units.map((unit) => new FactReader(facts, unit, basis));
    this.previousReaders = units.map((unit) => {
      const before = previous?.get(unit.code);
      // Last year's official values; what was only declared last year does not count.
      return before === undefined
        ? null
        : new FactReader(facts, before, basis === 'verified' ? 'verified' : 'latest');
    });
    this.vetoes = units.map((_, unit) =>
      book.vetoes
        .filter((veto) => evaluateCondition(veto.when, this.context(unit, false)) === 'true')
        .map(({ id }) => id),
    );
    for (const item of order) this.evaluateColumn(item);
  }

  /** Null when the indicator is not for this unit. */
  result(indicator: string, unit: number): Evaluated | null {
    return this.results.get(indicator)?.[unit] ?? null;
  }

  /** The steps from facts to points, by the same evaluation that made the result. */
  steps(indicator: string, unit: number): Step[] {
    const item = this.placed.get(indicator);
    const steps: Step[] = [];
    if (item) {
      const first = this.evaluate(item, unit, steps);
      this.settle(item, unit, first, steps);
    }
    return steps;
  }

  /** Points of a section: sum of its parts with a number, capped for bonus and deduction, rounded by the book. */
  sectionPoints(section: Section, unit: number): Rational {
    const own = (section.indicators ?? []).map(({ id }) => this.result(id, unit)?.points ?? Rational.zero);
    const below = (section.sections ?? []).map((part) => this.sectionPoints(part, unit));
    const total = sum([...own, ...below]);
    const limit = Rational.parse(section.points);
    const capped =
      section.role === 'bonus'
        ? total.min(limit)
        : section.role === 'deduction'
          ? total.max(limit.negate())
          : total;
    const { section: rounding } = this.input.book.rounding;
    return rounding ? capped.round(rounding) : capped;
  }

  /** Declared minus own points over the base indicators that have a number on both sides; null when there is none. */
  selfGap(unit: number): Rational | null {
    const { declared } = this.input;
    if (declared === null) return null;
    let [gap, compared] = [Rational.zero, 0];
    for (const { indicator, role } of this.input.order) {
      const mine = this.result(indicator.id, unit)?.points;
      const theirs = declared.result(indicator.id, unit)?.points;
      if (role === 'base' && mine && theirs) {
        gap = gap.plus(theirs.minus(mine));
        compared += 1;
      }
    }
    return compared === 0 ? null : gap;
  }

  /** What measures and conditions of one unit may look at. */
  context(unit: number, show: boolean): MeasureContext {
    const reader = this.readers[unit];
    if (reader === undefined) throw new RangeError(`no unit ${unit} in this run`);
    return {
      facts: reader,
      previous: this.previousReaders[unit] ?? null,
      show,
      indicatorPoints: (id) => this.pointsValue(id, unit),
      sectionPoints: (id) => {
        const section = findSection(this.input.book.sections, id);
        const value = section ? this.sectionPoints(section, unit) : Rational.zero;
        return numberValue(value, value.toText());
      },
      selfGap: () => {
        const gap = this.selfGap(unit);
        return gap === null ? noNumber('missing', 'no-self-assessment') : numberValue(gap, gap.toText());
      },
    };
  }

  private pointsValue(id: string, unit: number): Value {
    const result = this.result(id, unit);
    if (result?.points) return numberValue(result.points, result.points.toText());
    return noNumber('cannot-compute', 'indicator-without-points', { indicator: id });
  }

  private evaluateColumn(item: PlacedIndicator): void {
    const { indicator } = item;
    const { units } = this.input;
    if (comparesUnits(indicator.score)) this.figures.set(indicator.id, this.gatherFigures(item));
    const column = units.map((unit, index) =>
      appliesTo(unit, indicator.appliesTo) ? this.evaluate(item, index, null) : null,
    );
    this.results.set(indicator.id, column);
    if (indicator.notApplicable?.policy === 'cohort-mean')
      this.means.set(indicator.id, this.gatherMeans(column));
    this.results.set(
      indicator.id,
      column.map((first, index) => (first === null ? null : this.settle(item, index, first, null))),
    );
  }

  /** The measure over each cohort; units without a number, not concerned, or vetoed to zero stay out (RULES.md CH1). */
  private gatherFigures(item: PlacedIndicator): ReadonlyMap<string, CohortFigures> {
    const values = new Map<string, Rational[]>();
    this.input.units.forEach((unit, index) => {
      if (!appliesTo(unit, item.indicator.appliesTo) || this.isVetoed(item.indicator.id, index)) return;
      if (this.isDeclaredNotApplicable(item, index)) return;
      const value = evaluateMeasure(item.indicator.measure, this.context(index, false));
      if (value.kind !== 'number') return;
      append(values, this.cohorts[index] ?? '', value.value);
    });
    return new Map([...values].map(([cohort, list]) => [cohort, new CohortFigures(list)]));
  }

  /** Mean points of the units that were scored; who was vetoed to zero does not pull the others down (RULES.md CH1). */
  private gatherMeans(column: readonly (Evaluated | null)[]): ReadonlyMap<string, CohortMean> {
    const values = new Map<string, Rational[]>();
    column.forEach((result, index) => {
      if (result?.state === 'scored' && result.points)
        append(values, this.cohorts[index] ?? '', result.points);
    });
    return new Map(
      [...values].map(([cohort, list]) => [
        cohort,
        { mean: sum(list).over(Rational.integer(list.length)), count: list.length },
      ]),
    );
  }

  private isVetoed(indicator: string, unit: number): boolean {
    return this.zeroedBy(indicator, unit).length > 0;
  }

  /** Ids of the fired vetoes that set this indicator to zero. */
  private zeroedBy(indicator: string, unit: number): readonly string[] {
    const fired = this.vetoes[unit] ?? [];
    if (fired.length === 0) return fired;
    return this.input.book.vetoes
      .filter(
        ({ id, effects }) =>
          fired.includes(id) &&
          effects.some(
            (effect) =>
              (effect.kind === 'indicator-zero' && effect.indicators.includes(indicator)) ||
              (effect.kind === 'indicators-named-zero' && this.isNamed(indicator, effect.fact, unit)),
          ),
      )
      .map(({ id }) => id);
  }

  /** Whether an entry of the records fact names this indicator as its level. */
  private isNamed(indicator: string, fact: string, unit: number): boolean {
    const named = this.readers[unit]?.records(fact);
    return named?.kind === 'value' && named.value.some(({ level }) => level === indicator);
  }

  private isDeclaredNotApplicable({ indicator }: PlacedIndicator, unit: number): boolean {
    const when = indicator.notApplicable?.when;
    return when !== undefined && evaluateCondition(when, this.context(unit, false)) === 'true';
  }

  private evaluate(item: PlacedIndicator, unit: number, steps: Step[] | null): Evaluated {
    const { indicator, role } = item;
    const zeroedBy = this.zeroedBy(indicator.id, unit);
    if (zeroedBy.length > 0) {
      return {
        state: 'vetoed',
        points: Rational.zero,
        reason: { code: 'vetoed', data: { veto: zeroedBy.join(',') } },
      };
    }
    if (this.isDeclaredNotApplicable(item, unit)) {
      return {
        state: 'not-applicable',
        points: null,
        reason: { code: 'condition-not-applicable', data: {} },
      };
    }
    const raw = this.rawPoints(item, unit, steps);
    if (raw.kind !== 'number') {
      return { state: states[raw.kind], points: null, reason: raw.reason };
    }
    const linked = indicator.finish?.linkedCap?.indicator;
    const points = finishPoints(
      raw.value,
      {
        indicator,
        role,
        bookRounding: this.input.book.rounding.indicator,
        linkedLoss: linked ? this.lossOn(linked, unit) : null,
      },
      steps,
    );
    return { state: 'scored', points, reason: null };
  }

  private rawPoints({ indicator }: PlacedIndicator, unit: number, steps: Step[] | null): Value {
    const context = this.context(unit, steps !== null);
    const full = Rational.parse(indicator.points);
    for (const [index, exception] of (indicator.finish?.exceptions ?? []).entries()) {
      if (evaluateCondition(exception.when, context) === 'true') {
        const points = exception.points === 'full' ? full : Rational.parse(exception.points);
        steps?.push({ code: 'exception', data: { index: String(index), points: points.toText() } });
        return numberValue(points);
      }
    }
    const measure = evaluateMeasure(indicator.measure, context);
    if (measure.kind !== 'number') return measure;
    if (indicator.measure.kind !== 'none') {
      steps?.push({ code: 'measure', data: { shown: measure.shown, value: measure.value.toText() } });
    }
    const scored = familyOf(indicator.score).score(indicator.score, {
      full,
      measure: measure.value,
      facts: context.facts,
      evaluate: (other) => evaluateMeasure(other, context),
      cohort: this.figures.get(indicator.id)?.get(this.cohorts[unit] ?? '') ?? emptyCohort,
    });
    if (scored.kind !== 'points') return scored;
    steps?.push({ code: 'score', data: scored.data });
    return numberValue(scored.points);
  }

  private lossOn(indicator: string, unit: number): Rational | null {
    const points = this.result(indicator, unit)?.points;
    const item = this.placed.get(indicator);
    if (!points || !item) return null;
    return item.role === 'deduction' ? points.negate() : Rational.parse(item.indicator.points).minus(points);
  }

  /** Applies the not-applicable and missing policies to what could not be scored, and closes the steps. */
  private settle(item: PlacedIndicator, unit: number, first: Evaluated, steps: Step[] | null): Evaluated {
    const { indicator } = item;
    const settled =
      first.state === 'not-applicable'
        ? this.settleNotApplicable(item, unit, first)
        : first.state === 'missing' && indicator.missing === 'zero'
          ? { ...first, points: Rational.zero }
          : first;
    if (settled.reason) {
      const data = {
        ...settled.reason.data,
        reason: settled.reason.code,
        policy: this.policyOf(item, settled),
      };
      steps?.push({ code: settled.state, data });
    }
    if (settled.points) {
      steps?.push({ code: 'points', data: { points: settled.points.toText(), full: indicator.points } });
    }
    return settled;
  }

  private policyOf({ indicator }: PlacedIndicator, { state }: Evaluated): string {
    if (state === 'vetoed') return 'zero';
    if (state === 'not-applicable') return indicator.notApplicable?.policy ?? 'wait';
    return state === 'missing' ? indicator.missing : 'wait';
  }

  private settleNotApplicable({ indicator }: PlacedIndicator, unit: number, first: Evaluated): Evaluated {
    const rule = indicator.notApplicable;
    const full = Rational.parse(indicator.points);
    switch (rule?.policy) {
      case undefined:
        // The book does not say what not applicable means here, so nobody may guess.
        return {
          state: 'cannot-compute',
          points: null,
          reason: { code: 'not-applicable-undeclared', data: {} },
        };
      case 'exclude':
        return first;
      case 'full':
        return { ...first, points: full };
      case 'zero':
        return { ...first, points: Rational.zero };
      case 'fixed':
        return { ...first, points: Rational.parse(rule.points ?? '0') };
      case 'cohort-mean': {
        const others = this.means.get(indicator.id)?.get(this.cohorts[unit] ?? '');
        if (others === undefined) {
          return { state: 'cannot-compute', points: null, reason: { code: 'nothing-to-compare', data: {} } };
        }
        const { mean, count } = others;
        const rounding = indicator.finish?.rounding ?? this.input.book.rounding.indicator;
        const told = { mean: mean.toText(), count: String(count) };
        return {
          ...first,
          points: rounding ? mean.round(rounding) : mean,
          reason: first.reason && { ...first.reason, data: { ...first.reason.data, ...told } },
        };
      }
    }
  }
}

/** A section of the tree by its id. */
export function findSection(sections: readonly Section[], id: string): Section | null {
  for (const section of sections) {
    if (section.id === id) return section;
    const below = findSection(section.sections ?? [], id);
    if (below) return below;
  }
  return null;
}
