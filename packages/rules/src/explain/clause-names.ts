import type { Fact } from '../format/fact.js';
import type { Text } from '../format/primitives.js';
import { clauseKeywords, plainText, unitKeywords, type ClauseKeyword } from './clause-keywords.js';

/** What can be called by its title in a clause. */
export type Named = { readonly id: string; readonly title: Text };

/** The things whose titles a clause may say. */
export type NamedThings = {
  readonly facts: readonly Fact[];
  readonly indicators: readonly Named[];
  readonly sections: readonly Named[];
};

/**
 * Which titles stand in a clause as they are and which need 「」: those with other signs than letters and words, and those that could be
 * taken for a run of the clause's own words, numbers, units and other titles. So every clause can be taken apart in only one way.
 */
export class ClauseNames {
  /** Titles without spaces that need no 「」. */
  readonly plain: ReadonlySet<string>;
  /** Units of number facts, likewise. */
  readonly plainUnits: ReadonlySet<string>;

  constructor({ facts, indicators, sections }: NamedThings) {
    const titles = [...facts, ...indicators, ...sections, ...facts.flatMap(optionsOf)].map(({ title }) =>
      plainText(title.zh),
    );
    const units = facts.flatMap((fact) => (fact.kind === 'number' ? [plainText(fact.unit.zh)] : []));
    const names = new Set(titles.filter(hasPlainSigns));
    const unitNames = new Set(['天', '条', '家', ...unitKeywords, ...units.filter(hasPlainSigns)]);
    const [words, unitWords] = [byFirst(names), byFirst(unitNames)];
    this.plain = new Set([...names].filter((name) => !isRunOf(name, words, unitWords) && !isSwallowed(name)));
    const ownUnits = new Set<string>(unitKeywords);
    this.plainUnits = new Set(
      [...unitNames].filter((name) => ownUnits.has(name) || !isRunOf(name, unitWords, unitWords)),
    );
  }

  /** A title as it stands in a Chinese clause. */
  name = (title: string): string => (this.plain.has(plainText(title)) ? title : quoted(title));

  unit = (title: string): string => (this.plainUnits.has(plainText(title)) ? title : quoted(title));
}

/** Words that are no title of the book, and titles that need it: 「」, with an inner 」 doubled. */
export const quoted = (text: string): string => `「${text.replaceAll('」', '」」')}」`;

/** What can be chosen of a fact, with its title: options, levels and genres, groups. */
export function optionsOf(fact: Fact): readonly Named[] {
  switch (fact.kind) {
    case 'choice':
    case 'ballots':
      return fact.options;
    case 'records':
      return [...fact.levels, ...(fact.genres ?? [])];
    case 'raters':
      return fact.groups;
    default:
      return [];
  }
}

const longest = 40;

/** Letters of any script, with digits only inside. */
const hasPlainSigns = (name: string): boolean =>
  name.length <= longest && /^\p{L}([\p{L}\p{N}]*\p{L})?$/u.test(name);

/** What a run of tokens has just ended with: a keyword itself, or one of these. */
type After = ClauseKeyword | 'start' | 'name' | 'number';

/**
 * Whether a name could also be read as a run of tokens that a clause can have side by side: as keywords and shorter names, or as the
 * beginning of such a run. The name itself does not count, a keyword of the same letters does.
 */
function isRunOf(name: string, names: Words, units: Words): boolean {
  const reached = new Map<number, Set<After>>([[0, new Set<After>(['start'])]]);
  for (let start = 0; start < name.length; start += 1) {
    const rest = name.slice(start);
    for (const after of reached.get(start) ?? []) {
      for (const [token, ending] of nextTokens(after, rest, names, units)) {
        if (start === 0 && token === name && ending === 'name') continue;
        const isPart = rest.startsWith(token);
        // At the start a longer name is told apart by being longer; later on the text could go on like the token.
        if (!isPart && start > 0 && token.startsWith(rest)) return true;
        if (!isPart) continue;
        if (token.length === rest.length) return true;
        const end = start + token.length;
        reached.set(end, (reached.get(end) ?? new Set<After>()).add(ending));
      }
      if (/^\p{N}/u.test(rest) && canTakeNumber(after))
        reached.set(start + 1, (reached.get(start + 1) ?? new Set<After>()).add('number'));
    }
  }
  return false;
}

/** The tokens that can follow and begin with the same character as what is left to read. */
function nextTokens(
  after: After,
  rest: string,
  names: Words,
  units: Words,
): (readonly [token: string, ending: After])[] {
  const first = rest.charAt(0);
  const words = (list: readonly ClauseKeyword[]) => list.map((word) => [word, word] as const);
  const titles = (list: Words) => (list.get(first) ?? []).map((title) => [title, 'name'] as const);
  const anyKeyword = words(keywordsByFirst.get(first) ?? []);
  if (after === 'start') return [...anyKeyword, ...titles(names)];
  if (after === 'name') return words(afterNames);
  if (after === 'number') return [...anyKeyword, ...titles(units)];
  // 实际值（以天计）.
  if (after === '以') return titles(units);
  return [...words(afterKeywords[after] ?? []), ...(beforeNames.includes(after) ? titles(names) : [])];
}

/** Words by their first character. */
type Words<W extends string = string> = ReadonlyMap<string, readonly W[]>;

function byFirst<W extends string>(words: Iterable<W>): Words<W> {
  const map = new Map<string, W[]>();
  for (const word of words) {
    const list = map.get(word.charAt(0)) ?? [];
    list.push(word);
    map.set(word.charAt(0), list);
  }
  return map;
}

const keywordsByFirst = byFirst(clauseKeywords);

const canTakeNumber = (after: After): boolean => after !== 'name' && after !== 'start';

/** The keywords that can stand right behind a title. */
const afterNames: readonly ClauseKeyword[] = [
  '的条数',
  '晚于',
  '的平均分',
  '按',
  '的加权平均分',
  '中',
  '的得票率',
  '的得分',
  '的小计',
  '的平均值',
  '的合计',
  '的家数',
  '的最低值',
  '的最高值',
  '的中位数',
  '的第',
  '的标准差',
  '的样本标准差',
  '从高到低',
  '从低到高',
  '达到',
  '高于',
  '不超过',
  '低于',
  '等于',
  '为',
  '为是',
  '或',
  '得',
  '的得',
  '权重',
  '每',
  '每高',
  '每低',
  '每项得',
  '每项扣',
  '所在档的取值',
  '的数据',
  '的乘以系数',
  '凭',
  '的扣分',
];

const roundingModes: readonly ClauseKeyword[] = ['四舍五入', '四舍六入五成双', '只舍不入', '只入不舍'];
const roundingPlaces: readonly ClauseKeyword[] = ['保留', '取整数', '到'];

/** The keywords that can stand right behind a keyword. */
const afterKeywords: { readonly [K in ClauseKeyword]?: readonly ClauseKeyword[] } = {
  得分: roundingModes,
  四舍五入: roundingPlaces,
  四舍六入五成双: roundingPlaces,
  只舍不入: roundingPlaces,
  只入不舍: roundingPlaces,
  得分为: ['实际值'],
  从高到低: ['的名次'],
  从低到高: ['的名次'],
  下限为: ['同组最低值'],
  上限为: ['同组最高值'],
};

/** The keywords that a title can follow without a sign between. */
const beforeNames: readonly ClauseKeyword[] = [
  '按',
  '为',
  '或',
  '指标',
  '小节',
  '中',
  '须有',
  '取',
  '的取',
  '缺数的取',
  '再缺的取',
  '达到',
  '高于',
  '不超过',
  '低于',
  '等于',
  '比',
  '下限为',
  '上限为',
  '层级为',
  '类别为',
  '同组各单位',
  '全部单位',
  '扣分不超过指标',
];

/** What is left of a longer keyword behind one of those: of 为是 behind 为, 是. */
const remainders: readonly string[] = beforeNames.flatMap((short) =>
  clauseKeywords.flatMap((long) =>
    long !== short && long.startsWith(short) ? [long.slice(short.length)] : [],
  ),
);

/**
 * Whether a longer keyword could take a name's beginning as its own end, or begin like the name and go on like what can stand behind
 * it.
 */
const isSwallowed = (name: string): boolean =>
  remainders.some((rest) => name.startsWith(rest) || rest.startsWith(name)) ||
  clauseKeywords.some((word) => {
    const rest = word.startsWith(name) ? word.slice(name.length) : '';
    return rest !== '' && afterNames.some((next) => rest.startsWith(next) || next.startsWith(rest));
  });
