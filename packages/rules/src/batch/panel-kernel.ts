import { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import { factFraction, ownPresence, type FactSource } from './fact-kernel.js';
import { within, type Fraction } from './fraction.js';
import { BeyondKernel, state, type Registers } from './registers.js';

/** Mean of the judges without extremes (ME3); `sumFor` judges' worth of it where the book asks for a sum (ME16). */
export function panelFraction(
  measure: Extract<Measure, { kind: 'panel-mean' }>,
  source: FactSource,
  registers: Registers,
): Fraction {
  const column = source.column(measure.fact);
  if (column === null) return factFraction(measure.fact, source, registers);
  if (column.kind !== 'panel' || measure.withoutSelf === true)
    throw new BeyondKernel('judges are told apart by name');
  const { low, high, judges } = source.bounds(measure.fact);
  within(low * judges, high * judges, `the panel "${measure.fact}"`);
  const present = ownPresence(column, measure.fact, source, registers);
  const [num, den, own] = [registers.number(), registers.number(), present.state];
  const { width, counts, scores } = column;
  const { minimumJudges, drop } = measure;
  const dropsOne = drop !== undefined && drop.low <= 1 && drop.high <= 1;
  const from0 = drop?.fromJudges ?? Infinity;
  const sorted = new Float64Array(Math.max(1, judges));
  const trimmed = (start: number, count: number): number => {
    for (let k = 0; k < count; k += 1) sorted[k] = scores[start + k]!;
    const list = sorted.subarray(0, count).sort();
    let total = 0;
    for (let k = drop!.low; k < count - drop!.high; k += 1) total += list[k]!;
    return total;
  };
  const short = high - low < 2 ** 30;
  const lowDrop = drop?.low ?? 0;
  const highDrop = drop?.high ?? 0;
  const all = (from: number, length: number): void => {
    for (let i = 0; i < length; i += 1) {
      const count = counts[from + i]!;
      if (own[i] !== 0 || count < minimumJudges || count === 0) {
        if (own[i] === 0) own[i] = state.cannotCompute;
        num[i] = 0;
        den[i] = 1;
        continue;
      }
      const start = (from + i) * width;
      const dropping = count >= from0 && count > lowDrop + highDrop;
      if (dropping && !dropsOne) {
        num[i] = trimmed(start, count);
        den[i] = count - lowDrop - highDrop;
        continue;
      }
      let total = 0;
      if (!dropping) {
        for (let k = start; k < start + count; k += 1) total += scores[k]!;
        num[i] = total;
        den[i] = count;
        continue;
      }
      let least = scores[start]!;
      let most = least;
      if (short) {
        // Extremes by sign bits: which judge is harshest is not to be guessed.
        for (let k = start; k < start + count; k += 1) {
          const score = scores[k]!;
          total += score;
          const under = (score - least) | 0;
          const over = (most - score) | 0;
          least += under & (under >> 31);
          most -= over & (over >> 31);
        }
      } else {
        for (let k = start; k < start + count; k += 1) {
          const score = scores[k]!;
          total += score;
          if (score < least) least = score;
          if (score > most) most = score;
        }
      }
      num[i] = total - lowDrop * least - highDrop * most;
      den[i] = count - lowDrop - highDrop;
    }
  };
  const scale = Rational.of(BigInt(measure.sumFor ?? 1), 10n ** BigInt(column.decimals));
  return {
    run: (from, to) => {
      const length = to - from;
      present.run(from, length);
      all(from, length);
    },
    num,
    den,
    factor: scale,
    low: Math.min(0, low * judges),
    high: Math.max(0, high * judges),
    denLow: 1,
    denHigh: Math.max(1, judges),
    state: own,
  };
}
