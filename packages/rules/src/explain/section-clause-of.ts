import type { RuleBook, Section } from '../format/rule-book.js';
import { combinationWords } from './combination-words.js';
import type { Locale } from './locale.js';
import { roundingWords } from './rounding-words.js';
import { BookWords } from './words-of.js';

/** How a section makes its points, as people read it; null where its parts are simply added up. */
export function sectionClauseOf(section: Section, book: RuleBook, locale: Locale): string | null {
  const words = new BookWords(book, locale);
  const { say } = words;
  const { combine, floor, cap, rounding } = section;
  const parts = [
    combine === undefined ? [] : combinationWords(section, words),
    cap === undefined ? [] : say(`最高 ${cap} 分`, `at most ${cap}`),
    floor === undefined ? [] : say(`最低 ${floor} 分`, `at least ${floor}`),
    rounding === undefined ? [] : roundingWords(rounding, say),
  ].flat();
  return parts.length === 0 ? null : parts.join(say('；', '; ')) + say('。', '.');
}
