import { Rational } from '../exact/rational.js';
import { PanelScore, RecordEntry, type Fact, type FactValue } from '../format/fact.js';
import { Day, DecimalText } from '../format/primitives.js';
import { nearestName } from './nearest-name.js';
import { pointer, problem, type Problem } from './problem.js';
import { schemaProblems } from './schema-problems.js';

const mostEntries = 500;

/**
 * Checks one value of one fact: its shape against the fact's kind, then the fact's `checks`. The only home of this check:
 * facts documents, the API and the entry screens all refuse by it.
 *
 * @param value a single value, declared or verified; whatever it is, it is refused and never thrown at
 * @param limit the value that the fact named by `checks.atMost` has beside it; null when that is unknown
 * @returns problems with paths inside the value: '' is the value itself, `/2/level` a part of it. Empty when the value may stand.
 */
export function checkFactValue(fact: Fact, value: unknown, limit: FactValue | null): Problem[] {
  switch (fact.kind) {
    case 'number':
    case 'percent':
      return numberProblems(fact, value, limit);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [notYesOrNo(value)];
    case 'choice':
      return typeof value === 'string' ? optionProblems(value, fact.options, '') : [notText('')];
    case 'date':
      return Day.safeParse(value).success ? [] : [notADay(value)];
    case 'records':
      return recordsProblems(fact, value);
    case 'ballots':
      return ballotsProblems(fact, value);
    case 'panel':
      return panelProblems(fact, value);
    case 'raters':
      return ratersProblems(fact, value);
  }
}

type NumberFact = Extract<Fact, { kind: 'number' | 'percent' }>;

function numberProblems(fact: NumberFact, value: unknown, limit: FactValue | null): Problem[] {
  if (!isDecimal(value)) return [notANumber(value, '')];
  const { integer, step, atMost } = fact.checks ?? {};
  // A percentage lies between 0 and 100 unless the book says otherwise.
  const min = fact.checks?.min ?? (fact.kind === 'percent' ? '0' : undefined);
  const max = fact.checks?.max ?? (fact.kind === 'percent' ? '100' : undefined);
  const number = Rational.parse(value);
  const found: Problem[] = [];
  if (integer === true && number.denominator !== 1n) found.push(notWhole(value, ''));
  if (step !== undefined && number.over(Rational.parse(step)).denominator !== 1n)
    found.push(notAStep(value, step));
  if (min !== undefined && number.compare(Rational.parse(min)) < 0) found.push(lessThan(value, min, ''));
  if (max !== undefined && number.compare(Rational.parse(max)) > 0) found.push(moreThan(value, max, ''));
  if (atMost !== undefined && isDecimal(limit) && number.compare(Rational.parse(limit)) > 0) {
    found.push(moreThanOther(value, limit, atMost));
  }
  return found;
}

function recordsProblems(fact: Extract<Fact, { kind: 'records' }>, value: unknown): Problem[] {
  if (!Array.isArray(value)) return [notAList('')];
  if (value.length > mostEntries) return [tooMany(value.length)];
  return value.flatMap((item: unknown, index) => {
    const read = RecordEntry.safeParse(item, { reportInput: true });
    if (!read.success) return inside(schemaProblems(read.error.issues), index);
    const { level, genre, authors = 1, position = 1, amount = '0' } = read.data;
    return [
      ...(position > authors ? [positionOver(position, authors, pointer([index, 'position']))] : []),
      ...(Rational.parse(amount).sign() < 0 ? [lessThan(amount, '0', pointer([index, 'amount']))] : []),
      ...optionProblems(level, fact.levels, pointer([index, 'level'])),
      ...(genre === undefined ? [] : optionProblems(genre, fact.genres ?? [], pointer([index, 'genre']))),
    ];
  });
}

function ballotsProblems(fact: Extract<Fact, { kind: 'ballots' }>, value: unknown): Problem[] {
  return entriesProblems(value, fact.options, (votes, path) => {
    const number = Rational.parse(votes);
    if (number.denominator !== 1n) return [notWhole(votes, path)];
    return number.sign() < 0 ? [lessThan(votes, '0', path)] : [];
  });
}

function ratersProblems(fact: Extract<Fact, { kind: 'raters' }>, value: unknown): Problem[] {
  return entriesProblems(value, fact.groups, (score, path) => scaleProblems(score, fact.scale, path));
}

function panelProblems(fact: Extract<Fact, { kind: 'panel' }>, value: unknown): Problem[] {
  if (!Array.isArray(value)) return [notAList('')];
  if (value.length > mostEntries) return [tooMany(value.length)];
  const judges = new Set<string>();
  return value.flatMap((item: unknown, index) => {
    const at = pointer([index, 'score']);
    if (typeof item === 'object' && item !== null && 'score' in item && !isDecimal(item.score)) {
      return [notANumber(item.score, at)];
    }
    const read = PanelScore.safeParse(item, { reportInput: true });
    if (!read.success) return inside(schemaProblems(read.error.issues), index);
    const { judge, score } = read.data;
    const twice = judges.has(judge) ? [judgeTwice(judge, pointer([index, 'judge']))] : [];
    judges.add(judge);
    return [...twice, ...scaleProblems(score, fact.scale, at)];
  });
}

type Options = readonly { readonly id: string }[];

/** A map from the fact's options to decimals, each of which `check` looks at. */
function entriesProblems(
  value: unknown,
  options: Options,
  check: (decimal: string, path: string) => Problem[],
): Problem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [notAnObject()];
  return Object.entries(value).flatMap(([id, entry]: [string, unknown]) => {
    const path = pointer([id]);
    const unknown = optionProblems(id, options, path);
    if (unknown.length > 0) return unknown;
    return isDecimal(entry) ? check(entry, path) : [notANumber(entry, path)];
  });
}

function optionProblems(id: string, options: Options, path: string): Problem[] {
  const ids = options.map((option) => option.id);
  if (ids.includes(id)) return [];
  const meant = nearestName(id, ids);
  return [
    problem(
      'NOT_AN_OPTION',
      path,
      [`没有“${shorten(id)}”这个选项。`, `There is no option "${shorten(id)}".`],
      meant === null
        ? [`请从中选用：${ids.join('、')}。`, `Choose one of: ${ids.join(', ')}.`]
        : [
            `是否指“${meant}”？可用的有：${ids.join('、')}。`,
            `Is "${meant}" meant? There are: ${ids.join(', ')}.`,
          ],
    ),
  ];
}

function scaleProblems(score: string, scale: string, path: string): Problem[] {
  const number = Rational.parse(score);
  if (number.sign() < 0) return [lessThan(score, '0', path)];
  return number.compare(Rational.parse(scale)) > 0 ? [moreThan(score, scale, path)] : [];
}

const isDecimal = (value: unknown): value is string => DecimalText.safeParse(value).success;

const inside = (problems: readonly Problem[], index: number): Problem[] =>
  problems.map((found) => ({ ...found, path: `/${index}${found.path}` }));

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A refused value as a reader would recognise it; never more than a line of it. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return `“${shorten(value)}”`;
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
};

function notANumber(value: unknown, path: string): Problem {
  const quoted = typeof value === 'number' && isDecimal(String(value)) ? String(value) : '12.5';
  return problem(
    'NOT_A_NUMBER',
    path,
    [
      `${shown(value)} 不是以文本写成的十进制数。`,
      `${shown(value)} is not a decimal number written as text.`,
    ],
    typeof value === 'number'
      ? [
          `请加引号写成文本："${quoted}"，以免被计算机四舍五入。`,
          `Write it as quoted text, "${quoted}", so that no computer rounds it.`,
        ]
      : [
          '请写成如 "12.5" 的文本：不带单位、百分号和千分位，整数至多 15 位、小数至多 20 位。',
          'Write text such as "12.5": no unit, per cent sign or thousands separator, at most 15 digits before and 20 after the dot.',
        ],
  );
}

const notWhole = (value: string, path: string): Problem =>
  problem(
    'NOT_WHOLE',
    path,
    [`${value} 不是整数。`, `${value} is not a whole number.`],
    ['这里数的是个数，请填整数。', 'Things are counted here: enter a whole number.'],
  );

const notAStep = (value: string, step: string): Problem =>
  problem(
    'NOT_A_STEP',
    '',
    [`${value} 不是 ${step} 的整数倍。`, `${value} is not a multiple of ${step}.`],
    [`此处只能按 ${step} 递增填写。`, `Values here go in steps of ${step}.`],
  );

const positionOver = (position: number, authors: number, path: string): Problem =>
  problem(
    'POSITION_OVER_AUTHORS',
    path,
    [
      `署名第 ${position}，而合写共 ${authors} 家。`,
      `Position ${position} of ${authors} ${authors === 1 ? 'author' : 'authors'}.`,
    ],
    ['请核对合写家数（authors）与署名位次（position）。', 'Compare the number of authors with the position.'],
  );

const lessThan = (value: string, min: string, path: string): Problem =>
  problem(
    'LESS_THAN',
    path,
    [`${value} 小于允许的最小值 ${min}。`, `${value} is less than ${min}, the least allowed.`],
    [`请核对，填 ${min} 或以上的数。`, `Check it and enter ${min} or more.`],
  );

const moreThan = (value: string, max: string, path: string): Problem =>
  problem(
    'MORE_THAN',
    path,
    [`${value} 大于允许的最大值 ${max}。`, `${value} is more than ${max}, the most allowed.`],
    [`请核对，填 ${max} 或以下的数。`, `Check it and enter ${max} or less.`],
  );

const moreThanOther = (value: string, limit: string, other: string): Problem =>
  problem(
    'MORE_THAN',
    '',
    [
      `${value} 大于“${other}”的 ${limit}，部分不能多于总数。`,
      `${value} is more than the ${limit} of "${other}"; a part cannot exceed its whole.`,
    ],
    [`请核对这个数和“${other}”，改正填错的一个。`, `Compare it with "${other}" and correct the wrong one.`],
  );

const notYesOrNo = (value: unknown): Problem =>
  problem(
    'NOT_YES_OR_NO',
    '',
    [`${shown(value)} 不是“是”或“否”。`, `${shown(value)} is neither yes nor no.`],
    ['请写 true（是）或 false（否），不加引号。', 'Write true or false, without quotes.'],
  );

const notADay = (value: unknown): Problem =>
  problem(
    'NOT_A_DAY',
    '',
    [`${shown(value)} 不是日历上的一天。`, `${shown(value)} is no day of the calendar.`],
    ['请写成如 "2026-12-31" 的文本。', 'Write text such as "2026-12-31".'],
  );

const notText = (path: string): Problem =>
  problem(
    'WRONG_KIND',
    path,
    ['此处应是选项标识，写成文本。', 'This must be the id of an option, as text.'],
    ['请写一个带引号的选项标识。', 'Write the id of one option in quotes.'],
  );

const notAList = (path: string): Problem =>
  problem(
    'WRONG_KIND',
    path,
    ['此处应是列表。', 'This must be a list.'],
    ['请写成 [ … ]，没有内容写 []。', 'Write [ … ], or [] for none.'],
  );

const notAnObject = (): Problem =>
  problem(
    'WRONG_KIND',
    '',
    ['此处应是从选项到数的对象。', 'This must be an object from options to numbers.'],
    ['请写成 { "选项标识": "30" } 的样子。', 'Write it like { "option-id": "30" }.'],
  );

const tooMany = (count: number): Problem =>
  problem(
    'TOO_BIG',
    '',
    [
      `有 ${count} 项，至多 ${mostEntries} 项。`,
      `There are ${count} entries; at most ${mostEntries} are allowed.`,
    ],
    ['请核对是否重复导入。', 'Check whether something was imported twice.'],
  );

const judgeTwice = (judge: string, path: string): Problem =>
  problem(
    'JUDGE_TWICE',
    path,
    [`评委“${judge}”打了两次分。`, `The judge "${judge}" scored twice.`],
    ['请每名评委只留一个分数；同名的请加以区分。', 'Keep one score for each judge; tell namesakes apart.'],
  );
