import { Rational } from '@heng/rules';
import type { FactRange } from './fact-range.js';
import type { TrialResult } from './indicator-trial.js';

/** `points` is null where there are none. `jump`: what the points come to right beside, where they jump. */
export type CurvePoint = {
  readonly x: Rational;
  readonly points: Rational | null;
  readonly before: Rational | null;
  readonly after: Rational | null;
  /** A number of the rule's own, or an end of the range. */
  readonly isTelling: boolean;
};

export type Curve = {
  readonly points: readonly CurvePoint[];
  /** The fact takes whole steps only: between the points there is nothing. */
  readonly isDotted: boolean;
};

type Scored = Pick<TrialResult, 'points' | 'measure'>;

const mostGrid = 60;
/** So many dots are still seen one by one. */
const mostDots = 150;

/**
 * The points along the range of a fact, as the engine gives them: on a grid, at the very numbers where the rule bends or jumps, and
 * right beside them.
 */
export function pointsCurve(
  { least, step, steps }: FactRange,
  breaks: readonly Rational[],
  isWhole: boolean,
  score: (xs: readonly Rational[]) => readonly Scored[],
): Curve {
  const most = least.plus(step.times(Rational.integer(steps)));
  const at = (index: number) => least.plus(step.times(Rational.integer(index)));
  const every = Math.max(1, Math.ceil(steps / (isWhole && steps <= mostDots ? mostDots : mostGrid)));
  const grid = Array.from({ length: Math.floor(steps / every) + 1 }, (_, index) => at(index * every));
  const xs = inOrder([...grid, most]);
  const scored = score(xs);
  const inside = (x: Rational) => x.compare(least) >= 0 && x.compare(most) <= 0;
  const found = breaksOn(xs, scored, breaks).filter(inside);
  const telling = inOrder([...found, least, most]);
  if (isWhole && every === 1) {
    const known = new Set(telling.map((x) => x.toText()));
    return { isDotted: true, points: xs.map((x, index) => dot(x, scored[index], known.has(x.toText()))) };
  }
  const beside = most.minus(least).over(Rational.integer(10_000));
  const around = found.flatMap((x) => [x.minus(beside), x, x.plus(beside)]).filter(inside);
  const all = inOrder([...xs, ...around, ...telling]);
  const results = new Map(score(all).map((each, index) => [all[index]?.toText() ?? '', pointsOf(each)]));
  const of = (x: Rational) => results.get(x.toText()) ?? null;
  const near = new Set(around.map((x) => x.toText()));
  const exact = new Set(telling.map((x) => x.toText()));
  return {
    isDotted: false,
    points: all.flatMap((x) => {
      const isTelling = exact.has(x.toText());
      // What is right beside a break says only whether there is a jump.
      if (near.has(x.toText()) && !isTelling) return [];
      const points = of(x);
      return [
        {
          x,
          points,
          before: isTelling ? jumped(points, of(x.minus(beside))) : null,
          after: isTelling ? jumped(points, of(x.plus(beside))) : null,
          isTelling,
        },
      ];
    }),
  };
}

const dot = (x: Rational, scored: Scored | undefined, isTelling: boolean): CurvePoint => ({
  x,
  points: scored === undefined ? null : pointsOf(scored),
  before: null,
  after: null,
  isTelling,
});

const pointsOf = ({ points }: Scored): Rational | null => (points === null ? null : Rational.parse(points));

/** The points beside a place where they differ by more than a slope would within a ten-thousandth of the range. */
function jumped(here: Rational | null, beside: Rational | null): Rational | null {
  if (here === null || beside === null) return null;
  return here.minus(beside).magnitude().compare(Rational.of(1n, 50n)) > 0 ? beside : null;
}

/** The numbers of the fact at which the measure has the given numbers: exact where it is a straight line of the fact, or one over it. */
function breaksOn(
  xs: readonly Rational[],
  scored: readonly Scored[],
  breaks: readonly Rational[],
): Rational[] {
  const measured = xs.flatMap((x, index) => {
    const measure = scored[index]?.measure;
    return measure == null ? [] : [{ x, value: Rational.parse(measure) }];
  });
  const inverse = measured.flatMap(({ x, value }) =>
    value.isZero() ? [] : [{ x, value: Rational.one.over(value) }],
  );
  const line = lineThrough(measured);
  if (line !== null) return breaks.flatMap((each) => line(each));
  const other = lineThrough(inverse);
  return other === null
    ? []
    : breaks.flatMap((each) => (each.isZero() ? [] : other(Rational.one.over(each))));
}

type Sample = { readonly x: Rational; readonly value: Rational };

/** Where the line through the samples has a value; null when they lie on none. */
function lineThrough(samples: readonly Sample[]): ((value: Rational) => Rational[]) | null {
  const [first, second] = [samples[0], samples[1]];
  const last = samples[samples.length - 1];
  if (!first || !second || !last || first.value.equals(last.value)) return null;
  const slope = (a: Sample, b: Sample) => b.value.minus(a.value).over(b.x.minus(a.x));
  const whole = slope(first, last);
  if (!samples.slice(1).every((each) => slope(first, each).equals(whole))) return null;
  return (value) => [first.x.plus(value.minus(first.value).over(whole))];
}

function inOrder(values: readonly Rational[]): Rational[] {
  const sorted = [...values].sort((a, b) => a.compare(b));
  return sorted.filter((value, index) => index === 0 || !value.equals(sorted[index - 1] ?? value));
}
