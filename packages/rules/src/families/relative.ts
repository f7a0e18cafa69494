import { z } from 'zod';
import type { CohortFigures } from '../engine/cohort-figures.js';
import { points, type Scored } from '../engine/score-context.js';
import { noNumber } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { DecimalText } from '../format/primitives.js';

/** 比同组(M29 M44 M46): `best`: points × measure ÷ best of the cohort; `mean`: points × clamp(measure ÷ cohort mean, low, high); `beyond-mean`: full up to the mean, then −`deduct` per unit beyond. */
export const Relative = z.strictObject({
  method: z.literal('relative'),
  to: z.enum(['best', 'mean', 'beyond-mean']),
  better: z.enum(['higher', 'lower']),
  low: DecimalText.optional(),
  high: DecimalText.optional(),
  deduct: DecimalText.optional(),
});
export type Relative = z.infer<typeof Relative>;

export const relative: Family<Relative> = {
  score(parameters, { full, measure, cohort }) {
    const data = { measure: measure.toText(), count: String(cohort.count) };
    if (parameters.to === 'best') return besideBest(parameters, full, measure, cohort, data);
    const mean = cohort.mean();
    if (mean === null) return noNumber('cannot-compute', 'nothing-to-compare');
    const withMean = { ...data, mean: mean.toText() };
    if (parameters.to === 'beyond-mean') {
      const beyond = parameters.better === 'lower' ? measure.minus(mean) : mean.minus(measure);
      const lost = beyond.max(Rational.zero).times(Rational.parse(parameters.deduct ?? '0'));
      const earned = full.minus(lost);
      return points(earned, {
        ...withMean,
        beyond: beyond.max(Rational.zero).toText(),
        points: earned.toText(),
      });
    }
    const [above, below] = parameters.better === 'higher' ? [measure, mean] : [mean, measure];
    // A ratio to nothing, or to a loss, says nothing; but none of what is unwanted is as good as it gets (SC13).
    if (
      below.sign() <= 0 &&
      !(parameters.better === 'lower' && parameters.high !== undefined && mean.sign() >= 0)
    ) {
      return noNumber('cannot-compute', 'zero-denominator');
    }
    let share = below.sign() <= 0 ? Rational.parse(parameters.high ?? '1') : above.over(below);
    if (parameters.low !== undefined) share = share.max(Rational.parse(parameters.low));
    if (parameters.high !== undefined) share = share.min(Rational.parse(parameters.high));
    const earned = full.times(share);
    const outcome = below.sign() <= 0 ? 'none-at-all' : 'ratio';
    return points(earned, { ...withMean, outcome, share: share.toText(), points: earned.toText() });
  },

  sentence(data, parameters, { say, value, number, full }) {
    const [actual, earned] = [value(get(data, 'measure')), number(get(data, 'points'))];
    const among = say(`同组 ${get(data, 'count')} 家`, `of ${get(data, 'count')} units of the cohort`);
    if (parameters.to === 'best') {
      const best = value(get(data, 'best'));
      if (get(data, 'outcome') === 'all-zero')
        return say(`${among}均为 0，得 0 分`, `all ${among} are 0: 0 points`);
      if (get(data, 'outcome') === 'none-at-all')
        return say(`本单位为 ${actual}，得满分 ${earned} 分`, `own value ${actual}: full ${earned} points`);
      const arithmetic =
        parameters.better === 'higher' ? `${full} × ${actual} ÷ ${best}` : `${full} × ${best} ÷ ${actual}`;
      return say(
        `${among}最好 ${best}，得分 ${arithmetic} = ${earned}`,
        `best ${among} is ${best}; points ${arithmetic} = ${earned}`,
      );
    }
    const mean = value(get(data, 'mean'));
    const ratio = parameters.better === 'higher' ? `${actual} ÷ ${mean}` : `${mean} ÷ ${actual}`;
    const how =
      get(data, 'outcome') === 'none-at-all'
        ? say('本单位为 0，按上限计', 'own value is 0, so the upper bound')
        : say(`比值 ${ratio}${bounds(parameters, say)}`, `ratio ${ratio}${bounds(parameters, say)}`);
    return parameters.to === 'mean'
      ? say(
          `${among}均值 ${mean}，${how} = ${number(get(data, 'share'))}，得分 ${full} × ${number(get(data, 'share'))} = ${earned}`,
          `mean ${among} is ${mean}, ${how} = ${number(get(data, 'share'))}; points ${full} × ${number(get(data, 'share'))} = ${earned}`,
        )
      : say(
          `${among}均值 ${mean}，超出 ${value(get(data, 'beyond'))}，得分 ${full} − ${parameters.deduct ?? '0'} × ${value(get(data, 'beyond'))} = ${earned}`,
          `mean ${among} is ${mean}, beyond it by ${value(get(data, 'beyond'))}; points ${full} − ${parameters.deduct ?? '0'} × ${value(get(data, 'beyond'))} = ${earned}`,
        );
  },

  clause(parameters, { say, full }) {
    switch (parameters.to) {
      case 'best':
        return parameters.better === 'higher'
          ? say(
              `同组最高者得 ${full} 分，其余得 ${full} × 本单位 ÷ 同组最高`,
              `the best of the cohort earns ${full}, others ${full} × own ÷ best`,
            )
          : say(
              `同组最低者得 ${full} 分，其余得 ${full} × 同组最低 ÷ 本单位`,
              `the lowest of the cohort earns ${full}, others ${full} × lowest ÷ own`,
            );
      case 'mean':
        return say(
          `得分 = ${full} × 本单位与同组均值之比${bounds(parameters, say)}`,
          `points = ${full} × ratio to the cohort's mean${bounds(parameters, say)}`,
        );
      case 'beyond-mean':
        return say(
          `不劣于同组均值得 ${full} 分，每劣 1 扣 ${parameters.deduct ?? '0'} 分`,
          `${full} points up to the cohort's mean, minus ${parameters.deduct ?? '0'} for each 1 beyond`,
        );
    }
  },
};

const bounds = ({ low, high }: Relative, say: (zh: string, en: string) => string) =>
  low === undefined && high === undefined
    ? ''
    : say(`（限于 ${low ?? '−∞'}—${high ?? '+∞'}）`, ` (within ${low ?? '−∞'} to ${high ?? '+∞'})`);

/** All zero: nobody did anything, so nobody earns for being the best (RULES.md SC12). */
function besideBest(
  parameters: Relative,
  full: Rational,
  measure: Rational,
  cohort: CohortFigures,
  data: Record<string, string>,
): Scored {
  const best = parameters.better === 'higher' ? cohort.highest() : cohort.lowest();
  if (best === null) return noNumber('cannot-compute', 'nothing-to-compare');
  const withBest = { ...data, best: best.toText() };
  if (parameters.better === 'higher') {
    if (best.sign() <= 0) return points(Rational.zero, { ...withBest, outcome: 'all-zero', points: '0' });
    const earned = full.times(measure).over(best);
    return points(earned, { ...withBest, outcome: 'ratio', points: earned.toText() });
  }
  // Where less is better, nothing at all is best; below zero a ratio would turn round.
  if (measure.sign() <= 0)
    return points(full, { ...withBest, outcome: 'none-at-all', points: full.toText() });
  const earned = full.times(best.max(Rational.zero)).over(measure);
  return points(earned, { ...withBest, outcome: 'ratio', points: earned.toText() });
}
