import type { ExactText, IndicatorState } from '../engine/outcome.js';
import { Rational } from '../exact/rational.js';
import type { Section } from '../format/rule-book.js';
import { covariance, distributionOf, pairsApart, type Distribution } from './distribution.js';

/** One indicator over several units: what it gave, and whether it decides anything. */
export type IndicatorSpread = {
  /** Units it is for, by what came of it; `waiting`: the draft needs facts that last year's lack. */
  readonly units: Readonly<Record<IndicatorState | 'waiting', number>>;
  /** Over the units with a number. */
  readonly points: Distribution | null;
  /** Share of those at full points (of a deduction: with nothing lost), and at zero (of a deduction: with all of it lost). */
  readonly atFull: ExactText | null;
  readonly atZero: ExactText | null;
  /** Dead points: what no unit won, and what no unit lost. Together with what lies between they are the indicator's points. */
  readonly nobodyWon: ExactText | null;
  readonly nobodyLost: ExactText | null;
  /** Separating power: share of pairs of units that it tells apart. */
  readonly pairsApart: ExactText | null;
  /**
   * Its share of the spread of the totals: covariance with the total ÷ variance of the total. All parts of the total together make 1; below 0 it
   * brings the units closer. Null where all totals are equal.
   */
  readonly shareOfSpread: ExactText | null;
};

/** One unit's figures for one indicator. */
export type Figure = {
  readonly state: IndicatorState | 'waiting';
  readonly points: Rational | null;
  /** What of the unit's total comes from it. */
  readonly inTotal: Rational;
  readonly total: Rational;
};

export function indicatorSpread(
  figures: readonly Figure[],
  { full, role }: { readonly full: Rational; readonly role: Section['role'] },
): IndicatorSpread {
  const numbers = figures.flatMap(({ points }) => points ?? []);
  // A deduction is won as far as it was not lost.
  const won = role === 'deduction' ? numbers.map((points) => full.plus(points)) : numbers;
  const share = (is: (value: Rational) => boolean): ExactText | null =>
    won.length === 0 ? null : Rational.of(BigInt(won.filter(is).length), BigInt(won.length)).toText();
  const totals = figures.map(({ total }) => total);
  const variance = covariance(totals, totals);
  const most = won.reduce((a, b) => a.max(b), won[0] ?? Rational.zero);
  const least = won.reduce((a, b) => a.min(b), won[0] ?? Rational.zero);
  return {
    units: countStates(figures),
    points: distributionOf(numbers),
    atFull: share((value) => value.compare(full) >= 0),
    atZero: share((value) => value.sign() <= 0),
    nobodyWon: won.length === 0 ? null : full.minus(most).max(Rational.zero).toText(),
    nobodyLost: won.length === 0 ? null : least.max(Rational.zero).min(full).toText(),
    pairsApart: pairsApart(numbers),
    shareOfSpread: variance.isZero()
      ? null
      : covariance(
          figures.map(({ inTotal }) => inTotal),
          totals,
        )
          .over(variance)
          .toText(),
  };
}

function countStates(figures: readonly Figure[]): IndicatorSpread['units'] {
  const count = (wanted: Figure['state']) => figures.filter(({ state }) => state === wanted).length;
  return {
    scored: count('scored'),
    missing: count('missing'),
    'not-applicable': count('not-applicable'),
    'cannot-compute': count('cannot-compute'),
    vetoed: count('vetoed'),
    pending: count('pending'),
    waiting: count('waiting'),
  };
}
