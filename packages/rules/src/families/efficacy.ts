import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { firstObstacle, noNumber, numberValue, type Value } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { Measure } from '../format/measure.js';
import { get, type Family, type Words } from './family.js';
import { howOf, targetOf, targetText } from './target-of.js';
import { DecimalText } from '../format/primitives.js';

/** 功效系数(M45): points × [d + c × (measure − low) ÷ (high − low)], low and high from the cohort's extremes or fixed (不允许值、满意值). */
export const Efficacy = z.strictObject({
  method: z.literal('efficacy'),
  c: DecimalText,
  d: DecimalText,
  better: z.enum(['higher', 'lower']),
  low: z.union([z.literal('cohort'), DecimalText, Measure]),
  high: z.union([z.literal('cohort'), DecimalText, Measure]),
  /** Share of the points when all of the cohort are equal (high = low). */
  whenEqual: DecimalText,
});
export type Efficacy = z.infer<typeof Efficacy>;

export const efficacy: Family<Efficacy> = {
  score(parameters, { full, measure, cohort, evaluate }) {
    const lowest = boundOf(parameters.low, cohort.lowest(), evaluate);
    const highest = boundOf(parameters.high, cohort.highest(), evaluate);
    if (lowest.kind !== 'number' || highest.kind !== 'number')
      return firstObstacle([lowest, highest]) ?? noNumber('cannot-compute', 'nothing-to-compare');
    const [low, high] = [lowest.value, highest.value];
    if (low.compare(high) > 0)
      return noNumber('cannot-compute', 'bounds-crossed', { low: low.toText(), high: high.toText() });
    const data = {
      measure: measure.toText(),
      low: low.toText(),
      high: high.toText(),
      ...howOf(lowest, 'low'),
      ...howOf(highest, 'high'),
      count: String(cohort.count),
    };
    if (low.equals(high)) {
      const earned = full.times(Rational.parse(parameters.whenEqual));
      return points(earned, { ...data, outcome: 'equal', points: earned.toText() });
    }
    const along = parameters.better === 'higher' ? measure.minus(low) : high.minus(measure);
    const exact = along.over(high.minus(low));
    const position = exact.max(Rational.zero).min(Rational.one);
    const share = Rational.parse(parameters.d).plus(Rational.parse(parameters.c).times(position));
    const earned = full.times(share);
    const outcome = position.equals(exact) ? 'between' : 'beyond';
    return points(earned, { ...data, outcome, position: position.toText(), points: earned.toText() });
  },

  sentence(data, { c, d, better, whenEqual, low, high }, { say, value, number, full }) {
    const [actual, from, to, earned] = [
      value(get(data, 'measure')),
      value(get(data, 'low')),
      value(get(data, 'high')),
      number(get(data, 'points')),
    ];
    const range =
      low === 'cohort' || high === 'cohort'
        ? say(
            `同组 ${get(data, 'count')} 家最低 ${from}、最高 ${to}`,
            `of ${get(data, 'count')} units of the cohort the lowest is ${from}, the highest ${to}`,
          )
        : say(
            `不允许值 ${targetText(data, { say, value }, 'low')}、满意值 ${targetText(data, { say, value }, 'high')}`,
            `floor value ${targetText(data, { say, value }, 'low')}, target value ${targetText(data, { say, value }, 'high')}`,
          );
    if (get(data, 'outcome') === 'equal') {
      return say(
        `${range}，最高最低相同，按 ${full} × ${whenEqual} = ${earned} 分计`,
        `${range}; they are equal, so ${full} × ${whenEqual} = ${earned} points`,
      );
    }
    if (get(data, 'outcome') === 'beyond') {
      const position = number(get(data, 'position'));
      return say(
        `${range}，${actual} 已越界，按 ${position} 计，得分 ${full} × [${d} + ${c} × ${position}] = ${earned}`,
        `${range}; ${actual} lies beyond and counts as ${position}; points ${full} × [${d} + ${c} × ${position}] = ${earned}`,
      );
    }
    const distance = better === 'higher' ? `(${actual} − ${from})` : `(${to} − ${actual})`;
    return say(
      `${range}，得分 ${full} × [${d} + ${c} × ${distance} ÷ (${to} − ${from})] = ${earned}`,
      `${range}; points ${full} × [${d} + ${c} × ${distance} ÷ (${to} − ${from})] = ${earned}`,
    );
  },

  clause({ c, d, better, low, high }, words) {
    const { say, full } = words;
    const floor = low === 'cohort' ? say('同组最低', 'the lowest of the cohort') : boundText(low, words);
    const top = high === 'cohort' ? say('同组最高', 'the highest of the cohort') : boundText(high, words);
    const distance =
      better === 'higher'
        ? say(`本单位 − ${floor}`, `own − ${floor}`)
        : say(`${top} − 本单位`, `${top} − own`);
    return say(
      `功效系数法：${full} × [${d} + ${c} × (${distance}) ÷ (${top} − ${floor})]`,
      `efficacy coefficient: ${full} × [${d} + ${c} × (${distance}) ÷ (${top} − ${floor})]`,
    );
  },
};

const boundText = (bound: string | Measure, { value, textOf }: Words) =>
  typeof bound === 'string' ? value(bound) : textOf(bound);

function boundOf(
  bound: Efficacy['low'],
  ofCohort: Rational | null,
  evaluate: (measure: Measure) => Value,
): Value {
  if (bound !== 'cohort') return targetOf(bound, evaluate);
  return ofCohort === null ? noNumber('cannot-compute', 'nothing-to-compare') : numberValue(ofCohort);
}
