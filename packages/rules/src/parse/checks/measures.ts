import type { Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { outermostMeasures } from '../book-measures.js';
import { partsOf, withInner, type PlacedMeasure } from '../inner-measures.js';
import { problem, type Problem } from '../problem.js';
import { minimumProblems, roundingProblems } from './numbers.js';
import { powerProblems, weightProblems } from './weights.js';

/** Expressions whose parameters leave them without a number. */
export function measureProblems(book: RuleBook): Problem[] {
  return outermostMeasures(book).flatMap((placed) => [
    ...withInner(placed).flatMap(ownProblems),
    ...emptyProblems(placed),
  ]);
}

function ownProblems({ measure, path }: PlacedMeasure): Problem[] {
  switch (measure.kind) {
    case 'rounded':
      return roundingProblems(measure.rounding, `${path}/rounding`);
    case 'mean': {
      const weights = measure.of.map(({ weight }, index) => ({ weight, path: `${path}/of/${index}/weight` }));
      return [
        ...weightProblems(weights, `${path}/of`),
        ...(measure.form === 'geometric'
          ? powerProblems(
              weights.map(({ weight }) => weight),
              `${path}/of`,
            )
          : []),
        ...minimumProblems(measure.minimum, measure.of.length, path),
      ];
    }
    case 'selected':
      return minimumProblems(measure.minimum, measure.of.length, path);
    case 'rater-mean':
      return weightProblems(
        measure.weights.map(({ weight }, index) => ({ weight, path: `${path}/weights/${index}/weight` })),
        `${path}/weights`,
      );
    case 'cohort':
      return shareProblems(measure, path);
    case 'previous':
      return withInner({ measure: measure.of, path: `${path}/of` }).flatMap(notKept);
    default:
      return [];
  }
}

function shareProblems({ take, share }: Extract<Measure, { kind: 'cohort' }>, path: string): Problem[] {
  if (take === 'percentile' && share === undefined) {
    return [
      problem(
        'SHARE_ABSENT',
        path,
        ['取分位数要写明是哪一分位（share）。', 'A percentile needs to say which one (share).'],
        ['如 "0.95" 是第 95 百分位。', 'For example "0.95", the 95th percentile.'],
      ),
    ];
  }
  if (take === 'percentile' || share === undefined) return [];
  return [
    problem(
      'SHARE_UNUSED',
      `${path}/share`,
      ['只有取分位数（percentile）才用 share。', 'Only a percentile has a share.'],
      ['请删去 share，或把 take 改为 percentile。', 'Remove share, or set take to percentile.'],
    ),
  ];
}

const onlyThisYear: ReadonlySet<Measure['kind']> = new Set([
  'cohort',
  'place',
  'indicator-points',
  'section-points',
  'self-gap',
  'previous',
]);

/** Of last year the verified facts are kept, each unit's own; not the points, not the cohort, not the year before. */
function notKept({ measure, path }: PlacedMeasure): Problem[] {
  if (!onlyThisYear.has(measure.kind)) return [];
  return [
    problem(
      'PREVIOUS_NOT_KEPT',
      path,
      [
        `上年只有各单位自己的事实，没有 ${measure.kind}。`,
        `Of last year only each unit's own facts are kept; there is no ${measure.kind}.`,
      ],
      [
        '请只在 previous 里用事实，同组比较和得分放在外面。',
        'Use only facts within previous; compare and read points outside of it.',
      ],
    ),
  ];
}

/** `none` stands for methods that read their facts themselves; inside an expression it would be a zero that nobody wrote. */
function emptyProblems(placed: PlacedMeasure): Problem[] {
  const inner = partsOf(placed).flatMap(withInner);
  const isOwn = placed.path.endsWith('/measure');
  return [...(isOwn ? [] : [placed]), ...inner].flatMap(({ measure, path }) =>
    measure.kind === 'none'
      ? [
          problem(
            'MEASURE_ABSENT',
            path,
            ['此处要有一个可量的值，不能是 none。', 'A measure is needed here; none stands for nothing.'],
            ['请写一个事实、常数或算式。', 'Write a fact, a constant or an expression.'],
          ),
        ]
      : [],
  );
}
