import { z } from 'zod';
import { compares } from '../engine/evaluate-condition.js';
import { points } from '../engine/score-context.js';
import { Rational } from '../exact/rational.js';
import { Measure } from '../format/measure.js';
import { comparisonText } from './comparison-text.js';
import { get, type Family } from './family.js';
import { howOf, targetOf, targetText } from './target-of.js';
import { Comparison, DecimalText } from '../format/primitives.js';

/** 达标得分、达线得满分(M01 M02): met or unmet. A boolean fact measures 1 (是) or 0 (否). */
export const Threshold = z.strictObject({
  method: z.literal('threshold'),
  comparison: Comparison,
  /** A measure when the bound differs by unit (按规模定目标, 各地平均值). */
  at: z.union([DecimalText, Measure]),
  /** Absent: the indicator's full points. */
  metPoints: DecimalText.optional(),
  /** Absent: 0. */
  unmetPoints: DecimalText.optional(),
});
export type Threshold = z.infer<typeof Threshold>;

export const threshold: Family<Threshold> = {
  score(parameters, { full, measure, evaluate }) {
    const at = targetOf(parameters.at, evaluate);
    if (at.kind !== 'number') return at;
    const met = compares(measure, parameters.comparison, at.value);
    const earned = met
      ? parameters.metPoints === undefined
        ? full
        : Rational.parse(parameters.metPoints)
      : Rational.parse(parameters.unmetPoints ?? '0');
    return points(earned, {
      outcome: met ? 'met' : 'unmet',
      measure: measure.toText(),
      at: at.value.toText(),
      ...howOf(at, 'at'),
      points: earned.toText(),
    });
  },

  sentence(data, parameters, { say, value, number, yesNo }) {
    const met = get(data, 'outcome') === 'met';
    const at = targetText(data, { say, value }, 'at');
    const test = comparisonText(parameters.comparison, at, say);
    const earned = number(get(data, 'points'));
    return yesNo && isYesNo(parameters)
      ? say(`${met ? '是' : '否'}，得 ${earned} 分`, `${met ? 'yes' : 'no'}: ${earned} points`)
      : say(
          `${value(get(data, 'measure'))} ${met ? test : failedText(parameters.comparison, at)}，得 ${earned} 分`,
          `${value(get(data, 'measure'))} is ${met ? '' : 'not '}${test}: ${earned} points`,
        );
  },

  clause(parameters, { say, number, operand, full, yesNo }) {
    const [met, unmet] = [number(parameters.metPoints ?? full), number(parameters.unmetPoints ?? '0')];
    if (yesNo && isYesNo(parameters))
      return say(`是的得 ${met} 分，否的得 ${unmet} 分`, `${met} points if so, otherwise ${unmet}`);
    const test = comparisonText(parameters.comparison, operand(parameters.at), say);
    return say(
      `${test} 的得 ${met} 分，否则得 ${unmet} 分`,
      `${met} points when ${test}, otherwise ${unmet}`,
    );
  },
};

const isYesNo = ({ comparison, at }: Threshold) => comparison === 'at-least' && at === '1';

/** The Chinese of a comparison that fails: 未达到 90%, but never 未不超过. */
const failedText = (comparison: Comparison, bound: string): string =>
  ({
    'at-least': '未达到',
    'more-than': '不高于',
    'at-most': '超过',
    'less-than': '不低于',
    equal: '不等于',
  })[comparison] + ` ${bound}`;
