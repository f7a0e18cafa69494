import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import type { PlacedMeasure } from '../../parse/inner-measures.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { measuresIn } from '../measures-in.js';
import { named } from '../naming.js';
import { measureRange } from '../reach/measure-range.js';
import { bandPoints } from '../reach/score-range.js';

/** Points that rise and fall again while the value only grows: more work could earn less. */
export function notMonotone(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap((placed) => {
    const row = pointsInOrder(placed, book);
    const score = row === null || isMonotone(row) ? [] : [turning(placed, row)];
    return [...score, ...measuresIn(placed).flatMap((measure) => wholeAtBandRate(placed, measure))];
  });
}

/** 整体适用一档: the whole amount times the rate of its band drops where the next band pays less (M16). */
function wholeAtBandRate(placed: PlacedIndicator, { measure, path }: PlacedMeasure): LintFinding[] {
  if (measure.kind !== 'product') return [];
  return measure.of.flatMap((factor, index) => {
    if (factor.kind !== 'banded') return [];
    const amount = JSON.stringify(factor.of);
    const isOfItself = measure.of.some((other, place) => place !== index && JSON.stringify(other) === amount);
    const rates = factor.bands.map(({ value }) => Rational.parse(value));
    const isFalling = rates.some((rate, at) => at > 0 && rate.compare(rates[at - 1] ?? rate) < 0);
    if (!isOfItself || !isFalling) return [];
    const { zh, en } = named(placed.indicator);
    return [
      finding(
        'warning',
        'NOT_MONOTONE',
        `${path}/of/${index}/bands`,
        [
          `${zh}按所在档的比率整体计算，而高档比率更低，跨档时数量多了得数反而少。`,
          `${en} pays the whole amount at the rate of its band; where the next band pays less, more can earn less.`,
        ],
        [
          '请改用分段累进（tiers 的 marginal），各段按各段的比率计。',
          'Use marginal tiers, so that each part is paid at its own rate.',
        ],
      ),
    ];
  });
}

/** `mayRise` is false for places of a ranking, where a worse place must not earn more. */
type Row = { readonly points: readonly Rational[]; readonly at: string; readonly mayRise: boolean };

/** The points of bands, places or sides from the lowest value to the highest; null where a method cannot turn. */
function pointsInOrder({ indicator, path }: PlacedIndicator, book: RuleBook): Row | null {
  const { score } = indicator;
  const full = Rational.parse(indicator.points);
  if (score.method === 'tiers' && score.form !== 'marginal') {
    return {
      points: score.bands.map((band) => bandPoints(band, full)),
      at: `${path}/score/bands`,
      mayRise: true,
    };
  }
  if (score.method === 'tiers') {
    // Each rate is the slope of its band: the sum turns where the sign of the slope does.
    const rates = score.bands.map(({ rate }) => Rational.integer(Rational.parse(rate ?? '0').sign()));
    return { points: runningTotals(rates), at: `${path}/score/bands`, mayRise: true };
  }
  if (score.method === 'ranked' && score.form === 'table') {
    const points = [...score.points, score.beyond].map((each) => Rational.parse(each));
    return { points, at: `${path}/score/points`, mayRise: false };
  }
  if (score.method === 'ranked' && score.form === 'tier') {
    return {
      points: score.tiers.map(({ share }) => full.times(Rational.parse(share))),
      at: `${path}/score/tiers`,
      mayRise: false,
    };
  }
  if (score.method === 'threshold' && score.comparison === 'equal') {
    const met = Rational.parse(score.metPoints ?? indicator.points);
    const unmet = Rational.parse(score.unmetPoints ?? '0');
    const { low, high } = measureRange(indicator.measure, book);
    const at = typeof score.at === 'string' ? Rational.parse(score.at) : null;
    // Met at one end of what can be, such as "no case at all", it cannot turn.
    const isBelow = low === null || at === null || low.compare(at) < 0;
    const isAbove = high === null || at === null || high.compare(at) > 0;
    return {
      points: [...(isBelow ? [unmet] : []), met, ...(isAbove ? [unmet] : [])],
      at: `${path}/score/comparison`,
      mayRise: true,
    };
  }
  if (score.method === 'steps' && score.above !== undefined && score.below !== undefined) {
    const [above, below] = [Rational.parse(score.above.points), Rational.parse(score.below.points)];
    return { points: [below, Rational.zero, above], at: `${path}/score/above`, mayRise: true };
  }
  return null;
}

function runningTotals(values: readonly Rational[]): Rational[] {
  let total = Rational.zero;
  return [total, ...values.map((value) => (total = total.plus(value)))];
}

const directions = (points: readonly Rational[]): ReadonlySet<number> =>
  new Set(
    points
      .slice(1)
      .map((each, index) => each.compare(points[index] ?? each))
      .filter((order) => order !== 0),
  );

const isMonotone = ({ points, mayRise }: Row): boolean => {
  const found = directions(points);
  return found.size < 2 && (mayRise || !found.has(1));
};

function turning({ indicator }: PlacedIndicator, { points, at }: Row): LintFinding {
  const { zh, en } = named(indicator);
  const isDeviation = indicator.score.method === 'steps';
  const texts = points.map((each) => each.toText());
  const shown = texts.slice(0, 10).join(' → ') + (texts.length > 10 ? ' …' : '');
  return isDeviation
    ? finding(
        'advice',
        'NOT_MONOTONE',
        at,
        [
          `${zh}高于和低于基准同向计分，数值越大得分先升后降或先降后升。`,
          `${en} counts both sides of its origin the same way: points turn while the value grows.`,
        ],
        [
          '若确实按偏离程度计分，可保留；否则请改正 above 或 below 的正负。',
          'Keep it if deviation is what counts; otherwise correct the sign of above or below.',
        ],
      )
    : finding(
        'warning',
        'NOT_MONOTONE',
        at,
        [
          `${zh}的得分有升有降：${shown}，做得更多反而可能得分更少。`,
          `The points of ${en} rise and fall: ${shown}. Doing more could earn less.`,
        ],
        ['请使各档得分只升或只降。', 'Let the points only rise or only fall.'],
      );
}
