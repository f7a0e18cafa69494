import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { noNumber } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { howOf, targetOf, targetText } from './target-of.js';
import { Measure } from '../format/measure.js';
import { DecimalText } from '../format/primitives.js';

/**
 * 越小越好(M06 M07). `complement`: points × (1 − measure). With a target, full points up to it, then
 * `target-over-actual`: points × target ÷ measure, or `excess-share`: points × (1 − (measure − target) ÷ target).
 * Both readings of 超过按比例 exist; the author must choose.
 */
export const Inverse = z.strictObject({
  method: z.literal('inverse'),
  form: z.enum(['complement', 'target-over-actual', 'excess-share']),
  target: z.union([DecimalText, Measure]).optional(),
});
export type Inverse = z.infer<typeof Inverse>;

export const inverse: Family<Inverse> = {
  score(parameters, { full, measure, evaluate }) {
    if (parameters.form === 'complement') {
      const earned = full.times(Rational.one.minus(measure));
      return points(earned, { outcome: 'complement', measure: measure.toText(), points: earned.toText() });
    }
    const target = targetOf(parameters.target ?? '0', evaluate);
    if (target.kind !== 'number') return target;
    const data = { measure: measure.toText(), target: target.value.toText(), ...howOf(target) };
    if (measure.compare(target.value) <= 0)
      return points(full, { ...data, outcome: 'within', points: full.toText() });
    if (parameters.form === 'target-over-actual') {
      // Above a target below zero the actual value can be zero, and there is no such quotient.
      if (measure.isZero()) return noNumber('cannot-compute', 'zero-denominator');
      const earned = full.times(target.value).over(measure);
      return points(earned, { ...data, outcome: 'target-over-actual', points: earned.toText() });
    }
    if (target.value.isZero()) return noNumber('cannot-compute', 'zero-target', { target: '0' });
    const earned = full.times(Rational.one.minus(measure.minus(target.value).over(target.value)));
    return points(earned, { ...data, outcome: 'excess-share', points: earned.toText() });
  },

  sentence(data, _parameters, { say, value, number, full }) {
    const [actual, earned] = [value(get(data, 'measure')), number(get(data, 'points'))];
    const target = get(data, 'outcome') === 'complement' ? '' : value(get(data, 'target'));
    const how = get(data, 'outcome') === 'complement' ? '' : targetText(data, { say, value });
    switch (get(data, 'outcome')) {
      case 'complement':
        return say(
          `得分 ${full} × (1 − ${actual}) = ${earned}`,
          `points ${full} × (1 − ${actual}) = ${earned}`,
        );
      case 'within':
        return say(
          `${actual} 不超过 ${how}，得满分 ${full} 分`,
          `${actual} is within ${how}: full ${full} points`,
        );
      case 'target-over-actual':
        return say(
          `超过 ${how}，得分 ${full} × ${target} ÷ ${actual} = ${earned}`,
          `above ${how}: points ${full} × ${target} ÷ ${actual} = ${earned}`,
        );
      default:
        return say(
          `超过 ${how}，得分 ${full} × (1 − (${actual} − ${target}) ÷ ${target}) = ${earned}`,
          `above ${how}: points ${full} × (1 − (${actual} − ${target}) ÷ ${target}) = ${earned}`,
        );
    }
  },

  clause({ form, target = '0' }, { say, operand, full }) {
    if (form === 'complement') {
      return say('得分为满分 × (1 − 实际值)', `points = ${full} × (1 − actual)`);
    }
    return form === 'target-over-actual'
      ? say(
          `不超过 ${operand(target)} 的得 ${full} 分，超过的按目标值 ÷ 实际值的比例得分`,
          `${full} points up to ${operand(target)}; above it ${full} × target ÷ actual`,
        )
      : say(
          `不超过 ${operand(target)} 的得 ${full} 分，超过的按超出部分占目标值的比例扣分`,
          `${full} points up to ${operand(target)}; above it less the share of the target that is in excess`,
        );
  },
};
