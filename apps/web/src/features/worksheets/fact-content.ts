import { checkFactValue, numberText, type Fact, type FactValue, type Locale } from '@heng/rules';
import i18next from 'i18next';
import { emptyContent, type CellContent } from './grid/grid-column.js';
import { normalizeTyped } from './normalize-typed.js';

/** Kinds that are typed into a cell; the others have a dialog. */
export const isTyped = ({ kind }: Fact): boolean =>
  ['number', 'percent', 'boolean', 'choice', 'date'].includes(kind);

/** How a value reads in a cell. */
export function factText(fact: Fact, value: FactValue | null, locale: Locale): string {
  const t = i18next.getFixedT(locale);
  if (value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
  if (typeof value === 'string') {
    if (fact.kind !== 'choice') return value;
    const option = fact.options.find(({ id }) => id === value);
    return option ? (locale === 'en' ? option.title.en : option.title.zh) : value;
  }
  if (Array.isArray(value))
    return t(fact.kind === 'panel' ? 'fact.judges' : 'fact.entries', { count: value.length });
  return Object.values(value)
    .map((each) => numberText(each))
    .join(' / ');
}

/** Reads typed or pasted text as a value of the fact; text that means nothing stays as it was typed, unread. */
export function readFact(fact: Fact, typed: string, locale: Locale): CellContent {
  if (typed.trim() === '') return emptyContent;
  if (fact.kind === 'boolean') return fromWord(booleanOf(typed), fact, typed, locale);
  if (fact.kind === 'choice') {
    const word = typed.trim();
    const option = fact.options.find(
      ({ id, title }) => id === word || title.zh === word || title.en === word,
    );
    return fromWord(option?.id ?? null, fact, typed, locale);
  }
  return fromWord(normalizeTyped(fact, typed), fact, typed, locale);
}

/** The sentence that refuses a value, after the rule book's own checks; null when it may stand. */
export function factProblem(
  fact: Fact,
  content: CellContent,
  limit: FactValue | null,
  locale: Locale,
): string | null {
  if (content.unread) return i18next.getFixedT(locale)('fact.unreadable', { text: content.text });
  if (content.value === null) return null;
  const problem = checkFactValue(fact, content.value, limit)[0];
  return problem ? (locale === 'en' ? problem.message.en : problem.message.zh) : null;
}

const fromWord = (value: FactValue | null, fact: Fact, typed: string, locale: Locale): CellContent =>
  value === null
    ? { text: typed.trim(), value: null, unread: true }
    : { text: factText(fact, value, locale), value };

function booleanOf(typed: string): boolean | null {
  const word = typed.trim().toLowerCase();
  const words = (key: string) =>
    (['zh-CN', 'en'] as const).flatMap((locale) => i18next.getFixedT(locale)(key).toLowerCase().split('|'));
  if (words('fact.yesWords').includes(word)) return true;
  return words('fact.noWords').includes(word) ? false : null;
}
