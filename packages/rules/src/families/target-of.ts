import { numberValue, type Value } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import { expressionText } from '../explain/number-text.js';
import { get, type Words } from './family.js';

/** A target that is a decimal in the book, or a measure that differs by unit (任务数). */
export const targetOf = (target: string | Measure, evaluate: (measure: Measure) => Value): Value =>
  typeof target === 'string' ? numberValue(Rational.parse(target), target) : evaluate(target);

/** How a target that is worked out came about, for the data of a step; nothing for a number of the book or a plain fact. */
export const howOf = (target: Extract<Value, { kind: 'number' }>, key = 'target'): Record<string, string> =>
  /^-?[\d./]*$/.test(target.shown) ? {} : { [`${key}Shown`]: target.shown };

/** A target in a sentence, with how it came about: 25（[4200 → 25]）. */
export const targetText = (
  data: Readonly<Record<string, string>>,
  { say, value }: Pick<Words, 'say' | 'value'>,
  key = 'target',
): string => {
  const target = value(get(data, key));
  const shown = data[`${key}Shown`];
  if (shown === undefined) return target;
  const how = expressionText(shown);
  return say(`${target}（${how}）`, `${target} (${how})`);
};
