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
  const of = (inner: Measure) => measureWords(inner, words);
  switch (measure.kind) {
    case 'fact':
      return words.fact(measure.fact);
    case 'constant':
      return measure.value;
    case 'sum':
      return list(measure.of, ' + ');
    case 'difference':
      return list(measure.of, ' − ');
    case 'product':
      return list(measure.of, ' × ');
    case 'ratio':
      return list(measure.of, ' ÷ ');
    case 'greatest':
      return say(`较大者（${list(measure.of, '、')}）`, `the greater of (${list(measure.of, ', ')})`);
    case 'least':
      return say(`较小者（${list(measure.of, '、')}）`, `the lesser of (${list(measure.of, ', ')})`);
    case 'sample-rate': {
      const rate = list([measure.positive, measure.sample], ' ÷ ');
      return say(
        `${rate}（样本不少于 ${measure.minimumSample}）`,
        `${rate} (sample at least ${measure.minimumSample})`,
      );
    }
    case 'previous':
      return say(`上年（${of(measure.of)}）`, `last year's (${of(measure.of)})`);
    case 'count':
      return countWords(measure, words);
    case 'days':
      return say(
        `${words.fact(measure.fact)}距 ${measure.since} 的天数`,
        `days from ${measure.since} to ${words.fact(measure.fact)}`,
      );
    case 'panel-mean':
      return panelWords(measure, words);
    case 'vote-mean':
      return voteMeanWords(measure, words);
    case 'vote-share': {
      const options = measure.options.map((option) => words.option(measure.fact, option));
      return say(
        `${words.fact(measure.fact)}中${options.join('、')}的得票率`,
        `share of ${options.join(', ')} in ${words.fact(measure.fact)}`,
      );
    }
    case 'rater-mean': {
      const weights = measure.weights
        .map(({ group, weight }) => `${words.option(measure.fact, group)} × ${weight}`)
        .join(' + ');
      return say(
        `${words.fact(measure.fact)}加权平均（${weights}）`,
        `weighted mean of ${words.fact(measure.fact)} (${weights})`,
      );
    }
    case 'indicator-points':
      return say(
        `指标“${words.indicator(measure.indicator)}”得分`,
        `points of "${words.indicator(measure.indicator)}"`,
      );
    case 'section-points':
      return say(
        `“${words.section(measure.section)}”小计`,
        `subtotal of "${words.section(measure.section)}"`,
      );
    case 'self-gap':
      return say('自评分与核定分之差', 'declared minus verified points');
    case 'rounded':
      return say(
        `${inBrackets(measure.of, words)}（${roundingWords(measure.rounding, say)}）`,
        `${inBrackets(measure.of, words)} (${roundingWords(measure.rounding, say)})`,
      );
    case 'logarithm':
      return `${measure.base === 'e' ? 'ln' : `log${measure.base}`}(${of(measure.of)})`;
    case 'root':
      return `(${of(measure.of)})^(1/${measure.degree})`;
    case 'power':
      return `${inBrackets(measure.of, words)}^${measure.exponent}`;
    case 'exponential':
      return `e^(${of(measure.of)})`;
    case 'banded':
      return bandedWords(measure, words);
    case 'mean':
      return meanWords(measure, words);
    case 'selected': {
      const kept = selectionWords(measure.keep, measure.take, say);
      return say(`${kept}（${list(measure.of, '、')}）`, `${kept} (${list(measure.of, ', ')})`);
    }
    case 'first-known':
      return say(
        `${of(measure.of[0] ?? none)}，缺的以${list(measure.of.slice(1), '、再以')}代`,
        `${of(measure.of[0] ?? none)}, or else ${list(measure.of.slice(1), ', or else ')}`,
      );
    case 'cohort':
      return cohortWords(measure, words);
    case 'place': {
      const order =
        measure.better === 'higher' ? say('从高到低', 'highest first') : say('从低到高', 'lowest first');
      return say(
        `${of(measure.of)}在${among(measure, say)}的名次（${order}）`,
        `place by ${of(measure.of)} in ${among(measure, say)} (${order})`,
      );
    }
    case 'none':
      return '';
  }
}

const none: Measure = { kind: 'none' };

type Say = BookWords['say'];

function inBrackets(measure: Measure, words: BookWords): string {
  const text = measureWords(measure, words);
  return ['sum', 'difference', 'product', 'ratio', 'first-known'].includes(measure.kind) ? `(${text})` : text;
}

const among = (measure: { readonly among?: 'all' | undefined }, say: Say) =>
  measure.among === 'all' ? say('全部单位', 'all units') : say('同组', 'the cohort');

function countWords(measure: Of<'count'>, words: BookWords): string {
  const only = [...(measure.levels ?? []), ...(measure.genres ?? [])].map((id) =>
    words.option(measure.fact, id),
  );
  const limited = only.length === 0 ? '' : words.say(`（${only.join('、')}）`, ` (${only.join(', ')})`);
  return words.say(
    `${words.fact(measure.fact)}${limited}的条数`,
    `number of ${words.fact(measure.fact)}${limited}`,
  );
}

function panelWords(measure: Of<'panel-mean'>, words: BookWords): string {
  const { say } = words;
  const { drop, sumFor, withoutSelf } = measure;
  const dropping = drop
    ? say(
        `，满 ${drop.fromJudges} 名评委时去掉 ${drop.high} 个最高分和 ${drop.low} 个最低分`,
        `, from ${drop.fromJudges} judges without the ${drop.high} highest and ${drop.low} lowest`,
      )
    : '';
  const self = withoutSelf === true ? say('，不计自评', ', without its own score') : '';
  const rule = say(
    `评委不少于 ${measure.minimumJudges} 名${dropping}${self}`,
    `at least ${measure.minimumJudges} judges${dropping}${self}`,
  );
  const what = say(
    `${words.fact(measure.fact)}平均分（${rule}）`,
    `mean of ${words.fact(measure.fact)} (${rule})`,
  );
  return sumFor === undefined ? what : `${what} × ${sumFor}`;
}

function voteMeanWords(measure: Of<'vote-mean'>, words: BookWords): string {
  const worth = measure.worth.map(({ option, points }) => `${words.option(measure.fact, option)} ${points}`);
  return words.say(
    `${words.fact(measure.fact)}加权平均（${worth.join('、')}；有效票不少于 ${measure.minimumValid}）`,
    `weighted mean of ${words.fact(measure.fact)} (${worth.join(', ')}; at least ${measure.minimumValid} valid votes)`,
  );
}

function bandedWords(measure: Of<'banded'>, words: BookWords): string {
  const share = words.isShare(measure.of);
  const bands = measure.bands.map(
    (band) => `${bandWords(band, words.say, words.valueText(share))} → ${band.value}`,
  );
  return words.say(
    `按${measureWords(measure.of, words)}取值（${bands.join('，')}）`,
    `by ${measureWords(measure.of, words)} (${bands.join('; ')})`,
  );
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
    plain ? inBrackets(part, words) : `${inBrackets(part, words)} × ${weight}`,
  );
  const name = plain
    ? meanName(measure.form, say)
    : say(`加权${meanName(measure.form, say)}`, `weighted ${meanName(measure.form, say)}`);
  const absent = absenceWords(measure, say);
  return say(`${parts.join('、')}的${name}${absent}`, `${name} of ${parts.join(', ')}${absent}`);
}

/** What parts without a number do, and how many must have one. */
export function absenceWords(
  { absent, minimum }: { readonly absent: Of<'mean'>['absent']; readonly minimum?: number | undefined },
  say: Say,
): string {
  const rule = {
    'no-number': say('缺一不计', 'none when one is missing'),
    zero: say('缺项按 0 计', 'what is missing counts 0'),
    'leave-out': say('缺项不计、由其余承担', 'what is missing is carried by the rest'),
  }[absent];
  const least = minimum === undefined ? '' : say(`，至少 ${minimum} 项`, `, at least ${minimum} of them`);
  return say(`（${rule}${least}）`, ` (${rule}${least})`);
}

/** 最好 3 项之和, 去掉 1 个最高和 1 个最低后的平均. */
export function selectionWords(keep: Selection, take: 'sum' | 'mean', say: Say): string {
  const whole = take === 'sum' ? say('之和', 'sum') : say('的平均', 'mean');
  if ('best' in keep) {
    const which = keep.better === 'higher' ? say('最高', 'highest') : say('最低', 'lowest');
    return say(`${which} ${keep.best} 项${whole}`, `${whole} of the ${keep.best} ${which}`);
  }
  return say(
    `去掉 ${keep.dropHighest} 个最高和 ${keep.dropLowest} 个最低后${whole}`,
    `${whole} without the ${keep.dropHighest} highest and ${keep.dropLowest} lowest`,
  );
}

function cohortWords(measure: Of<'cohort'>, words: BookWords): string {
  const { say } = words;
  const take = {
    mean: say('平均', 'mean'),
    sum: say('合计', 'sum'),
    count: say('家数', 'number of units'),
    least: say('最低', 'lowest'),
    greatest: say('最高', 'highest'),
    median: say('中位数', 'median'),
    percentile: say(
      `第 ${words.valueText(true)(measure.share ?? '0')} 分位`,
      `percentile ${words.valueText(true)(measure.share ?? '0')}`,
    ),
    deviation: say('标准差', 'standard deviation'),
    'sample-deviation': say('样本标准差', 'sample standard deviation'),
  }[measure.take];
  const of = measureWords(measure.of, words);
  return say(`${among(measure, say)}${of}的${take}`, `${take} of ${of} in ${among(measure, say)}`);
}
