import { referencesOf } from '../engine/book-index.js';
import { Rational } from '../exact/rational.js';
import { familyOf } from '../families/registry.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { canonicalRule, defaultBounds, roleOf, type CanonicalRule } from './canonical-rule.js';
import { ClauseWords } from './clause-words.js';
import { conditionWords } from './condition-words.js';
import type { Locale } from './locale.js';
import { pointsBeyond } from './points-beyond.js';
import { roundingWords } from './rounding-words.js';
import { ratiosOf } from './ratios-of.js';

/**
 * The clause that people read, made from the rule that runs: what it is worth, what is measured, how it becomes points, the last steps,
 * and what happens without data. All that the points depend on is in it; the Chinese one can be read back into the rule.
 */
export function clauseOf(indicator: Indicator, book: RuleBook, locale: Locale): string {
  const role = roleOf(indicator, book);
  const rule = canonicalRule(indicator, { role, rounding: book.rounding.indicator });
  const zero = zeroRule(rule, locale);
  const words = new ClauseWords(book, locale, zero.beside);
  const { say } = words;
  const spoken = { ...indicator, points: rule.points, measure: rule.measure, score: rule.score };
  const score = familyOf(rule.score).clause(rule.score, words.speechOf(spoken));
  const what = measuredText(rule, words);
  const sentences = [
    worthText(rule.points, role, words),
    [what + score, ...finishTexts(rule, role, words)].join(say('；', '; ')),
    [...policyTexts(rule, words), ...zero.forAll].join(say('；', '; ')),
    evidenceText(indicator, words),
  ].filter((sentence) => sentence !== '');
  const text = sentences.join(say('。', '; ')) + say('。', '.');
  return locale === 'en' ? text : closedUp(text);
}

/** Chinese words stand without spaces between; what is in 「」 is left alone. */
const closedUp = (text: string): string =>
  text
    .split(/(「(?:[^」]|」」)*」)/u)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/(?<=[\p{Script=Han}，、；：。（）]) +(?=[\p{Script=Han}，、；：。（）])/gu, '')
            .replace(/^ +(?=[\p{Script=Han}，、；：。（）])/u, '')
            .replace(/(?<=[\p{Script=Han}，、；：。（）]) +$/u, ''),
    )
    .join('');

/** How the number becomes points, in words: the middle of the clause. */
export const scoreWords = (indicator: Indicator, book: RuleBook, locale: Locale): string =>
  familyOf(indicator.score).clause(indicator.score, new ClauseWords(book, locale).speechOf(indicator));

function worthText(points: string, role: Section['role'], { say, exact }: ClauseWords): string {
  const full = exact(points);
  switch (role) {
    case 'base':
      return say(`满分 ${full} 分`, pointsText(full));
    case 'bonus':
      return say(`最高加 ${full} 分`, `up to ${pointsText(full)} added`);
    case 'deduction':
      return say(`最多扣 ${full} 分`, `up to ${pointsText(full)} lost`);
    case 'derived':
      return say(`满分 ${full} 分（不计入总分）`, `${pointsText(full)} (in no total)`);
  }
}

/** "1 point", "2 points". */
const pointsText = (number: string): string => `${number} point${number === '1' ? '' : 's'}`;

/** Methods that say themselves which facts they read. */
const namesItsFacts: ReadonlySet<CanonicalRule['score']['method']> = new Set([
  'checklist',
  'choice',
  'records-worth',
  'tally',
]);

function measuredText({ measure, score }: CanonicalRule, words: ClauseWords): string {
  const { say } = words;
  if (measure.kind === 'none') return '';
  const text = words.measure(measure);
  return namesItsFacts.has(score.method)
    ? say(`须有${text}的数据：`, `where there is a number for ${text}: `)
    : say(`${text}：`, `${text}: `);
}

function finishTexts(
  { finish = {}, points, score }: CanonicalRule,
  role: Section['role'],
  words: ClauseWords,
): string[] {
  const { say, exact } = words;
  const list: string[] = [];
  for (const { when, points: worth, because } of finish.exceptions ?? []) {
    const condition = conditionWords(when, words);
    list.push(
      worth === 'full'
        ? say(
            `有${words.phrase(because)}情形（${condition}）的得满分`,
            `full points for ${words.phrase(because)} (${condition})`,
          )
        : say(
            `有${words.phrase(because)}情形（${condition}）的得 ${exact(worth)} 分`,
            `${exact(worth)} points for ${words.phrase(because)} (${condition})`,
          ),
    );
  }
  if (finish.linkedCap) {
    const other = words.indicator(finish.linkedCap.indicator);
    list.push(say(`扣分不超过指标${other}的扣分`, `the loss never exceeds that on ${other}`));
  }
  list.push(...boundTexts({ finish, points, score }, role, words));
  const rounding = finish.rounding ?? words.book.rounding.indicator;
  if (rounding) list.push(say('得分', 'points ') + roundingWords(rounding, say));
  return list;
}

/** Floor and cap where they are other than usual, or where points can run into the usual ones. */
function boundTexts(
  { finish = {}, points, score }: Pick<CanonicalRule, 'finish' | 'points' | 'score'>,
  role: Section['role'],
  { say, exact }: ClauseWords,
): string[] {
  const usual = defaultBounds(role, points);
  const bounds = { floor: finish.floor ?? usual.floor, cap: finish.cap ?? usual.cap };
  const beyond = pointsBeyond(score, points, bounds);
  const list: string[] = [];
  if (finish.floor !== undefined)
    list.push(say(`最低得 ${exact(finish.floor)} 分`, `at least ${exact(finish.floor)}`));
  else if (beyond.below && role !== 'deduction') list.push(say('扣完为止', 'never below 0'));
  // What is at most added is said at the beginning.
  if (finish.cap !== undefined || (beyond.above && role !== 'bonus'))
    list.push(say(`最高得 ${exact(bounds.cap)} 分`, `at most ${exact(bounds.cap)}`));
  return list;
}

function policyTexts({ notApplicable, missing }: CanonicalRule, words: ClauseWords): string[] {
  const { say, exact } = words;
  const list: string[] = [];
  if (notApplicable?.when) {
    const condition = conditionWords(notApplicable.when, words);
    list.push(say(`符合条件（${condition}）的视为不涉及`, `not applicable where ${condition}`));
  }
  if (notApplicable) {
    const fixed = exact(notApplicable.policy === 'zero' ? '0' : (notApplicable.points ?? '0'));
    const given = say(`不涉及的得 ${fixed} 分`, `not applicable: ${fixed} points`);
    list.push(
      {
        exclude: say(
          '不涉及的剔除，总分按适用满分折算',
          'not applicable: left out, and the total is converted by the points that apply',
        ),
        full: say('不涉及的得满分', 'not applicable: full points'),
        zero: given,
        fixed: given,
        'cohort-mean': say('不涉及的取同组平均分', "not applicable: the cohort's mean points"),
      }[notApplicable.policy],
    );
  }
  list.push(
    {
      wait: say('没有数据的暂不计分', 'without data: no points yet'),
      zero: say('没有数据的得 0 分', 'without data: 0 points'),
      'cohort-mean': say('没有数据的取同组平均分', "without data: the cohort's mean points"),
    }[missing],
  );
  return list;
}

type Ratio = Extract<Measure, { kind: 'ratio' }>;

/** What zero denominators mean: once for all where all mean the same, else beside each. */
function zeroRule(
  rule: CanonicalRule,
  locale: Locale,
): { readonly forAll: readonly string[]; readonly beside: (ratio: Ratio) => string } {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
  const text = ({ whenZero }: Ratio): string => {
    if (whenZero === 'cannot-compute')
      return say('分母为 0 的无法计算', 'with a denominator of 0 it cannot be computed');
    if (whenZero === 'not-applicable')
      return say('分母为 0 的视为不涉及', 'with a denominator of 0 it is not applicable');
    const value = Rational.parse(whenZero.value).toText().replace(/^-/, '−');
    return say(`分母为 0 的按 ${value} 计`, `with a denominator of 0 it counts ${value}`);
  };
  const ratios = ratiosOf(rule).filter(({ of: [, whole] }) => whole.kind !== 'constant' || isZero(whole));
  const told = new Set(ratios.map(text));
  return told.size <= 1
    ? { forAll: [...told], beside: () => '' }
    : {
        forAll: [],
        beside: (ratio) =>
          ratio.of[1].kind === 'constant' && !isZero(ratio.of[1])
            ? ''
            : say(`（${text(ratio)}）`, ` (${text(ratio)})`),
      };
}

const isZero = (measure: Measure): boolean =>
  measure.kind === 'constant' && Rational.parse(measure.value).isZero();

/** The proof that the facts ask for, where they ask for any. */
function evidenceText(indicator: Indicator, words: ClauseWords): string {
  const { say } = words;
  const read = new Set(referencesOf(indicator).facts);
  const asked = words.book.facts.flatMap(({ id, evidence }) =>
    evidence !== undefined && read.has(id)
      ? [
          say(
            `${words.fact(id)}凭${words.phrase(evidence)}`,
            `${words.fact(id)} by ${words.phrase(evidence)}`,
          ),
        ]
      : [],
  );
  return asked.length === 0 ? '' : say(`佐证材料：${asked.join('、')}`, `evidence: ${asked.join(', ')}`);
}
