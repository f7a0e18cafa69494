import { clauseOf, indicatorsOf, type Indicator, type RuleBook } from '@heng/rules';
import { row } from './markdown.js';

/** The clauses that Heng writes for the indicators of the worked example. */
export function clauseRows(book: RuleBook): string[] {
  const indicators = indicatorsOf(book).map(({ indicator }) => indicator);
  return indicators.slice(0, 4).map((indicator) => {
    const name = indicators.length === 1 ? { zh: '', en: '' } : indicator.title;
    const [chinese, english] = [clauseOf(indicator, book, 'zh-CN'), clauseOf(indicator, book, 'en')];
    return name.zh === ''
      ? row('条款 clause', chinese, english)
      : row('条款 clause', `**${name.zh}** ${chinese}`, `**${name.en}** ${english}`);
  });
}

/** In a composition plain points are beside the point; a rule of its own is told. */
export const tellingClauses = (book: RuleBook): string[] =>
  indicatorsOf(book).every(({ indicator }) => isPlain(indicator)) || indicatorsOf(book).length > 3
    ? []
    : clauseRows(book);

/** Points that a department simply gives. */
export const isPlain = ({ score }: Indicator): boolean => score.method === 'judged';

/** The clause of the changed rule, where it reads otherwise than that of the worked example. */
export function changedClause(book: RuleBook, base: RuleBook): string {
  const clauses = (of: RuleBook, locale: 'zh-CN' | 'en') =>
    indicatorsOf(of)
      .filter(({ indicator }) => !isPlain(indicator))
      .map(({ indicator }) => clauseOf(indicator, of, locale));
  const before = new Set(clauses(base, 'zh-CN'));
  const [zh, en] = [clauses(book, 'zh-CN'), clauses(book, 'en')];
  const index = zh.findIndex((clause) => !before.has(clause));
  return index < 0 ? '' : `<br>条款：${zh[index] ?? ''} *${en[index] ?? ''}*`;
}
