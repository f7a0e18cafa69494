import type { CatalogueExample } from '@heng/rules/catalogue';
import type { Assessed } from './checked-run.js';
import { valueText } from './fact-text.js';
import { row } from './markdown.js';
import { resultText } from './result-text.js';
import { toldUnits } from './told-units.js';

/** The units that the example speaks of, with their facts and what the engine makes of them. */
export function factsTable(example: CatalogueExample, run: Assessed): string[] {
  const told = toldUnits(example);
  const facts = run.book.facts.filter(({ id }) => told.some((unit) => id in unit.facts));
  const left = example.units.length - told.length;
  const titles = facts.map((fact) =>
    fact.kind === 'number'
      ? `${fact.title.zh} ${fact.title.en}（${fact.unit.zh}）`
      : `${fact.title.zh} ${fact.title.en}`,
  );
  return [
    row('单位 unit', ...titles, '结果 result'),
    `|---|${facts.map(() => '---|').join('')}---|`,
    ...told.map((unit) =>
      row(
        unit.code,
        ...facts.map((fact) => valueText(fact, unit.facts[fact.id])),
        resultText(unit.code, example, run),
      ),
    ),
    ...(example.previous ?? []).map((unit) =>
      row(`${unit.code} 上年 last year`, ...facts.map((fact) => valueText(fact, unit.facts[fact.id])), ''),
    ),
    ...(left > 0 ? [row(`另有 ${left} 家 and ${left} more`, ...facts.map(() => '…'), '…')] : []),
    ...outsideRows(example, facts.length),
  ];
}

/** Facts that come from the results of other assessments are not among the unit's own. */
function outsideRows(example: CatalogueExample, columns: number): string[] {
  return (example.results ?? []).flatMap(({ units, book }) =>
    units.map((unit) => {
      const facts = Object.entries(unit.facts).map(([id, value]) => {
        const title = book.facts.find((fact) => fact['id'] === id)?.['title'] as { zh: string } | undefined;
        return `${title?.zh ?? id} ${String(value)}`;
      });
      const code = unit.parent === undefined ? unit.code : `${unit.parent} 的 ${unit.code}`;
      return row(code, ...Array.from({ length: columns }, () => ''), facts.join('，'));
    }),
  );
}
