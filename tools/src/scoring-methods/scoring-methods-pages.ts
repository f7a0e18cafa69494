import type { CatalogueEntry } from '@heng/rules/catalogue';
import { chartData } from './chart-data.js';
import { drawChart } from './draw-chart.js';
import { entrySection } from './entry-section.js';
import { families } from './families.js';
import { sources } from './sources.js';

/** The reference page and its pictures: path under `docs/` → content. The same entries give the same files. */
export function scoringMethodsPages(entries: readonly CatalogueEntry[]): ReadonlyMap<string, string> {
  const text = page(entries);
  const pictures = entries.map(
    (entry) =>
      [
        `scoring-methods/${entry.code}.svg`,
        drawChart(chartData(entry), `${entry.code} ${entry.name.zh} ${entry.name.en}`),
      ] as const,
  );
  return new Map([['scoring-methods.md', text], ...pictures]);
}

function page(entries: readonly CatalogueEntry[]): string {
  const examples = entries.reduce((count, entry) => count + entry.examples.length, 0);
  const lines = [
    '# 计分方法大全 Scoring methods',
    '',
    '<!-- Generated from packages/rules/cases/catalogue: change it there and run the generator. -->',
    '',
    `公开的考核文件里见到的 58 种计分方法（M01—M58）和 13 种合成办法（C1—C13），每一种都由少数几个构件拼成：**取数**（数据怎样变成一个数）→ **计分**（这个数怎样变成分）→ **收尾**（例外、保底、封顶、取整）。每条有算法、衡写出的条款、图、算例和边界情形，共 ${examples} 个例子，都由引擎在生成本页时算出，并与手工算出的结果核对。`,
    '',
    `*The 58 methods (M01–M58) and 13 compositions (C1–C13) found in public assessment documents, each put together from a few parts: a **measure** (how facts become a number) → a **score** (how the number becomes points) → a **finish** (exceptions, floor, cap, rounding). Each entry has its formula, the clause that Heng writes for it, a picture, a worked example and its edges: ${examples} examples in all, computed by the engine when this page is made and checked against results worked out by hand.*`,
    '',
    '看图：横轴是数据，纵轴是得分。“**1/3** (0.3333…)”是精确的分数和它的小数。规则编号见 [RULES.md](../packages/rules/RULES.md)，书写格式见 [formats.md](formats.md)，例子的原文在 `packages/rules/cases/catalogue/`。',
    '',
    '*Pictures: data across, points up. “**1/3** (0.3333…)” is an exact fraction with its decimals. The numbered rules are in RULES.md, the format in formats.md, the examples in full in `packages/rules/cases/catalogue/`.*',
    '',
    '## 目录 Index',
    '',
    ...families.flatMap(({ id, title }) => [
      `**${title.zh}** *${title.en}*`,
      '',
      entries
        .filter(({ family }) => family === id)
        .map((entry) => `[${entry.code} ${entry.name.zh}](#${anchor(entry)})`)
        .join(' · '),
      '',
    ]),
    ...families.flatMap(({ id, title }) => [
      `# ${title.zh} ${title.en}`,
      '',
      ...entries
        .filter(({ family }) => family === id)
        .flatMap((entry) => [`<a id="${anchor(entry)}"></a>`, '', ...entrySection(entry)]),
    ]),
    ...sourceList(entries),
  ];
  return lines.join('\n');
}

/** Anchors of its own: how a heading with Chinese and punctuation becomes one differs between sites. */
const anchor = ({ code }: CatalogueEntry) => code.toLowerCase();

function sourceList(entries: readonly CatalogueEntry[]): string[] {
  const cited = new Set(entries.flatMap((entry) => entry.sources));
  const rows = Object.entries(sources)
    .filter(([code]) => cited.has(code))
    .map(([code, { zh, en }]) => `| ${code} | ${zh} | ${en} |`);
  const unknown = [...cited].filter((code) => !(code in sources));
  if (unknown.length > 0) throw new Error(`sources without a title: ${unknown.join(', ')}`);
  return [
    '<a id="sources"></a>',
    '',
    '# 来源 Sources',
    '',
    'A 是妇联系统内的文件，B 是可类比的公开规则。有的只读到公开页面的开头，没有写明的参数在例子中注明是示例。',
    '',
    '*A are documents of women’s federations, B comparable public rules. Of some only the beginning is public; parameters that no document prints are marked as examples.*',
    '',
    '| | 中文 | English |',
    '|---|---|---|',
    ...rows,
    '',
  ];
}
