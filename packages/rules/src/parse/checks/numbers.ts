import { Rational } from '../../exact/rational.js';
import type { Rounding } from '../../format/primitives.js';
import { problem, type Problem } from '../problem.js';

/** Rounding to multiples of nothing has no result. */
export function roundingProblems(rounding: Rounding | null | undefined, path: string): Problem[] {
  return rounding && 'step' in rounding ? positiveProblems(rounding.step, `${path}/step`) : [];
}

/** Nothing when the number is absent or greater than zero. */
export const positiveProblems = (value: string | undefined, path: string): Problem[] =>
  value === undefined || Rational.parse(value).sign() > 0
    ? []
    : [
        problem(
          'NOT_POSITIVE',
          path,
          [`${value} 必须大于零。`, `${value} must be greater than zero.`],
          ['请改成正数。', 'Change it to a positive number.'],
        ),
      ];

/** A least number of parts that no unit can ever reach. */
export function minimumProblems(minimum: number | undefined, parts: number, path: string): Problem[] {
  if (minimum === undefined || minimum <= parts) return [];
  return [
    problem(
      'MINIMUM_ABOVE_PARTS',
      `${path}/minimum`,
      [
        `要求至少 ${minimum} 个部分有数，却只有 ${parts} 个部分。`,
        `At least ${minimum} parts need a number, but there are only ${parts}.`,
      ],
      [`请改到 ${parts} 以内。`, `Set it to ${parts} or less.`],
    ),
  ];
}

/** A floor above its cap. Null is open. */
export function floorProblems(floor: Rational | null, cap: Rational | null, path: string): Problem[] {
  if (floor === null || cap === null || floor.compare(cap) <= 0) return [];
  return [
    problem(
      'FLOOR_ABOVE_CAP',
      path,
      [
        `最低 ${floor.toText()} 分高于最高 ${cap.toText()} 分。`,
        `The floor of ${floor.toText()} is above the cap of ${cap.toText()}.`,
      ],
      ['请改正其中一个。', 'Correct one of them.'],
    ),
  ];
}

export const lowAboveHigh = (path: string): Problem =>
  problem(
    'LOW_ABOVE_HIGH',
    path,
    ['下限不低于上限。', 'The lower bound is not below the upper bound.'],
    ['请改正其中一个。', 'Correct one of them.'],
  );

/** A period that ends before it begins. */
export const periodProblems = ({ from, to }: { readonly from: string; readonly to: string }, path: string) =>
  from <= to
    ? []
    : [
        problem(
          'PERIOD_BACKWARDS',
          path,
          [`起止时间从 ${from} 到 ${to}，先后颠倒。`, `The period runs from ${from} to ${to}, backwards.`],
          ['请改正日期。', 'Correct the dates.'],
        ),
      ];
