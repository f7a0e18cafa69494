import type { Combination, RuleBook, Section } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';
import { minimumProblems } from './numbers.js';
import { powerProblems, weightProblems } from './weights.js';

/** Sections that combine their parts by rules that fit these parts. */
export function combinationProblems(book: RuleBook): Problem[] {
  return book.sections.flatMap((section, index) => sectionProblems(section, `/sections/${index}`));
}

function sectionProblems(section: Section, path: string): Problem[] {
  const parts = [...(section.indicators ?? []), ...(section.sections ?? [])].map(({ id }) => id);
  return [
    ...(section.combine === undefined ? [] : ownProblems(section.combine, parts, `${path}/combine`)),
    ...(section.sections ?? []).flatMap((part, index) => sectionProblems(part, `${path}/sections/${index}`)),
  ];
}

function ownProblems(combine: Combination, parts: readonly string[], path: string): Problem[] {
  const weights = 'weights' in combine ? combine.weights : undefined;
  const placed = (weights ?? []).map(({ weight }, index) => ({
    weight,
    path: `${path}/weights/${index}/weight`,
  }));
  const isGeometric = combine.by === 'mean' && combine.form === 'geometric';
  return [
    ...minimumProblems(combine.minimum, parts.length, path),
    ...(weights === undefined ? [] : weightedPartProblems(weights, parts, `${path}/weights`)),
    ...(weights === undefined ? [] : weightProblems(placed, `${path}/weights`)),
    ...(isGeometric
      ? powerProblems(
          weights?.map(({ weight }) => weight) ?? parts.map(() => '1'),
          weights === undefined ? path : `${path}/weights`,
        )
      : []),
  ];
}

/** Each part right below the section has a weight, once, and nothing else has. */
function weightedPartProblems(
  weights: readonly { readonly part: string }[],
  parts: readonly string[],
  path: string,
): Problem[] {
  const [known, seen] = [new Set(parts), new Set<string>()];
  const found = weights.flatMap(({ part }, index): Problem[] => {
    const at = `${path}/${index}/part`;
    if (!known.has(part)) return [notAPart(part, at)];
    if (seen.has(part)) return [listedTwice(part, at)];
    seen.add(part);
    return [];
  });
  const without = parts.filter((part) => !seen.has(part));
  return without.length === 0 ? found : [...found, unweighted(without, path)];
}

const notAPart = (part: string, path: string): Problem =>
  problem(
    'PART_UNKNOWN',
    path,
    [`“${part}”不是这一类直属的指标或下级类。`, `"${part}" is not right below this section.`],
    [
      '请只写直属部分的标识；更下一级的在它自己的类里合成。',
      'Name only parts right below; what lies deeper is combined in its own section.',
    ],
  );

const listedTwice = (part: string, path: string): Problem =>
  problem(
    'LISTED_TWICE',
    path,
    [`“${part}”在此列了两次。`, `"${part}" is listed twice here.`],
    ['请只留一个权重。', 'Keep one weight.'],
  );

function unweighted(parts: readonly string[], path: string): Problem {
  const shown = parts.slice(0, 5).join(', ') + (parts.length > 5 ? ' …' : '');
  return problem(
    'PART_WITHOUT_WEIGHT',
    path,
    [`这些部分没有权重：${shown}。`, `These parts have no weight: ${shown}.`],
    ['请为每个部分写权重；不计的写 "0"。', 'Give each part a weight; "0" for what is not to count.'],
  );
}
