import type { Condition } from '../format/condition.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook } from '../format/rule-book.js';
import { ClauseWords } from './clause-words.js';
import { conditionWords } from './condition-words.js';
import type { Locale } from './locale.js';

/** An expression of a valid book as people read it, by itself: 已建妇联村社区数 ÷ 村社区总数. */
export const measureText = (measure: Measure, book: RuleBook, locale: Locale): string =>
  new ClauseWords(book, locale).measure(measure);

/** A condition of a valid book as people read it, by itself: 在编人数达到 5 人. */
export const conditionText = (condition: Condition, book: RuleBook, locale: Locale): string =>
  conditionWords(condition, new ClauseWords(book, locale));
