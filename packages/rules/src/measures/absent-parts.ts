import { firstObstacle, noNumber, type NoNumber, type Value } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import type { AbsentParts } from '../format/measure.js';

export type AbsenceRule = { readonly absent: AbsentParts; readonly minimum?: number | undefined };

/** A part that takes part in its whole, with the number it counts for. */
export type Counting<P> = { readonly part: P; readonly number: Rational; readonly shown: string };

/** The parts that make the whole, zeros put in where the rule says so; or the reason why the whole has no number (RULES.md ME12). */
export function countingParts<P extends { readonly value: Value }>(
  parts: readonly P[],
  { absent, minimum }: AbsenceRule,
): { readonly kind: 'parts'; readonly parts: readonly Counting<P>[] } | NoNumber {
  const concerned = parts.filter(({ value }) => value.kind !== 'not-applicable');
  const obstacle = firstObstacle((concerned.length > 0 ? concerned : parts).map(({ value }) => value));
  const known = concerned.filter(({ value }) => value.kind === 'number').length;
  if (concerned.length === 0) return obstacle ?? noNumber('not-applicable', 'no-such-business');
  if (absent === 'no-number' && obstacle) return obstacle;
  if (minimum !== undefined && known < minimum)
    return noNumber('cannot-compute', 'too-few-parts', { parts: String(known), minimum: String(minimum) });
  const counting = concerned.flatMap((part): Counting<P>[] => {
    if (part.value.kind === 'number')
      return [{ part, number: part.value.value, shown: part.value.shown || part.value.value.toText() }];
    return absent === 'zero' ? [{ part, number: Rational.zero, shown: '0' }] : [];
  });
  if (counting.length === 0) return obstacle ?? noNumber('missing', 'nothing-to-compare');
  return { kind: 'parts', parts: counting };
}
