import { indicatorsOf } from '../engine/book-index.js';
import { findSection } from '../engine/assessment-run.js';
import type { Explanation, Step } from '../engine/outcome.js';
import { familyOf } from '../families/registry.js';
import type { Indicator } from '../format/indicator.js';
import type { RuleBook } from '../format/rule-book.js';
import { describeReason } from './describe-reason.js';
import type { Locale } from './locale.js';
import { Rounding } from '../format/primitives.js';
import type { Section } from '../format/rule-book.js';
import { combinationWords } from './combination-words.js';
import { expressionText, numberText, percentText } from './number-text.js';
import { roundingWords } from './rounding-words.js';
import { BookWords } from './words-of.js';

/**
 * The sentences of an explanation, one for each step, in order. Each can be redone by hand from the numbers it prints.
 * @param explanation of `explain` or `explainTotal`, computed here or received from the server
 */
export function describeSteps(
  explanation: Pick<Explanation, 'indicator' | 'steps'>,
  book: RuleBook,
  locale: Locale,
): string[] {
  const words = new BookWords(book, locale);
  const indicator = indicatorsOf(book).find(
    (placed) => placed.indicator.id === explanation.indicator,
  )?.indicator;
  const section = indicator === undefined ? findSection(book.sections, explanation.indicator) : null;
  return explanation.steps.map((step) =>
    indicator !== undefined
      ? indicatorSentence(step, indicator, words)
      : section === null
        ? totalSentence(step, words)
        : sectionSentence(step, section, words),
  );
}

function indicatorSentence(step: Step, indicator: Indicator, words: BookWords): string {
  const { say } = words;
  const data = (key: string) => step.data[key] ?? '?';
  switch (step.code) {
    case 'measure': {
      const value = words.isShare(indicator.measure) ? percentText(data('value')) : numberText(data('value'));
      const symbols = words.measure(indicator.measure);
      const shown = data('shown');
      return shown === '' || shown === value ? `${symbols} = ${value}` : `${symbols} = ${shown} = ${value}`;
    }
    case 'score':
      return familyOf(indicator.score).sentence(step.data, indicator.score, words.of(indicator));
    case 'exception': {
      const because = indicator.finish?.exceptions?.[Number(data('index'))]?.because;
      const reason = because ? words.text(because) : '';
      const numbers = step.data['shown']
        ? say(`（${expressionText(data('shown'))}）`, ` (${expressionText(data('shown'))})`)
        : '';
      return say(
        `${reason}${numbers}，得 ${data('points')} 分`,
        `${reason}${numbers}: ${data('points')} points`,
      );
    }
    case 'linked-cap':
      return say(
        `扣分不得超过指标 ${data('indicator')} 的扣分 ${numberText(data('limit'))}，得 ${numberText(data('to'))} 分`,
        `the loss may not exceed the ${numberText(data('limit'))} lost on ${data('indicator')}: ${numberText(data('to'))} points`,
      );
    case 'points':
      return say(
        `得 ${numberText(data('points'))} 分（分值 ${data('full')}）`,
        `${numberText(data('points'))} points (of ${data('full')})`,
      );
    case 'vetoed':
      return describeReason({ code: 'vetoed', data: step.data }, words.book, words.locale);
    case 'missing':
    case 'pending':
    case 'cannot-compute':
    case 'not-applicable':
      return (
        describeReason({ code: data('reason'), data: step.data }, words.book, words.locale) +
        policyText(step, words)
      );
    default:
      return commonSentence(step, words);
  }
}

/** What the state does to the score, after the reason for the state. */
function policyText(step: Step, { say }: BookWords): string {
  switch (step.data['policy']) {
    case 'exclude':
      return say(
        '；本项剔除，总分按适用满分折算',
        '; left out, the total is converted by the points that apply',
      );
    case 'full':
      return say('；按满分计', '; counted in full');
    case 'zero':
      return say('；按 0 分计', '; counted as 0');
    case 'fixed':
      return say('；按规定分计', '; counted with fixed points');
    case 'cohort-mean': {
      const [count, mean] = [step.data['count'] ?? '0', numberText(step.data['mean'] ?? '0')];
      return say(
        `；按同组 ${count} 家平均 ${mean} 分计`,
        `; counted with the mean of ${count} units of the cohort, ${mean} points`,
      );
    }
    case 'wait':
      return say(
        '；目前得分不计本项，现状得分按 0 分计',
        '; left out of the total so far, 0 in the total as it stands',
      );
    default:
      return '';
  }
}

function totalSentence(step: Step, words: BookWords): string {
  const { say } = words;
  const data = (key: string) => step.data[key] ?? '?';
  const number = (key: string) => numberText(data(key));
  switch (step.code) {
    case 'section': {
      const section = findSection(words.book.sections, data('section'));
      const title = section ? words.text(section.title) : data('section');
      return section?.role === 'deduction'
        ? say(
            `${title} ${number('points')} 分（最多扣 ${number('full')}）`,
            `${title}: ${number('points')} (at most ${number('full')} lost)`,
          )
        : say(
            `${title} ${number('points')} 分（满分 ${number('full')}）`,
            `${title}: ${number('points')} of ${number('full')}`,
          );
    }
    case 'base':
      return say(
        `基本分合计 ${number('points')} 分，适用满分 ${number('full')}`,
        `base points ${number('points')} of the ${number('full')} that apply`,
      );
    case 'conversion':
      return say(
        `折算：${number('base')} ÷ ${number('applicable')} × ${number('total')} = ${number('points')}`,
        `converted: ${number('base')} ÷ ${number('applicable')} × ${number('total')} = ${number('points')}`,
      );
    case 'sum':
      return say(
        `总分 = ${number('base')} + 加分 ${number('bonus')} + 减分 (${number('deduction')}) = ${number('points')}`,
        `total = ${number('base')} + bonus ${number('bonus')} + deductions (${number('deduction')}) = ${number('points')}`,
      );
    case 'veto': {
      const veto = words.book.vetoes.find(({ id }) => id === data('veto'));
      return say(`触发否决：${veto?.title.zh ?? data('veto')}`, `veto: ${veto?.title.en ?? data('veto')}`);
    }
    case 'rank': {
      const tied = data('tied') === 'yes' ? say('（并列）', ' (tied)') : '';
      const decided =
        step.data['decidedBy'] === undefined
          ? ''
          : say(
              `；与前一名总分相同，按第 ${Number(data('decidedBy')) + 1} 项并列规则区分`,
              `; equal to the unit before, set apart by tie-break ${Number(data('decidedBy')) + 1}`,
            );
      return say(
        `在${cohortTitle(words, data('cohort'))} ${data('count')} 家中列第 ${data('rank')} 名${tied}${decided}`,
        `place ${data('rank')} of ${data('count')} in ${cohortTitle(words, data('cohort'))}${tied}${decided}`,
      );
    }
    case 'unranked':
      return (
        say('不排名次、不定等次：', 'neither ranked nor graded: ') +
        describeReason({ code: data('reason'), data: step.data }, words.book, words.locale)
      );
    case 'floor':
    case 'cap':
      return commonSentence(step, words);
    case 'grade': {
      const grade = words.book.grades.find(({ id }) => id === data('grade'));
      return say(`等次：${grade?.title.zh ?? data('grade')}`, `grade: ${grade?.title.en ?? data('grade')}`);
    }
    case 'rounding':
      return commonSentence(step, words);
    default:
      return describeReason(step, words.book, words.locale);
  }
}

function sectionSentence(step: Step, section: Section, words: BookWords): string {
  const { say } = words;
  const data = (key: string) => step.data[key] ?? '?';
  switch (step.code) {
    case 'part': {
      const isSection = (section.sections ?? []).some(({ id }) => id === data('part'));
      const title = isSection ? words.section(data('part')) : words.indicator(data('part'));
      if (data('points') !== '')
        return say(
          `${title}：${numberText(data('points'))} 分（分值 ${numberText(data('full'))}）`,
          `${title}: ${numberText(data('points'))} points (of ${numberText(data('full'))})`,
        );
      const why = describeReason({ code: data('reason'), data: step.data }, words.book, words.locale);
      return say(`${title}：没有得分（${why}）`, `${title}: no points (${why})`);
    }
    case 'combine':
      return `${combinationWords(section, words)}${say('：', ': ')}${expressionText(data('shown'))} = ${numberText(data('points'))}`;
    case 'missing':
    case 'not-applicable':
    case 'cannot-compute':
    case 'pending':
      return (
        say('本类没有得分：', 'the section has no points: ') +
        describeReason({ code: data('reason'), data: step.data }, words.book, words.locale)
      );
    default:
      return commonSentence(step, words);
  }
}

/** The title of a cohort; a cohort by parent is named by its code. */
export function cohortTitle(words: BookWords, id: string): string {
  const { cohorts } = words.book;
  if (cohorts.by === 'attribute' || cohorts.by === 'list') {
    const group = cohorts.groups.find((each) => each.id === id);
    if (group) return words.text(group.title);
  }
  if (cohorts.by === 'all') return words.say('全部单位', 'all units');
  if (id === 'other') return words.say('未分组单位', 'the units outside all groups');
  return words.say('本镇', 'its township');
}

function commonSentence(step: Step, { say }: BookWords): string {
  const data = (key: string) => step.data[key] ?? '?';
  const to = numberText(data('to'));
  switch (step.code) {
    case 'floor':
      return say(`扣完为止，最低 ${data('floor')} 分：${to}`, `not below ${data('floor')}: ${to}`);
    case 'cap':
      return say(`封顶 ${data('cap')} 分：${to}`, `capped at ${data('cap')}: ${to}`);
    case 'rounding': {
      const rule = roundingWords(roundingOf(step), say);
      return say(
        `${rule}：${numberText(data('from'))} → ${to}`,
        `${rule}: ${numberText(data('from'))} → ${to}`,
      );
    }
    default:
      return step.code;
  }
}

/** The rounding that roundingData wrote into a step. */
function roundingOf({ data }: Step): Rounding {
  const mode = Rounding.options[0].shape.mode.catch('half-up').parse(data['mode']);
  return data['step'] === undefined
    ? { mode, digits: Number(data['digits'] ?? 0) }
    : { mode, step: data['step'] };
}
