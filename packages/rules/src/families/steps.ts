import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { Rational, roundToInteger } from '../exact/rational.js';
import { get, type ClauseSpeech, type Family, type Words } from './family.js';
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

  clause({ base, origin, above, below }, words) {
    const { say, number, operand, isLateness } = words;
    const start =
      base === '0'
        ? say('从 0 分起计', 'from 0 points')
        : say(`基础分 ${number(base)} 分`, `from ${number(base)} point${base === '1' ? '' : 's'}`);
    const isZero = origin === '0';
    const from = operand(origin);
    // Only where both sides of zero count must it be said which one is meant.
    const up = isZero
      ? below === undefined
        ? say(isLateness ? '每超过' : '每', '')
        : say('每多', ' more')
      : say(`比 ${from} 每高`, ` above ${from}`);
    const down = isZero ? say('每少', ' less') : say(`比 ${from} 每低`, ` below ${from}`);
    const sides = [
      above === undefined ? [] : sideText(above, up, words),
      below === undefined ? [] : sideText(below, down, words),
    ].flat();
    return [start, ...sides].join(say('，', '; '));
  },
};

/** 比 20% 每低 1 个百分点扣 0.1 分，不足 1 个百分点的部分不计. */
function sideText(
  { points: each, per, partial, limit }: NonNullable<Steps['above']>,
  direction: string,
  { say, number, span }: ClauseSpeech,
): string {
  const loses = each.startsWith('-');
  const amount = number(loses ? each.slice(1) : each);
  const step = span(per);
  const part = {
    proportional: say(`不足 ${step} 的按比例计`, 'parts of it in proportion'),
    down: say(`不足 ${step} 的部分不计`, 'parts of it not counted'),
    up: say(`不足 ${step} 的按 ${step} 计`, 'parts of it counted whole'),
  }[partial];
  const most =
    limit === undefined
      ? ''
      : say(
          `，累计最多${loses ? '扣' : '加'} ${number(limit)} 分`,
          `, at most ${number(limit)} ${loses ? 'lost' : 'added'}`,
        );
  return say(
    `${direction} ${step} ${loses ? '扣' : '加'} ${amount} 分，${part}${most}`,
    `${loses ? 'minus' : 'plus'} ${amount} per ${step}${direction}, ${part}${most}`,
  );
}

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
