import { Rational } from '../../exact/rational.js';
import type { Grade, RuleBook } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Grades run from best to worst; the last takes everybody who is left. */
export function gradeProblems({ grades }: RuleBook): Problem[] {
  return [
    ...lastProblems(grades),
    ...lineProblems(grades),
    ...orderProblems(grades),
    ...quotaProblems(grades),
  ];
}

function lastProblems(grades: readonly Grade[]): Problem[] {
  const index = grades.length - 1;
  const last = grades[index];
  if (
    last === undefined ||
    (last.atLeast === undefined &&
      last.atMost === undefined &&
      last.quota === undefined &&
      last.withoutVeto !== true)
  )
    return [];
  return [
    problem(
      'LAST_GRADE_CLOSED',
      `/grades/${index}`,
      [
        `最末等次“${last.title.zh}”不能设条件，否则有的单位没有等次。`,
        `The last grade "${last.title.en}" may have no condition, or some units would have no grade.`,
      ],
      ['请去掉它的分数线、名额和否决条件。', 'Remove its threshold, quota and veto condition.'],
    ),
  ];
}

/** All lines are reached from above, or all from below; a grade has one. */
function lineProblems(grades: readonly Grade[]): Problem[] {
  const isFromAbove = grades.find((each) => each.atLeast ?? each.atMost)?.atLeast !== undefined;
  return grades.flatMap(({ atLeast, atMost, title }, index) => {
    if (atLeast !== undefined && atMost !== undefined) {
      return [
        problem(
          'GRADE_TWO_LINES',
          `/grades/${index}`,
          [
            `等次“${title.zh}”既有下限又有上限，等次由好到差依次取第一个够得着的，只需一条线。`,
            `The grade "${title.en}" has a line above and one below; grades are tried from best to worst, one line is enough.`,
          ],
          [
            '越高越好只写 atLeast，越低越好只写 atMost。',
            'Write only atLeast where more is better, only atMost where less is.',
          ],
        ),
      ];
    }
    const other = isFromAbove ? atMost : atLeast;
    if (other === undefined) return [];
    return [
      problem(
        'GRADE_MIXED_LINES',
        `/grades/${index}/${isFromAbove ? 'atMost' : 'atLeast'}`,
        [
          `等次“${title.zh}”的线与其他等次方向相反。`,
          `The line of the grade "${title.en}" runs against those of the others.`,
        ],
        ['所有等次统一用 atLeast 或统一用 atMost。', 'Use atLeast in all grades, or atMost in all.'],
      ),
    ];
  });
}

function orderProblems(grades: readonly Grade[]): Problem[] {
  return (['atLeast', 'atMost'] as const).flatMap((side) => {
    const lines = grades.flatMap((grade, index) => {
      const line = grade[side];
      return line === undefined ? [] : [{ line, index }];
    });
    return lines.flatMap(({ line, index }, position) => {
      const before = lines[position - 1];
      const order = before && Rational.parse(before.line).compare(Rational.parse(line));
      if (before === undefined || order === (side === 'atLeast' ? 1 : -1)) return [];
      return [wrongOrder(side, line, before.line, `/grades/${index}/${side}`)];
    });
  });
}

const wrongOrder = (side: 'atLeast' | 'atMost', line: string, before: string, path: string): Problem =>
  side === 'atLeast'
    ? problem(
        'GRADE_ORDER',
        path,
        [
          `分数线 ${line} 不低于上一等次的 ${before}。`,
          `The line ${line} is not below the ${before} of a better grade.`,
        ],
        ['等次从好到差排列，分数线逐级降低。', 'Order grades from best to worst with falling lines.'],
      )
    : problem(
        'GRADE_ORDER',
        path,
        [
          `上限 ${line} 不高于上一等次的 ${before}。`,
          `The line ${line} is not above the ${before} of a better grade.`,
        ],
        ['等次从好到差排列，上限逐级升高。', 'Order grades from best to worst with rising lines.'],
      );

function quotaProblems(grades: readonly Grade[]): Problem[] {
  return grades.flatMap(({ quota, lastPlaces }, index) => [
    ...(quota === undefined ? [] : placeProblems(quota, `/grades/${index}/quota`)),
    ...(lastPlaces === undefined ? [] : placeProblems(lastPlaces, `/grades/${index}/lastPlaces`)),
    ...(lastPlaces === undefined || index > 0 ? [] : [lastPlacesOnBest()]),
  ]);
}

function placeProblems({ ratio, count }: NonNullable<Grade['quota']>, path: string): Problem[] {
  if (ratio === undefined && count === undefined) {
    return [
      problem(
        'QUOTA_FORM',
        path,
        ['名额须写明比例（ratio）或个数（count）。', 'Places say a ratio, a count, or both.'],
        ['请写其中一个；两个都写时取较小的。', 'Write one of them; of both the smaller counts.'],
      ),
    ];
  }
  const share = Rational.parse(ratio ?? '0');
  if (share.sign() >= 0 && share.compare(Rational.one) <= 0) return [];
  return [
    problem(
      'QUOTA_RATIO',
      `${path}/ratio`,
      [`名额比例 ${ratio} 不在 0 与 1 之间。`, `The ratio ${ratio} is not between 0 and 1.`],
      ['20% 写作 "0.2"。', 'Write 20% as "0.2".'],
    ),
  ];
}

const lastPlacesOnBest = (): Problem =>
  problem(
    'LAST_PLACES_ON_BEST',
    '/grades/0/lastPlaces',
    [
      '末位限制写在最好的等次上，限制不了任何单位。',
      'Last places that may reach the best grade are not limited at all.',
    ],
    ['请写在末位单位最高能得的那个等次上。', 'Put it on the best grade that the last places can still get.'],
  );
