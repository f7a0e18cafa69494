import { Rational } from '../../exact/rational.js';
import type { Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { measuresOfBook } from '../../parse/book-measures.js';
import type { PlacedMeasure } from '../../parse/inner-measures.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { measureRange } from '../reach/measure-range.js';

/** Logarithms, roots and means of numbers that the facts allow and that have none (RULES.md ME9, ME10). */
export function outsideDomain(book: RuleBook): LintFinding[] {
  return measuresOfBook(book).flatMap((placed) => {
    const { measure, path } = placed;
    switch (measure.kind) {
      case 'logarithm':
        return least(measure.of, book, path, ['对数', 'A logarithm'], 1);
      case 'root':
        return least(measure.of, book, path, ['开方', 'A root'], 0);
      case 'power':
        return powerFindings(measure, placed, book);
      case 'exponential':
        return exponentialFindings(measure.of, book, path);
      case 'mean':
        return measure.form === 'arithmetic' ? [] : meanFindings(measure, placed, book);
      default:
        return [];
    }
  });
}

/** @param strict 1 when the number must be above zero, 0 when zero itself will do */
function least(
  of: Measure,
  book: RuleBook,
  path: string,
  [zh, en]: readonly [string, string],
  strict: 0 | 1,
): LintFinding[] {
  const { low } = measureRange(of, book);
  if (low !== null && low.sign() >= strict) return [];
  return [
    undefinedFor(
      low,
      `${path}/of`,
      [zh, en],
      strict === 1 ? ['零或负数', 'zero or less'] : ['负数', 'less than zero'],
    ),
  ];
}

/** Below zero only whole exponents have a power, at zero only those above zero. */
function powerFindings(
  { of, exponent }: Extract<Measure, { kind: 'power' }>,
  { path }: PlacedMeasure,
  book: RuleBook,
): LintFinding[] {
  const value = Rational.parse(exponent);
  if (value.sign() < 0) return least(of, book, path, ['负指数的幂', 'A power below zero'], 1);
  return value.denominator === 1n
    ? []
    : least(of, book, path, ['带小数指数的幂', 'A power with decimals'], 0);
}

const largest = Rational.integer(1000);

function exponentialFindings(of: Measure, book: RuleBook, path: string): LintFinding[] {
  const { low, high } = measureRange(of, book);
  if (low !== null && high !== null && low.magnitude().max(high.magnitude()).compare(largest) <= 0) return [];
  return [
    undefinedFor(
      null,
      `${path}/of`,
      ['e 的幂', 'An exponential'],
      ['超出 ±1000 的数', 'a number beyond ±1000'],
    ),
  ];
}

const undefinedFor = (
  low: Rational | null,
  path: string,
  [zh, en]: readonly [string, string],
  [whatZh, whatEn]: readonly [string, string],
): LintFinding =>
  finding(
    'warning',
    'OUTSIDE_DOMAIN',
    path,
    [
      `${zh}里的值可以是${whatZh}${low === null ? '' : `（可低到 ${low.toText()}）`}，那时无法计算，单位在这一项上没有得分。`,
      `${en} can meet ${whatEn} here${low === null ? '' : ` (down to ${low.toText()})`}; it then cannot be computed and the unit has no points on it.`,
    ],
    [
      '请为事实设 checks.min、checks.max，或用 greatest、least 限定。',
      'Give the fact a checks.min and checks.max, or keep the number within bounds with greatest and least.',
    ],
  );

function meanFindings(
  measure: Extract<Measure, { kind: 'mean' }>,
  { path }: PlacedMeasure,
  book: RuleBook,
): LintFinding[] {
  const parts = measure.of.flatMap(({ measure: part, weight }, index) =>
    Rational.parse(weight).isZero()
      ? []
      : [{ low: measureRange(part, book).low, at: `${path}/of/${index}/measure` }],
  );
  const negative = parts.filter(({ low }) => low === null || low.sign() < 0);
  const zero = parts.find(({ low }) => low?.isZero() === true);
  return [
    ...negative.map(({ low, at }) =>
      undefinedFor(
        low,
        at,
        ['几何平均或调和平均', 'A geometric or harmonic mean'],
        ['负数', 'less than zero'],
      ),
    ),
    ...(measure.absent === 'zero' ? [absentZero(`${path}/absent`)] : []),
    ...(zero === undefined ? [] : [zeroPart(zero.at)]),
  ];
}

/** One part that nobody has filled in would empty the whole. */
export const absentZero = (path: string): LintFinding =>
  finding(
    'warning',
    'ZERO_IN_MEAN',
    path,
    [
      '几何平均或调和平均里缺一个部分按零计，整体就是零。',
      'In a geometric or harmonic mean one absent part counted as zero makes the whole zero.',
    ],
    [
      '请改为 "no-number" 或 "leave-out"，或用算术平均。',
      'Use "no-number" or "leave-out", or an arithmetic mean.',
    ],
  );

const zeroPart = (path: string): LintFinding =>
  finding(
    'advice',
    'ZERO_IN_MEAN',
    path,
    [
      '这个部分可以为零，那时几何平均或调和平均整体为零，其余部分做得再好也不计。',
      'This part can be zero; the whole geometric or harmonic mean then is zero, however good the others are.',
    ],
    [
      '若确实一项为零全项为零，可保留；否则请给下限。',
      'Keep it if one zero is meant to decide; otherwise give it a floor.',
    ],
  );
