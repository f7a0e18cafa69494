import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { Rounding } from '../../format/primitives.js';
import type { RuleBook } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Numbers that would leave a rule without a result: steps of nothing, floors above caps, periods that end before they begin. */
export function parameterProblems(book: RuleBook): Problem[] {
  const { from, to } = book.effective;
  const period =
    from <= to
      ? []
      : [
          problem(
            'PERIOD_BACKWARDS',
            '/effective',
            [`执行期从 ${from} 到 ${to}，先后颠倒。`, `The period runs from ${from} to ${to}, backwards.`],
            ['请改正日期。', 'Correct the dates.'],
          ),
        ];
  const stages = (['indicator', 'section', 'total'] as const).flatMap((stage) =>
    roundingProblems(book.rounding[stage], `/rounding/${stage}`),
  );
  return [...period, ...stages, ...indicatorsOf(book).flatMap(indicatorProblems), ...factProblems(book)];
}

function indicatorProblems({ indicator, path, role }: PlacedIndicator): Problem[] {
  const { score, finish, notApplicable } = indicator;
  const found = [
    ...roundingProblems(finish?.rounding ?? null, `${path}/finish/rounding`),
    ...scoreProblems(score, `${path}/score`),
  ];
  const full = Rational.parse(indicator.points);
  const floor = Rational.parse(finish?.floor ?? (role === 'deduction' ? full.negate().toText() : '0'));
  const cap = Rational.parse(finish?.cap ?? (role === 'deduction' ? '0' : indicator.points));
  if (floor.compare(cap) > 0) {
    found.push(
      problem(
        'FLOOR_ABOVE_CAP',
        `${path}/finish`,
        [
          `最低 ${floor.toText()} 分高于最高 ${cap.toText()} 分。`,
          `The floor of ${floor.toText()} is above the cap of ${cap.toText()}.`,
        ],
        ['请改正其中一个。', 'Correct one of them.'],
      ),
    );
  }
  if (notApplicable?.policy === 'fixed' && notApplicable.points === undefined) {
    found.push(
      problem(
        'FIXED_POINTS_ABSENT',
        `${path}/notApplicable`,
        ['“不涉及给固定分”没有写给多少分。', 'Not applicable gives fixed points, but not how many.'],
        ['请写明 points。', 'State the points.'],
      ),
    );
  }
  return found;
}

function scoreProblems(score: PlacedIndicator['indicator']['score'], path: string): Problem[] {
  switch (score.method) {
    case 'steps':
      return (['above', 'below'] as const).flatMap((side) => {
        const step = score[side];
        if (step === undefined) return [];
        return [
          ...(Rational.parse(step.per).sign() > 0 ? [] : [notPositive(`${path}/${side}/per`, step.per)]),
          ...(step.limit === undefined || Rational.parse(step.limit).sign() >= 0
            ? []
            : [notPositive(`${path}/${side}/limit`, step.limit)]),
        ];
      });
    case 'proportion':
      return typeof score.target === 'string' && Rational.parse(score.target).sign() <= 0
        ? [notPositive(`${path}/target`, score.target)]
        : [];
    case 'inverse':
      return score.form !== 'complement' && score.target === undefined ? [targetAbsent(path)] : [];
    case 'linear':
      return Rational.parse(score.low).compare(Rational.parse(score.high)) > 0 ? [lowAboveHigh(path)] : [];
    case 'efficacy':
      return score.low !== 'cohort' &&
        score.high !== 'cohort' &&
        Rational.parse(score.low).compare(Rational.parse(score.high)) >= 0
        ? [lowAboveHigh(path)]
        : [];
    case 'relative':
      return score.low !== undefined &&
        score.high !== undefined &&
        Rational.parse(score.low).compare(Rational.parse(score.high)) > 0
        ? [lowAboveHigh(path)]
        : [];
    case 'ranked':
      return score.form === 'tier' ? tierOrderProblems(score.tiers, `${path}/tiers`) : [];
    default:
      return [];
  }
}

/** A tier that ends no later than the one before holds no place. */
function tierOrderProblems(tiers: readonly { readonly upTo: string }[], path: string): Problem[] {
  return tiers.flatMap(({ upTo }, index) => {
    const before = tiers[index - 1];
    if (before === undefined || Rational.parse(before.upTo).compare(Rational.parse(upTo)) < 0) return [];
    return [
      problem(
        'TIER_ORDER',
        `${path}/${index}/upTo`,
        [
          `这一档到 ${upTo}，不超过前一档的 ${before.upTo}，没有名次。`,
          `This tier ends at ${upTo}, no later than the ${before.upTo} before it: no place falls into it.`,
        ],
        ['请按从小到大排列，末档写 "1"。', 'Let the tiers ascend; the last ends at "1".'],
      ),
    ];
  });
}

function factProblems({ facts }: RuleBook): Problem[] {
  return facts.flatMap((fact, index) => {
    const path = `/facts/${index}`;
    if (fact.kind === 'panel' || fact.kind === 'raters') {
      return Rational.parse(fact.scale).sign() > 0 ? [] : [notPositive(`${path}/scale`, fact.scale)];
    }
    if ((fact.kind !== 'number' && fact.kind !== 'percent') || fact.checks === undefined) return [];
    const { min, max } = fact.checks;
    return min !== undefined && max !== undefined && Rational.parse(min).compare(Rational.parse(max)) > 0
      ? [lowAboveHigh(`${path}/checks`)]
      : [];
  });
}

function roundingProblems(rounding: Rounding | null, path: string): Problem[] {
  if (rounding === null || !('step' in rounding) || Rational.parse(rounding.step).sign() > 0) return [];
  return [notPositive(`${path}/step`, rounding.step)];
}

const notPositive = (path: string, value: string): Problem =>
  problem(
    'NOT_POSITIVE',
    path,
    [`${value} 必须大于零。`, `${value} must be greater than zero.`],
    ['请改成正数。', 'Change it to a positive number.'],
  );

const targetAbsent = (path: string): Problem =>
  problem(
    'TARGET_ABSENT',
    path,
    ['这种算法要有目标值（target）。', 'This form needs a target.'],
    ['请写明目标值。', 'State the target.'],
  );

const lowAboveHigh = (path: string): Problem =>
  problem(
    'LOW_ABOVE_HIGH',
    path,
    ['下限不低于上限。', 'The lower bound is not below the upper bound.'],
    ['请改正其中一个。', 'Correct one of them.'],
  );
