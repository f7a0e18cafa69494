import { Rational, sum } from '../exact/rational.js';
import type { Score } from '../format/score.js';

/**
 * Whether a method's points can lie below the floor or above the cap, so that a clause has to mention them. Judged by the signs of what
 * the rule gives and takes, not by what facts allow.
 */
export function pointsBeyond(
  score: Score,
  points: string,
  bounds: { readonly floor: string; readonly cap: string },
): { readonly below: boolean; readonly above: boolean } {
  const { least, most } = reachOf(score, Rational.parse(points));
  return {
    below: least === null || least.compare(Rational.parse(bounds.floor)) < 0,
    above: most === null || most.compare(Rational.parse(bounds.cap)) > 0,
  };
}

/** The least and most points; null: without end. */
type Reach = { readonly least: Rational | null; readonly most: Rational | null };

const within = (values: readonly Rational[]): Reach => ({
  least: values.reduce((one, other) => one.min(other), values[0] ?? Rational.zero),
  most: values.reduce((one, other) => one.max(other), values[0] ?? Rational.zero),
});

function reachOf(score: Score, full: Rational): Reach {
  const parse = (value: string) => Rational.parse(value);
  const share = (value: string) => full.times(parse(value));
  const none = Rational.zero;
  switch (score.method) {
    case 'proportion':
      return { least: none, most: score.capShare === null ? null : share(score.capShare) };
    case 'inverse':
      return { least: score.form === 'target-over-actual' ? none : null, most: full };
    case 'threshold':
      return within([
        score.metPoints === undefined ? full : parse(score.metPoints),
        parse(score.unmetPoints ?? '0'),
      ]);
    case 'checklist':
      return signed(score.items.map((item) => parse(item.points)));
    case 'linear':
      return { least: parse(score.low), most: parse(score.high) };
    case 'steps':
      return stepsReach(score);
    case 'tally': {
      const worth = score.terms.map((term) => parse(term.points).sign());
      return {
        least: worth.some((sign) => sign < 0) ? null : parse(score.base),
        most: worth.some((sign) => sign > 0) ? null : parse(score.base),
      };
    }
    case 'tiers': {
      if (score.form !== 'marginal') return within(score.bands.map((band) => parse(band.points ?? '0')));
      const rates = score.bands.map((band) => parse(band.rate ?? '0').sign());
      return {
        least: rates.some((sign) => sign < 0) ? null : none,
        most: rates.some((sign) => sign > 0) ? null : none,
      };
    }
    case 'choice':
      return within([none, ...score.worth.map((row) => parse(row.points))]);
    case 'records-worth': {
      const worth = score.worth.map((row) => parse(row.points).sign());
      return {
        least: worth.some((sign) => sign < 0) ? null : none,
        most: worth.some((sign) => sign > 0) ? null : none,
      };
    }
    case 'relative':
      if (score.to !== 'mean') return { least: score.to === 'best' ? none : null, most: full };
      return {
        least: score.low === undefined ? none : share(score.low),
        most: score.high === undefined ? null : share(score.high),
      };
    case 'efficacy':
      return within([
        share(score.d),
        full.times(parse(score.d).plus(parse(score.c))),
        share(score.whenEqual),
      ]);
    case 'ranked':
      switch (score.form) {
        case 'table':
          return within([...score.points, score.beyond].map(parse));
        case 'tier':
          return within(score.tiers.map((tier) => share(tier.share)));
        default:
          return { least: null, most: full };
      }
    case 'judged':
      return { least: none, most: full };
  }
}

const signed = (values: readonly Rational[]): Reach => ({
  least: sum(values.map((value) => value.min(Rational.zero))),
  most: sum(values.map((value) => value.max(Rational.zero))),
});

function stepsReach({ base, above, below }: Extract<Score, { method: 'steps' }>): Reach {
  const start = Rational.parse(base);
  let reach: Reach = { least: start, most: start };
  for (const side of [above, below]) {
    if (side === undefined) continue;
    const sign = Rational.parse(side.points).sign();
    const end =
      side.limit === undefined ? null : start.plus(Rational.parse(side.limit).times(Rational.integer(sign)));
    if (sign < 0) reach = { ...reach, least: lower(reach.least, end) };
    if (sign > 0) reach = { ...reach, most: higher(reach.most, end) };
  }
  return reach;
}

const lower = (one: Rational | null, other: Rational | null) =>
  one === null || other === null ? null : one.min(other);

const higher = (one: Rational | null, other: Rational | null) =>
  one === null || other === null ? null : one.max(other);
