import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { firstObstacle } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { get, type Family } from './family.js';
import { Measure } from '../format/measure.js';
import { DecimalText, Text } from '../format/primitives.js';

/** 分类计次(M21 M24 M31): base + Σ points × measure, e.g. 3 − 0.3 × 逾期 − 1 × 未办; also severity × level tables. */
export const Tally = z.strictObject({
  method: z.literal('tally'),
  base: DecimalText,
  terms: z.array(z.strictObject({ title: Text, of: Measure, points: DecimalText })).min(1),
});
export type Tally = z.infer<typeof Tally>;

export const tally: Family<Tally> = {
  score(parameters, { evaluate }) {
    const values = parameters.terms.map(({ of }) => evaluate(of));
    const obstacle = firstObstacle(values);
    if (obstacle) return obstacle;
    const numbers = values.map((value) => (value.kind === 'number' ? value.value : Rational.zero));
    const earned = parameters.terms.reduce(
      (total, term, index) => total.plus(Rational.parse(term.points).times(numbers[index] ?? Rational.zero)),
      Rational.parse(parameters.base),
    );
    return points(earned, {
      counts: numbers.map((value) => value.toText()).join(','),
      points: earned.toText(),
    });
  },

  sentence(data, parameters, { say, number }) {
    const counts = get(data, 'counts').split(',');
    const terms = parameters.terms.map(
      ({ title, points: each }, index) =>
        `${say(title.zh, title.en)} ${number(counts[index] ?? '?')} × (${each})`,
    );
    const total = number(get(data, 'points'));
    const start = parameters.base === '0' ? '' : `${parameters.base} + `;
    return say(
      `${start}${terms.join(' + ')} = ${total} 分`,
      `${start}${terms.join(' + ')} = ${total} points`,
    );
  },

  clause({ base, terms }, { say, number, textOf, called, step }) {
    const each = terms.map(({ title, of, points: worth }) => {
      const loses = worth.startsWith('-');
      const { text, size } = step(of);
      const amount = number(
        Rational.parse(loses ? worth.slice(1) : worth)
          .times(Rational.parse(size))
          .toText(),
      );
      const what = called(title, textOf(of));
      return say(
        `${what}每 ${text} ${loses ? '扣' : '加'} ${amount} 分`,
        `${loses ? 'minus' : 'plus'} ${amount} per ${text} of ${what}`,
      );
    });
    const start =
      base === '0'
        ? ''
        : say(`基础分 ${number(base)} 分，`, `from ${number(base)} point${base === '1' ? '' : 's'}; `);
    return start + each.join(say('，', '; '));
  },
};
