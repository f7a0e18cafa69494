import { indicatorsOf } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { Band } from '../../format/band.js';
import type { RuleBook } from '../../format/rule-book.js';
import { measuresOfBook } from '../../parse/book-measures.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { measureRange } from '../reach/measure-range.js';
import type { Range } from '../reach/range.js';

/** Values that the facts allow and no band claims: below the first, above the last, or exactly on an outer edge. */
export function outsideBands(book: RuleBook): LintFinding[] {
  const scores = indicatorsOf(book).flatMap(({ indicator, path }) => {
    const { score, measure } = indicator;
    // Marginal bands pay for what lies inside them and owe nothing outside.
    if (score.method !== 'tiers' || score.form === 'marginal') return [];
    return endsOf(score.bands, measureRange(measure, book), {
      ...named(indicator),
      path: `${path}/score/bands`,
    });
  });
  const measures = measuresOfBook(book).flatMap(({ measure, path }) =>
    measure.kind === 'banded'
      ? endsOf(measure.bands, measureRange(measure.of, book), {
          zh: '这个分档取值',
          en: 'This banded value',
          path: `${path}/bands`,
        })
      : [],
  );
  return [...scores, ...measures];
}

type Place = { readonly zh: string; readonly en: string; readonly path: string };

function endsOf(bands: readonly Band[], actual: Range, { zh, en, path }: Place): LintFinding[] {
  const open = (at: string, edge: string, side: readonly [string, string], value: Rational | null) =>
    finding(
      'warning',
      'OUTSIDE_BANDS',
      at,
      [
        `${zh}没有一档包含${side[0]} ${edge} 的值，而按事实的校验，${value === null ? '这样的值没有限制' : `值可达 ${value.toText()}`}；落在那里的单位无法计算。`,
        `${en} has no band for values ${side[1]} ${edge}, yet the checks of its facts allow ${value === null ? 'them without end' : value.toText()}; such a unit cannot be computed.`,
      ],
      [
        '请让首档不写 from、末档不写 to，或在事实的 checks 中限定范围。',
        'Leave out from in the first band and to in the last, or bound the fact by its checks.',
      ],
    );
  const [first, last, lastIndex] = [bands[0], bands[bands.length - 1], bands.length - 1];
  const found: LintFinding[] = [];
  if (first?.from !== undefined) {
    const order = actual.low === null ? -1 : actual.low.compare(Rational.parse(first.from));
    const at = `${path}/0`;
    if (order < 0) found.push(open(at, first.from, ['低于', 'below'], actual.low));
    else if (order === 0 && first.fromIncluded === false)
      found.push(open(at, first.from, ['等于', 'equal to'], actual.low));
  }
  if (last?.to !== undefined) {
    const order = actual.high === null ? 1 : actual.high.compare(Rational.parse(last.to));
    const at = `${path}/${lastIndex}`;
    if (order > 0) found.push(open(at, last.to, ['高于', 'above'], actual.high));
    else if (order === 0 && last.toIncluded !== true)
      found.push(open(at, last.to, ['等于', 'equal to'], actual.high));
  }
  return found;
}
