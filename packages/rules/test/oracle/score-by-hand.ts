import type { Measure } from '../../src/format/measure.js';
import type { Indicator } from '../../src/format/indicator.js';
import type { Score } from '../../src/format/score.js';
import {
  add,
  big,
  divide,
  greater,
  integer,
  lesser,
  multiply,
  negative,
  nothing,
  order,
  rounded,
  same,
  sign,
  size,
  subtract,
  toInteger,
  total,
  whole,
  type BigFraction,
} from './big-fraction.js';
import { liesIn } from './measure-by-hand.js';
import { factValue, isAbsent } from './reading.js';
import { recordsByHand } from './records-by-hand.js';
import { firstLack, isNumber, type Answer, type World } from './world.js';

type Of<M extends Score['method']> = Extract<Score, { method: M }>;

/** Points of the method alone, by RULES.md SC1–SC16. `yardstick` are the numbers of the cohort that the unit is compared with (CH1). */
export function scoreByHand(
  world: World,
  indicator: Indicator,
  unit: number,
  yardstick: () => readonly BigFraction[],
): Answer {
  const { score, measure, points } = indicator;
  const full = big(points);
  const ask = (what: Measure | string): Answer =>
    typeof what === 'string' ? big(what) : world.answer(what, { unit, year: 'this', by: indicator });
  const own = ask(measure);
  /** First the measure, then what the score reads besides; of these the first obstacle to tell (ME2). */
  const withAll = (
    needed: readonly Answer[],
    then: (own: BigFraction, rest: BigFraction[]) => Answer,
  ): Answer => {
    return isNumber(own) ? (firstLack(needed) ?? then(own, needed.filter(isNumber))) : own;
  };
  switch (score.method) {
    case 'proportion':
      return withAll([ask(score.target)], (x, [target = nothing]) => {
        if (sign(target) <= 0) return 'cannot-compute';
        const share = divide(x, target);
        if (score.minimumShare !== undefined && order(share, big(score.minimumShare)) < 0) return nothing;
        return multiply(full, score.capShare === null ? share : lesser(share, big(score.capShare)));
      });
    case 'inverse':
      if (score.form === 'complement') return withAll([], (x) => multiply(full, subtract(whole, x)));
      return withAll([ask(score.target ?? '0')], (x, [target = nothing]) => {
        if (order(x, target) <= 0) return full;
        if (score.form === 'target-over-actual')
          return sign(x) === 0 ? 'cannot-compute' : divide(multiply(full, target), x);
        if (sign(target) === 0) return 'cannot-compute';
        return multiply(full, subtract(whole, divide(subtract(x, target), target)));
      });
    case 'threshold':
      return withAll([ask(score.at)], (x, [at = nothing]) =>
        stands(x, score.comparison, at) ? big(score.metPoints ?? points) : big(score.unmetPoints ?? '0'),
      );
    case 'linear':
      return withAll([], (x) =>
        lesser(
          greater(add(multiply(x, big(score.slope)), big(score.intercept)), big(score.low)),
          big(score.high),
        ),
      );
    case 'steps':
      return withAll([ask(score.origin)], (x, [origin = nothing]) => stepped(score, subtract(x, origin)));
    case 'tally':
      return withAll(
        score.terms.map(({ of }) => ask(of)),
        (_, counts) =>
          score.terms.reduce(
            (sum, term, index) => add(sum, multiply(big(term.points), counts[index] ?? nothing)),
            big(score.base),
          ),
      );
    case 'tiers':
      return withAll([], (x) => tiered(score, x, full));
    case 'checklist':
      return withAll(
        score.items.map(({ fact, points: each }) => {
          const value = factValue(world, fact, unit, 'this');
          return isAbsent(value) ? value.lack : value === true ? big(each) : nothing;
        }),
        (_, earned) => total(earned),
      );
    case 'choice': {
      const chosen = factValue(world, score.fact, unit, 'this');
      return withAll([isAbsent(chosen) ? chosen.lack : nothing], () =>
        big(score.worth.find(({ option }) => option === chosen)?.points ?? '0'),
      );
    }
    case 'records-worth':
      return withAll([recordsByHand(world, score, unit)], (_, [worth = nothing]) => worth);
    case 'relative':
      return withAll([], (x) => relative(score, x, full, yardstick()));
    case 'efficacy':
      return withAll(
        [
          score.low === 'cohort' ? extreme(yardstick, lesser) : ask(score.low),
          score.high === 'cohort' ? extreme(yardstick, greater) : ask(score.high),
        ],
        (x, [low = nothing, high = nothing]) => {
          if (order(high, low) < 0) return 'cannot-compute';
          if (same(high, low)) return multiply(full, big(score.whenEqual));
          const inside = lesser(greater(x, low), high);
          const covered = score.better === 'higher' ? subtract(inside, low) : subtract(high, inside);
          return multiply(
            full,
            add(big(score.d), multiply(big(score.c), divide(covered, subtract(high, low)))),
          );
        },
      );
    case 'ranked':
      return withAll([], (x) => placed(score, x, full, yardstick()));
    case 'judged':
      return withAll([], (x) => lesser(greater(x, nothing), full));
  }
}

export function stands(left: BigFraction, comparison: string, right: BigFraction): boolean {
  const difference = sign(subtract(left, right));
  const answers: Record<string, boolean> = {
    'at-least': difference !== -1,
    'more-than': difference === 1,
    'at-most': difference !== 1,
    'less-than': difference === -1,
    equal: difference === 0,
  };
  return answers[comparison] ?? false;
}

function stepped(score: Of<'steps'>, distance: BigFraction): BigFraction {
  const side = sign(distance) > 0 ? score.above : score.below;
  if (sign(distance) === 0 || side === undefined) return big(score.base);
  const exact = divide(size(distance), big(side.per));
  const counted = side.partial === 'proportional' ? exact : integer(toInteger(exact, side.partial));
  const change = multiply(counted, big(side.points));
  if (side.limit === undefined) return add(big(score.base), change);
  const limit = big(side.limit);
  return add(big(score.base), lesser(greater(change, negative(limit)), limit));
}

function tiered({ form, bands }: Of<'tiers'>, x: BigFraction, full: BigFraction): Answer {
  type Band = (typeof bands)[number];
  const worth = (band: Band) =>
    band.share === undefined ? big(band.points ?? '0') : multiply(full, big(band.share));
  if (form === 'marginal') {
    return total(
      bands.map((band) => {
        const from = big(band.from ?? '0');
        const to = band.to === undefined ? x : lesser(x, big(band.to));
        return order(to, from) > 0 ? multiply(big(band.rate ?? '0'), subtract(to, from)) : nothing;
      }),
    );
  }
  // An interpolated band without an end runs to the start of the next one.
  const ending = (band: Band, next: Band | undefined) =>
    form === 'interpolate' && band.to === undefined && next?.from !== undefined
      ? { ...band, to: next.from, toIncluded: next.fromIncluded === false }
      : band;
  const index = bands.findIndex((band, position) => liesIn(x, ending(band, bands[position + 1])));
  const [band, next] = [bands[index], bands[index + 1]];
  if (band === undefined) return 'cannot-compute';
  if (form === 'step' || band.from === undefined || next?.from === undefined) return worth(band);
  // The two ends weighted by how far the other one is.
  const [from, to] = [big(band.from), big(next.from)];
  const weighted = add(multiply(worth(band), subtract(to, x)), multiply(worth(next), subtract(x, from)));
  return divide(weighted, subtract(to, from));
}

function extreme(
  yardstick: () => readonly BigFraction[],
  pick: (a: BigFraction, b: BigFraction) => BigFraction,
): Answer {
  const values = yardstick();
  return values.length === 0 ? 'cannot-compute' : values.reduce(pick);
}

function relative(
  { to, better, low, high, deduct }: Of<'relative'>,
  x: BigFraction,
  full: BigFraction,
  values: readonly BigFraction[],
): Answer {
  if (values.length === 0) return 'cannot-compute';
  if (to === 'best') {
    if (better === 'higher') {
      const best = values.reduce(greater);
      return sign(best) <= 0 ? nothing : divide(multiply(full, x), best);
    }
    if (sign(x) <= 0) return full;
    return divide(multiply(full, greater(values.reduce(lesser), nothing)), x);
  }
  const mean = divide(total(values), integer(values.length));
  if (to === 'beyond-mean') {
    const beyond = better === 'lower' ? subtract(x, mean) : subtract(mean, x);
    return sign(beyond) <= 0 ? full : subtract(full, multiply(big(deduct ?? '0'), beyond));
  }
  const within = (ratio: BigFraction) => {
    const raised = low === undefined ? ratio : greater(ratio, big(low));
    return multiply(full, high === undefined ? raised : lesser(raised, big(high)));
  };
  if (better === 'higher') return sign(mean) <= 0 ? 'cannot-compute' : within(divide(x, mean));
  if (sign(x) > 0) return within(divide(mean, x));
  // None of what is unwanted takes the upper bound, where there is one and the mean is no loss (SC13).
  return high === undefined || sign(mean) < 0 ? 'cannot-compute' : within(big(high));
}

/** Points of the place, or the mean of the places that the tied ones fill (SC10). */
function placed(
  score: Of<'ranked'>,
  x: BigFraction,
  full: BigFraction,
  values: readonly BigFraction[],
): Answer {
  if (values.length === 0) return 'cannot-compute';
  const isBetter = (other: BigFraction) => order(other, x) * (score.better === 'higher' ? 1 : -1) > 0;
  const ahead = values.filter(isBetter).length;
  const alike = Math.max(1, values.filter((other) => same(other, x)).length);
  const places =
    score.tied === 'highest' ? [ahead + 1] : Array.from({ length: alike }, (_, n) => ahead + 1 + n);
  return divide(
    total(places.map((place) => worthOfPlace(score, place, values.length, full))),
    integer(places.length),
  );
}

function worthOfPlace(score: Of<'ranked'>, place: number, count: number, full: BigFraction): BigFraction {
  switch (score.form) {
    case 'table':
      return big(score.points[place - 1] ?? score.beyond);
    case 'step':
      return place <= score.free
        ? full
        : subtract(full, multiply(integer(place - score.free), big(score.points)));
    case 'percent':
      return subtract(full, multiply(multiply(full, big(score.share)), integer(place - 1)));
    case 'tier': {
      const mode = score.places === 'larger-first' ? 'up' : score.places;
      const reached = score.tiers.filter(({ upTo }, index) => {
        const isLast = index === score.tiers.length - 1;
        const end = rounded(multiply(big(upTo), integer(count)), { mode, digits: 0 });
        return isLast || order(integer(place), end) <= 0;
      });
      return multiply(full, big(reached[0]?.share ?? '0'));
    }
  }
}
