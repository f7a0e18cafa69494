import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';
import {
  floorProblems,
  lowAboveHigh,
  periodProblems,
  positiveProblems,
  roundingProblems,
} from './numbers.js';
import { recordProblems } from './records.js';

/** Numbers that would leave a rule without a result: steps of nothing, floors above caps, periods that end before they begin. */
export function parameterProblems(book: RuleBook): Problem[] {
  const { effective, rounding, totalBounds } = book;
  return [
    ...periodProblems(effective, '/effective'),
    ...(['indicator', 'section', 'total'] as const).flatMap((stage) =>
      roundingProblems(rounding[stage], `/rounding/${stage}`),
    ),
    ...floorProblems(exact(totalBounds?.floor), exact(totalBounds?.cap), '/totalBounds'),
    ...book.sections.flatMap((section, index) => sectionProblems(section, `/sections/${index}`)),
    ...indicatorsOf(book).flatMap(indicatorProblems),
    ...factProblems(book),
  ];
}

const exact = (value: string | undefined): Rational | null =>
  value === undefined ? null : Rational.parse(value);

function sectionProblems(section: Section, path: string): Problem[] {
  const { role, points, floor, cap, rounding, sections = [] } = section;
  const limit = Rational.parse(points);
  return [
    ...roundingProblems(rounding, `${path}/rounding`),
    ...floorProblems(
      exact(floor) ?? (role === 'deduction' ? limit.negate() : null),
      exact(cap) ?? (role === 'bonus' ? limit : null),
      path,
    ),
    ...sections.flatMap((part, index) => sectionProblems(part, `${path}/sections/${index}`)),
  ];
}

function indicatorProblems({ indicator, path, role }: PlacedIndicator): Problem[] {
  const { score, finish, notApplicable, points } = indicator;
  const full = Rational.parse(points);
  const isFixed = notApplicable?.policy === 'fixed' && notApplicable.points === undefined;
  return [
    ...roundingProblems(finish?.rounding, `${path}/finish/rounding`),
    ...scoreProblems(score, `${path}/score`),
    ...floorProblems(
      exact(finish?.floor) ?? (role === 'deduction' ? full.negate() : Rational.zero),
      exact(finish?.cap) ?? (role === 'deduction' ? Rational.zero : full),
      `${path}/finish`,
    ),
    ...(isFixed
      ? [
          problem(
            'FIXED_POINTS_ABSENT',
            `${path}/notApplicable`,
            ['“不涉及给固定分”没有写给多少分。', 'Not applicable gives fixed points, but not how many.'],
            ['请写明 points。', 'State the points.'],
          ),
        ]
      : []),
  ];
}

function scoreProblems(score: PlacedIndicator['indicator']['score'], path: string): Problem[] {
  switch (score.method) {
    case 'steps':
      return (['above', 'below'] as const).flatMap((side) => [
        ...positiveProblems(score[side]?.per, `${path}/${side}/per`),
        ...(isZero(score[side]?.limit) ? [] : positiveProblems(score[side]?.limit, `${path}/${side}/limit`)),
      ]);
    case 'proportion':
      return typeof score.target === 'string' ? positiveProblems(score.target, `${path}/target`) : [];
    case 'inverse':
      return score.form !== 'complement' && score.target === undefined ? [targetAbsent(path)] : [];
    case 'linear':
      return boundProblems(score.low, score.high, path);
    case 'efficacy':
      return isDecimal(score.low) &&
        isDecimal(score.high) &&
        Rational.parse(score.low).compare(Rational.parse(score.high)) >= 0
        ? [lowAboveHigh(path)]
        : [];
    case 'relative':
      return boundProblems(score.low, score.high, path);
    case 'ranked':
      return score.form === 'tier' ? tierOrderProblems(score.tiers, `${path}/tiers`) : [];
    case 'records-worth':
      return recordProblems(score, path);
    default:
      return [];
  }
}

const isZero = (value: string | undefined): boolean => value !== undefined && Rational.parse(value).isZero();

const boundProblems = (low: string | undefined, high: string | undefined, path: string): Problem[] =>
  low !== undefined && high !== undefined && Rational.parse(low).compare(Rational.parse(high)) > 0
    ? [lowAboveHigh(path)]
    : [];

const isDecimal = (bound: unknown): bound is string => typeof bound === 'string' && bound !== 'cohort';

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
    if (fact.kind === 'panel' || fact.kind === 'raters') return positiveProblems(fact.scale, `${path}/scale`);
    if (fact.kind !== 'number' && fact.kind !== 'percent') return [];
    return [
      ...boundProblems(fact.checks?.min, fact.checks?.max, `${path}/checks`),
      ...positiveProblems(fact.checks?.step, `${path}/checks/step`),
      ...(fact.kind === 'number' ? roundingProblems(fact.from?.rounding, `${path}/from/rounding`) : []),
    ];
  });
}

const targetAbsent = (path: string): Problem =>
  problem(
    'TARGET_ABSENT',
    path,
    ['这种算法要有目标值（target）。', 'This form needs a target.'],
    ['请写明目标值。', 'State the target.'],
  );
