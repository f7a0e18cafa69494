import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { firstObstacle, noNumber, numberValue, type Value } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { Measure } from '../format/measure.js';
import { get, type ClauseSpeech, type Family } from './family.js';
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

  clause({ c, d, better, low, high, whenEqual }, words) {
    const { say, number, percent, full } = words;
    const formula = `${number(d)} + ${number(c)} × `;
    const position =
      better === 'higher'
        ? say('(实际值 − 下限) ÷ (上限 − 下限)', '(actual − low) ÷ (high − low)')
        : say('(上限 − 实际值) ÷ (上限 − 下限)', '(high − actual) ÷ (high − low)');
    const equal = percent(whenEqual);
    return say(
      `按功效系数法计分，得分为满分 × [${formula}${position}]，下限为 ${boundText(low, words, '同组最低值')}，上限为 ${boundText(high, words, '同组最高值')}，超出上下限的按上下限计，上下限相等的得满分的 ${equal}`,
      `efficacy coefficient: ${full} × [${formula}${position}], low: ${boundText(low, words, 'the lowest of the cohort')}, high: ${boundText(high, words, 'the highest of the cohort')}; beyond them they count; ${equal} of the points where they are equal`,
    );
  },
};

const boundText = (bound: Efficacy['low'], { operand }: ClauseSpeech, ofCohort: string): string =>
  bound === 'cohort' ? ofCohort : operand(bound);

function boundOf(
  bound: Efficacy['low'],
  ofCohort: Rational | null,
  evaluate: (measure: Measure) => Value,
): Value {
  if (bound !== 'cohort') return targetOf(bound, evaluate);
  return ofCohort === null ? noNumber('cannot-compute', 'nothing-to-compare') : numberValue(ofCohort);
}
