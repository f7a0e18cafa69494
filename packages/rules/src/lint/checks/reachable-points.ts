import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { reachablePoints, type ReachablePoints } from '../reach/reachable-points.js';

/** Less than this share of an indicator's points at stake makes it a present to everybody. */
const leastAtStake = Rational.parse('0.3');

/** Points nobody can lose, points nobody can win, and indicators that give everybody the same. */
export function reachableFindings(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap((placed) => {
    const reach = reachablePoints(placed, book);
    if (reach.low.equals(reach.high)) return [separatesNobody(placed, reach)];
    return [...dead(placed, reach), ...unreachable(placed, reach)];
  });
}

function separatesNobody({ indicator, path }: PlacedIndicator, { low }: ReachablePoints): LintFinding {
  const { zh, en } = named(indicator);
  return finding(
    'warning',
    'SEPARATES_NOBODY',
    `${path}/score`,
    [
      `${zh}无论数据如何都得 ${low.toText()} 分，分不出高低。`,
      `${en} gives ${low.toText()} points whatever the facts are; it sets nobody apart.`,
    ],
    [
      '请改正目标、档位或事实的校验，或删去这个指标。',
      "Correct its target, bands or the facts' checks, or remove the indicator.",
    ],
  );
}

/** 满分 30 却最多扣 3 分. Bonuses start from nothing and deductions from no loss, so only base points can be dead. */
function dead({ indicator, role, path }: PlacedIndicator, { low, high }: ReachablePoints): LintFinding[] {
  const full = Rational.parse(indicator.points);
  if (role !== 'base' || low.sign() <= 0 || high.minus(low).compare(full.times(leastAtStake)) >= 0) return [];
  const { zh, en } = named(indicator);
  const atStake = high.minus(low).toText();
  return [
    finding(
      'warning',
      'DEAD_POINTS',
      `${path}/points`,
      [
        `${zh}分值 ${indicator.points} 分，最多只会相差 ${atStake} 分，其余 ${low.toText()} 分人人都得。`,
        `${en} is worth ${indicator.points} points, but only ${atStake} are at stake; everybody gets the other ${low.toText()}.`,
      ],
      [
        `请加大扣分，或把分值降到 ${atStake} 分左右。`,
        `Let more be lost, or make it worth about ${atStake} points.`,
      ],
    ),
  ];
}

function unreachable(
  { indicator, role, path }: PlacedIndicator,
  { low, high }: ReachablePoints,
): LintFinding[] {
  const full = Rational.parse(indicator.points);
  const [most, isShort] =
    role === 'deduction' ? [low.negate(), low.negate().compare(full) < 0] : [high, high.compare(full) < 0];
  if (!isShort) return [];
  const { zh, en } = named(indicator);
  return [
    finding(
      'warning',
      'UNREACHABLE_POINTS',
      `${path}/points`,
      role === 'deduction'
        ? [
            `${zh}写明最多减 ${indicator.points} 分，实际最多减 ${most.toText()} 分。`,
            `${en} says up to ${indicator.points} points can be lost, but ${most.toText()} is the most.`,
          ]
        : [
            `${zh}分值 ${indicator.points} 分，最多只能得 ${most.toText()} 分。`,
            `${en} is worth ${indicator.points} points, but ${most.toText()} is the most anyone can get.`,
          ],
      [
        `请改正算法，或把分值改为 ${most.toText()} 分。`,
        `Correct the method, or make it worth ${most.toText()} points.`,
      ],
    ),
  ];
}
