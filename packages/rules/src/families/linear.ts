import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { DecimalText } from '../format/primitives.js';

/** 线性截断(M08): clamp(intercept + slope × measure, low, high). */
export const Linear = z.strictObject({
  method: z.literal('linear'),
  intercept: DecimalText,
  slope: DecimalText,
  low: DecimalText,
  high: DecimalText,
});
export type Linear = z.infer<typeof Linear>;

export const linear: Family<Linear> = {
  score(parameters, { measure }) {
    const raw = Rational.parse(parameters.intercept).plus(Rational.parse(parameters.slope).times(measure));
    const earned = raw.max(Rational.parse(parameters.low)).min(Rational.parse(parameters.high));
    return points(earned, { measure: measure.toText(), raw: raw.toText(), points: earned.toText() });
  },

  sentence(data, { intercept, slope, low, high }, { say, number }) {
    const line = lineText(intercept, slope, number(get(data, 'measure')));
    return say(
      `${line} = ${number(get(data, 'raw'))}，限于 ${low}—${high}，得 ${number(get(data, 'points'))} 分`,
      `${line} = ${number(get(data, 'raw'))}, kept within ${low} to ${high}: ${number(get(data, 'points'))} points`,
    );
  },

  clause({ intercept, slope, low, high }, { say, number, actual }) {
    const line = lineText(intercept, slope, actual).replaceAll('-', '−');
    return say(
      `得分为 ${line}，限于 ${number(low)} 分至 ${number(high)} 分`,
      `points = ${line}, at least ${number(low)} and at most ${number(high)}`,
    );
  },
};

/** 20 − 10 × 1.5; a zero in front and a factor of one are not said. */
function lineText(intercept: string, slope: string, measure: string): string {
  const falls = slope.startsWith('-');
  const by = falls ? slope.slice(1) : slope;
  const product = by === '1' ? measure : `${by} × ${measure}`;
  if (intercept === '0') return falls ? `−${product}` : product;
  return `${intercept} ${falls ? '−' : '+'} ${product}`;
}
