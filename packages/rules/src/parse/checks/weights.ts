import { wholeWeights } from '../../exact/means.js';
import { Rational } from '../../exact/rational.js';
import { problem, type Problem } from '../problem.js';

/** One weight as the book writes it, with its place. */
export type PlacedWeight = { readonly weight: string; readonly path: string };

/** Powers in a geometric mean: 0.6 and 0.4 are 3 and 2. Higher ones make numbers of thousands of digits. */
const mostPowers = 100n;

/** No weight is negative, and not all are zero: else there is nothing to divide by. */
export function weightProblems(weights: readonly PlacedWeight[], path: string): Problem[] {
  const numbers = weights.map(({ weight }) => Rational.parse(weight));
  const negative = weights.flatMap(({ weight, path: at }, index) =>
    (numbers[index]?.sign() ?? 0) < 0 ? [negativeWeight(weight, at)] : [],
  );
  return numbers.every((weight) => weight.isZero()) ? [...negative, allZero(path)] : negative;
}

/** The weights of a geometric mean are powers; together they must come down to at most 100 whole ones. */
export function powerProblems(weights: readonly string[], path: string): Problem[] {
  const numbers = weights.map((weight) => Rational.parse(weight)).filter((weight) => weight.sign() > 0);
  // Each takes at least one power, so that a list of thousands need not be brought to one denominator.
  if (BigInt(numbers.length) > mostPowers) return [tooFine(path, String(numbers.length))];
  const powers = wholeWeights(numbers).reduce((a, b) => a + b, 0n);
  return powers > mostPowers ? [tooFine(path, powers < 10n ** 9n ? String(powers) : '10^9')] : [];
}

const negativeWeight = (weight: string, path: string): Problem =>
  problem(
    'WEIGHT_NEGATIVE',
    path,
    [`权重 ${weight} 小于零。`, `The weight ${weight} is less than zero.`],
    ['请写成零或正数；不计的部分写 "0"。', 'Write zero or more; "0" for what is not to count.'],
  );

const allZero = (path: string): Problem =>
  problem(
    'WEIGHTS_ALL_ZERO',
    path,
    ['所有权重都是零，无从平均。', 'All weights are zero: there is nothing to take a mean of.'],
    ['请至少给一个部分正的权重。', 'Give at least one part a weight above zero.'],
  );

const tooFine = (path: string, powers: string): Problem =>
  problem(
    'WEIGHTS_TOO_FINE',
    path,
    [
      `几何平均的权重化成整数后合计 ${powers}，超过 ${mostPowers}。`,
      `The weights of this geometric mean come to ${powers} as whole numbers, more than ${mostPowers}.`,
    ],
    [
      '请用简单的比例，如 3∶2，或改用算术平均。',
      'Use simple proportions such as 3 : 2, or an arithmetic mean.',
    ],
  );
