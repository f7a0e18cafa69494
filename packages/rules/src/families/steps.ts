import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational, roundToInteger } from '../exact/rational.js';
import { get, type Family, type Words } from './family.js';
import { howOf, targetOf, targetText } from './target-of.js';
import { Measure } from '../format/measure.js';
import { DecimalText } from '../format/primitives.js';

/** One side of the origin: `points` (negative = deducted) for each `per` units of distance. */
const Side = z.strictObject({
  points: DecimalText,
  per: DecimalText,
  /** A part of `per`: `proportional` counts it in proportion, `down` drops it (每满), `up` counts it whole (不足按一计). */
  partial: z.enum(['proportional', 'down', 'up']),
  /** Most that this side can add or take, as a positive number of points. */
  limit: DecimalText.optional(),
});

/**
 * 每……加/扣(M09 M10 M11 M21 M22 M23 M47): base + points for each step above the origin + points for each step below it.
 * 每次扣: base = full, origin 0, above −d. 每低1%扣: base = full, origin θ, below −d per 0.01. 从0起加: base 0, origin 0, above +s.
 */
export const Steps = z.strictObject({
  method: z.literal('steps'),
  base: DecimalText,
  origin: z.union([DecimalText, Measure]),
  above: Side.optional(),
  below: Side.optional(),
});
export type Steps = z.infer<typeof Steps>;

export const steps: Family<Steps> = {
  score(parameters, { measure, evaluate }) {
    const origin = targetOf(parameters.origin, evaluate);
    if (origin.kind !== 'number') return origin;
    const distance = measure.minus(origin.value);
    const side = distance.sign() > 0 ? parameters.above : distance.sign() < 0 ? parameters.below : undefined;
    const base = Rational.parse(parameters.base);
    const data = {
      measure: measure.toText(),
      origin: origin.value.toText(),
      ...howOf(origin, 'origin'),
      distance: distance.magnitude().toText(),
    };
    if (side === undefined) return points(base, { ...data, outcome: 'base', points: base.toText() });
    const exactSteps = distance.magnitude().over(Rational.parse(side.per));
    const counted =
      side.partial === 'proportional' ? exactSteps : Rational.of(roundToInteger(exactSteps, side.partial));
    let change = counted.times(Rational.parse(side.points));
    const limited = side.limit !== undefined && change.magnitude().compare(Rational.parse(side.limit)) > 0;
    if (limited) change = Rational.parse(side.limit ?? '0').times(Rational.integer(change.sign()));
    const earned = base.plus(change);
    return points(earned, {
      ...data,
      outcome: distance.sign() > 0 ? 'above' : 'below',
      steps: counted.toText(),
      limited: limited ? 'yes' : 'no',
      change: change.toText(),
      points: earned.toText(),
    });
  },

  sentence(data, parameters, { say, value, number }) {
    const earned = number(get(data, 'points'));
    const side = get(data, 'outcome') === 'above' ? parameters.above : parameters.below;
    if (get(data, 'outcome') === 'base' || side === undefined) {
      return say(`得 ${earned} 分`, `${earned} points`);
    }
    const origin = targetText(data, { say, value }, 'origin');
    const where =
      parameters.origin === '0'
        ? ''
        : get(data, 'outcome') === 'above'
          ? say(`比 ${origin} 高出 `, `above ${origin} by `)
          : say(`比 ${origin} 低 `, `below ${origin} by `);
    const distance = value(get(data, 'distance'));
    const change = number(get(data, 'change'));
    const arithmetic =
      get(data, 'limited') === 'yes'
        ? say(`超过限额，按 ${change} 分计`, `limited to ${change}`)
        : `${countedText(data, side, { say, value, number })}${number(get(data, 'steps'))} × ${side.points} = ${change}`;
    return say(
      `${where}${distance}，每 ${value(side.per)} 计 ${side.points} 分：${arithmetic}；${parameters.base} + (${change}) = ${earned} 分`,
      `${where}${distance}, ${side.points} points per ${value(side.per)}: ${arithmetic}; ${parameters.base} + (${change}) = ${earned} points`,
    );
  },

  clause(parameters, { say, value, textOf }) {
    const origin =
      typeof parameters.origin === 'string' ? value(parameters.origin) : textOf(parameters.origin);
    const fromZero = parameters.origin === '0';
    const part = (side: Steps['above'], zh: string, en: string) => {
      if (side === undefined) return '';
      const partial = {
        proportional: say('，不足部分按比例', ', parts in proportion'),
        down: say('，不足部分不计', ', parts not counted'),
        up: say('，不足部分按一计', ', parts counted whole'),
      }[side.partial];
      const limit = side.limit === undefined ? '' : say(`，最多 ${side.limit} 分`, `, at most ${side.limit}`);
      const loses = side.points.startsWith('-');
      const amount = loses ? side.points.slice(1) : side.points;
      return say(
        `${fromZero ? '每' : `比 ${origin} 每${zh}`} ${value(side.per)} ${loses ? '扣' : '加'} ${amount} 分${partial}${limit}`,
        `${loses ? 'minus' : 'plus'} ${amount} per ${value(side.per)}${fromZero ? '' : ` ${en} ${origin}`}${partial}${limit}`,
      );
    };
    const list = [part(parameters.above, '高出', 'above'), part(parameters.below, '低', 'below')].filter(
      Boolean,
    );
    const base = say(
      parameters.base === '0' ? '从 0 分起计' : `基础分 ${parameters.base} 分`,
      parameters.base === '0' ? 'from 0 points' : `from ${parameters.base} points`,
    );
    return [base, ...list].join(say('，', '; '));
  },
};

/** How a part of a step became whole: 750 ÷ 200 = 3.75，不足部分不计，. Empty where nothing was left over. */
function countedText(
  data: Readonly<Record<string, string>>,
  side: NonNullable<Steps['above']>,
  { say, value, number }: Pick<Words, 'say' | 'value' | 'number'>,
): string {
  const exact = Rational.parse(get(data, 'distance')).over(Rational.parse(side.per)).toText();
  if (side.partial === 'proportional' || exact === get(data, 'steps')) return '';
  const division = `${value(get(data, 'distance'))} ÷ ${value(side.per)} = ${number(exact)}`;
  return side.partial === 'down'
    ? say(`${division}，不足部分不计，`, `${division}, the part is not counted, `)
    : say(`${division}，不足部分按一计，`, `${division}, the part counts whole, `);
}
