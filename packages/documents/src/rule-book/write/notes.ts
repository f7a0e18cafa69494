import type { Locale } from '@heng/rules';
import { methods } from '../layout/methods.js';
import { framedColumns } from '../layout/frame.js';
import { partTables } from '../layout/part-tables.js';
import { scoreParameters } from '../layout/score-parameters.js';
import { sheetNames, unreadSheets, type SheetKey } from '../layout/sheets.js';

type Line = readonly [string, string?, string?];

const introduction: readonly (readonly [zh: Line, en: Line])[] = [
  [['规则书工作簿'], ['Workbook of a rule book']],
  [
    ['这本工作簿就是一份考核细则：填好后用 heng import 导入，公布的文字由这里的规则生成。'],
    [
      'This workbook is a rule book: fill it in and read it with "heng import"; the published text is made from these rules.',
    ],
  ],
  [
    [
      '按 基本信息 → 数据 → 指标 → 计分（及分档、名次、层级分值、分项）→ 否决 → 分组 → 等次 的次序填写；列名和工作表名不要改，行可以增删。',
    ],
    [
      'Fill in Book → Facts → Indicators → Scoring (and Bands, Places, Worth, Items) → Vetoes → Groups → Grades; keep headings and sheet names, add and delete rows freely.',
    ],
  ],
  [
    ['不要用公式和合并单元格：公式的结果无从核对，会被退回。灰色的“细则文字”只供核对，不读取。'],
    [
      'No formulas and no merged cells: they are refused. The grey clause is for checking only and is not read.',
    ],
  ],
  [
    ['提到数据、指标时写名称或标识；计算式里写在方括号中，如 [已建妇联的村数] ÷ [行政村数]。'],
    ['Name facts and indicators by title or id; in formulas in square brackets, as in [built] ÷ [villages].'],
  ],
  [
    ['任何一格都可以写“JSON …”，用 heng-rulebook/1 的写法表达列里说不出的内容（见 docs/formats.md）。'],
    ['Any cell may hold "JSON …", the form of heng-rulebook/1, for what has no words (see docs/formats.md).'],
  ],
];

const formulas: readonly (readonly [text: string, zh: string, en: string])[] = [
  ['[a] ÷ [b]', '比率；分母为零时无法计算', 'a ratio; a zero denominator cannot be computed'],
  [
    '[a] ÷ [b]; 分母为零: 不涉及',
    '分母为零按不涉及；也可写一个数',
    'a zero denominator is not applicable; or a number (when-zero: not-applicable)',
  ],
  ['([a] + [b]) × 2 - [c]', '加减乘除和括号', 'sums, differences, products, brackets'],
  ['上年([a])', '上年的同一数据', 'previous([a]): the same of last year'],
  ['([a] - 上年([a])) ÷ 上年([a])', '比上年增长的比率', 'growth on last year'],
  ['[a] ÷ ([人口] ÷ 10000)', '每万人', 'for each 10,000 people'],
  ['较大([a], 1)　较小([a], [b])', '取大、取小', 'greatest(…), least(…)'],
  [
    '计数([清单], 层级 = [省级] [市级])',
    '清单的条数；可只计某些层级、类别',
    'count([records], levels = [x] [y], genres = [z])',
  ],
  ['天数([日期], 2026-03-31)', '比这一天晚几天', 'days([date], 2026-03-31): days after this day'],
  [
    '评委均分([打分], 至少 = 5, 去高 = 1, 去低 = 1, 满人数 = 7)',
    '去掉最高、最低后的平均',
    'panel-mean([panel], at-least = 5, drop-high = 1, drop-low = 1, from-judges = 7)',
  ],
  [
    '票均分([票], [优] = 100, [良] = 80, 至少 = 10)　得票率([票], [优] [良], 至少 = 10)',
    '民主测评',
    'vote-mean([votes], [x] = 100, at-least = 10), vote-share([votes], [x] [y], at-least = 10)',
  ],
  [
    '多方均分([打分], [领导] = 0.6, [群众] = 0.4, 缺席 = 重算)',
    '按权重平均；缺席：重算、零、不计算',
    'rater-mean([raters], [x] = 0.6, absent = renormalise | zero | cannot-compute)',
  ],
  ['抽检率([合格], [抽检], 至少 = 20)', '抽检合格率', 'sample-rate([good], [sample], at-least = 20)'],
  [
    '指标得分([A1])　部分得分([A])　自评差()',
    '别的得分',
    'indicator-points([A1]), section-points([A]), self-gap()',
  ],
  ['取整([a] ÷ [b], 四舍五入 2 位)', '当场取整', 'rounded([a] ÷ [b], half-up 2 digits)'],
  [
    '无',
    '计分方法自己读数据的（逐项累加、评定等次、逐件计分、分类计次）',
    'none: where the method reads its facts itself',
  ],
];

const conditions: readonly (readonly [text: string, zh: string, en: string])[] = [
  ['[瞒报] 成立', '是否类数据为“是”', '[concealed] holds'],
  ['[通报数] ≥ 1', '比较：≥ > ≤ < =', 'a comparison: >= > <= < ='],
  ['[等级] 属于 [差] [较差]', '选项类数据', '[level] is-one-of [poor] [bad]'],
  ['[a] 成立 且 ([b] > 0 或 非([c] 成立))', '且、或、非和括号', 'and, or, not and brackets'],
];

const combinations: readonly (readonly [text: string, zh: string, en: string])[] = [
  [
    '加权求和 [平时] = 0.6, [年终] = 0.4, 缺项 = 剔除',
    '按权重相加；缺项：无得分、计零、剔除',
    'weighted-sum [a] = 0.6, [b] = 0.4, absent = no-number | zero | leave-out',
  ],
  [
    '平均 算术, [一季度] = 1, [二季度] = 1, 缺项 = 计零',
    '算术、几何、调和',
    'mean arithmetic | geometric | harmonic, …',
  ],
  [
    '择优 最高 = 3, 取平均, 至少 = 2, 缺项 = 剔除',
    '最好的几个',
    'selected highest = 3, average | add-up, at-least = 2, absent = leave-out',
  ],
  [
    '择优 去高 = 1, 去低 = 1, 取平均, 缺项 = 剔除',
    '去掉最高、最低',
    'selected drop-highest = 1, drop-lowest = 1, average, absent = leave-out',
  ],
];

/** The page of notes: how to fill in, every sheet and column, formulas, and the parameters of every method. */
export function notesRows(locale: Locale): readonly Line[] {
  const language = locale === 'en' ? 1 : 0;
  const say = (zh: string, en: string) => (language === 1 ? en : zh);
  const rows: Line[] = introduction.map((line) => line[language]);
  const sheets = (Object.keys(sheetNames) as SheetKey[]).filter((key) => !unreadSheets.includes(key));
  for (const key of sheets) {
    const table = partTables.find((each) => each.key === key);
    rows.push(
      [''],
      [`【${sheetNames[key][language]}】`, '', table === undefined ? '' : table.note[language]],
    );
    for (const { heading, note } of framedColumns(key))
      rows.push(['', heading[language], language === 1 ? note.en : note.zh]);
  }
  rows.push([''], [say('【计算式】', '[Formulas]')]);
  for (const [text, zh, en] of formulas) rows.push(['', text, say(zh, en)]);
  rows.push([''], [say('【条件】', '[Conditions]')]);
  for (const [text, zh, en] of conditions) rows.push(['', text, say(zh, en)]);
  rows.push([''], [say('【汇总方式】', '[Combined by]')]);
  for (const [text, zh, en] of combinations) rows.push(['', text, say(zh, en)]);
  rows.push([''], [say('【计分方法的参数】', '[Parameters of the methods]')]);
  for (const [method, parameters] of Object.entries(scoreParameters)) {
    const name = methods.write(method, { locale } as never);
    if (parameters.length === 0) rows.push([name]);
    parameters.forEach(({ name: parameter, note, codec }, index) => {
      const choices = codec.choices?.(locale).join(language === 1 ? ', ' : '、') ?? '';
      const text = [language === 1 ? note.en : note.zh, choices]
        .filter((part) => part !== '')
        .join(language === 1 ? ': ' : '：');
      rows.push([index === 0 ? name : '', parameter[language], text]);
    });
  }
  return rows;
}
