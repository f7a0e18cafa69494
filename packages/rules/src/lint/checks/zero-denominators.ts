import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { outermostMeasures } from '../../parse/book-measures.js';
import { withInner, type PlacedMeasure } from '../../parse/inner-measures.js';
import { measuresIn } from '../measures-in.js';
import { named } from '../naming.js';
import { canBeZero } from '../reach/measure-range.js';

/** Divisions whose denominator can be zero while the book does not say what the unit then gets. */
export function zeroDenominators(book: RuleBook): LintFinding[] {
  const indicators = indicatorsOf(book).flatMap((placed) => [
    ...measuresIn(placed).flatMap((measure) => ratioFindings(placed, measure, book)),
    ...targetFindings(placed, book),
  ]);
  return [...indicators, ...standingFindings(book)];
}

/** Grade lines and tie-breaks that divide: a unit without the figure reaches no line and stands behind the others. */
function standingFindings(book: RuleBook): LintFinding[] {
  return outermostMeasures(book)
    .filter(({ path }) => path === '/gradesOn' || path.startsWith('/ranking/'))
    .flatMap(withInner)
    .flatMap(({ measure, path }) =>
      measure.kind === 'ratio' && typeof measure.whenZero !== 'object' && canBeZero(measure.of[1], book)
        ? [
            finding(
              'warning',
              'ZERO_DENOMINATOR',
              `${path}/whenZero`,
              [
                '分母可以为 0，那时这个数无法计算，单位够不着任何分数线、并列时排在后面。',
                'The denominator can be 0; without this figure a unit reaches no line and stands behind when tied.',
              ],
              [
                '请为分母的事实设 checks.min，或让 whenZero 给一个值。',
                'Give the fact in the denominator a checks.min, or let whenZero be a value.',
              ],
            ),
          ]
        : [],
    );
}

function ratioFindings(
  { indicator }: PlacedIndicator,
  { measure, path }: PlacedMeasure,
  book: RuleBook,
): LintFinding[] {
  if (measure.kind !== 'ratio' || !canBeZero(measure.of[1], book)) return [];
  const { zh, en } = named(indicator);
  if (measure.whenZero === 'not-applicable' && indicator.notApplicable === undefined) {
    return [
      finding(
        'error',
        'NOT_APPLICABLE_WITHOUT_POLICY',
        `${path}/whenZero`,
        [
          `${zh}的分母为 0 时算作不涉及，但指标没有写明不涉及怎么计分（notApplicable）。`,
          `${en} is not applicable when its denominator is 0, but does not say what a unit then gets (notApplicable).`,
        ],
        [
          '请为指标写 notApplicable，如 { "policy": "exclude" }：剔除并折算。',
          'Give the indicator a notApplicable, such as { "policy": "exclude" }: leave it out and convert the total.',
        ],
      ),
    ];
  }
  if (measure.whenZero !== 'cannot-compute') return [];
  return [
    finding(
      'warning',
      'ZERO_DENOMINATOR',
      `${path}/whenZero`,
      [
        `${zh}的分母可以为 0，那时无法计算，单位在这一项上没有得分。`,
        `The denominator of ${en} can be 0; it then cannot be computed and the unit has no points on it.`,
      ],
      [
        '请为分母的事实设 checks.min，或把 whenZero 改为 "not-applicable" 或一个值。',
        'Give the fact in the denominator a checks.min, or set whenZero to "not-applicable" or a value.',
      ],
    ),
  ];
}

function targetFindings({ indicator, path }: PlacedIndicator, book: RuleBook): LintFinding[] {
  const { score } = indicator;
  const divides =
    score.method === 'proportion' || (score.method === 'inverse' && score.form === 'excess-share');
  if (!divides || score.target === undefined) return [];
  const isZero =
    typeof score.target === 'string' ? Rational.parse(score.target).isZero() : canBeZero(score.target, book);
  if (!isZero) return [];
  const { zh, en } = named(indicator);
  return [
    finding(
      'warning',
      'ZERO_TARGET',
      `${path}/score/target`,
      [
        `${zh}的目标可以为 0，那时完成率无法计算，单位在这一项上没有得分。`,
        `The target of ${en} can be 0; completion then cannot be computed and the unit has no points on it.`,
      ],
      [
        '请为目标的事实设 checks.min，或用 notApplicable.when 写明目标为 0 时不涉及。',
        'Give the fact behind the target a checks.min, or say with notApplicable.when that a target of 0 is not applicable.',
      ],
    ),
  ];
}
