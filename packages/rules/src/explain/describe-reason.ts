import type { Reason } from '../engine/outcome.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Locale } from './locale.js';
import { numberText } from './number-text.js';
import { BookWords } from './words-of.js';

/** The sentence for a reason code of the engine, in one language. An unknown code shows as itself, never as nothing. */
export function describeReason(reason: Reason, book: RuleBook, locale: Locale): string {
  const words = new BookWords(book, locale);
  const { say } = words;
  const data = (key: string) => reason.data[key] ?? '?';
  const grade = (key = 'grade') => {
    const found = book.grades.find(({ id }) => id === data(key));
    return found ? words.text(found.title) : data(key);
  };
  const vetoes = () =>
    data('veto')
      .split(',')
      .map((id) => book.vetoes.find((veto) => veto.id === id))
      .map((veto) => (veto ? words.text(veto.title) : '?'))
      .join(say('、', ', '));

  const last = (word: string) => (reason.data['period'] === 'previous' ? word : '');

  switch (reason.code) {
    case 'fact-missing':
      return say(
        `缺少${last('上年')}数据：${words.fact(data('fact'))}`,
        `missing${last(' for last year')}: ${words.fact(data('fact'))}`,
      );
    case 'fact-pending':
      return say(
        `待会议产生${last('（上年）')}：${words.fact(data('fact'))}`,
        `awaits the meeting${last(' of last year')}: ${words.fact(data('fact'))}`,
      );
    case 'fact-not-applicable':
      return say(
        `${last('上年')}不涉及：${words.fact(data('fact'))}（${data('because')}）`,
        `not applicable${last(' last year')}: ${words.fact(data('fact'))} (${data('because')})`,
      );
    case 'condition-not-applicable':
      return say('按规则不涉及本单位', 'not applicable to this unit by rule');
    case 'not-applicable-undeclared':
      return say(
        '填报为不涉及，但规则书没有写明不涉及如何处理，无法计算',
        'reported as not applicable, but the rule book does not say what that means: cannot compute',
      );
    case 'zero-denominator':
      return say(
        `${last('上年')}分母为 0，无法计算`,
        `the denominator${last(' for last year')} is 0: cannot compute`,
      );
    case 'no-such-business':
      return say(
        `${last('上年')}分母为 0，即没有这项业务`,
        `the denominator${last(' for last year')} is 0: there is no such business`,
      );
    case 'zero-target':
      return say('目标值为 0，无法计算完成率', 'the target is 0: there is no completion rate');
    case 'no-previous-period':
      return say('没有上年数据，无法计算增减', 'no figures for last year: the change cannot be computed');
    case 'sample-too-small':
      return say(
        `样本 ${numberText(data('sample'))} 少于规定的 ${data('minimum')}，无法计算`,
        `the sample of ${numberText(data('sample'))} is under the required ${data('minimum')}: cannot compute`,
      );
    case 'too-few-judges':
      return say(
        `有效评委 ${data('judges')} 名，少于规定的 ${data('minimum')} 名`,
        `${data('judges')} judges, fewer than the required ${data('minimum')}`,
      );
    case 'too-few-votes':
      return say(
        `有效票 ${data('votes')} 张，少于规定的 ${data('minimum')} 张，不出结果`,
        `${data('votes')} valid votes, fewer than the required ${data('minimum')}: no result`,
      );
    case 'rater-absent':
      return say('有评价主体没有打分，无法计算', 'a group of raters has not scored: cannot compute');
    case 'nothing-to-compare':
      return say('同组没有可比的数据，无法计算', 'the cohort has nothing to compare with: cannot compute');
    case 'outside-all-bands':
      return say(
        `数值 ${numberText(data('measure'))} 不在任何一档内，无法计算`,
        `${numberText(data('measure'))} falls into no band: cannot compute`,
      );
    case 'indicator-without-points':
      return say(
        `所依据的指标 ${data('indicator')} 没有得分`,
        `the indicator it depends on, ${data('indicator')}, has no points`,
      );
    case 'section-without-points':
      return say(
        `所依据的“${words.section(data('section'))}”没有得分`,
        `the section it depends on, "${words.section(data('section'))}", has no points`,
      );
    case 'too-few-parts':
      return say(
        `有数的只有 ${data('parts')} 项，少于规定的 ${data('minimum')} 项`,
        `only ${data('parts')} parts have a number, fewer than the required ${data('minimum')}`,
      );
    case 'no-mean':
      return say(
        '这种平均数在此无法计算（权重为 0 或有负数）',
        'there is no such mean here (no weight, or a number below 0)',
      );
    case 'logarithm-of-nonpositive':
      return say(
        `${numberText(data('value'))} 不大于 0，没有对数，无法计算`,
        `${numberText(data('value'))} is not above 0 and has no logarithm: cannot compute`,
      );
    case 'root-of-negative':
      return say(
        `${numberText(data('value'))} 小于 0，不能开方，无法计算`,
        `${numberText(data('value'))} is below 0 and has no root: cannot compute`,
      );
    case 'no-power':
      return say(
        `${numberText(data('value'))} 没有 ${data('exponent')} 次幂，无法计算`,
        `${numberText(data('value'))} has no power ${data('exponent')}: cannot compute`,
      );
    case 'exponential-too-large':
      return say(
        `指数 ${numberText(data('value'))} 超出 ±1000，无法计算`,
        `the exponent ${numberText(data('value'))} is beyond ±1000: cannot compute`,
      );
    case 'bounds-crossed':
      return say(
        `低值 ${numberText(data('low'))} 高于高值 ${numberText(data('high'))}，无法计算`,
        `the low value ${numberText(data('low'))} is above the high value ${numberText(data('high'))}: cannot compute`,
      );
    case 'entry-undated':
      return say(
        `${words.fact(data('fact'))}中“${data('entry')}”没有日期，无法判断是否在计分期内`,
        `"${data('entry')}" in ${words.fact(data('fact'))} has no date, so it cannot be told whether it falls into the period`,
      );
    case 'out-of-competition':
      return say('按规则只考核、不参加排名', 'assessed without taking part in the ranking, by rule');
    case 'required-without-points': {
      const what =
        reason.data['section'] === undefined
          ? words.indicator(data('indicator'))
          : words.section(data('section'));
      return say(`参加排名必须有“${what}”的得分`, `the ranking requires points for "${what}"`);
    }
    case 'no-self-assessment':
      return say('没有自评数据', 'no declared values');
    case 'vetoed':
      return reason.data['veto'] === undefined
        ? say('因否决事项，本项记 0 分', 'set to 0 by a veto')
        : say(`因否决事项（${vetoes()}），本项记 0 分`, `set to 0 by a veto (${vetoes()})`);
    case 'tie-forbidden':
      return say(
        `单位 ${data('unit')} 与其他单位并列，而规则书不允许并列`,
        `unit ${data('unit')} is tied, which the rule book forbids`,
      );
    case 'grade-given':
      return reason.data['places'] === undefined
        ? say(`评为${grade()}`, `graded ${grade()}`)
        : say(
            `评为${grade()}：名额 ${data('places')} 个（${data('size')} 家），本单位列第 ${data('position')}`,
            `graded ${grade()}: ${data('places')} places among ${data('size')} units, this unit stands ${data('position')}`,
          );
    case 'quota-full':
      return say(
        `${grade()}名额 ${data('places')} 个（${data('size')} 家）已满，本单位列第 ${data('position')}`,
        `the ${data('places')} places for ${grade()} (among ${data('size')} units) are taken, this unit stands ${data('position')}`,
      );
    case 'below-threshold':
      return say(
        `总分 ${numberText(data('total'))} 未达到${grade()}线 ${data('atLeast')} 分`,
        `the total of ${numberText(data('total'))} is under the ${data('atLeast')} needed for ${grade()}`,
      );
    case 'above-threshold':
      return say(
        `${numberText(data('total'))} 超过${grade()}线 ${data('atMost')}`,
        `${numberText(data('total'))} is above the ${data('atMost')} allowed for ${grade()}`,
      );
    case 'no-figure-for-grade':
      return say(`没有据以评定${grade()}的数值`, `there is no figure to grade ${grade()} by`);
    case 'last-places':
      return say(
        `列第 ${data('position')}，属末 ${data('places')} 名（${data('size')} 家），不得评为${grade()}`,
        `stands ${data('position')}, among the last ${data('places')} of ${data('size')} units, which rules out ${grade()}`,
      );
    case 'veto-bars-grade':
      return say(`有否决事项（${vetoes()}），不得评为${grade()}`, `a veto (${vetoes()}) bars ${grade()}`);
    case 'grade-ceiling':
      return say(
        `因否决事项（${vetoes()}），不得评为${grade()}`,
        `a veto (${vetoes()}) rules out ${grade()}`,
      );
    case 'grade-set-by-veto':
      return say(
        `因否决事项（${vetoes()}），等次直接确定，不评${grade()}`,
        `the grade is set by a veto (${vetoes()}), so not ${grade()}`,
      );
    case 'grade-lowered':
      return say(
        `因否决事项（${vetoes()}），由${grade('from')}降为${grade('to')}`,
        `lowered by a veto (${vetoes()}) from ${grade('from')} to ${grade('to')}`,
      );
    default:
      return reason.code;
  }
}
