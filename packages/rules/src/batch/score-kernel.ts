import { Rational } from '../exact/rational.js';
import type { Steps } from '../families/steps.js';
import type { Tiers } from '../families/tiers.js';
import type { Comparison } from '../format/primitives.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { factFraction, presenceKernel } from './fact-kernel.js';
import { constantFraction, linearFraction, ratioFraction, whole, within, type Fraction } from './fraction.js';
import { decimalPlaces, gridOf, onGrid, type Grid } from './grid.js';
import { measureKernel, type MeasureSources } from './measure-kernel.js';
import { exactLimit } from './mul-div.js';
import {
  computedKernel,
  piecesCompute,
  piecesKernel,
  type Compute,
  type Edge,
  type Piece,
  type Pieces,
  type ScoreKernel,
} from './pieces-kernel.js';
import { BeyondKernel, state } from './registers.js';

type Input = {
  readonly book: RuleBook;
  readonly indicator: Indicator;
  readonly role: Section['role'];
  readonly sources: MeasureSources;
};

/** A score kernel with the grid that its points lie on. */
export type Scored = { readonly kernel: ScoreKernel; readonly grid: Grid };

const flat = (constant: Rational) => ({ constant, slope: Rational.zero });
const slope = (by: Rational) => ({ constant: Rational.zero, slope: by });

/** Points of an indicator that looks at its own unit only. @throws BeyondKernel */
export function scoreKernel(input: Input): Scored {
  const { indicator, sources } = input;
  const { score } = indicator;
  const full = Rational.parse(indicator.points);
  const measure = () => measureKernel(indicator.measure, sources);
  const { registers } = sources;
  const readsFacts = score.method === 'tally' || score.method === 'checklist' || score.method === 'choice';
  if (readsFacts && indicator.measure.kind !== 'none')
    throw new BeyondKernel('it has a measure that it does not score');
  switch (score.method) {
    case 'threshold': {
      if (typeof score.at !== 'string') throw new BeyondKernel('the bound differs by unit');
      const met = score.metPoints === undefined ? full : Rational.parse(score.metPoints);
      const unmet = Rational.parse(score.unmetPoints ?? '0');
      return pieced(input, measure(), compared(score.comparison, Rational.parse(score.at), met, unmet));
    }
    case 'proportion':
      return proportion(input, score, full);
    case 'inverse':
      return inverse(input, score, full);
    case 'linear': {
      const [intercept, by] = [Rational.parse(score.intercept), Rational.parse(score.slope)];
      const [low, high] = [Rational.parse(score.low), Rational.parse(score.high)];
      return pieced(input, measure(), clamped({ constant: intercept, slope: by }, low, high));
    }
    case 'judged':
      return pieced(input, measure(), clamped(slope(Rational.one), Rational.zero, full));
    case 'steps':
      return steps(input, score);
    case 'tiers':
      return pieced(input, measure(), tiers(score, full));
    case 'efficacy':
      return pieced(input, measure(), fixedEfficacy(score, full));
    case 'tally': {
      const terms = score.terms.map(({ of, points }) => ({
        of: measureKernel(of, sources),
        weight: Rational.parse(points),
      }));
      return pieced(input, linearFraction(terms, Rational.parse(score.base), registers), {
        edges: [],
        pieces: [slope(Rational.one)],
      });
    }
    case 'checklist':
      return checklist(input, score.items);
    case 'choice':
      return choice(input, score);
    case 'records-worth':
      throw new BeyondKernel('records are weighed one by one');
    default:
      throw new BeyondKernel('it compares units');
  }
}

function pieced(input: Input, of: Fraction, { edges, pieces }: Pieces): Scored {
  const { book, indicator, role, sources } = input;
  const values = pieces.flatMap((piece) =>
    piece === null ? [] : [piece.constant, ...(of.den === null ? [piece.slope.times(of.factor)] : [])],
  );
  const rounds = (indicator.finish?.rounding ?? book.rounding.indicator) !== null;
  const grid = gridOf(book, indicator, role, rounds ? [] : values);
  const trimmed = withoutNeedlessEnds({ edges, pieces }, grid);
  return { kernel: piecesKernel(of, trimmed, grid, sources.registers), grid };
}

/** A flat end that the grid's own bounds make anyway, such as 完成即封顶, needs no comparison. */
function withoutNeedlessEnds({ edges, pieces }: Pieces, grid: Grid): Pieces {
  const [last, before] = [pieces.at(-1), pieces.at(-2)];
  const edge = edges.at(-1);
  if (!last || !before || !edge || !last.slope.isZero() || before.slope.sign() <= 0) return { edges, pieces };
  const joins = before.constant.plus(before.slope.times(edge.at)).equals(last.constant);
  const capped = onGrid(last.constant, { ...grid, low: -exactLimit, high: exactLimit }) >= grid.high;
  return joins && capped
    ? withoutNeedlessEnds({ edges: edges.slice(0, -1), pieces: pieces.slice(0, -1) }, grid)
    : { edges, pieces };
}

function compared(comparison: Comparison, at: Rational, met: Rational, unmet: Rational): Pieces {
  const [yes, no] = [flat(met), flat(unmet)];
  switch (comparison) {
    case 'at-least':
      return { edges: [{ at, included: true }], pieces: [no, yes] };
    case 'more-than':
      return { edges: [{ at, included: false }], pieces: [no, yes] };
    case 'at-most':
      return { edges: [{ at, included: false }], pieces: [yes, no] };
    case 'less-than':
      return { edges: [{ at, included: true }], pieces: [yes, no] };
    case 'equal':
      return {
        edges: [
          { at, included: true },
          { at, included: false },
        ],
        pieces: [no, yes, no],
      };
  }
}

/** A straight line kept between two values, low first, as the exact engine does. */
function clamped(line: NonNullable<Piece>, low: Rational, high: Rational): Pieces {
  if (line.slope.isZero()) return { edges: [], pieces: [flat(line.constant.max(low).min(high))] };
  if (low.compare(high) > 0) return { edges: [], pieces: [flat(high)] };
  const reaches = (value: Rational) => value.minus(line.constant).over(line.slope);
  const rising = line.slope.sign() > 0;
  const [first, last] = rising ? [low, high] : [high, low];
  return {
    edges: [
      { at: reaches(first), included: true },
      { at: reaches(last), included: true },
    ],
    pieces: [flat(first), line, flat(last)],
  };
}

type Score<M> = Extract<Indicator['score'], { method: M }>;

const targetKernel = (target: string | Measure, sources: MeasureSources): Fraction =>
  typeof target === 'string'
    ? constantFraction(Rational.parse(target), sources.registers)
    : measureKernel(target, sources);

/** A measure beside its target: what the measure itself lacks is told before what the target lacks. */
function ownFirst(measure: Fraction, { registers }: MeasureSources, combined: () => Fraction): Fraction {
  const whole = combined();
  const [first, both] = [measure.state, whole.state];
  if (first === null || both === null || first === both) return whole;
  const own = registers.byte();
  return {
    ...whole,
    state: own,
    run: (from, to) => {
      whole.run(from, to);
      for (let i = 0; i < to - from; i += 1) own[i] = first[i] === 0 ? both[i]! : first[i]!;
    },
  };
}

function proportion(input: Input, score: Score<'proportion'>, full: Rational): Scored {
  const { indicator, sources } = input;
  const measure = measureKernel(indicator.measure, sources);
  const fixed = typeof score.target === 'string' ? Rational.parse(score.target) : null;
  if (fixed !== null && fixed.sign() <= 0) throw new BeyondKernel('the target is not above zero');
  // With a target by unit the score is one of the completion rate itself.
  const share =
    fixed === null
      ? ownFirst(measure, sources, () =>
          ratioFraction(
            measure,
            targetKernel(score.target, sources),
            { state: state.cannotCompute },
            sources.registers,
          ),
        )
      : measure;
  const target = fixed ?? Rational.one;
  const edges: Edge[] = [];
  const pieces: Piece[] = [];
  if (score.minimumShare !== undefined) {
    edges.push({ at: Rational.parse(score.minimumShare).times(target), included: true });
    pieces.push(flat(Rational.zero));
  }
  const line = slope(full.over(target));
  if (score.capShare === null) return pieced(input, share, { edges, pieces: [...pieces, line] });
  const cap = Rational.parse(score.capShare);
  const capped = flat(full.times(cap));
  const edge = { at: cap.times(target), included: false };
  // A cap under the minimum leaves no line between them.
  const least = edges[0]?.at;
  if (least !== undefined && least.compare(edge.at) > 0)
    return pieced(input, share, { edges, pieces: [...pieces, capped] });
  return pieced(input, share, { edges: [...edges, edge], pieces: [...pieces, line, capped] });
}

function inverse(input: Input, score: Score<'inverse'>, full: Rational): Scored {
  const { indicator, sources } = input;
  const measure = measureKernel(indicator.measure, sources);
  if (score.form === 'complement') {
    return pieced(input, measure, { edges: [], pieces: [{ constant: full, slope: full.negate() }] });
  }
  const fixed =
    typeof (score.target ?? '0') === 'string' ? Rational.parse(String(score.target ?? '0')) : null;
  if (score.form === 'excess-share') {
    if (fixed === null) {
      const target = targetKernel(score.target ?? '0', sources);
      if (target.low <= 0) throw new BeyondKernel('the target can be zero');
      const share = ownFirst(measure, sources, () =>
        ratioFraction(measure, target, { state: state.cannotCompute }, sources.registers),
      );
      return pieced(input, share, excess(full, Rational.one));
    }
    return pieced(input, measure, excess(full, fixed));
  }
  const target = targetKernel(score.target ?? '0', sources);
  if (target.low < 0 || measure.low < 0) throw new BeyondKernel('the target or the measure can be negative');
  // Target ÷ measure; a measure of zero is within any target.
  const share = ownFirst(measure, sources, () =>
    ratioFraction(target, measure, { value: Rational.one }, sources.registers),
  );
  return pieced(input, share, {
    edges: [{ at: Rational.one, included: true }],
    pieces: [slope(full), flat(full)],
  });
}

/** Full up to the target, then less by the share in excess: full × (2 − measure ÷ target). */
function excess(full: Rational, target: Rational): Pieces {
  const beyond: Piece = target.isZero()
    ? null
    : { constant: full.plus(full), slope: full.over(target).negate() };
  return { edges: [{ at: target, included: false }], pieces: [flat(full), beyond] };
}

function tiers(score: Tiers, full: Rational): Pieces {
  const { bands } = score;
  if (score.form === 'marginal') return marginal(score);
  const worth = bands.map(({ points, share }) =>
    points === undefined ? full.times(Rational.parse(share ?? '0')) : Rational.parse(points),
  );
  const [edges, pieces]: [Edge[], Piece[]] = [[], []];
  let open: Edge | null = null;
  for (const [index, band] of bands.entries()) {
    const from: Edge | null =
      band.from === undefined
        ? null
        : { at: Rational.parse(band.from), included: band.fromIncluded !== false };
    if (index > 0 && !joins(open, from)) throw new BeyondKernel('bands do not join');
    // Under the first band there is no number.
    if (index === 0 && from !== null) pieces.push(null);
    if (from !== null) edges.push(from);
    pieces.push(bandPiece(score, worth, index));
    // A band leaves its end to the start of the next one.
    const next = bands[index + 1];
    const end = band.to ?? next?.from;
    const belongs = band.to === undefined ? next?.fromIncluded === false : band.toIncluded === true;
    open = end === undefined ? null : { at: Rational.parse(end), included: !belongs };
  }
  if (open !== null) {
    edges.push(open);
    pieces.push(null);
  }
  return { edges, pieces };
}

const joins = (end: Edge | null, start: Edge | null): boolean =>
  end !== null && start !== null && end.at.equals(start.at) && end.included === start.included;

function bandPiece({ form, bands }: Tiers, worth: readonly Rational[], index: number): Piece {
  const [low, high] = [worth[index] ?? Rational.zero, worth[index + 1]];
  const [from, to] = [bands[index]?.from, bands[index + 1]?.from];
  if (form !== 'interpolate' || high === undefined || from === undefined || to === undefined)
    return flat(low);
  const rise = high.minus(low).over(Rational.parse(to).minus(Rational.parse(from)));
  return { constant: low.minus(rise.times(Rational.parse(from))), slope: rise };
}

/** Each band pays its rate for the part of the measure inside it: slopes and what has been earned at their feet. */
function marginal({ bands }: Tiers): Pieces {
  const ends = [...new Set(bands.flatMap(({ from, to }) => [from ?? '0', ...(to === undefined ? [] : [to])]))]
    .map((text) => Rational.parse(text))
    .sort((a, b) => a.compare(b))
    .filter((value, index, all) => index === 0 || !value.equals(all[index - 1] ?? value));
  const earned = (measure: Rational) =>
    bands.reduce((total, { from, to, rate }) => {
      const top = to === undefined ? measure : measure.min(Rational.parse(to));
      const inside = top.minus(Rational.parse(from ?? '0')).max(Rational.zero);
      return total.plus(inside.times(Rational.parse(rate ?? '0')));
    }, Rational.zero);
  // Between two ends the sum is straight, so two of its points give the line.
  const lines = ends.map((end, index): Piece => {
    const next = ends[index + 1] ?? end.plus(Rational.one);
    const rise = earned(next).minus(earned(end)).over(next.minus(end));
    return { constant: earned(end).minus(rise.times(end)), slope: rise };
  });
  const before = earned((ends[0] ?? Rational.zero).minus(Rational.one));
  return { edges: ends.map((at) => ({ at, included: true })), pieces: [flat(before), ...lines] };
}

function fixedEfficacy(score: Score<'efficacy'>, full: Rational): Pieces {
  if (typeof score.low !== 'string' || typeof score.high !== 'string')
    throw new BeyondKernel('bounds differ by unit');
  if (score.low === 'cohort' || score.high === 'cohort') throw new BeyondKernel('it compares units');
  const [low, high] = [Rational.parse(score.low), Rational.parse(score.high)];
  const [c, d] = [Rational.parse(score.c), Rational.parse(score.d)];
  if (low.equals(high)) return { edges: [], pieces: [flat(full.times(Rational.parse(score.whenEqual)))] };
  if (low.compare(high) > 0) throw new BeyondKernel('the low value is above the high one');
  const rise = full.times(c).over(high.minus(low));
  const [worst, best] = [full.times(d), full.times(d.plus(c))];
  const line: Piece =
    score.better === 'higher'
      ? { constant: worst.minus(rise.times(low)), slope: rise }
      : { constant: worst.plus(rise.times(high)), slope: rise.negate() };
  const ends = score.better === 'higher' ? [worst, best] : [best, worst];
  return {
    edges: [
      { at: low, included: true },
      { at: high, included: true },
    ],
    pieces: [flat(ends[0] ?? worst), line, flat(ends[1] ?? best)],
  };
}

function steps(input: Input, score: Steps): Scored {
  const { indicator, sources } = input;
  const measure = measureKernel(indicator.measure, sources);
  const base = Rational.parse(score.base);
  const fixed = typeof score.origin === 'string' ? Rational.parse(score.origin) : null;
  const minus = Rational.one.negate();
  const distance =
    fixed === null
      ? ownFirst(measure, sources, () =>
          linearFraction(
            [
              { of: measure, weight: Rational.one },
              { of: targetKernel(score.origin, sources), weight: minus },
            ],
            Rational.zero,
            sources.registers,
          ),
        )
      : measure;
  const origin = fixed ?? Rational.zero;
  const sides = [score.above, score.below].filter((side) => side !== undefined);
  if (sides.every(({ partial }) => partial === 'proportional')) {
    return pieced(input, distance, proportionalSteps(score, base, origin));
  }
  const counted =
    fixed === null || fixed.isZero()
      ? distance
      : linearFraction([{ of: measure, weight: Rational.one }], fixed.negate(), sources.registers);
  return countedSteps(counted, score, input);
}

/** Steps in proportion are straight on both sides of the origin, flat from the limit on. */
function proportionalSteps({ above, below }: Steps, base: Rational, origin: Rational): Pieces {
  const line = (side: NonNullable<Steps['above']>, direction: Rational) => {
    const rise = Rational.parse(side.points).over(Rational.parse(side.per)).times(direction);
    const straight = { constant: base.minus(rise.times(origin)), slope: rise };
    if (side.limit === undefined || rise.isZero()) return { straight, end: null };
    const most = Rational.parse(side.limit).times(Rational.integer(Rational.parse(side.points).sign()));
    const at = origin.plus(Rational.parse(side.limit).over(rise.magnitude()).times(direction));
    return { straight, end: { at, flat: flat(base.plus(most)) } };
  };
  const [edges, pieces]: [Edge[], Piece[]] = [[], []];
  if (below !== undefined) {
    const { straight, end } = line(below, Rational.one.negate());
    if (end !== null) {
      pieces.push(end.flat);
      edges.push({ at: end.at, included: true });
    }
    pieces.push(straight);
    edges.push({ at: origin, included: true });
  }
  if (above === undefined) return { edges, pieces: [...pieces, flat(base)] };
  const { straight, end } = line(above, Rational.one);
  if (below === undefined) {
    pieces.push(flat(base));
    edges.push({ at: origin, included: true });
  }
  pieces.push(straight);
  if (end !== null) {
    edges.push({ at: end.at, included: true });
    pieces.push(end.flat);
  }
  return { edges, pieces };
}

/** Counted steps on either side: whole steps, then points, then the side's limit, then rounding. */
function countedSteps(of: Fraction, { above, below, base }: Steps, input: Input): Scored {
  const { book, indicator, role, sources } = input;
  const both = [above, below].filter((side) => side !== undefined);
  const constants = both
    .flatMap(({ points, limit }) => [points, limit ?? '0'])
    .map((text) => Rational.parse(text));
  const unit = Rational.of(1n, 10n ** BigInt(Math.max(...constants.map(decimalPlaces))));
  const size = Math.max(Math.abs(of.low), Math.abs(of.high));
  const inUnits = (text: string) => whole(Rational.parse(text).over(unit).numerator);
  const [up, down] = [above, below].map((side) => {
    if (side === undefined) return null;
    if (side.partial === 'proportional')
      throw new BeyondKernel('one side is in proportion and the other is not');
    // steps = |num| × by ÷ (over × den)
    const each = of.factor.over(Rational.parse(side.per));
    const [by, over] = [whole(each.numerator), whole(each.denominator)];
    within(0, size * by + 2 * over * of.denHigh, 'a number of steps');
    const points = inUnits(side.points);
    const most = (Math.floor((size * by) / (over * of.denLow)) + 1) * Math.abs(points);
    within(0, most, 'points by steps');
    const limit = side.limit === undefined ? Infinity : inUnits(side.limit);
    return { by, over, points, most, limit, whole: side.partial === 'up' };
  });
  const most = Math.max(up?.most ?? 0, down?.most ?? 0);
  const start = Rational.parse(base);
  const rounds = (indicator.finish?.rounding ?? book.rounding.indicator) !== null;
  const grid = gridOf(book, indicator, role, rounds ? [] : [start, unit]);
  const change = { den: null, factor: unit, low: -most, high: most, denLow: 1, denHigh: 1 };
  const round = piecesCompute(
    change,
    { edges: [], pieces: [{ constant: start, slope: Rational.one }] },
    grid,
  );
  const compute: Compute = (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const value = num[i]!;
      const side = value > 0 ? up : value < 0 ? down : null;
      if (!side) {
        target[i] = 0;
        continue;
      }
      const [top, bottom] = [Math.abs(value) * side.by, den === null ? side.over : side.over * den[i]!];
      const counted = Math.floor(top / bottom);
      const points = (side.whole && counted * bottom !== top ? counted + 1 : counted) * side.points;
      target[i] = points > side.limit ? side.limit : points < -side.limit ? -side.limit : points;
    }
    round(target, null, target, at, length);
  };
  return { kernel: computedKernel(of, compute, false, sources.registers), grid };
}

/** Points of the items that hold: any number but 0 does. */
function checklist(input: Input, items: Score<'checklist'>['items']): Scored {
  const { book, indicator, role, sources } = input;
  const { registers, facts } = sources;
  const points = items.map((item) => Rational.parse(item.points));
  const terms = items.map(({ fact }, index) => {
    const column = facts.column(fact);
    if (column !== null && column.kind !== 'boolean') throw new BeyondKernel('an item is no yes or no');
    return { weight: points[index] ?? Rational.zero, of: factFraction(fact, facts, registers) };
  });
  const grid = gridOf(book, indicator, role, points);
  const pieces: Pieces = { edges: [], pieces: [slope(Rational.one)] };
  return {
    kernel: piecesKernel(linearFraction(terms, Rational.zero, registers), pieces, grid, registers),
    grid,
  };
}

/** What the chosen option is worth, looked up. */
function choice(input: Input, score: Score<'choice'>): Scored {
  const { book, indicator, role, sources } = input;
  const { registers, facts } = sources;
  const fact = facts.fact(score.fact);
  if (fact.kind !== 'choice') throw new BeyondKernel('the fact is no choice');
  const worth = fact.options.map(({ id }) =>
    Rational.parse(score.worth.find(({ option }) => option === id)?.points ?? '0'),
  );
  const grid = gridOf(book, indicator, role, worth);
  const column = facts.column(score.fact);
  const present = presenceKernel(column, score.fact, facts, registers);
  const points = registers.number();
  const table = Float64Array.from(worth, (value) => onGrid(value, grid));
  const values = column?.kind === 'choice' ? column.values : null;
  return {
    grid,
    kernel: {
      points,
      state: present.state,
      run: (from, to) => {
        present.run(from, to - from);
        if (values === null) return;
        for (let i = 0; i < to - from; i += 1) points[i] = table[values[from + i]!]!;
      },
    },
  };
}
