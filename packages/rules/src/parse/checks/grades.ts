import { Rational } from '../../exact/rational.js';
import type { Grade, RuleBook } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Grades run from best to worst; the last takes everybody who is left. */
export function gradeProblems({ grades }: RuleBook): Problem[] {
  return [...lastProblems(grades), ...orderProblems(grades), ...quotaProblems(grades)];
}

function lastProblems(grades: readonly Grade[]): Problem[] {
  const index = grades.length - 1;
  const last = grades[index];
  if (
    last === undefined ||
    (last.atLeast === undefined && last.quota === undefined && last.withoutVeto !== true)
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

function orderProblems(grades: readonly Grade[]): Problem[] {
  const lines = grades.flatMap(({ atLeast }, index) => (atLeast === undefined ? [] : [{ atLeast, index }]));
  return lines.flatMap(({ atLeast, index }, position) => {
    const before = lines[position - 1];
    if (before === undefined || Rational.parse(before.atLeast).compare(Rational.parse(atLeast)) > 0)
      return [];
    return [
      problem(
        'GRADE_ORDER',
        `/grades/${index}/atLeast`,
        [
          `分数线 ${atLeast} 不低于上一等次的 ${before.atLeast}。`,
          `The line ${atLeast} is not below the ${before.atLeast} of a better grade.`,
        ],
        ['等次从好到差排列，分数线逐级降低。', 'Order grades from best to worst with falling lines.'],
      ),
    ];
  });
}

function quotaProblems(grades: readonly Grade[]): Problem[] {
  return grades.flatMap(({ quota }, index) => {
    if (quota === undefined) return [];
    const path = `/grades/${index}/quota`;
    if ((quota.ratio === undefined) === (quota.count === undefined)) {
      return [
        problem(
          'QUOTA_FORM',
          path,
          ['名额须写明比例（ratio）或个数（count）之一。', 'A quota says either a ratio or a count.'],
          ['请保留其中一个。', 'Keep exactly one of the two.'],
        ),
      ];
    }
    const ratio = quota.ratio === undefined ? Rational.zero : Rational.parse(quota.ratio);
    if (ratio.sign() >= 0 && ratio.compare(Rational.one) <= 0) return [];
    return [
      problem(
        'QUOTA_RATIO',
        `${path}/ratio`,
        [
          `名额比例 ${quota.ratio} 不在 0 与 1 之间。`,
          `The quota ratio ${quota.ratio} is not between 0 and 1.`,
        ],
        ['20% 写作 "0.2"。', 'Write 20% as "0.2".'],
      ),
    ];
  });
}
