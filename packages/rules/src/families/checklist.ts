import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { firstObstacle, numberValue } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { DecimalText, Id, Text } from '../format/primitives.js';

/** 逐项累加(M03): each boolean fact that holds earns its points. */
export const Checklist = z.strictObject({
  method: z.literal('checklist'),
  items: z.array(z.strictObject({ fact: Id, title: Text, points: DecimalText })).min(1),
});
export type Checklist = z.infer<typeof Checklist>;

export const checklist: Family<Checklist> = {
  score(parameters, { facts }) {
    const [held, lacking]: [string[], string[]] = [[], []];
    let earned = Rational.zero;
    const read = parameters.items.map((item) => ({ item, value: facts.number(item.fact) }));
    const obstacle = firstObstacle(
      read.map(({ value }) => (value.kind === 'value' ? numberValue(value.value) : value)),
    );
    if (obstacle) return obstacle;
    for (const { item, value } of read) {
      if (value.kind === 'value' && !value.value.isZero()) {
        held.push(item.fact);
        earned = earned.plus(Rational.parse(item.points));
      } else lacking.push(item.fact);
    }
    return points(earned, { held: held.join(','), lacking: lacking.join(','), points: earned.toText() });
  },

  sentence(data, parameters, { say, number }) {
    const lacking = get(data, 'lacking').split(',');
    const parts = parameters.items
      .filter(({ fact }) => !lacking.includes(fact))
      .map(({ points: each }) => each);
    const missing = parameters.items.filter(({ fact }) => lacking.includes(fact));
    const list = missing.map(({ title }) => say(title.zh, title.en)).join(say('、', ', '));
    const total = number(get(data, 'points'));
    return say(
      `具备 ${parts.length} 项：${parts.join(' + ') || '0'} = ${total} 分${list && `；缺 ${list}`}`,
      `${parts.length} items hold: ${parts.join(' + ') || '0'} = ${total} points${list && `; lacking ${list}`}`,
    );
  },

  clause(parameters, { say, number, fact, called }) {
    const items = parameters.items.map(({ fact: id, title, points: each }) => {
      const item = called(title, fact(id));
      return say(`${item}得 ${number(each)} 分`, `${item} ${number(each)}`);
    });
    return say(`逐项计分后相加：${items.join('、')}`, `sum of the items that hold: ${items.join(', ')}`);
  },
};
