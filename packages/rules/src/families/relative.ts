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

  clause({ to, better, low, high, deduct = '0' }, { say, number, percent, step, full }) {
    switch (to) {
      case 'best':
        return better === 'higher'
          ? say(
              '同组实际值最高的得满分，其余按实际值 ÷ 同组最高值的比例得分，最高值不大于 0 的都得 0 分',
              `the best of the cohort earns ${full}, others ${full} × actual ÷ best; all 0 where the best is not above 0`,
            )
          : say(
              '同组实际值最低的得满分，其余按同组最低值 ÷ 实际值的比例得分，实际值不大于 0 的得满分',
              `the lowest of the cohort earns ${full}, others ${full} × lowest ÷ actual; full points at 0 and below`,
            );
      case 'mean': {
        const bounds = [
          low === undefined ? [] : say(`比值最低按 ${percent(low)} 计`, `the ratio at least ${percent(low)}`),
          high === undefined
            ? []
            : say(`比值最高按 ${percent(high)} 计`, `the ratio at most ${percent(high)}`),
          better === 'lower' && high !== undefined
            ? say('实际值为 0 的按最高比值计', 'and this for an actual of 0')
            : [],
        ].flat();
        const ratio =
          better === 'higher'
            ? say('得分为满分 × 实际值 ÷ 同组平均值', `points = ${full} × actual ÷ the cohort's mean`)
            : say('得分为满分 × 同组平均值 ÷ 实际值', `points = ${full} × the cohort's mean ÷ actual`);
        return [ratio, ...bounds].join(say('，', ', '));
      }
      case 'beyond-mean': {
        const { text, size } = step();
        const lost = number(Rational.parse(deduct).times(Rational.parse(size)).toText());
        return better === 'lower'
          ? say(
              `不高于同组平均值的得 ${full} 分，每高出 ${text} 扣 ${lost} 分，不足 ${text} 的按比例计`,
              `${full} points up to the cohort's mean, minus ${lost} per ${text} above it, parts of it in proportion`,
            )
          : say(
              `不低于同组平均值的得 ${full} 分，每低于 ${text} 扣 ${lost} 分，不足 ${text} 的按比例计`,
              `${full} points from the cohort's mean on, minus ${lost} per ${text} below it, parts of it in proportion`,
            );
      }
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
