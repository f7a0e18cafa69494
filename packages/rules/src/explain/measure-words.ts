import { bandWords } from '../families/band-words.js';
import type { MeanForm, Measure } from '../format/measure.js';
import type { Selection } from '../format/primitives.js';
import { roundingWords } from './rounding-words.js';
import type { BookWords } from './words-of.js';

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** An expression over facts in words of one language: 已建妇联村社区数 ÷ 村社区总数. */
export function measureWords(measure: Measure, words: BookWords): string {
  const { say } = words;
  const list = (parts: readonly Measure[], sign: string) =>
    parts.map((part) => inBrackets(part, words)).join(sign);
  const of = (inner: Measure) => words.measure(inner);
  const enumerated = (parts: readonly Measure[]) => parts.map(of).join(say('、', ', '));
  switch (measure.kind) {
    case 'fact':
      return words.fact(measure.fact);
    case 'constant':
      return words.exact(measure.value);
    case 'sum':
      return list(measure.of, ' + ');
    case 'difference':
      return list(measure.of, ' − ');
    case 'product':
      return list(measure.of, ' × ');
    case 'ratio':
      return list(measure.of, ' ÷ ') + words.zeroRemark(measure);
    case 'greatest':
      return say(`最大值（${enumerated(measure.of)}）`, `the greatest of (${enumerated(measure.of)})`);
    case 'least':
      return say(`最小值（${enumerated(measure.of)}）`, `the least of (${enumerated(measure.of)})`);
    case 'sample-rate': {
      const rate = list([measure.positive, measure.sample], ' ÷ ');
      const least = words.exact(measure.minimumSample);
      return say(
        `${rate}（样本不少于 ${least}，不足的无法计算）`,
        `${rate} (sample at least ${least}, else it cannot be computed)`,
      );
    }
    case 'previous':
      return say(`上年（${of(measure.of)}）`, `last year's (${of(measure.of)})`);
    case 'count':
      return countWords(measure, words);
    case 'days':
      return say(
        `${words.fact(measure.fact)}晚于 ${words.day(measure.since)} 的天数`,
        `days from ${words.day(measure.since)} to ${words.fact(measure.fact)}`,
      );
    case 'panel-mean':
      return panelWords(measure, words);
    case 'vote-mean':
      return voteMeanWords(measure, words);
    case 'vote-share': {
      const options = measure.options.map((option) => words.option(measure.fact, option));
      return say(
        `${words.fact(measure.fact)}中${options.join('、')}的得票率（有效票不少于 ${measure.minimumValid} 张，不足的无法计算）`,
        `share of ${options.join(', ')} in ${words.fact(measure.fact)} (at least ${measure.minimumValid} valid votes, else it cannot be computed)`,
      );
    }
    case 'rater-mean':
      return raterWords(measure, words);
    case 'indicator-points':
      return say(
        `指标${words.indicator(measure.indicator)}的得分`,
        `points of ${words.indicator(measure.indicator)}`,
      );
    case 'section-points':
      return say(
        `小节${words.section(measure.section)}的小计`,
        `subtotal of ${words.section(measure.section)}`,
      );
    case 'self-gap':
      return say('自评分与核定分之差', 'declared minus verified points');
    case 'rounded':
      return say(
        `${inBrackets(measure.of, words)}（${roundingWords(measure.rounding, say)}）`,
        `${inBrackets(measure.of, words)} (${roundingWords(measure.rounding, say)})`,
      );
    case 'logarithm':
      return say(
        `${measure.base === 'e' ? 'ln' : `log${measure.base}`}（${of(measure.of)}）`,
        `${measure.base === 'e' ? 'ln' : `log${measure.base}`}(${of(measure.of)})`,
      );
    case 'root': {
      const { degree } = measure;
      const name = degree === 2 ? '平方根' : degree === 3 ? '立方根' : `开 ${degree} 次方`;
      return say(`${name}（${of(measure.of)}）`, `(${of(measure.of)})^(1/${degree})`);
    }
    case 'power':
      return `${inBrackets(measure.of, words)}^${words.exact(measure.exponent)}`;
    case 'exponential':
      return say(`e^（${of(measure.of)}）`, `e^(${of(measure.of)})`);
    case 'banded':
      return bandedWords(measure, words);
    case 'mean':
      return meanWords(measure, words);
    case 'selected': {
      const kept = selectionWords(measure.keep, measure.take, say);
      const parts = enumerated(measure.of);
      const absent = absenceRule(measure, say);
      return say(`取${kept}（${parts}；${absent}）`, `${kept} (${parts}; ${absent})`);
    }
    case 'first-known': {
      const [first = none, ...others] = measure.of;
      const rest = others.map(of);
      return say(
        `${inBrackets(first, words)}（缺数的取 ${rest.join('，再缺的取 ')}）`,
        `${inBrackets(first, words)} (or else ${rest.join(', or else ')})`,
      );
    }
    case 'cohort':
      return cohortWords(measure, words);
    case 'place': {
      const order =
        measure.better === 'higher' ? say('从高到低', 'highest first') : say('从低到高', 'lowest first');
      return say(
        `${everyUnit(measure, words)}${order}的名次`,
        `place by ${grouped(measure.of, words)} in ${among(measure)} (${order})`,
      );
    }
    case 'none':
      return '';
  }
}

const none: Measure = { kind: 'none' };

type Say = BookWords['say'];

const arithmetic: ReadonlySet<Measure['kind']> = new Set([
  'sum',
  'difference',
  'product',
  'ratio',
  'sample-rate',
]);

function inBrackets(measure: Measure, words: BookWords): string {
  const text = words.measure(measure);
  const isNegative = measure.kind === 'constant' && /^[-−]/.test(text);
  return isNegative || arithmetic.has(measure.kind) ? words.say(`(${text})`, `(${text})`) : text;
}

const among = (measure: { readonly among?: 'all' | undefined }) =>
  measure.among === 'all' ? 'all units' : 'the cohort';

/** 同组各单位干部平均年龄, with brackets around what is more than a fact. */
function everyUnit(
  { of, among: whose }: { readonly of: Measure; readonly among?: 'all' | undefined },
  words: BookWords,
): string {
  const text = words.measure(of);
  return `${whose === 'all' ? '全部单位' : '同组各单位'}${of.kind === 'fact' ? text : `（${text}）`}`;
}

/** What is more than a fact stands in brackets where more words follow. */
const grouped = (measure: Measure, words: BookWords): string =>
  measure.kind === 'fact' ? words.measure(measure) : `(${words.measure(measure)})`;

function countWords(measure: Of<'count'>, words: BookWords): string {
  const { say } = words;
  const of = (ids: readonly string[], zh: string, en: string) => {
    const names = ids.map((id) => words.option(measure.fact, id));
    return say(`${zh}${names.join('、')}`, `${en} ${names.join(', ')}`);
  };
  const only = [
    measure.levels ? of(measure.levels, '层级为', 'of level') : [],
    measure.genres ? of(measure.genres, '类别为', 'of kind') : [],
  ].flat();
  const limited = only.length === 0 ? '' : say(`（${only.join('；')}）`, ` (${only.join('; ')})`);
  return say(
    `${words.fact(measure.fact)}${limited}的条数`,
    `number of ${words.fact(measure.fact)}${limited}`,
  );
}

function panelWords(measure: Of<'panel-mean'>, words: BookWords): string {
  const { say } = words;
  const { drop, sumFor, withoutSelf, minimumJudges } = measure;
  const rules = [
    say(
      `评委不少于 ${minimumJudges} 名，不足的无法计算`,
      `at least ${minimumJudges} judges, else it cannot be computed`,
    ),
    drop
      ? say(
          `满 ${drop.fromJudges} 名评委时去掉 ${drop.high} 个最高分和 ${drop.low} 个最低分`,
          `from ${drop.fromJudges} judges on without the ${drop.high} highest and ${drop.low} lowest`,
        )
      : [],
    withoutSelf === true ? say('不计本单位自己打的分', 'without its own score') : [],
  ].flat();
  const rule = rules.join(say('；', '; '));
  const fact = words.fact(measure.fact);
  return sumFor === undefined
    ? say(`${fact}的平均分（${rule}）`, `mean of ${fact} (${rule})`)
    : say(`${fact}按 ${sumFor} 名评委折算的总分（${rule}）`, `mean of ${fact} × ${sumFor} judges (${rule})`);
}

function voteMeanWords(measure: Of<'vote-mean'>, words: BookWords): string {
  const { say } = words;
  const worth = measure.worth.map(({ option, points }) => {
    const [name, each] = [words.option(measure.fact, option), words.exact(points)];
    return say(`${name} ${each} 分`, `${name} ${each}`);
  });
  return say(
    `${words.fact(measure.fact)}的加权平均分（${worth.join('、')}；有效票不少于 ${measure.minimumValid} 张，不足的无法计算）`,
    `weighted mean of ${words.fact(measure.fact)} (${worth.join(', ')}; at least ${measure.minimumValid} valid votes, else it cannot be computed)`,
  );
}

function raterWords(measure: Of<'rater-mean'>, words: BookWords): string {
  const { say } = words;
  const weights = measure.weights.map(({ group, weight }) => {
    const name = words.option(measure.fact, group);
    return say(`${name}权重 ${words.exact(weight)}`, `${name} weighing ${words.exact(weight)}`);
  });
  const absent = {
    renormalise: say('缺主体的由其余主体分担', 'the others carry the weight of an absent group'),
    zero: say('缺主体的按 0 分计', 'an absent group counts 0'),
    'cannot-compute': say('缺主体的无法计算', 'cannot be computed when a group is absent'),
  }[measure.absent];
  return say(
    `${words.fact(measure.fact)}的加权平均分（${weights.join('、')}；${absent}）`,
    `weighted mean of ${words.fact(measure.fact)} (${weights.join(', ')}; ${absent})`,
  );
}

function bandedWords(measure: Of<'banded'>, words: BookWords): string {
  const { say } = words;
  const unit = words.unitOf(measure.of);
  const bands = measure.bands.map((band) => {
    const range = bandWords(band, say, (exact) => words.amountOf(exact, unit));
    return say(`${range} 的取 ${words.exact(band.value)}`, `${range}: ${words.exact(band.value)}`);
  });
  const of = inBrackets(measure.of, words);
  return say(`按${of}所在档的取值（${bands.join('，')}）`, `by ${of} (${bands.join('; ')})`);
}

/** 几何平均, by the form of the mean. */
export const meanName = (form: MeanForm, say: Say) =>
  ({
    arithmetic: say('平均', 'mean'),
    geometric: say('几何平均', 'geometric mean'),
    harmonic: say('调和平均', 'harmonic mean'),
  })[form];

function meanWords(measure: Of<'mean'>, words: BookWords): string {
  const { say } = words;
  const plain = measure.of.every(({ weight }) => weight === measure.of[0]?.weight);
  const parts = measure.of.map(({ measure: part, weight }) =>
    plain
      ? words.measure(part)
      : say(
          `${words.measure(part)}权重 ${words.exact(weight)}`,
          `${words.measure(part)} weighing ${words.exact(weight)}`,
        ),
  );
  const name = {
    arithmetic: say('平均值', 'mean'),
    geometric: say('几何平均值', 'geometric mean'),
    harmonic: say('调和平均值', 'harmonic mean'),
  }[measure.form];
  const whole = plain ? name : say(`加权${name}`, `weighted ${name}`);
  const absent = absenceRule(measure, say);
  return say(`${whole}（${parts.join('、')}；${absent}）`, `${whole} of (${parts.join(', ')}; ${absent})`);
}

type Absence = { readonly absent: Of<'mean'>['absent']; readonly minimum?: number | undefined };

function absenceRule({ absent, minimum }: Absence, say: Say): string {
  const rule = {
    'no-number': say('缺项即无法计算', 'none when one is missing'),
    zero: say('缺项按 0 计', 'what is missing counts 0'),
    'leave-out': say('缺项不计', 'what is missing is carried by the rest'),
  }[absent];
  const least =
    minimum === undefined ? '' : say(`，至少 ${minimum} 项有数`, `, at least ${minimum} of them known`);
  return rule + least;
}

/** What parts without a number do, and how many must have one. */
export const absenceWords = (absence: Absence, say: Say): string =>
  say(`（${absenceRule(absence, say)}）`, ` (${absenceRule(absence, say)})`);

/** 最高 3 项的合计, 去掉最高 1 项、最低 1 项后的平均. */
export function selectionWords(keep: Selection, take: 'sum' | 'mean', say: Say): string {
  const whole = take === 'sum' ? say('的合计', 'sum') : say('的平均', 'mean');
  if ('best' in keep) {
    const which = keep.better === 'higher' ? say('最高', 'highest') : say('最低', 'lowest');
    return say(`${which} ${keep.best} 项${whole}`, `${whole} of the ${keep.best} ${which}`);
  }
  return say(
    `去掉最高 ${keep.dropHighest} 项和最低 ${keep.dropLowest} 项后${whole}`,
    `${whole} without the ${keep.dropHighest} highest and ${keep.dropLowest} lowest`,
  );
}

function cohortWords(measure: Of<'cohort'>, words: BookWords): string {
  const { say } = words;
  const share = words.amountOf(measure.share ?? '0', { kind: 'share' });
  const take = {
    mean: say('的平均值', 'mean'),
    sum: say('的合计', 'sum'),
    count: say('的家数', 'number of units'),
    least: say('的最低值', 'lowest'),
    greatest: say('的最高值', 'highest'),
    median: say('的中位数', 'median'),
    percentile: say(`的第 ${share} 分位值`, `percentile ${share}`),
    deviation: say('的标准差', 'standard deviation'),
    'sample-deviation': say('的样本标准差', 'sample standard deviation'),
  }[measure.take];
  return say(
    `${everyUnit(measure, words)}${take}`,
    `${take} of ${grouped(measure.of, words)} in ${among(measure)}`,
  );
}
