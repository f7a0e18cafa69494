import { numberValue, type Value } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';

/** A target that is a decimal in the book, or a measure that differs by unit (任务数). */
export const targetOf = (target: string | Measure, evaluate: (measure: Measure) => Value): Value =>
  typeof target === 'string' ? numberValue(Rational.parse(target), target) : evaluate(target);
