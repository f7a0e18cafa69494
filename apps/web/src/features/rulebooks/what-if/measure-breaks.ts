import { Rational, type Indicator } from '@heng/rules';

const mostSteps = 60;

/** Numbers of the measure at which the points bend or jump, as far as the rule says them itself. */
export function measureBreaks({ score, points }: Indicator): Rational[] {
  const full = Rational.parse(points);
  const numbers = (...values: readonly unknown[]): Rational[] =>
    values.flatMap((value) =>
      typeof value === 'string' && /^-?\d/.test(value) ? [Rational.parse(value)] : [],
    );
  switch (score.method) {
    case 'proportion':
      return numbers(score.target).flatMap((target) => [
        target,
        ...numbers(score.capShare, score.minimumShare).map((share) => target.times(share)),
      ]);
    case 'inverse': {
      const [target] = numbers(score.target);
      if (score.form === 'complement' || target === undefined) return [Rational.zero, Rational.one];
      return score.form === 'excess-share' ? [target, target.plus(target)] : [target];
    }
    case 'threshold':
      return numbers(score.at);
    case 'linear': {
      const [intercept, slope, low, high] = numbers(score.intercept, score.slope, score.low, score.high);
      if (!intercept || !slope || !low || !high || slope.isZero()) return [];
      return [low, high].map((bound) => bound.minus(intercept).over(slope));
    }
    case 'steps':
      return numbers(score.origin).flatMap((origin) => [
        origin,
        ...(['above', 'below'] as const).flatMap((side) => {
          const rule = score[side];
          if (rule === undefined) return [];
          const direction = side === 'above' ? Rational.one : Rational.one.negate();
          const per = Rational.parse(rule.per).times(direction);
          const each = Rational.parse(rule.points).magnitude();
          if (each.isZero()) return [];
          // Where nothing is left to lose or to gain.
          const ends = [...numbers(rule.limit), Rational.parse(score.base).magnitude(), full].map((limit) =>
            origin.plus(per.times(limit.over(each))),
          );
          if (rule.partial === 'proportional') return ends;
          const count = full.max(Rational.parse(score.base)).over(each).round({ mode: 'up', digits: 0 });
          const steps = Math.min(mostSteps, Number.parseInt(count.toText(), 10) + 1);
          return Array.from({ length: steps }, (_, index) =>
            origin.plus(per.times(Rational.integer(index + 1))),
          );
        }),
      ]);
    case 'tiers':
      return score.bands.flatMap(({ from, to }) => numbers(from, to));
    case 'efficacy':
      return numbers(score.low, score.high);
    case 'judged':
      return [Rational.zero, full];
    default:
      return [];
  }
}
