import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { bandPoints } from '../reach/score-range.js';

/** Points that rise and fall again while the value only grows: more work could earn less. */
export function notMonotone(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap((placed) => {
    const row = pointsInOrder(placed);
    return row === null || isMonotone(row) ? [] : [turning(placed, row)];
  });
}

/** `mayRise` is false for places of a ranking, where a worse place must not earn more. */
type Row = { readonly points: readonly Rational[]; readonly at: string; readonly mayRise: boolean };

/** The points of bands, places or sides from the lowest value to the highest; null where a method cannot turn. */
function pointsInOrder({ indicator, path }: PlacedIndicator): Row | null {
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
  const shown = points.map((each) => each.toText()).join(' → ');
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
