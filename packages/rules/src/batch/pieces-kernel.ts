import { Rational } from '../exact/rational.js';
import { ceiling, commonDenominator, whole, within, type Fraction, type Kernel } from './fraction.js';
import { onGrid, type Grid } from './grid.js';
import { divide, mulDiv, mulDivHolds, narrowHolds } from './mul-div.js';
import type { Integers } from './columns.js';
import type { PointsArray } from './indicator-column.js';
import { BeyondKernel, copyStates, state, type Registers } from './registers.js';
import { roundKernel, type RoundKernel } from './round-kernel.js';

/** One stretch of a score: points = constant + slope × measure. Null: the measure lies outside all bands. */
export type Piece = { readonly constant: Rational; readonly slope: Rational } | null;

/** Where the next piece begins; `included` says to whom the edge itself belongs. */
export type Edge = { readonly at: Rational; readonly included: boolean };

/** Points of a block in steps of the grid, within its bounds; `state` as for fractions. */
export type ScoreKernel = {
  readonly run: Kernel;
  readonly points: Float64Array;
  readonly state: Uint8Array | null;
  /** The same straight into a column of points, where nothing else is to be done. */
  readonly direct?: (target: PointsArray, from: number, to: number) => void;
};

/** A score made of straight pieces; `edges` ascending, one fewer than pieces. */
export type Pieces = { readonly edges: readonly Edge[]; readonly pieces: readonly Piece[] };

/** Up to this many different whole numbers the points are looked up. */
const largestTable = 16_384;

/** Points in steps of the grid from whole numerators and denominators; a NaN where there is none. May work in place. */
export type Compute = RoundKernel;

/**
 * Most methods are piecewise linear in their measure: one kernel for thresholds, proportions, steps in proportion, bands, clamps.
 * @throws BeyondKernel
 */
export const piecesKernel = (of: Fraction, pieces: Pieces, grid: Grid, registers: Registers): ScoreKernel =>
  computedKernel(of, piecesCompute(of, pieces, grid), pieces.pieces.includes(null), registers);

export const piecesCompute = (of: FractionBounds, { edges, pieces }: Pieces, grid: Grid): Compute =>
  edges.length === 0 ? single(of, pieces[0] ?? null, grid) : several(of, edges, pieces, grid);

/** What is known of a fraction before any unit is. */
export type FractionBounds = Omit<Fraction, 'run' | 'num' | 'state' | 'source'>;

/**
 * A score that depends on the measure alone. Small whole numbers without a denominator are tabulated, with the very same arithmetic.
 * @param outside whether some measures earn no number
 */
export function computedKernel(
  of: Fraction,
  compute: Compute,
  outside: boolean,
  registers: Registers,
): ScoreKernel {
  const points = registers.number();
  const own = outside ? registers.byte() : of.state;
  const [from, to] = [Math.min(0, of.low), Math.max(0, of.high)];
  const table = of.den === null && to - from < largestTable ? tabulated(compute, from, to) : null;
  const { source } = of;
  return {
    points,
    state: own,
    ...(table !== null && source !== undefined && own === null
      ? { direct: directLookUp(source, Int32Array.from(table), from) }
      : {}),
    run: (start, end) => {
      of.run(start, end);
      const length = end - start;
      if (table !== null) lookUp(points, of.num, table, from, length);
      else compute(of.num, of.den, points, 0, length);
      if (!outside) return;
      copyStates(own!, of.state, length);
      // Outside all bands there is no number; a NaN stands for it up to here.
      for (let i = 0; i < length; i += 1) {
        const value = points[i]!;
        if (value === value) continue;
        points[i] = 0;
        if (own![i] === 0) own![i] = state.cannotCompute;
      }
    },
  };
}

function lookUp(
  points: Float64Array,
  num: Float64Array,
  table: Float64Array,
  from: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) points[i] = table[num[i]! - from]!;
}

/** From facts to points without a register between them; the usual types each have a loop of their own. */
function directLookUp(source: Integers, table: Int32Array, low: number): NonNullable<ScoreKernel['direct']> {
  if (source instanceof Uint8Array) {
    return (target, from, to) => {
      if (target instanceof Int16Array)
        for (let i = from; i < to; i += 1) target[i] = table[source[i]! - low]!;
      else for (let i = from; i < to; i += 1) target[i] = table[source[i]! - low]!;
    };
  }
  if (source instanceof Uint16Array) {
    return (target, from, to) => {
      if (target instanceof Int16Array)
        for (let i = from; i < to; i += 1) target[i] = table[source[i]! - low]!;
      else for (let i = from; i < to; i += 1) target[i] = table[source[i]! - low]!;
    };
  }
  return (target, from, to) => {
    for (let i = from; i < to; i += 1) target[i] = table[source[i]! - low]!;
  };
}

function tabulated(compute: Compute, from: number, to: number): Float64Array {
  const table = new Float64Array(to - from + 1);
  const num = Float64Array.from(table, (_, index) => from + index);
  compute(num, null, table, 0, table.length);
  return table;
}

function single(of: FractionBounds, piece: Piece, grid: Grid): Compute {
  if (piece === null)
    return (_num, _den, target, at, length) => void target.fill(Number.NaN, at, at + length);
  if (piece.slope.isZero()) {
    const fixed = onGrid(piece.constant, grid);
    return (_num, _den, target, at, length) => void target.fill(fixed, at, at + length);
  }
  if (!piece.constant.isZero()) return several(of, [], [piece], grid);
  return roundKernel(
    piece.slope.times(of.factor),
    { low: of.low, high: of.high, denLow: of.denLow, denHigh: of.denHigh, hasDen: of.den !== null },
    grid,
  );
}

/** A piece in whole numbers: points in steps = (constant × den + slope × num) ÷ (over × den). */
type WholePiece = { readonly constant: number; readonly slope: number; readonly over: number };

function several(of: FractionBounds, edges: readonly Edge[], pieces: readonly Piece[], grid: Grid): Compute {
  const wholes = pieces.map((piece) => wholePiece(piece, of, grid));
  const table: PieceTable = {
    ...edgeTable(of, edges),
    constants: Float64Array.from(wholes, ({ constant }) => constant),
    slopes: Float64Array.from(wholes, ({ slope }) => slope),
    overs: Float64Array.from(wholes, ({ over }) => over),
    low: grid.low,
    high: grid.high,
  };
  const size = Math.max(Math.abs(of.low), Math.abs(of.high));
  const known = wholes.filter(({ constant }) => constant === constant);
  const most = Math.max(
    0,
    ...known.map(({ constant, slope }) => Math.abs(constant) * of.denHigh + Math.abs(slope) * size),
  );
  const over = Math.max(1, ...known.map((piece) => piece.over)) * of.denHigh;
  within(0, most, 'points');
  if (of.den === null && known.every((piece) => piece.over === 1)) return straightPieces(table);
  const sloping = pieces.filter((piece) => piece !== null && !piece.slope.isZero());
  if (sloping.length === 0) return flatPieces(table);
  const line = sloping[0];
  if (sloping.length === 1 && line?.constant.isZero()) {
    return lineAmongFlats(table, pieces.indexOf(line), single(of, line, grid));
  }
  if (grid.rounding === null) throw new BeyondKernel('points are not rounded and need not end');
  if (grid.mode === 'half-up' && narrowHolds(most, over)) return narrowPieces(table);
  if (grid.mode !== 'half-up') {
    within(0, most + 2 * over, 'a quotient');
    return otherPieces(table, (value, divisor) => divide(value, divisor, grid.mode));
  }
  if (!mulDivHolds(most, 1, of.denLow, over)) throw new BeyondKernel('a quotient can grow too large');
  return otherPieces(table, (value, divisor) => mulDiv(value, 1, divisor));
}

/** Numbers below this can be told negative by their sign bit, without a branch that is guessed wrongly half of the time. */
const signBitLimit = 2 ** 31;

type EdgeTable = {
  /** x ≥ edge as num × q − p × den ≥ 0, x > edge as ≥ 1, in whole numbers. */
  readonly ps: Float64Array;
  readonly qs: Float64Array;
  readonly leasts: Float64Array;
  /** Whether every comparison stays below {@link signBitLimit}. */
  readonly small: boolean;
};
type PieceTable = EdgeTable & {
  readonly constants: Float64Array;
  readonly slopes: Float64Array;
  readonly overs: Float64Array;
  readonly low: number;
  readonly high: number;
};

function edgeTable(of: FractionBounds, edges: readonly Edge[]): EdgeTable {
  const limits = edges.map(({ at, included }) => {
    const ratio = at.over(of.factor);
    if (of.den === null) {
      const least = included ? ceiling(ratio) : floorOf(ratio) + 1n;
      // Edges beyond what the measure can reach need no exactness.
      return { p: Math.max(of.low - 1, Math.min(of.high + 1, Number(least))), q: 1, least: 0 };
    }
    return { p: whole(ratio.numerator), q: whole(ratio.denominator), least: included ? 0 : 1 };
  });
  let largest = 0;
  for (const { p, q } of limits) {
    const most = Math.max(Math.abs(of.low), Math.abs(of.high)) * q + Math.abs(p) * of.denHigh;
    within(0, most, 'a comparison with a band');
    largest = Math.max(largest, most + 1);
  }
  return {
    ps: Float64Array.from(limits, ({ p }) => p),
    qs: Float64Array.from(limits, ({ q }) => q),
    leasts: Float64Array.from(limits, ({ least }) => least),
    small: largest < signBitLimit,
  };
}

/** The piece on which num ÷ den lies. Every edge is looked at: there are few, and a loop that ends early is guessed wrongly. */
function pieceAt(num: number, den: number, { ps, qs, leasts, small }: EdgeTable): number {
  const count = ps.length;
  if (small) {
    let piece = count;
    for (let k = 0; k < count; k += 1) piece += ((num * qs[k]! - ps[k]! * den - leasts[k]!) | 0) >> 31;
    return piece;
  }
  let piece = 0;
  for (let k = 0; k < count; k += 1) if (num * qs[k]! - ps[k]! * den >= leasts[k]!) piece = k + 1;
  return piece;
}

/** Without a denominator and in whole steps there is nothing to divide or round, and edges are numerators. */
function straightPieces({ ps, constants, slopes, low, high }: PieceTable): Compute {
  const count = ps.length;
  return (num, _den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const n = num[i]!;
      let piece = 0;
      for (let k = 0; k < count; k += 1) if (n >= ps[k]!) piece = k + 1;
      const points = constants[piece]! + slopes[piece]! * n;
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

/** Flat pieces alone need neither rounding nor division. */
function flatPieces(table: PieceTable): Compute {
  const { constants } = table;
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      target[i] = constants[pieceAt(num[i]!, den === null ? 1 : den[i]!, table)]!;
    }
  };
}

/** One line through the origin among flat pieces: the line everywhere, then kept or replaced. */
function lineAmongFlats(table: PieceTable, sloping: number, line: Compute): Compute {
  const keeps = Float64Array.from(table.constants, (_, piece) => (piece === sloping ? 1 : 0));
  const constants = Float64Array.from(table.constants, (value, piece) => (piece === sloping ? 0 : value));
  return (num, den, target, at, length) => {
    // In place the line would hide the measure that says which piece it is.
    const source = num === target ? num.slice() : num;
    line(num, den, target, at, length);
    for (let i = at; i < at + length; i += 1) {
      const piece = pieceAt(source[i]!, den === null ? 1 : den[i]!, table);
      target[i] = target[i]! * keeps[piece]! + constants[piece]!;
    }
  };
}

/** Half up where one division of exact integers is proven; a function called for each unit would cost as much again. */
function narrowPieces(table: PieceTable): Compute {
  const { constants, slopes, overs, low, high } = table;
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const n = num[i]!;
      const d = den === null ? 1 : den[i]!;
      const piece = pieceAt(n, d, table);
      const value = constants[piece]! * d + slopes[piece]! * n;
      const divisor = overs[piece]! * d;
      const rounded = Math.floor((2 * Math.abs(value) + divisor) / (2 * divisor));
      const points = value < 0 ? 0 - rounded : rounded;
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

function otherPieces(table: PieceTable, round: (value: number, divisor: number) => number): Compute {
  const { constants, slopes, overs, low, high } = table;
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const n = num[i]!;
      const d = den === null ? 1 : den[i]!;
      const piece = pieceAt(n, d, table);
      const value = constants[piece]! * d + slopes[piece]! * n;
      const divisor = overs[piece]! * d;
      const points = value < 0 ? 0 - round(-value, divisor) : round(value, divisor);
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

const floorOf = (value: Rational): bigint => -ceiling(value.negate());

function wholePiece(piece: Piece, of: FractionBounds, grid: Grid): WholePiece {
  if (piece === null) return { constant: Number.NaN, slope: 0, over: 1 };
  if (piece.slope.isZero()) return { constant: onGrid(piece.constant, grid), slope: 0, over: 1 };
  const constant = piece.constant.over(grid.step);
  const slope = piece.slope.times(of.factor).over(grid.step);
  const over = commonDenominator([constant, slope]);
  return {
    constant: whole(constant.numerator * (over / constant.denominator)),
    slope: whole(slope.numerator * (over / slope.denominator)),
    over: whole(over),
  };
}
