import { Rational, roundToInteger, sum } from '../../exact/rational.js';
import { compares } from '../../engine/evaluate-condition.js';
import type { Steps } from '../../families/steps.js';
import type { Tiers } from '../../families/tiers.js';
import type { Indicator } from '../../format/indicator.js';
import type { Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { measureRange } from './measure-range.js';
import { meets } from './meets.js';
import {
  added,
  contains,
  divided,
  everything,
  exactly,
  hull,
  multiplied,
  negated,
  range,
  united,
  type Range,
} from './range.js';

type Method = Indicator['score']['method'];
type ScoreOf<M extends Method> = Extract<Indicator['score'], { method: M }>;

/** Between which points an indicator's method can end, before floor, cap and rounding. */
export function scoreRange({ measure, score, points }: Indicator, book: RuleBook): Range {
  const actual = measureRange(measure, book);
  const full = Rational.parse(points);
  const targetRange = (target: string | Measure) =>
    typeof target === 'string' ? exactly(Rational.parse(target)) : measureRange(target, book);
  switch (score.method) {
    case 'proportion':
      return proportionRange(
        score,
        multiplied(divided(actual, targetRange(score.target)), exactly(full)),
        full,
      );
    case 'inverse':
      return inverseRange(score, actual, targetRange(score.target ?? '0'), full);
    case 'threshold':
      return thresholdRange(score, actual, targetRange(score.at), full);
    case 'checklist': {
      const worth = score.items.map((item) => Rational.parse(item.points));
      return range(
        sum(worth.map((each) => each.min(Rational.zero))),
        sum(worth.map((each) => each.max(Rational.zero))),
      );
    }
    case 'linear': {
      const line = added(
        exactly(Rational.parse(score.intercept)),
        multiplied(exactly(Rational.parse(score.slope)), actual),
      );
      const [low, high] = [Rational.parse(score.low), Rational.parse(score.high)];
      const within = (value: Rational) => value.max(low).min(high);
      return range(line.low === null ? low : within(line.low), line.high === null ? high : within(line.high));
    }
    case 'steps':
      return stepsRange(score, added(actual, negated(targetRange(score.origin))));
    case 'tally':
      return score.terms
        .map((term) => multiplied(exactly(Rational.parse(term.points)), measureRange(term.of, book)))
        .reduce(added, exactly(Rational.parse(score.base)));
    case 'tiers':
      return tiersRange(score, actual, full);
    case 'choice':
      return choiceRange(score, book);
    case 'records-worth':
      return recordsRange(score);
    case 'relative':
      return relativeRange(score, full);
    case 'efficacy': {
      const [c, d, equal] = [score.c, score.d, score.whenEqual].map((each) =>
        Rational.parse(each).times(full),
      );
      if (c === undefined || d === undefined || equal === undefined) return everything;
      const isFixed = isDecimal(score.low) && isDecimal(score.high);
      return hull(isFixed ? [d, d.plus(c)] : [d, d.plus(c), equal]);
    }
    case 'ranked':
      return rankedRange(score, full);
    case 'judged':
      return range(Rational.zero, full);
  }
}

const isDecimal = (bound: ScoreOf<'efficacy'>['low']): boolean =>
  typeof bound === 'string' && bound !== 'cohort';

function proportionRange(score: ScoreOf<'proportion'>, points: Range, full: Rational): Range {
  const cap = score.capShare === null ? null : full.times(Rational.parse(score.capShare));
  const capped = (end: Rational | null) => (cap === null ? end : end === null ? cap : end.min(cap));
  const below = score.minimumShare === undefined ? null : full.times(Rational.parse(score.minimumShare));
  const isCut = below !== null && (points.low === null || points.low.compare(below) < 0);
  const low = points.low === null ? null : capped(points.low);
  if (!isCut) return range(low, capped(points.high));
  // Completion under the minimum earns nothing; when the minimum is out of reach that is all there is.
  const reaches = points.high === null || points.high.compare(below) >= 0;
  return range(Rational.zero, reaches ? capped(points.high) : Rational.zero);
}

function inverseRange(score: ScoreOf<'inverse'>, actual: Range, target: Range, full: Rational): Range {
  const one = exactly(Rational.one);
  if (score.form === 'complement') return multiplied(exactly(full), added(one, negated(actual)));
  const whole = exactly(full);
  const isAlwaysOver = actual.low !== null && target.high !== null && actual.low.compare(target.high) > 0;
  const isNeverOver = actual.high !== null && target.low !== null && actual.high.compare(target.low) <= 0;
  if (isNeverOver) return whole;
  const over =
    score.form === 'target-over-actual'
      ? multiplied(whole, divided(target, actual))
      : multiplied(whole, added(one, negated(divided(added(actual, negated(target)), target))));
  const bounded = range(over.low, over.high === null ? full : over.high.min(full));
  return isAlwaysOver ? bounded : united([bounded, whole]);
}

function thresholdRange(score: ScoreOf<'threshold'>, actual: Range, bound: Range, full: Rational): Range {
  const met = score.metPoints === undefined ? full : Rational.parse(score.metPoints);
  const unmet = Rational.parse(score.unmetPoints ?? '0');
  // What is compared is where the measure lies from the bound: both ends and the bound itself answer for everything between.
  const from = added(actual, negated(bound));
  const ends = [from.low ?? Rational.one.negate(), from.high ?? Rational.one];
  const samples = contains(from, Rational.zero) ? [...ends, Rational.zero] : ends;
  return hull(samples.map((value) => (compares(value, score.comparison, Rational.zero) ? met : unmet)));
}

function stepsRange(score: ScoreOf<'steps'>, distance: Range): Range {
  const base = Rational.parse(score.base);
  const end = (value: Rational | null, sign: 1 | -1): Rational | 'up' | 'down' => {
    const side = (value === null ? sign : value.sign()) > 0 ? score.above : score.below;
    if (side === undefined || value?.sign() === 0) return base;
    const worth = Rational.parse(side.points);
    const limit =
      side.limit === undefined ? null : Rational.parse(side.limit).times(Rational.integer(worth.sign()));
    if (value === null) {
      if (worth.isZero()) return base;
      return limit === null ? (worth.sign() > 0 ? 'up' : 'down') : base.plus(limit);
    }
    const change = stepsCounted(value, side).times(worth);
    return base.plus(limit !== null && change.magnitude().compare(limit.magnitude()) > 0 ? limit : change);
  };
  const ends = [
    end(distance.low, -1),
    end(distance.high, 1),
    ...(contains(distance, Rational.zero) ? [base] : []),
  ];
  const numbers = ends.filter((each) => typeof each === 'object');
  const known = numbers.length > 0 ? hull(numbers) : everything;
  return range(ends.includes('down') ? null : known.low, ends.includes('up') ? null : known.high);
}

function stepsCounted(distance: Rational, side: NonNullable<Steps['above']>): Rational {
  const exact = distance.magnitude().over(Rational.parse(side.per));
  return side.partial === 'proportional' ? exact : Rational.of(roundToInteger(exact, side.partial));
}

type Band = Tiers['bands'][number];

/** The points of a step or interpolated band. */
export const bandPoints = (band: Band, full: Rational): Rational =>
  band.points === undefined ? full.times(Rational.parse(band.share ?? '0')) : Rational.parse(band.points);

function tiersRange(score: ScoreOf<'tiers'>, actual: Range, full: Rational): Range {
  if (score.form === 'marginal') {
    return score.bands
      .map((band) => {
        const from = Rational.parse(band.from ?? '0');
        const inside = (end: Rational | null, otherwise: Rational | null) => {
          if (end === null) return otherwise;
          const top = band.to === undefined ? end : end.min(Rational.parse(band.to));
          return top.minus(from).max(Rational.zero);
        };
        const width = band.to === undefined ? null : Rational.parse(band.to).minus(from);
        const held = range(inside(actual.low, Rational.zero), inside(actual.high, width));
        return multiplied(held, exactly(Rational.parse(band.rate ?? '0')));
      })
      .reduce(added);
  }
  // Interpolated points run on to those of the next band.
  const reached = score.bands.filter(
    (band, index) =>
      meets(band, actual) ||
      (score.form === 'interpolate' &&
        index > 0 &&
        score.bands.slice(index - 1, index).some((before) => meets(before, actual))),
  );
  return reached.length === 0 ? everything : hull(reached.map((band) => bandPoints(band, full)));
}

function choiceRange(score: ScoreOf<'choice'>, book: RuleBook): Range {
  const fact = book.facts.find(({ id }) => id === score.fact);
  const options = fact?.kind === 'choice' ? fact.options : [];
  const worth = options.map(({ id }) =>
    Rational.parse(score.worth.find(({ option }) => option === id)?.points ?? '0'),
  );
  return worth.length === 0 ? everything : hull(worth);
}

function recordsRange(score: ScoreOf<'records-worth'>): Range {
  const coefficients = [
    Rational.one,
    ...(score.genres ?? []).map(({ coefficient }) => Rational.parse(coefficient)),
  ];
  const each = score.worth.flatMap(({ points }) =>
    coefficients.map((by) => Rational.parse(points).times(by)),
  );
  // Shares of joint works lie below the whole; an amount multiplies without end unless the book limits it.
  const most = score.amount?.most === undefined ? null : Rational.parse(score.amount.most).max(Rational.one);
  const worth = hull([Rational.zero, ...each]);
  const { low, high } = score.amount === undefined ? worth : multiplied(worth, range(Rational.zero, most));
  // Of one matter two levels may count, or any number of entries; only "the highest" bounds it for certain.
  const matters =
    score.bestMatters !== undefined && score.sameMatter === 'highest'
      ? Rational.integer(score.bestMatters)
      : null;
  const times = (end: Rational | null) =>
    end === null ? null : end.isZero() ? Rational.zero : matters === null ? null : end.times(matters);
  return range(times(low), times(high));
}

function relativeRange(score: ScoreOf<'relative'>, full: Rational): Range {
  const share = (text: string | undefined) => (text === undefined ? null : full.times(Rational.parse(text)));
  switch (score.to) {
    case 'best':
      return range(Rational.zero, full);
    case 'mean':
      return range(share(score.low), share(score.high));
    case 'beyond-mean':
      return range(Rational.parse(score.deduct ?? '0').isZero() ? full : null, full);
  }
}

function rankedRange(score: ScoreOf<'ranked'>, full: Rational): Range {
  switch (score.form) {
    case 'table':
      return hull([...score.points, score.beyond].map((each) => Rational.parse(each)));
    case 'step':
      return range(Rational.parse(score.points).isZero() ? full : null, full);
    case 'percent':
      return range(Rational.parse(score.share).isZero() ? full : null, full);
    case 'tier':
      return hull(score.tiers.map(({ share }) => full.times(Rational.parse(share))));
  }
}
