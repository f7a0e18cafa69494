import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { DecimalText, Id } from '../format/primitives.js';

/** 评审定等(M37 M24): the option of a choice fact → points. */
export const Choice = z.strictObject({
  method: z.literal('choice'),
  fact: Id,
  worth: z.array(z.strictObject({ option: Id, points: DecimalText })).min(1),
});
export type Choice = z.infer<typeof Choice>;

export const choice: Family<Choice> = {
  score(parameters, { facts }) {
    const fact = facts.read(parameters.fact);
    if (fact.kind !== 'value') return fact;
    const worth = parameters.worth.find(({ option }) => option === fact.value);
    const earned = Rational.parse(worth?.points ?? '0');
    return points(earned, { option: String(fact.value), points: earned.toText() });
  },

  sentence(data, parameters, { say, number, option }) {
    const earned = number(get(data, 'points'));
    const chosen = option(parameters.fact, get(data, 'option'));
    return say(`${chosen}，得 ${earned} 分`, `${chosen}: ${earned} points`);
  },

  clause({ fact, worth }, { say, number, fact: title, option, choices }) {
    const each = worth.map(({ option: id, points: earned }) =>
      say(`${option(fact, id)}得 ${number(earned)} 分`, `${option(fact, id)}: ${number(earned)}`),
    );
    const isWhole = choices(fact).every((id) => worth.some((row) => row.option === id));
    const list = isWhole ? each : [...each, say('其余得 0 分', 'otherwise: 0')];
    return say(`${title(fact)}：${list.join('，')}`, `${title(fact)}: ${list.join('; ')}`);
  },
};
