import { Rational, sum } from '../../exact/rational.js';
import type { RecordsWorth } from '../../families/records-worth.js';
import { problem, type Problem } from '../problem.js';
import { periodProblems, positiveProblems } from './numbers.js';

/** What a records method needs besides its rows: a coefficient for 其余酌减, shares that do not give away more than the whole. */
export function recordProblems(score: RecordsWorth, path: string): Problem[] {
  return [
    ...coefficientProblems(score, path),
    ...positiveProblems(score.amount?.most, `${path}/amount/most`),
    ...(score.split?.by === 'listed' ? splitProblems(score.split.shares, `${path}/split/shares`) : []),
    ...(score.period === undefined ? [] : periodProblems(score.period, `${path}/period`)),
    ...rowProblems(score.worth, `${path}/worth`),
  ];
}

function coefficientProblems({ sameMatter, othersCoefficient }: RecordsWorth, path: string): Problem[] {
  if (sameMatter !== 'diminishing' || othersCoefficient !== undefined) return [];
  return [
    problem(
      'COEFFICIENT_ABSENT',
      path,
      [
        '同一事项“其余酌减”没有写按多少计（othersCoefficient）。',
        'Of one matter the rest counts less, but the book does not say how much (othersCoefficient).',
      ],
      ['请写明系数，如 "0.5"。', 'State the coefficient, such as "0.5".'],
    ),
  ];
}

function splitProblems(lists: readonly (readonly string[])[], path: string): Problem[] {
  const seen = new Set<number>();
  return lists.flatMap((shares, index) => {
    const numbers = shares.map((share) => Rational.parse(share));
    const found: Problem[] = [];
    if (seen.has(shares.length)) found.push(splitTwice(shares.length, `${path}/${index}`));
    seen.add(shares.length);
    const total = sum(numbers);
    if (numbers.some((share) => share.sign() < 0) || total.compare(Rational.one) > 0)
      found.push(splitOverOne(total.toText(), `${path}/${index}`));
    return found;
  });
}

const splitTwice = (authors: number, path: string): Problem =>
  problem(
    'SPLIT_TWICE',
    path,
    [`${authors} 人合写的分法写了两次。`, `The shares of ${authors} authors are listed twice.`],
    ['请只留一种分法。', 'Keep one list for each number of authors.'],
  );

const splitOverOne = (total: string, path: string): Problem =>
  problem(
    'SPLIT_OVER_ONE',
    path,
    [
      `合写的各份不能为负，且合计不能超过 1，这里是 ${total}。`,
      `Shares of a joint work are not negative and together at most 1; here they come to ${total}.`,
    ],
    ['如三二分成写 ["0.6", "0.4"]。', 'Three to two is ["0.6", "0.4"].'],
  );

/** One level, or one level and genre, has one worth. */
function rowProblems(rows: RecordsWorth['worth'], path: string): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ level, genre }, index) => {
    const key = genre === undefined ? level : `${level} ${genre}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      problem(
        'LISTED_TWICE',
        `${path}/${index}`,
        [`“${key}”在此列了两次。`, `"${key}" is listed twice here.`],
        ['请只留一行。', 'Keep one row.'],
      ),
    ];
  });
}
