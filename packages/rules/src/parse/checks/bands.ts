import { indicatorsOf } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { Tiers } from '../../families/tiers.js';
import type { Band } from '../../format/band.js';
import type { RuleBook } from '../../format/rule-book.js';
import { measuresOfBook } from '../book-measures.js';
import { problem, type Problem } from '../problem.js';

/** Bands ascend without a gap or an overlap, so that every value has exactly one answer (RULES.md SC7, ME9). */
export function bandProblems(book: RuleBook): Problem[] {
  const scores = indicatorsOf(book).flatMap(({ indicator: { score }, path }) =>
    score.method === 'tiers' ? tierProblems(score, `${path}/score/bands`) : [],
  );
  const measures = measuresOfBook(book).flatMap(({ measure, path }) =>
    measure.kind === 'banded' ? intervalProblems(measure.bands, 'step', `${path}/bands`) : [],
  );
  return [...scores, ...measures];
}

function tierProblems({ bands, form }: Tiers, path: string): Problem[] {
  return [
    ...bands.flatMap((band, index) => payProblems(band, form, `${path}/${index}`)),
    ...intervalProblems(bands, form, path),
  ];
}

function intervalProblems(bands: readonly Band[], form: Tiers['form'], path: string): Problem[] {
  return bands.flatMap((band, index) => [
    ...emptyProblems(band, `${path}/${index}`),
    ...edgeProblems(band, bands[index + 1], form, `${path}/${index}`),
  ]);
}

/** A step or interpolated band says points or a share, a marginal band its rate; never two of them. */
function payProblems(band: Tiers['bands'][number], form: Tiers['form'], path: string): Problem[] {
  const given = (['points', 'share', 'rate'] as const).filter((key) => band[key] !== undefined);
  const fits = given.length === 1 && (form === 'marginal') === (given[0] === 'rate');
  if (fits) return [];
  const wanted = form === 'marginal' ? 'rate' : 'points / share';
  return [
    problem(
      'BAND_PAY',
      path,
      [`这一档应当且只应当写 ${wanted} 之一。`, `This band must say exactly one of ${wanted}.`],
      [
        'points 是得分，share 是占分值的比例，rate 是每单位得分。',
        'points is the score, share a part of the full points, rate the points per unit.',
      ],
    ),
  ];
}

function emptyProblems(band: Band, path: string): Problem[] {
  if (band.from === undefined || band.to === undefined) return [];
  const order = Rational.parse(band.from).compare(Rational.parse(band.to));
  const single = order === 0 && band.fromIncluded !== false && band.toIncluded === true;
  if (order < 0 || single) return [];
  return [
    problem(
      'BAND_EMPTY',
      path,
      [
        `这一档从 ${band.from} 到 ${band.to}，没有任何值。`,
        `No value lies in this band from ${band.from} to ${band.to}.`,
      ],
      ['请改正起止，档位从小到大排列。', 'Correct its ends; bands ascend.'],
    ),
  ];
}

function edgeProblems(band: Band, next: Band | undefined, form: Tiers['form'], path: string): Problem[] {
  if (next === undefined) return [];
  // An interpolated band without an end runs to the start of the next one.
  const end = band.to ?? (form === 'interpolate' ? next.from : undefined);
  if (end === undefined || next.from === undefined) return [overlap(path)];
  const order = Rational.parse(end).compare(Rational.parse(next.from));
  const [upper, lower] = [band.toIncluded === true, next.fromIncluded !== false];
  if (order < 0) return [gap(path, end, next.from)];
  if (order > 0) return [overlap(path)];
  if (form === 'marginal' || band.to === undefined) return [];
  if (upper && lower) return [overlap(path)];
  return upper || lower ? [] : [gap(path, end, next.from)];
}

const gap = (path: string, from: string, to: string): Problem =>
  problem(
    'BAND_GAP',
    path,
    [
      `这一档与下一档之间有空档（${from} 至 ${to}），落在其中的值没有得分。`,
      `Between this band and the next there is a gap (${from} to ${to}); a value there would earn nothing defined.`,
    ],
    [
      '请使两档首尾相接，且端点只属于其中一档。',
      'Let the bands touch, and let the edge belong to exactly one of them.',
    ],
  );

const overlap = (path: string): Problem =>
  problem(
    'BAND_OVERLAP',
    path,
    [
      '这一档与下一档重叠，同一个值会有两个得分。',
      'This band overlaps the next: one value would have two answers.',
    ],
    [
      '请按从小到大排列，并写明端点属于哪一档。',
      'Order the bands ascending and say to which one the edge belongs.',
    ],
  );
