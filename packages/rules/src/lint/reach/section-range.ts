import { Rational, sum } from '../../exact/rational.js';
import type { Combination, RuleBook, Section } from '../../format/rule-book.js';
import { indicatorBounds } from './indicator-bounds.js';
import { added, exactly, mapped, multiplied, range, united, type Range } from './range.js';
import { meanRange, selectionRange } from './several-range.js';

type Part = { readonly id: string; readonly points: Rational; readonly range: Range };

/** Between which points a section can end, from the floors and caps of its indicators. */
export function sectionRange(section: Section, book: RuleBook): Range {
  const parts: Part[] = [
    ...(section.indicators ?? []).map((indicator) => ({
      id: indicator.id,
      points: Rational.parse(indicator.points),
      range: indicatorBounds(indicator, section.role),
    })),
    ...(section.sections ?? []).map((below) => ({
      id: below.id,
      points: Rational.parse(below.points),
      range: sectionRange(below, book),
    })),
  ];
  const bounded = within(combinedRange(parts, section.combine), section);
  const rounding = section.rounding ?? book.rounding.section;
  return rounding ? mapped(bounded, (end) => end.round(rounding)) : bounded;
}

const zero = exactly(Rational.zero);

function combinedRange(parts: readonly Part[], combine: Combination | undefined): Range {
  const ranges = parts.map((part) => part.range);
  switch (combine?.by) {
    case undefined:
      return ranges.reduce(added, zero);
    case 'sum':
      return weightedRange(
        parts.map((part) => ({ ...part, weight: Rational.one })),
        combine.absent,
      );
    case 'weighted-sum':
      return weightedRange(weighted(parts, combine.weights), combine.absent);
    case 'mean': {
      const weighing = combine.weights === undefined ? parts : weighted(parts, combine.weights);
      return meanRange(
        weighing.map((part) => part.range),
        combine.absent,
      );
    }
    case 'selected':
      return selectionRange(ranges, combine);
  }
}

/** The parts that have a weight above zero, with it. */
function weighted(parts: readonly Part[], weights: readonly { part: string; weight: string }[]) {
  return parts.flatMap((part) => {
    const weight = Rational.parse(weights.find((each) => each.part === part.id)?.weight ?? '0');
    return weight.isZero() ? [] : [{ ...part, weight }];
  });
}

function weightedRange(
  parts: readonly (Part & { readonly weight: Rational })[],
  absent: Combination['absent'],
): Range {
  // Parts that are not applicable are always left out, so that any of them may be all there is.
  const some = parts
    .map((part) => united([multiplied(part.range, exactly(part.weight)), zero]))
    .reduce(added, zero);
  if (absent !== 'leave-out') return some;
  // What is known stands for all in proportion to its points.
  const full = sum(parts.map(({ points, weight }) => points.times(weight)));
  const shares = parts
    .filter(({ points }) => !points.isZero())
    .map((part) => multiplied(part.range, exactly(full.over(part.points))));
  return united([some, ...shares]);
}

/** Bonuses and deductions are kept within the section's points; a base section only within bounds of its own. */
function within({ low, high }: Range, { role, points, floor, cap }: Section): Range {
  const limit = Rational.parse(points);
  const least = floor === undefined ? (role === 'deduction' ? limit.negate() : null) : Rational.parse(floor);
  const most = cap === undefined ? (role === 'bonus' ? limit : null) : Rational.parse(cap);
  return range(
    low === null || least === null ? (low ?? least) : low.max(least),
    high === null || most === null ? (high ?? most) : high.min(most),
  );
}
