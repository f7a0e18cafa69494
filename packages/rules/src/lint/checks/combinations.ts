import { Rational, sum } from '../../exact/rational.js';
import type { Selection } from '../../format/primitives.js';
import type { Combination, RuleBook, Section } from '../../format/rule-book.js';
import { measuresOfBook } from '../../parse/book-measures.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { absentZero } from './domains.js';

/** Ways of combining parts that do less, or something else, than they seem to. */
export function combinationFindings(book: RuleBook): LintFinding[] {
  const measures = measuresOfBook(book).flatMap(({ measure, path }) =>
    measure.kind === 'selected' ? selectsAll(measure.keep, measure.of.length, `${path}/keep`) : [],
  );
  return [
    ...book.sections.flatMap((section, index) => inSection(section, `/sections/${index}`)),
    ...measures,
  ];
}

function inSection(section: Section, path: string): LintFinding[] {
  const parts = (section.indicators?.length ?? 0) + (section.sections?.length ?? 0);
  const at = `${path}/combine`;
  return [
    ...(section.combine === undefined ? [] : ofCombination(section.combine, { section, parts, at })),
    ...(section.sections ?? []).flatMap((part, index) => inSection(part, `${path}/sections/${index}`)),
  ];
}

type Place = { readonly section: Section; readonly parts: number; readonly at: string };

function ofCombination(combine: Combination, { section, parts, at }: Place): LintFinding[] {
  switch (combine.by) {
    case 'sum':
      return [];
    case 'weighted-sum':
      return notOne(combine.weights, section, `${at}/weights`);
    case 'mean':
      return combine.form !== 'arithmetic' && combine.absent === 'zero' ? [absentZero(`${at}/absent`)] : [];
    case 'selected':
      return selectsAll(combine.keep, parts, `${at}/keep`);
  }
}

function notOne(
  weights: readonly { readonly weight: string }[],
  section: Section,
  path: string,
): LintFinding[] {
  const total = sum(weights.map(({ weight }) => Rational.parse(weight)));
  if (total.equals(Rational.one)) return [];
  const { zh, en } = named(section);
  return [
    finding(
      'advice',
      'WEIGHTS_NOT_ONE',
      path,
      [
        `${zh}的权重合计 ${total.toText()}，不是 1。`,
        `The weights of ${en} add up to ${total.toText()}, not to 1.`,
      ],
      [
        '若是把各部分折算到本类分值，可保留；否则请使权重合计为 1。',
        'Keep it if the parts are converted to the points of the section; otherwise let the weights add up to 1.',
      ],
    ),
  ];
}

/** "The best three of three", or a drop that leaves nobody and is therefore never done (RULES.md ME11). */
function selectsAll(keep: Selection, parts: number, path: string): LintFinding[] {
  const dropped = 'best' in keep ? parts - keep.best : keep.dropLowest + keep.dropHighest;
  if (dropped > 0 && dropped < parts) return [];
  const isTooMany = dropped >= parts;
  return [
    finding(
      'warning',
      'SELECTS_ALL',
      path,
      isTooMany
        ? [
            `共 ${parts} 个部分，要去掉 ${dropped} 个，去掉后没有剩余，因此一个也不会去掉。`,
            `Of ${parts} parts ${dropped} are to be dropped; nothing would be left, so that none ever is.`,
          ]
        : [
            `共 ${parts} 个部分，这样取舍等于全部计入。`,
            `There are ${parts} parts: this selection keeps all of them.`,
          ],
      [
        '请改正取几个或去掉几个，或直接求和、求平均。',
        'Correct how many are kept or dropped, or simply take their sum or mean.',
      ],
    ),
  ];
}
