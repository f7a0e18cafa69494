import { Rational, plainText, type MeasureUnit } from '@heng/rules';
import { unreadable, type Span } from './clause-problem.js';
import type { NumberNode, QuantityNode, RoundingNode } from './clause-syntax.js';
import { spanOf, unquoted } from './resolve-names.js';
import type { Rounding } from '@heng/rules';

/** A number of the clause as exact text. */
export const decimalOf = ({ digits, isNegative }: NumberNode): string =>
  Rational.parse(`${isNegative ? '-' : ''}${digits.image}`).toText();

/** A number that counts: judges, votes, places. */
export function countOf(node: NumberNode): number {
  const text = decimalOf(node);
  if (!/^\d{1,9}$/.test(text))
    return unreadable(
      'NO_COUNT',
      spanOf(node.digits),
      [`${text} 应是不小于 0 的整数。`, `${text} should be a whole number of at least 0.`],
      ['请写整数。', 'Write a whole number.'],
    );
  return Number(text);
}

export const spanOfQuantity = ({ number, unit }: QuantityNode): Span =>
  spanOf(number.digits, unit ?? number.digits);

const hundredth = Rational.of(1n, 100n);

const isPercentage = (text: string): boolean => text === '%' || text === '个百分点';

/** The number that a quantity is in the numbers of a measure: 80% of a share is 0.8, of a percentage fact 80. */
export function valueOf(quantity: QuantityNode, unit: MeasureUnit): string {
  const value = decimalOf(quantity.number);
  if (quantity.unit === null) return value;
  const said = plainText(unquoted(quantity.unit));
  if (unit.kind === 'unit' && plainText(unit.title.zh) === said) return value;
  if (unit.kind === 'percent' && isPercentage(said)) return value;
  if (isPercentage(said) && (unit.kind !== 'unit' || said === '%'))
    return Rational.parse(value).times(hundredth).toText();
  const expected = unit.kind === 'unit' ? unit.title : null;
  return unreadable(
    'OTHER_UNIT',
    spanOfQuantity(quantity),
    expected === null
      ? [`这里的数没有单位，写的是“${said}”。`, `The numbers here have no unit, but it says "${said}".`]
      : [
          `这里应以“${expected.zh}”计，写的是“${said}”。`,
          `This is counted in ${expected.en}, but it says "${said}".`,
        ],
    expected === null
      ? ['请去掉单位。', 'Leave the unit out.']
      : [`请换算成“${expected.zh}”。`, `Convert it to ${expected.en}.`],
  );
}

/** A share written as a percentage, or as it is: 80% and 0.8. */
export const shareOf = (quantity: QuantityNode): string => valueOf(quantity, { kind: 'none' });

/** Points for so much of a measure, as points for one. */
export function rateOf(points: string, per: QuantityNode, unit: MeasureUnit): string {
  const size = Rational.parse(valueOf(per, unit));
  const rate = size.isZero() ? null : Rational.parse(points).over(size).toText();
  if (rate === null || rate.includes('/'))
    return unreadable(
      'NO_RATE',
      spanOfQuantity(per),
      ['每多少计一次，要能除尽。', 'Points for so much must come to a decimal for each one.'],
      ['请写“每 1”。', 'Write "each 1".'],
    );
  return rate;
}

/** How a number is rounded. */
export function roundingOf({ mode, places, isStep }: RoundingNode): Rounding {
  const how = (
    {
      四舍五入: 'half-up',
      四舍六入五成双: 'half-even',
      只舍不入: 'down',
      只入不舍: 'up',
    } as const
  )[mode.image];
  if (how === undefined) throw new Error(`no mode of rounding: ${mode.image}`);
  if (places === null) return { mode: how, digits: 0 };
  return isStep ? { mode: how, step: decimalOf(places) } : { mode: how, digits: countOf(places) };
}
