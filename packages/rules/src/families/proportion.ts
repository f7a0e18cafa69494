import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { noNumber } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { howOf, targetOf, targetText } from './target-of.js';
import { Measure } from '../format/measure.js';
import { DecimalText } from '../format/primitives.js';

/** 按比例得分、完成率封顶(M04 M05 M18 M20;评议分折算 M52 M53 M55): points × measure ÷ target. */
export const Proportion = z.strictObject({
  method: z.literal('proportion'),
  /** What earns full points, in the measure's unit; a measure when the target differs by unit (任务数). */
  target: z.union([DecimalText, Measure]),
  /** Highest share of the points that can be earned; "1" is 完成率封顶. `null` leaves it uncapped. */
  capShare: DecimalText.nullable(),
  /** Completion under this share of the target earns nothing (低于下限不得分). */
  minimumShare: DecimalText.optional(),
});
export type Proportion = z.infer<typeof Proportion>;

export const proportion: Family<Proportion> = {
  score(parameters, { full, measure, evaluate }) {
    const target = targetOf(parameters.target, evaluate);
    if (target.kind !== 'number') return target;
    if (target.value.sign() <= 0)
      return noNumber('cannot-compute', 'zero-target', { target: target.value.toText() });
    const share = measure.over(target.value);
    const data = {
      measure: measure.toText(),
      target: target.value.toText(),
      ...howOf(target),
      share: share.toText(),
    };
    if (parameters.minimumShare !== undefined && share.compare(Rational.parse(parameters.minimumShare)) < 0) {
      return points(Rational.zero, {
        ...data,
        outcome: 'below-minimum',
        minimum: parameters.minimumShare,
        points: '0',
      });
    }
    const cap = parameters.capShare === null ? null : Rational.parse(parameters.capShare);
    if (cap !== null && share.compare(cap) > 0) {
      const earned = full.times(cap);
      return points(earned, { ...data, outcome: 'capped', cap: cap.toText(), points: earned.toText() });
    }
    const earned = full.times(share);
    return points(earned, { ...data, outcome: 'proportional', points: earned.toText() });
  },

  sentence(data, parameters, { say, value, number, full }) {
    const target = targetText(data, { say, value });
    const share = parameters.target === '1' ? value(get(data, 'measure')) : number(get(data, 'share'));
    const rate =
      parameters.target === '1'
        ? say(`完成率 ${share}`, `completion ${share}`)
        : say(
            `完成率 = ${value(get(data, 'measure'))} ÷ 目标 ${target} = ${share}`,
            `completion = ${value(get(data, 'measure'))} ÷ target ${target} = ${share}`,
          );
    switch (get(data, 'outcome')) {
      case 'below-minimum':
        return say(
          `${rate}，低于下限 ${number(get(data, 'minimum'))}，得 0 分`,
          `${rate}, below the minimum of ${number(get(data, 'minimum'))}: 0 points`,
        );
      case 'capped':
        return say(
          `${rate}，达到封顶 ${number(get(data, 'cap'))} 倍，得 ${full} × ${number(get(data, 'cap'))} = ${number(get(data, 'points'))} 分`,
          `${rate}, capped at ${number(get(data, 'cap'))}: ${full} × ${number(get(data, 'cap'))} = ${number(get(data, 'points'))} points`,
        );
      default:
        return say(
          `${rate}，得分 ${full} × ${share} = ${number(get(data, 'points'))}`,
          `${rate}, points ${full} × ${share} = ${number(get(data, 'points'))}`,
        );
    }
  },

  clause({ target, capShare, minimumShare }, { say, operand, percent, full }) {
    const most =
      capShare === null
        ? say('超过的按同一比例加分', 'and so on above it')
        : capShare === '1'
          ? say('超过的不加分', 'not more above it')
          : say(
              `超过的按同一比例加分，完成比例最高按 ${percent(capShare)} 计`,
              `and so on up to ${percent(capShare)} of it`,
            );
    const least =
      minimumShare === undefined
        ? ''
        : say(
            `，完成比例低于 ${percent(minimumShare)} 的不得分`,
            `; below ${percent(minimumShare)} of it, nothing`,
          );
    return say(
      `达到 ${operand(target)} 的得 ${full} 分，未达到的按实际值 ÷ 目标值的比例得分，${most}${least}`,
      `${full} points at ${operand(target)}, in proportion (actual ÷ target) below it, ${most}${least}`,
    );
  },
};
