import { bookOf, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { Measure } from '../format/measure.js';
import type { Efficacy } from './efficacy.js';

const logarithm = (of: Measure): Measure => ({ kind: 'logarithm', of, base: 'e' });
const constant = (value: string): Measure => ({ kind: 'constant', value });

function points(bounds: Pick<Efficacy, 'low' | 'high'>, measure: Measure, ...values: string[]) {
  const score: Efficacy = { method: 'efficacy', c: '1', d: '0', better: 'higher', whenEqual: '1', ...bounds };
  const indicator = indicatorOf(score, { points: '1', measure });
  const book = bookOf([indicator], { facts: [numberFact('x'), numberFact('y')] });
  const { units } = compile(book).assess(values.map((x, index) => unitOf(`u${index}`, { x, y: '10' })));
  return units.map(({ indicators }) => indicators[0]?.points ?? indicators[0]?.reason?.code);
}

describe('[SC16] min–max', () => {
  it('between fixed goalposts, kept within them', () => {
    expect(points({ low: '20', high: '85' }, fact('x'), '52.5', '10', '90')).toEqual(['0.5', '0', '1']);
  });

  it('between goalposts that are measures, such as logarithms', () => {
    const bounds = { low: logarithm(constant('100')), high: logarithm(constant('10000')) };
    const [middle, low, high] = points(bounds, logarithm(fact('x')), '1000', '100', '20000');
    expect(low).toBe('0');
    expect(high).toBe('1');
    expect(Number(middle?.split('/')[0]) / Number(middle?.split('/')[1] ?? '1')).toBeCloseTo(0.5, 12);
  });

  it('between percentiles of the cohort', () => {
    const percentile = (share: string): Measure => ({
      kind: 'cohort',
      of: fact('x'),
      take: 'percentile',
      share,
    });
    expect(
      points({ low: percentile('0.25'), high: percentile('0.75') }, fact('x'), '1', '2', '3', '4', '100'),
    ).toEqual(['0', '0', '0.5', '1', '1']);
  });

  it('a high value below the low one computes nothing', () => {
    expect(points({ low: '20', high: fact('y') }, fact('x'), '15')).toEqual(['bounds-crossed']);
  });
});
