import { indicatorsOf, type RuleBook } from '@heng/rules';
import type { CatalogueEntry } from '@heng/rules/catalogue';

/** The worked example as it stands in a rule book: what is beside the ordinary, for authors. */
export function asWritten(entry: CatalogueEntry, book: RuleBook): string[] {
  const indicators = indicatorsOf(book).map(({ indicator }) => indicator);
  const only = indicators.length === 1 ? indicators[0] : undefined;
  const { facts: _facts, role: _role, indicators: _indicators, ...others } = entry.book;
  const derived = book.facts.flatMap((fact) =>
    'from' in fact && fact.from ? [{ id: fact.id, from: fact.from }] : [],
  );
  const parts: Record<string, unknown> =
    only === undefined
      ? { ...(entry.book.sections ? {} : { indicators: entry.book.indicators }), ...others }
      : {
          measure: only.measure,
          score: only.score,
          ...(only.finish ? { finish: only.finish } : {}),
          ...others,
        };
  const lines = Object.entries({ ...parts, ...(derived.length > 0 ? { facts: derived } : {}) }).map(
    ([key, value]) => `"${key}": ${JSON.stringify(value)}`,
  );
  return [
    '<details><summary>规则书写法 as written in a rule book</summary>',
    '',
    '```json',
    ...lines,
    '```',
    '',
    '</details>',
    '',
  ];
}
