import { irrationalDigits } from '../../exact/irrational.js';
import { Rational } from '../../exact/rational.js';
import type { AbsentParts } from '../../format/measure.js';
import type { Selection } from '../../format/primitives.js';
import { exactly, multiplied, range, united, type Range } from './range.js';

const lastDecimal = Rational.of(1n, 10n ** BigInt(irrationalDigits));

/** Between the least and the greatest of the parts, whatever the weights and the form. */
export function meanRange(parts: readonly Range[], absent: AbsentParts): Range {
  const all = united(absent === 'zero' ? [...parts, exactly(Rational.zero)] : parts);
  // The 40th decimal of a root may be rounded beyond them.
  return {
    low: all.low === null ? null : all.low.minus(lastDecimal),
    high: all.high === null ? null : all.high.plus(lastDecimal),
  };
}

/** The mean or sum of those kept; parts that are not applicable are left out, so that there can always be fewer of them. */
export function selectionRange(
  parts: readonly Range[],
  {
    keep,
    take,
    absent,
  }: { readonly keep: Selection; readonly take: 'sum' | 'mean'; readonly absent: AbsentParts },
): Range {
  const each = united(absent === 'zero' ? [...parts, exactly(Rational.zero)] : parts);
  if (take === 'mean') return each;
  return multiplied(each, range(Rational.one, Rational.integer(mostKept(parts.length, keep))));
}

/** With no more parts than would be dropped none is. */
const mostKept = (parts: number, keep: Selection): number =>
  'best' in keep
    ? Math.min(parts, keep.best)
    : Math.max(
        parts - keep.dropLowest - keep.dropHighest,
        Math.min(parts, keep.dropLowest + keep.dropHighest),
      );
