import { indicatorsOf } from '../../engine/book-index.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { listed, named } from '../naming.js';

/** Indicators for unit types that the book is not for. */
export function appliesToNobody(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap(({ indicator, path }) => {
    const types = indicator.appliesTo?.types;
    if (types === undefined || types.some((type) => book.unitTypes.includes(type))) return [];
    const { zh, en } = named(indicator);
    return [
      finding(
        'warning',
        'APPLIES_TO_NOBODY',
        `${path}/appliesTo/types`,
        [
          `${zh}只适用于 ${listed(types)}，而规则书不考核这些单位。`,
          `${en} is for ${listed(types)} only, which this book does not assess.`,
        ],
        [
          `请改为 ${listed(book.unitTypes)} 中的类型，或删去这个指标。`,
          `Name one of ${listed(book.unitTypes)}, or remove the indicator.`,
        ],
      ),
    ];
  });
}
