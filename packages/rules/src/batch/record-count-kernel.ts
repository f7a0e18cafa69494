import { Rational } from '../exact/rational.js';
import type { RecordEntry } from '../format/fact.js';
import type { Measure } from '../format/measure.js';
import { factFraction, presenceKernel, type FactSource } from './fact-kernel.js';
import type { Fraction } from './fraction.js';
import { BeyondKernel, type Registers } from './registers.js';

/** How many records of some levels and genres, counted once when the column is bound. */
export function countFraction(
  measure: Extract<Measure, { kind: 'count' }>,
  source: FactSource,
  registers: Registers,
): Fraction {
  const column = source.column(measure.fact);
  if (column === null) return factFraction(measure.fact, source, registers);
  if (column.kind !== 'entries') throw new BeyondKernel(`the fact "${measure.fact}" holds no records`);
  const present = presenceKernel(column, measure.fact, source, registers);
  const num = registers.number();
  const { values } = column;
  return {
    run: (from, to) => {
      present.run(from, to - from);
      for (let unit = from; unit < to; unit += 1) num[unit - from] = counted(values[unit], measure);
    },
    num,
    den: null,
    factor: Rational.one,
    low: 0,
    // parseFacts takes at most 500 entries; a later edit stays far below what the kernel can hold.
    high: 100_000,
    denLow: 1,
    denHigh: 1,
    state: present.state,
  };
}

function counted(value: unknown, { levels, genres }: Extract<Measure, { kind: 'count' }>): number {
  if (value === null || value === undefined) return 0;
  let count = 0;
  // parseFacts has checked the shape against the fact's kind.
  for (const { level, genre } of value as readonly RecordEntry[]) {
    const fits =
      (levels === undefined || levels.includes(level)) &&
      (genres === undefined || (genre !== undefined && genres.includes(genre)));
    if (fits) count += 1;
  }
  return count;
}
