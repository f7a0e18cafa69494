import { Rational } from '../../exact/rational.js';
import type { Indicator } from '../../format/indicator.js';
import type { Section } from '../../format/rule-book.js';
import { range, type Range } from './range.js';

/** Floor and cap of an indicator: what its points never leave. */
export function indicatorBounds(indicator: Indicator, role: Section['role']): Range {
  const full = Rational.parse(indicator.points);
  const floor = indicator.finish?.floor ?? (role === 'deduction' ? full.negate().toText() : '0');
  const cap = indicator.finish?.cap ?? (role === 'deduction' ? '0' : indicator.points);
  return range(Rational.parse(floor), Rational.parse(cap));
}
