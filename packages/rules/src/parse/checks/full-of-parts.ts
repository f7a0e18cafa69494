import { Rational, sum } from '../../exact/rational.js';
import type { Selection } from '../../format/primitives.js';
import type { Combination } from '../../format/rule-book.js';

export type Part = { readonly id: string; readonly points: Rational; readonly path: string };

/** What the parts of a section make when all of them are full; or those that are not worth what each must be. */
export type FullOfParts =
  | { readonly kind: 'sum'; readonly points: Rational }
  | { readonly kind: 'each'; readonly each: Rational; readonly odd: readonly Part[] };

/** @param stated the points of the section, which every part of a mean must have */
export function fullOfParts(
  combine: Combination | undefined,
  parts: readonly Part[],
  stated: Rational,
): FullOfParts {
  const each = (expected: Rational, among: readonly Part[] = parts): FullOfParts => ({
    kind: 'each',
    each: expected,
    odd: among.filter(({ points }) => !points.equals(expected)),
  });
  switch (combine?.by) {
    case undefined:
    case 'sum':
      return { kind: 'sum', points: sum(parts.map(({ points }) => points)) };
    case 'weighted-sum': {
      const weights = weightsOf(combine.weights);
      return {
        kind: 'sum',
        points: sum(parts.map(({ id, points }) => points.times(weights.get(id) ?? Rational.zero))),
      };
    }
    case 'mean': {
      const weights = weightsOf(combine.weights ?? []);
      return each(
        stated,
        parts.filter(({ id }) => combine.weights === undefined || !(weights.get(id)?.isZero() ?? false)),
      );
    }
    case 'selected':
      if (combine.take === 'mean') return each(stated);
      return 'best' in combine.keep ? sumOfBest(combine.keep, parts) : sumOfKept(combine.keep, parts, each);
  }
}

const weightsOf = (weights: readonly { readonly part: string; readonly weight: string }[]) =>
  // Of a part listed twice, which is a problem of its own, the first weight counts.
  new Map([...weights].reverse().map(({ part, weight }) => [part, Rational.parse(weight)]));

function sumOfBest(keep: Extract<Selection, { best: number }>, parts: readonly Part[]): FullOfParts {
  const sign = keep.better === 'higher' ? -1 : 1;
  const points = parts.map((part) => part.points).sort((a, b) => sign * a.compare(b));
  return { kind: 'sum', points: sum(points.slice(0, keep.best)) };
}

/** Which parts are dropped is not known beforehand, so that all of them must be worth the same. */
function sumOfKept(
  { dropLowest, dropHighest }: Exclude<Selection, { best: number }>,
  parts: readonly Part[],
  each: (expected: Rational) => FullOfParts,
): FullOfParts {
  const first = parts[0]?.points ?? Rational.zero;
  const alike = each(first);
  if (alike.kind === 'each' && alike.odd.length > 0) return alike;
  const dropped = dropLowest + dropHighest;
  const kept = parts.length > dropped ? parts.length - dropped : parts.length;
  return { kind: 'sum', points: first.times(Rational.integer(kept)) };
}
