import { familyOf, comparesUnits } from '../families/registry.js';
import { Rational, sum } from '../exact/rational.js';
import type { Fact } from '../format/fact.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook, Section, Veto } from '../format/rule-book.js';
import { evaluateMeasure } from '../measures/evaluate-measure.js';
import type { MeasureContext } from '../measures/measure-context.js';
import { appliesTo } from './applies-to.js';
import type { PlacedIndicator } from './book-index.js';
import { CohortFigures } from './cohort-figures.js';
import { cohortOf } from './cohorts.js';
import { evaluateCondition, shownCondition } from './evaluate-condition.js';
import { FactReader } from './fact-reader.js';
import { finishPoints } from './finish-points.js';
import type { Basis, IndicatorState, Reason, Step } from './outcome.js';
import { partsOf, sectionFigure, type SectionFigure } from './section-figures.js';
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
  /** What the units are compared with, where those of this run are not all that compare; else the run gathers it from its units. */
  readonly compared?: ComparedFigures;
};

/** Figures over more units than a run has, all of them of one cohort: the same as a run over all of those units would gather. */
export type ComparedFigures = {
  /**
   * @param item whose measure it is: it is taken over the units that the indicator concerns and no veto sets to zero there (RULES.md CH1);
   * null for a condition, which looks at all units
   */
  readonly figures: (
    item: PlacedIndicator | null,
    measure: Measure,
    among: 'cohort' | 'all',
  ) => CohortFigures;
  /** Mean points of the cohort's scored units; null when there are none. */
  readonly mean: (item: PlacedIndicator) => CohortMean | null;
};

/** Mean points of a cohort and the number of units it is taken over. */
export type CohortMean = { readonly mean: Rational; readonly count: number };

const append = (lists: Map<string, Rational[]>, key: string, value: Rational): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

const emptyCohort = CohortFigures.of([]);
/** Key of the figures over all units; no cohort's key, as these begin otherwise. */
const everyone = 'all units';
const states: Record<NoNumber['kind'], IndicatorState> = {
  missing: 'missing',
  'not-applicable': 'not-applicable',
  'cannot-compute': 'cannot-compute',
  pending: 'pending',
};

/** Evaluates every indicator for every unit, column by column in dependency order, and answers for each how it came about. */
export class AssessmentRun {
  readonly cohorts: readonly string[];
  private fired: readonly (readonly string[])[] = [];
  private readonly readers: readonly FactReader[];
  private readonly previousReaders: readonly (FactReader | null)[];
  private readonly results = new Map<string, (Evaluated | null)[]>();
  /** By indicator (none: '') and measure, as each indicator compares only the units it concerns. */
  private readonly figures = new Map<string, Map<Measure, ReadonlyMap<string, CohortFigures>>>();
  private readonly pointsMeasures = new Map<string, Measure>();
  private readonly sections = new Map<string, (SectionFigure | undefined)[]>();
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
    // Those that set points to zero come before the points; all others may read them (VE2).
    this.fired = this.vetoesThatHold((veto) => zeroesPoints(veto));
    for (const item of order) this.evaluateColumn(item);
    const others = this.vetoesThatHold((veto) => !zeroesPoints(veto));
    this.fired = this.fired.map((early, unit) =>
      book.vetoes.map(({ id }) => id).filter((id) => early.includes(id) || others[unit]?.includes(id)),
    );
  }

  /** Ids of the vetoes that hold for each unit, in the order of the book. */
  get vetoes(): readonly (readonly string[])[] {
    return this.fired;
  }

  private vetoesThatHold(among: (veto: Veto) => boolean): (readonly string[])[] {
    const asked = this.input.book.vetoes.filter(among);
    return this.input.units.map((_, unit) =>
      asked
        .filter((veto) => evaluateCondition(veto.when, this.context(unit, false)) === 'true')
        .map(({ id }) => id),
    );
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

  /** A section of one unit; asked for when all its indicators are computed. */
  section(section: Section, unit: number): SectionFigure {
    let figures = this.sections.get(section.id);
    if (figures === undefined) this.sections.set(section.id, (figures = []));
    return (figures[unit] ??= this.figureOf(section, unit, null));
  }

  /** Points of a section; 0 where it has none. */
  sectionPoints(section: Section, unit: number): Rational {
    return this.section(section, unit).points ?? Rational.zero;
  }

  /** From the parts of a section to its points. */
  sectionSteps(section: Section, unit: number): Step[] {
    const steps: Step[] = [];
    this.figureOf(section, unit, steps);
    return steps;
  }

  private figureOf(section: Section, unit: number, steps: Step[] | null): SectionFigure {
    const parts = partsOf(section, {
      indicator: (id) => this.result(id, unit),
      section: (part) => this.section(part, unit),
    });
    return sectionFigure(section, parts, this.input.book.rounding.section, steps);
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

  /** Place of a unit's points in its cohort, for count-back: 1 + number with more points; null without a number. */
  placeIn(indicator: string, unit: number): Rational | null {
    const points = this.result(indicator, unit)?.points;
    if (!points) return null;
    const { first } = this.pointsFigures(indicator, unit).places(points, 'higher');
    return Rational.integer(first);
  }

  private pointsFigures(indicator: string, unit: number): CohortFigures {
    let measure = this.pointsMeasures.get(indicator);
    if (measure === undefined)
      this.pointsMeasures.set(indicator, (measure = { kind: 'indicator-points', indicator }));
    return this.figuresOf(null, measure, 'cohort', unit);
  }

  /** What measures and conditions of one unit may look at. */
  context(unit: number, show: boolean, item: PlacedIndicator | null = null): MeasureContext {
    const reader = this.readers[unit];
    if (reader === undefined) throw new RangeError(`no unit ${unit} in this run`);
    return {
      unit: this.input.units[unit]?.code ?? '',
      facts: reader,
      previous: this.previousReaders[unit] ?? null,
      show,
      indicatorPoints: (id) => this.pointsValue(id, unit),
      sectionPoints: (id) => {
        const section = findSection(this.input.book.sections, id);
        const figure = section ? this.section(section, unit) : null;
        if (!figure?.points) return noNumber('cannot-compute', 'section-without-points', { section: id });
        return numberValue(figure.points, figure.points.toText());
      },
      figures: (measure, among) => this.figuresOf(item, measure, among, unit),
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
    const column = units.map((unit, index) =>
      appliesTo(unit, indicator.appliesTo) ? this.evaluate(item, index, null) : null,
    );
    this.results.set(indicator.id, column);
    if (indicator.notApplicable?.policy === 'cohort-mean' || indicator.missing === 'cohort-mean')
      this.means.set(indicator.id, this.meansOf(item, column));
    this.results.set(
      indicator.id,
      column.map((first, index) => (first === null ? null : this.settle(item, index, first, null))),
    );
  }

  /**
   * A measure over the unit's cohort, gathered once for all units. Units without a number stay out; for the measures of an
   * indicator also those it does not concern or that a veto set to zero there (RULES.md CH1).
   */
  private figuresOf(
    item: PlacedIndicator | null,
    measure: Measure,
    among: 'cohort' | 'all',
    unit: number,
  ): CohortFigures {
    const { compared } = this.input;
    if (compared !== undefined) return compared.figures(item, measure, among);
    const id = item?.indicator.id ?? '';
    let ofItem = this.figures.get(id);
    if (ofItem === undefined) this.figures.set(id, (ofItem = new Map()));
    let gathered = ofItem.get(measure);
    if (gathered === undefined) ofItem.set(measure, (gathered = this.gatherFigures(item, measure)));
    return gathered.get(among === 'all' ? everyone : `cohort ${this.cohorts[unit] ?? ''}`) ?? emptyCohort;
  }

  private gatherFigures(item: PlacedIndicator | null, measure: Measure): ReadonlyMap<string, CohortFigures> {
    const values = new Map<string, Rational[]>();
    this.input.units.forEach((_, index) => {
      if (item !== null && !this.isCompared(item, index)) return;
      const value = evaluateMeasure(measure, this.context(index, false, item));
      if (value.kind !== 'number') return;
      append(values, `cohort ${this.cohorts[index] ?? ''}`, value.value);
      append(values, everyone, value.value);
    });
    return new Map([...values].map(([cohort, list]) => [cohort, CohortFigures.of(list)]));
  }

  private isCompared(item: PlacedIndicator, unit: number): boolean {
    const { indicator } = item;
    const assessed = this.input.units[unit];
    if (assessed === undefined || !appliesTo(assessed, indicator.appliesTo)) return false;
    return !this.isVetoed(indicator.id, unit) && !this.isDeclaredNotApplicable(item, unit);
  }

  private meansOf(
    item: PlacedIndicator,
    column: readonly (Evaluated | null)[],
  ): ReadonlyMap<string, CohortMean> {
    const { compared } = this.input;
    if (compared === undefined) return this.gatherMeans(column);
    const mean = compared.mean(item);
    return new Map(mean === null ? [] : this.cohorts.map((cohort) => [cohort, mean]));
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
    const fired = this.fired[unit] ?? [];
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

  private rawPoints(item: PlacedIndicator, unit: number, steps: Step[] | null): Value {
    const { indicator } = item;
    const context = this.context(unit, steps !== null, item);
    const full = Rational.parse(indicator.points);
    for (const [index, exception] of (indicator.finish?.exceptions ?? []).entries()) {
      if (evaluateCondition(exception.when, context) === 'true') {
        const points = exception.points === 'full' ? full : Rational.parse(exception.points);
        steps?.push({
          code: 'exception',
          data: {
            index: String(index),
            points: points.toText(),
            shown: shownCondition(exception.when, context),
          },
        });
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
      previous: context.previous,
      evaluate: (other) => evaluateMeasure(other, context),
      cohort: comparesUnits(indicator.score) ? context.figures(indicator.measure, 'cohort') : emptyCohort,
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
        : first.state === 'missing'
          ? this.settleMissing(item, unit, first)
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
        const mean = this.withCohortMean(indicator, unit, first);
        return (
          mean ?? { state: 'cannot-compute', points: null, reason: { code: 'nothing-to-compare', data: {} } }
        );
      }
    }
  }

  private settleMissing({ indicator }: PlacedIndicator, unit: number, first: Evaluated): Evaluated {
    switch (indicator.missing) {
      case 'wait':
        return first;
      case 'zero':
        return { ...first, points: Rational.zero };
      case 'cohort-mean':
        return this.withCohortMean(indicator, unit, first) ?? first;
    }
  }

  /** The mean points of the cohort's scored units, rounded like the indicator (TO3, FI3); null when nobody was scored. */
  private withCohortMean(indicator: Indicator, unit: number, first: Evaluated): Evaluated | null {
    const others = this.means.get(indicator.id)?.get(this.cohorts[unit] ?? '');
    if (others === undefined) return null;
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

/** Whether a veto sets points to zero, so that it must be known before them. */
const zeroesPoints = ({ effects }: Veto): boolean =>
  effects.some(({ kind }) => kind === 'indicator-zero' || kind === 'indicators-named-zero');

/** A section of the tree by its id. */
export function findSection(sections: readonly Section[], id: string): Section | null {
  for (const section of sections) {
    if (section.id === id) return section;
    const below = findSection(section.sections ?? [], id);
    if (below) return below;
  }
  return null;
}
