import { findSection } from '../../engine/assessment-run.js';
import { indicatorsOf } from '../../engine/book-index.js';
import { logarithm, naturalLogarithm, power, root } from '../../exact/irrational.js';
import { Rational, sum } from '../../exact/rational.js';
import type { Fact } from '../../format/fact.js';
import type { CohortTake, Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { indicatorBounds } from './indicator-bounds.js';
import { meets } from './meets.js';
import { sectionRange } from './section-range.js';
import { meanRange, selectionRange } from './several-range.js';
import {
  added,
  divided,
  everything,
  exactly,
  hull,
  mapped,
  multiplied,
  negated,
  nonNegative,
  range,
  united,
  upTo,
  type Range,
} from './range.js';

/** Between which numbers a measure can lie, as far as the checks of its facts tell. */
export function measureRange(measure: Measure, book: RuleBook): Range {
  const of = (inner: Measure) => measureRange(inner, book);
  switch (measure.kind) {
    case 'fact':
      return factRange(factOf(measure.fact, book), book);
    case 'constant':
      return exactly(Rational.parse(measure.value));
    case 'sum':
      return measure.of.map(of).reduce(added);
    case 'product':
      return measure.of.map(of).reduce(multiplied);
    case 'difference':
      return added(of(measure.of[0]), negated(of(measure.of[1])));
    case 'greatest':
      return extreme(measure.of.map(of), (a, b) => a.max(b), 'high');
    case 'least':
      return extreme(measure.of.map(of), (a, b) => a.min(b), 'low');
    case 'ratio': {
      const quotient = shareRange(measure.of[0], measure.of[1], book);
      return typeof measure.whenZero === 'object'
        ? united([quotient, exactly(Rational.parse(measure.whenZero.value))])
        : quotient;
    }
    case 'sample-rate':
      return shareRange(measure.positive, measure.sample, book);
    case 'previous':
      return of(measure.of);
    case 'count':
      return nonNegative;
    case 'panel-mean': {
      const mean = scaleRange(measure.fact, book);
      return measure.sumFor === undefined
        ? mean
        : multiplied(mean, exactly(Rational.integer(measure.sumFor)));
    }
    case 'days':
      return everything;
    case 'rater-mean':
      return scaleRange(measure.fact, book);
    case 'vote-mean':
      return hull(measure.worth.map(({ points }) => Rational.parse(points)));
    case 'vote-share':
      return upTo(Rational.one);
    case 'indicator-points':
      return pointsRange(measure.indicator, book);
    case 'section-points': {
      const section = findSection(book.sections, measure.section);
      return section === null ? everything : sectionRange(section, book);
    }
    case 'self-gap': {
      const total = Rational.parse(book.totalPoints);
      return range(total.negate(), total);
    }
    case 'rounded':
      return mapped(of(measure.of), (end) => end.round(measure.rounding));
    case 'logarithm':
      return logarithmRange(of(measure.of), measure.base);
    case 'root': {
      const { low, high } = of(measure.of);
      // What lies below zero has no root and is no number.
      const end = (value: Rational) => root(value.max(Rational.zero), measure.degree);
      return range(low === null ? Rational.zero : end(low), high === null ? null : end(high));
    }
    case 'power':
      return powerRange(of(measure.of), Rational.parse(measure.exponent));
    case 'exponential':
      return range(Rational.zero, null);
    case 'banded': {
      const inside = of(measure.of);
      const reached = measure.bands.filter((band) => meets(band, inside));
      return reached.length === 0 ? everything : hull(reached.map(({ value }) => Rational.parse(value)));
    }
    case 'mean':
      return meanRange(
        measure.of.filter(({ weight }) => !Rational.parse(weight).isZero()).map((part) => of(part.measure)),
        measure.absent,
      );
    case 'selected':
      return selectionRange(measure.of.map(of), measure);
    case 'first-known':
      return united(measure.of.map(of));
    case 'cohort':
      return cohortRange(of(measure.of), measure.take);
    case 'place':
      return range(Rational.one, null);
    case 'none':
      return exactly(Rational.zero);
  }
}

const scaleRange = (id: string, book: RuleBook): Range => {
  const fact = factOf(id, book);
  return fact?.kind === 'panel' || fact?.kind === 'raters' ? upTo(Rational.parse(fact.scale)) : everything;
};

function logarithmRange({ low, high }: Range, base: 'e' | '2' | '10'): Range {
  const end = (value: Rational | null) =>
    value === null || value.sign() <= 0
      ? null
      : base === 'e'
        ? naturalLogarithm(value)
        : logarithm(value, base === '2' ? 2 : 10);
  return range(end(low), end(high));
}

function cohortRange(each: Range, take: CohortTake): Range {
  switch (take) {
    case 'count':
      return nonNegative;
    case 'sum':
      return multiplied(each, range(Rational.one, null));
    case 'deviation':
    case 'sample-deviation':
      return each.low === null || each.high === null ? nonNegative : upTo(each.high.minus(each.low));
    case 'mean':
    case 'least':
    case 'greatest':
    case 'median':
    case 'percentile':
      return each;
  }
}

/** Whether a measure can be zero for all that the checks of its facts say. */
export const canBeZero = (measure: Measure, book: RuleBook): boolean => {
  const { low, high } = measureRange(measure, book);
  return (low === null || low.sign() <= 0) && (high === null || high.sign() >= 0);
};

const factOf = (id: string, book: RuleBook): Fact | undefined => book.facts.find((fact) => fact.id === id);

function factRange(fact: Fact | undefined, book: RuleBook, seen: readonly string[] = []): Range {
  if (fact?.kind === 'boolean') return upTo(Rational.one);
  if (fact?.kind !== 'number' && fact?.kind !== 'percent') return everything;
  const { min, max, atMost } = fact.checks ?? {};
  const low = min ?? (fact.kind === 'percent' ? '0' : undefined);
  const high = max ?? (fact.kind === 'percent' ? '100' : undefined);
  const own = range(
    low === undefined ? null : Rational.parse(low),
    high === undefined ? null : Rational.parse(high),
  );
  if (atMost === undefined || seen.includes(fact.id)) return own;
  const whole = factRange(factOf(atMost, book), book, [...seen, fact.id]).high;
  return whole === null ? own : range(own.low, own.high === null ? whole : own.high.min(whole));
}

/** A part over its whole is a share of at most one; other quotients follow from their ends. */
function shareRange(part: Measure, whole: Measure, book: RuleBook): Range {
  const [top, bottom] = [measureRange(part, book), measureRange(whole, book)];
  const quotient = divided(top, bottom);
  const isPart = part.kind === 'fact' && whole.kind === 'fact' && isWithin(part.fact, whole.fact, book);
  if (!isPart || quotient.low === null) return quotient;
  return range(quotient.low, quotient.high === null ? Rational.one : quotient.high.min(Rational.one));
}

/** Whether `checks.atMost` keeps one fact within the other, directly or by way of a third. */
function isWithin(part: string, whole: string, book: RuleBook, seen: readonly string[] = []): boolean {
  if (part === whole) return true;
  const fact = factOf(part, book);
  const atMost = fact !== undefined && 'checks' in fact ? fact.checks?.atMost : undefined;
  return atMost !== undefined && !seen.includes(part) && isWithin(atMost, whole, book, [...seen, part]);
}

/** Of the ranges' own extremes the named end keeps the widest, the other end the extreme of them all. */
function extreme(
  ranges: readonly Range[],
  pick: (a: Rational, b: Rational) => Rational,
  open: 'low' | 'high',
): Range {
  const end = (side: 'low' | 'high') =>
    ranges
      .map((each) => each[side])
      .reduce((a, b) => {
        if (a !== null && b !== null) return pick(a, b);
        // An end open to infinity decides on its own side and says nothing on the other.
        return side === open ? null : (a ?? b);
      });
  return range(end('low'), end('high'));
}

function pointsRange(id: string, book: RuleBook): Range {
  const placed = indicatorsOf(book).find(({ indicator }) => indicator.id === id);
  return placed === undefined ? everything : indicatorBounds(placed.indicator, placed.role);
}

/** Most and least that all parts of a role can add to a total. */
export const roleTotal = (book: RuleBook, role: 'bonus' | 'deduction' | 'base'): Rational =>
  sum(
    book.sections
      .filter((section) => section.role === role)
      .map(({ points, floor, cap }) =>
        Rational.parse(
          (role === 'bonus' ? cap : role === 'deduction' ? floor : undefined) ?? points,
        ).magnitude(),
      ),
  );

/** Of what lies above zero a power rises or falls with its base; below zero it may do either. */
function powerRange({ low, high }: Range, exponent: Rational): Range {
  if (low === null || low.sign() < 0) return everything;
  const end = (value: Rational | null) => (value === null ? null : power(value, exponent));
  return exponent.sign() >= 0
    ? range(end(low), end(high))
    : range(high === null ? Rational.zero : end(high), end(low));
}
