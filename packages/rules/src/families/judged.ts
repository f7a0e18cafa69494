import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';

/** 酌情打分(M58): the scorer's own points between 0 and full; a reason is asked when points are withheld. */
export const Judged = z.strictObject({ method: z.literal('judged'), reasonRequired: z.boolean() });
export type Judged = z.infer<typeof Judged>;

export const judged: Family<Judged> = {
  score(_parameters, { full, measure }) {
    const earned = measure.max(Rational.zero).min(full);
    return points(earned, { measure: measure.toText(), points: earned.toText() });
  },

  sentence(data, _parameters, { say, number }) {
    return say(`评定 ${number(get(data, 'points'))} 分`, `judged ${number(get(data, 'points'))} points`);
  },

  clause({ reasonRequired }, { say, full }) {
    return say(
      `由评分部门在 0 至 ${full} 分之间酌情评定${reasonRequired ? '，扣分的须写明理由' : ''}`,
      `judged by the department between 0 and ${full}${reasonRequired ? ', with a reason for points withheld' : ''}`,
    );
  },
};
