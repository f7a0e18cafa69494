import { familyOf } from '../families/registry.js';
import type { Indicator } from '../format/indicator.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Locale } from './locale.js';
import { roundingWords } from './rounding-words.js';
import { BookWords } from './words-of.js';

/** The clause that people read, made from the rule that runs: what is measured, how it becomes points, and the last steps. */
export function clauseOf(indicator: Indicator, book: RuleBook, locale: Locale): string {
  const words = new BookWords(book, locale);
  const { say } = words;
  const own = words.of(indicator);
  const parts = [
    own.measure,
    familyOf(indicator.score).clause(indicator.score, own),
    ...finishClauses(indicator, book, words),
  ];
  const [measure, score, finish] = [parts[0] ?? '', parts[1] ?? '', parts.slice(2).join('')];
  const rule = measure === '' ? score : `${measure}${say('：', ': ')}${score}`;
  return (finish === '' ? rule : `${rule}${say('；', '; ')}${finish}`) + say('。', '.');
}

function finishClauses(indicator: Indicator, book: RuleBook, words: BookWords): string[] {
  const { say } = words;
  const list: string[] = [];
  for (const exception of indicator.finish?.exceptions ?? []) {
    const points = exception.points === 'full' ? indicator.points : exception.points;
    list.push(say(`${exception.because.zh}，得 ${points} 分`, `${exception.because.en}: ${points} points`));
  }
  if (indicator.finish?.linkedCap) {
    const { indicator: other } = indicator.finish.linkedCap;
    list.push(say(`扣分不超过指标 ${other} 的扣分`, `the loss never exceeds that on ${other}`));
  }
  const { score, points } = indicator;
  // What has no cap of its own is still kept at the indicator's points (FI1).
  if (indicator.finish?.cap === undefined && score.method === 'proportion' && score.capShare === null)
    list.push(say(`最高 ${points} 分`, `at most ${points}`));
  if (indicator.finish?.cap)
    list.push(say(`最高 ${indicator.finish.cap} 分`, `at most ${indicator.finish.cap}`));
  if (indicator.finish?.floor)
    list.push(say(`最低 ${indicator.finish.floor} 分`, `at least ${indicator.finish.floor}`));
  const rounding = indicator.finish?.rounding ?? book.rounding.indicator;
  if (rounding) list.push(roundingWords(rounding, say));
  if (indicator.notApplicable) {
    const policy = {
      exclude: say('不涉及的剔除折算', 'not applicable: left out and converted'),
      full: say('不涉及的得满分', 'not applicable: full points'),
      zero: say('不涉及的得 0 分', 'not applicable: 0 points'),
      fixed: say(
        `不涉及的得 ${indicator.notApplicable.points ?? '0'} 分`,
        `not applicable: ${indicator.notApplicable.points ?? '0'} points`,
      ),
      'cohort-mean': say('不涉及的取同组平均', "not applicable: the cohort's mean"),
    }[indicator.notApplicable.policy];
    list.push(policy);
  }
  if (indicator.missing === 'zero') list.push(say('没有数据的按 0 分', 'missing counts as 0'));
  if (indicator.missing === 'cohort-mean')
    list.push(say('没有数据的取同组平均', "missing: the cohort's mean"));
  return list.length === 0 ? [] : [list.join(say('；', '; '))];
}
