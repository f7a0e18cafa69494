import type { RuleBook } from '@heng/rules';
import type { CatalogueEntry, CatalogueExample, ExampleRun } from '@heng/rules/catalogue';
import { checkedRun } from './checked-run.js';
import { changedClause } from './clause-rows.js';
import { factsText, valueText } from './fact-text.js';
import { row } from './markdown.js';
import { resultText } from './result-text.js';
import { toldUnits } from './told-units.js';

const edgeNames: Readonly<Record<CatalogueExample['edge'], string>> = {
  worked: '算例 worked',
  reading: '另一读法 reading',
  boundary: '边界 boundary',
  cap: '封顶 cap',
  floor: '保底 floor',
  zero: '为零 zero',
  missing: '缺数据 missing',
  'not-applicable': '不涉及 n/a',
  tie: '并列 tie',
  rounding: '取整 rounding',
  other: '其他 other',
};

/** The edges and other readings of an entry, each with its facts and what the engine makes of them now. */
export function edgeTable(
  entry: CatalogueEntry,
  examples: readonly CatalogueExample[],
  base: RuleBook,
): string[] {
  const rows = examples.map((example, index) => {
    const run = checkedRun(entry, example);
    const said = `${example.title.zh} · *${example.title.en}*`;
    const rule = run.kind === 'assessed' && example.edge === 'reading' ? changedClause(run.book, base) : '';
    const note = example.note ? `<br>${example.note.zh} *${example.note.en}*` : '';
    return row(
      `#${index + 2}`,
      edgeNames[example.edge],
      said + rule + note,
      dataText(example, run),
      outcomeText(example, run),
    );
  });
  return [
    '| # | 情形 case | 说明 what it shows | 数据 facts | 结果 result |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function dataText(example: CatalogueExample, run: ExampleRun): string {
  if (run.kind === 'refused')
    return example.units.map(({ facts }) => Object.values(facts).map(String).join('，')).join('<br>');
  const units = toldUnits(example);
  const left = example.units.length - units.length;
  const before = (example.previous ?? []).map((unit) => `上年 ${factsText(unit, run.book)}`);
  const below = (example.results ?? []).flatMap(({ units: others }) =>
    others.map(({ code, facts }) => `${code} ${Object.values(facts).map(String).join('、')}`),
  );
  const total = left > 0 ? [`共 ${example.units.length} 家`] : [];
  return [...ownFacts(units, left, run.book), ...before, ...below, ...total].join('<br>');
}

/** Many units with one fact each are told in one line: 总评分：U01 96、U02 95. */
function ownFacts(units: CatalogueExample['units'], left: number, book: RuleBook): string[] {
  const known = units.filter(({ facts }) => Object.keys(facts).length > 0);
  const ids = [...new Set(known.flatMap(({ facts }) => Object.keys(facts)))];
  const fact = ids.length === 1 ? book.facts.find(({ id }) => id === ids[0]) : undefined;
  if (known.length > 2 && fact !== undefined) {
    return [
      `${fact.title.zh}：${known.map(({ code, facts }) => `${code} ${valueText(fact, facts[fact.id])}`).join('、')}`,
    ];
  }
  return known.map((unit) => {
    const facts = factsText(unit, book);
    return units.length === 1 && left === 0 ? facts : `${unit.code}：${facts}`;
  });
}

function outcomeText(example: CatalogueExample, run: ExampleRun): string {
  if (run.kind === 'refused') return `拒收 refused：${run.problems[0]?.message.zh ?? ''}`;
  const codes = Object.keys(example.expected);
  const lines = codes.map((code) => {
    const result = resultText(code, example, run);
    return codes.length === 1 ? result : `${code} ${result}`;
  });
  const problems = run.assessment.problems.length > 0 ? ['点名：并列须区分 named as a problem'] : [];
  return [...lines, ...problems].join('<br>');
}
