import { orderIndicators, type PlacedIndicator } from '../../engine/book-index.js';
import { irrationalDigits } from '../../exact/irrational.js';
import { wholeWeights } from '../../exact/means.js';
import { Rational } from '../../exact/rational.js';
import type { Fact } from '../../format/fact.js';
import type { Measure } from '../../format/measure.js';
import type { Rounding } from '../../format/primitives.js';
import type { Combination, RuleBook, Section } from '../../format/rule-book.js';
import { measuresOfCondition, measuresOfScore } from '../inner-measures.js';
import {
  decimal,
  digitsOf,
  larger,
  over,
  overCohort,
  plus,
  roundedTo,
  size,
  small,
  times,
  type NumberSize,
} from './number-size.js';

/** The work for one unit, in pairs of digits met: adding fractions of n digits takes about n² of them, a nanosecond each. */
export type Work = {
  readonly total: number;
  readonly most: { readonly path: string; readonly work: number };
};

/** Looking at one part of an expression, or at one row of a table, whatever its numbers. */
const perPart = 5_000;
const perRow = 1_000;
/** Digits of e to the power of a thousand. */
const largestExponential = 435;
/** The series behind a logarithm or exponential of ordinary numbers. */
const series = 200_000;

/**
 * Estimates what assessing one unit takes at most, from the digits that its numbers can grow to. The book's names must be known and
 * free of circles.
 */
export function workOfBook(book: RuleBook): Work {
  const ordering = orderIndicators(book);
  const estimate = new Estimate(book);
  let most = { path: '', work: 0 };
  const at = (path: string, run: () => void) => {
    const before = estimate.work;
    run();
    if (estimate.work - before > most.work) most = { path, work: estimate.work - before };
  };
  for (const item of ordering.ok ? ordering.order : []) at(item.path, () => estimate.indicator(item));
  book.sections.forEach((section, index) => at(`/sections/${index}`, () => estimate.section(section)));
  at('/sections', () => estimate.totals());
  book.vetoes.forEach(({ when }, index) =>
    at(`/vetoes/${index}`, () =>
      measuresOfCondition(when, '').forEach(({ measure }) => estimate.measure(measure)),
    ),
  );
  book.ranking.tieBreaks.forEach((tieBreak, index) => {
    if (tieBreak.kind === 'measure')
      at(`/ranking/tieBreaks/${index}`, () => void estimate.measure(tieBreak.of));
  });
  const { gradesOn } = book;
  if (typeof gradesOn === 'object') at('/gradesOn', () => void estimate.measure(gradesOn));
  return { total: estimate.work, most };
}

class Estimate {
  work = 0;
  private readonly indicators = new Map<string, NumberSize>();
  private readonly sections = new Map<string, NumberSize>();
  private readonly byId: ReadonlyMap<string, Section>;
  private readonly facts: ReadonlyMap<string, Fact>;

  constructor(private readonly book: RuleBook) {
    this.facts = new Map(book.facts.map((fact) => [fact.id, fact]));
    this.byId = new Map(allSections(book.sections).map((section) => [section.id, section]));
  }

  indicator({ indicator }: PlacedIndicator): void {
    const { finish, notApplicable, missing } = indicator;
    const conditions = [
      ...(finish?.exceptions ?? []).map(({ when }) => when),
      ...(notApplicable?.when ? [notApplicable.when] : []),
    ];
    for (const { measure } of conditions.flatMap((when) => measuresOfCondition(when, '')))
      this.measure(measure);
    const raw = this.score(indicator.score, this.measure(indicator.measure));
    // Floor and cap are decimals; between them the fraction stays what it is.
    const kept = size(Math.min(raw.whole, decimal.whole) + 1, Math.max(raw.below, decimal.below), raw.ends);
    const points = this.rounded(kept, finish?.rounding ?? this.book.rounding.indicator);
    const takesMean = notApplicable?.policy === 'cohort-mean' || missing === 'cohort-mean';
    const settled = takesMean
      ? this.rounded(over(this.cohortSum(points), small), finish?.rounding ?? this.book.rounding.indicator)
      : points;
    this.indicators.set(indicator.id, larger(points, settled));
  }

  section(section: Section): NumberSize {
    const known = this.sections.get(section.id);
    if (known !== undefined) return known;
    const parts = [
      ...(section.indicators ?? []).map(({ id }) => ({ id, points: this.indicators.get(id) ?? decimal })),
      ...(section.sections ?? []).map((part) => ({ id: part.id, points: this.section(part) })),
    ];
    const combined = this.combined(parts, section.combine);
    const points = this.rounded(combined, section.rounding ?? this.book.rounding.section);
    this.sections.set(section.id, points);
    return points;
  }

  /** Sections added up and converted to the points of the book. */
  totals(): void {
    const base = this.total(this.book.sections.map((section) => this.section(section)));
    this.rounded(times(over(base, decimal), decimal), this.book.rounding.total);
  }

  measure(measure: Measure): NumberSize {
    this.spend(perPart);
    switch (measure.kind) {
      case 'fact':
        return this.fact(measure.fact);
      case 'constant':
        return decimal;
      case 'count':
      case 'days':
      case 'none':
        return small;
      case 'panel-mean':
        return size(decimal.whole + 6, decimal.below + 3, false);
      case 'vote-mean':
      case 'vote-share':
      case 'rater-mean':
        return size(decimal.whole, 3 * decimal.whole, false);
      case 'sum':
      case 'difference':
        return this.total(measure.of.map((part) => this.measure(part)));
      case 'product':
        return measure.of.map((part) => this.measure(part)).reduce((a, b) => this.counted(times(a, b)));
      case 'greatest':
      case 'least':
      case 'first-known':
        return measure.of.map((part) => this.measure(part)).reduce((a, b) => this.counted(larger(a, b)));
      case 'ratio':
        return this.counted(over(this.measure(measure.of[0]), this.measure(measure.of[1])));
      case 'sample-rate':
        return this.counted(over(this.measure(measure.positive), this.measure(measure.sample)));
      case 'previous':
        return this.measure(measure.of);
      case 'rounded':
        return this.rounded(this.measure(measure.of), measure.rounding);
      case 'logarithm':
        this.spend(series + 5 * cost(this.measure(measure.of)));
        return size(4, irrationalDigits, true);
      case 'exponential':
        this.spend(series + 5 * cost(this.measure(measure.of)));
        return size(largestExponential, irrationalDigits, true);
      case 'power':
        return this.power(this.measure(measure.of), Rational.parse(measure.exponent));
      case 'root':
        return this.root(this.measure(measure.of), measure.degree);
      case 'banded':
        this.spend(measure.bands.length * perRow);
        this.counted(this.measure(measure.of));
        return decimal;
      case 'mean':
        return this.mean(
          measure.form,
          measure.of.map((part) => ({ value: this.measure(part.measure), weight: part.weight })),
        );
      case 'selected':
        return over(this.total(measure.of.map((part) => this.measure(part))), small);
      case 'cohort':
        return this.cohort(this.measure(measure.of), measure.take);
      case 'place':
        this.spend(20 * cost(this.measure(measure.of)));
        return small;
      case 'indicator-points':
        return this.indicators.get(measure.indicator) ?? decimal;
      case 'section-points': {
        const section = this.byId.get(measure.section);
        return section === undefined ? decimal : this.section(section);
      }
      case 'self-gap':
        return this.total([...this.indicators.values()]);
    }
  }

  private score(score: PlacedIndicator['indicator']['score'], measure: NumberSize): NumberSize {
    const parameters = new Map(
      measuresOfScore(score, '').map((placed) => [placed.path, this.measure(placed.measure)]),
    );
    const at = (key: string) => parameters.get(`/${key}`) ?? decimal;
    const ofPoints = (share: NumberSize) => this.counted(times(decimal, share));
    switch (score.method) {
      case 'proportion':
        return ofPoints(over(measure, at('target')));
      case 'inverse': {
        const target = at('target');
        return ofPoints(over(plus(measure, target), larger(measure, target)));
      }
      case 'linear':
        return plus(decimal, ofPoints(measure));
      case 'steps':
        return plus(decimal, ofPoints(over(plus(measure, at('origin')), decimal)));
      case 'tally':
        return this.total([
          decimal,
          ...score.terms.map((_, index) => times(decimal, at(`terms/${index}/of`))),
        ]);
      case 'tiers':
        this.spend(score.bands.length * (perRow + (score.form === 'marginal' ? cost(measure) : 0)));
        return score.form === 'step'
          ? decimal
          : plus(decimal, ofPoints(over(plus(measure, decimal), decimal)));
      case 'records-worth':
        // At most 500 entries, each a product of worth, coefficient, amount and share.
        this.spend(500 * perRow);
        return size(4 * decimal.whole, 6 * decimal.below, false);
      case 'relative': {
        const mean = score.to === 'best' ? measure : over(this.cohortSum(measure), small);
        return plus(decimal, ofPoints(over(plus(measure, mean), mean)));
      }
      case 'efficacy': {
        const [low, high] = [score.low, score.high].map((bound, index) =>
          bound === 'cohort' ? measure : at(index === 0 ? 'low' : 'high'),
        ) as [NumberSize, NumberSize];
        return ofPoints(over(plus(measure, low), plus(high, low)));
      }
      case 'ranked':
        this.spend(20 * cost(measure));
        return size(decimal.whole, 2 * decimal.below, false);
      case 'judged':
        return measure;
      case 'checklist':
        this.spend(score.items.length * perRow);
        return decimal;
      case 'choice':
        this.spend(score.worth.length * perRow);
        return decimal;
      case 'threshold':
        this.counted(plus(measure, at('at')));
        return decimal;
    }
  }

  private combined(
    parts: readonly { readonly id: string; readonly points: NumberSize }[],
    combine: Combination | undefined,
  ): NumberSize {
    const points = parts.map((part) => part.points);
    this.spend(parts.length * perPart);
    switch (combine?.by) {
      case undefined:
        return points.length === 0 ? small : this.total(points);
      case 'sum':
      case 'weighted-sum':
        // Points of absent parts passed on are a ratio of decimals more.
        return times(this.total(points.map((each) => times(each, decimal))), over(decimal, decimal));
      case 'mean': {
        const { weights, form } = combine;
        return this.mean(
          form,
          parts.map((part) => ({
            value: part.points,
            weight: weights?.find((each) => each.part === part.id)?.weight ?? '1',
          })),
        );
      }
      case 'selected':
        return over(this.total(points), small);
    }
  }

  private mean(
    form: 'arithmetic' | 'geometric' | 'harmonic',
    parts: readonly { readonly value: NumberSize; readonly weight: string }[],
  ): NumberSize {
    if (parts.length === 0) return small;
    switch (form) {
      case 'arithmetic':
        return over(this.total(parts.map(({ value }) => times(value, decimal))), decimal);
      case 'harmonic':
        return over(decimal, this.total(parts.map(({ value }) => over(decimal, value))));
      case 'geometric': {
        const powers = wholeWeights(parts.map(({ weight }) => Rational.parse(weight))).map(Number);
        const product = parts
          .map(({ value }, index) => {
            const power = powers[index] ?? 0;
            return size(value.whole * power, value.below * power, value.ends);
          })
          .reduce((a, b) => this.counted(times(a, b)));
        return this.root(
          product,
          powers.reduce((a, b) => a + b, 0),
        );
      }
    }
  }

  private fact(id: string): NumberSize {
    const fact = this.facts.get(id);
    if (fact?.kind === 'boolean') return small;
    if (fact?.kind !== 'number' && fact?.kind !== 'percent') return decimal;
    const { min, max, step, integer } = fact.checks ?? {};
    const isPercent = fact.kind === 'percent' && max === undefined;
    const whole =
      max === undefined
        ? isPercent
          ? 3
          : decimal.whole
        : Math.max(wholeDigits(max), wholeDigits(min ?? '0'));
    const below = integer === true ? 0 : step === undefined ? decimal.below : decimalsOf(step);
    return size(whole, below, true);
  }

  /** All of it is multiplied out before the root of hundredths is taken. */
  private power(base: NumberSize, exponent: Rational): NumberSize {
    const times = Number(exponent.magnitude().numerator);
    const degree = Number(exponent.denominator);
    const product = size(base.whole * times, base.below * times, base.ends && exponent.sign() >= 0);
    this.counted(product);
    return degree === 1 ? product : this.root(product, degree);
  }

  private root(value: NumberSize, degree: number): NumberSize {
    this.spend(perPart + 0.3 * (digitsOf(value) + irrationalDigits * degree) ** 2);
    return size(Math.ceil(value.whole / Math.max(1, degree)) + 1, irrationalDigits, true);
  }

  private cohort(each: NumberSize, take: Extract<Measure, { kind: 'cohort' }>['take']): NumberSize {
    // Sorted once for all, which is some comparisons for each unit.
    this.spend(10 * cost(each));
    switch (take) {
      case 'count':
        return small;
      case 'least':
      case 'greatest':
        return each;
      case 'median':
      case 'percentile':
        return this.counted(plus(each, times(each, decimal)));
      case 'sum':
        return this.cohortSum(each);
      case 'mean':
        return over(this.cohortSum(each), small);
      case 'deviation':
      case 'sample-deviation': {
        const mean = over(this.cohortSum(each), small);
        const square = size(2 * (mean.whole + 1), 2 * (mean.below + (each.ends ? 0 : each.below)), false);
        return this.root(this.counted(square), 2);
      }
    }
  }

  /** One unit's share in adding up its cohort: each addition meets the sum so far. */
  private cohortSum(each: NumberSize): NumberSize {
    return this.counted(overCohort(each));
  }

  private total(parts: readonly NumberSize[]): NumberSize {
    return parts.reduce((a, b) => this.counted(plus(a, b)));
  }

  private rounded(value: NumberSize, rounding: Rounding | null): NumberSize {
    if (rounding === null) return value;
    this.counted(value);
    return roundedTo(value, 'digits' in rounding ? rounding.digits : decimal.below);
  }

  /** A call, because `this.work +=` would read the sum before what its right side adds to it. */
  private spend(work: number): void {
    this.work += work;
  }

  private counted(value: NumberSize): NumberSize {
    this.spend(cost(value));
    return value;
  }
}

const cost = (value: NumberSize): number => digitsOf(value) ** 2;

const wholeDigits = (decimalText: string): number => decimalText.replace('-', '').split('.')[0]?.length ?? 1;
const decimalsOf = (decimalText: string): number => decimalText.split('.')[1]?.length ?? 0;

const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections ?? [])]);
