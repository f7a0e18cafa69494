import { Rational, sum } from '../../exact/rational.js';
import type { Grade, RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';

/** Quotas that promise more places than there are units, or places that nobody can take. */
export function quotaFindings({ grades, cohorts }: RuleBook): LintFinding[] {
  const smallest =
    cohorts.by === 'list' ? Math.min(...cohorts.groups.map(({ units }) => units.length)) : null;
  return [
    ...overAll(grades),
    ...grades.flatMap((grade, index) => [
      ...noPlace(grade, `/grades/${index}/quota`, smallest),
      ...minimumRules(grade, `/grades/${index}/quota/minimum`),
    ]),
  ];
}

function overAll(grades: readonly Grade[]): LintFinding[] {
  const ratios = grades.flatMap(({ quota }) =>
    quota?.ratio === undefined ? [] : [Rational.parse(quota.ratio)],
  );
  const total = sum(ratios);
  if (total.compare(Rational.one) <= 0) return [];
  const percent = total.times(Rational.integer(100)).toText();
  return [
    finding(
      'error',
      'QUOTA_OVER_ALL',
      '/grades',
      [
        `各等次名额比例合计 ${percent}%，超过 100%。`,
        `The quotas of the grades add up to ${percent}%, more than 100%.`,
      ],
      ['请降低其中一个比例，末等不设名额。', 'Lower one of them; the last grade has no quota.'],
    ),
  ];
}

function noPlace({ quota, title }: Grade, path: string, smallestCohort: number | null): LintFinding[] {
  if (quota === undefined || quota.minimum > 0) return [];
  const ratio = quota.ratio === undefined ? null : Rational.parse(quota.ratio);
  if (quota.count === 0 || ratio?.isZero()) {
    return [
      finding(
        'warning',
        'QUOTA_NO_PLACE',
        path,
        [
          `等次“${title.zh}”的名额是 0，没有单位能进。`,
          `The grade "${title.en}" has no place: no unit can get it.`,
        ],
        ['请给出名额，或删去这个等次。', 'Give it places, or remove the grade.'],
      ),
    ];
  }
  if (ratio === null || smallestCohort === null || quota.scope !== 'cohort') return [];
  const places = ratio.times(Rational.integer(smallestCohort)).round({ mode: quota.rounding, digits: 0 });
  if (!places.isZero()) return [];
  return [
    finding(
      'warning',
      'QUOTA_NO_PLACE',
      path,
      [
        `最小的组只有 ${smallestCohort} 家，按 ${quota.ratio} 取整后“${title.zh}”没有名额。`,
        `The smallest cohort has ${smallestCohort} units; ${quota.ratio} of it, rounded, leaves no place for "${title.en}".`,
      ],
      [
        '请设 minimum 为 1，或改变取整方式、合并小组。',
        'Set minimum to 1, round differently, or merge small cohorts.',
      ],
    ),
  ];
}

function minimumRules({ quota, title }: Grade, path: string): LintFinding[] {
  if (quota?.count === undefined || quota.minimum <= quota.count) return [];
  return [
    finding(
      'warning',
      'QUOTA_MINIMUM_OVER_COUNT',
      path,
      [
        `等次“${title.zh}”名额 ${quota.count} 个，却又至少 ${quota.minimum} 个，实际按 ${quota.minimum} 个。`,
        `The grade "${title.en}" has ${quota.count} places and a minimum of ${quota.minimum}: the minimum rules.`,
      ],
      [`请把 minimum 改到 ${quota.count} 以内。`, `Set minimum to ${quota.count} or less.`],
    ),
  ];
}
