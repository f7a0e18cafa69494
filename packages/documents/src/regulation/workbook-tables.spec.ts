import ExcelJS from 'exceljs';
import { readRegulation } from './read-regulation.js';
import { rowsOf, type Regulation } from './regulation.js';

type Value = string | number | null | { formula: string; result: string | number };
type SheetOf = {
  readonly name?: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
};

async function workbook(...sheets: readonly SheetOf[]): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  sheets.forEach(({ name, rows, merges = [], hidden = false }, index) => {
    const sheet = made.addWorksheet(name ?? `Sheet${index + 1}`);
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
    if (hidden) sheet.state = 'hidden';
  });
  return new Uint8Array(await made.xlsx.writeBuffer());
}

async function regulationOf(...sheets: readonly SheetOf[]): Promise<Regulation> {
  const read = await readRegulation(await workbook(...sheets), '细则.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.regulation;
}

const brief = (regulation: Regulation) =>
  regulation.sections.map((section) => [
    section.title,
    section.points,
    ...rowsOf(section).map(({ item, points }) => `${item} ${points ?? '-'}`),
  ]);
const codes = (regulation: Regulation) =>
  regulation.findings.map(({ code, place }) => `${code} ${place.address}`);
const heads = ['序号', '考核内容', '分值', '评分标准'];

it('three levels of indicators become sections within sections', async () => {
  const regulation = await regulationOf({
    rows: [
      ['乡镇妇联考核细则'],
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准'],
      ['组织建设', '阵地', '妇女之家', 5, '每建成1个得1分'],
      ['', '', '执委会', 5, '缺1次扣1分'],
      ['', '队伍', '培训', 10, '每期2分'],
      ['宣传', '媒体', '用稿', 10, '每篇1分'],
    ],
    merges: ['A3:A5', 'B3:B4'],
  });
  const [organisation, publicity] = regulation.sections;
  expect(organisation?.title).toBe('组织建设');
  expect(organisation?.sections.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['阵地', 2],
    ['队伍', 1],
  ]);
  expect(publicity?.sections[0]?.rows[0]).toMatchObject({ item: '用稿', points: '10' });
});

it('lines that have a standard and no item of their own go by its beginning, and this is told', async () => {
  const regulation = await regulationOf({
    rows: [
      ['团委考核'],
      ['一级指标', '二级指标', '评分标准', '分值'],
      ['团委工作', '思想引领', '年度学习排名前3名得满分，其他依次递减。', 4],
      ['', '', '每年举办2次讲座。', 2],
      ['', '', '升旗仪式：按排名。', 3],
      ['', '组织', '书记履职情况', 1],
    ],
    merges: ['A3:A6', 'B3:B5'],
  });
  expect(regulation.sections[0]?.sections.map(({ title }) => title)).toEqual(['思想引领', '组织']);
  expect(rowsOf(regulation.sections[0]!).map(({ item }) => item)).toEqual([
    '年度学习排名前3名得满分',
    '每年举办2次讲座',
    '升旗仪式',
    '书记履职情况',
  ]);
  expect(codes(regulation)).toContain('ITEM_FROM_STANDARD Sheet1!C3');
});

it('points within the words of an item are taken when no column has them', async () => {
  const regulation = await regulationOf({
    rows: [
      ['考核表'],
      ['序号', '考核内容', '评分标准'],
      ['一', '组织建设（15分）', null],
      [1, '妇女之家（10分）', '每少1个扣2分'],
      [2, '保障经费。5分', '未落实不得分'],
    ],
  });
  expect(brief(regulation)).toEqual([['组织建设', '15', '妇女之家 10', '保障经费。 5']]);
  expect(regulation.sections[0]?.rows[0]?.pointsFrom).toBe('text');
});

it('a cell that contradicts its own text is told', async () => {
  const regulation = await regulationOf({ rows: [heads, [1, '妇女之家（10分）', 8, '每少1个扣2分']] });
  const [found] = regulation.findings;
  expect(found).toMatchObject({
    code: 'POINTS_DIFFER',
    kind: 'mismatch',
    numbers: { cell: '8', text: '10' },
  });
  expect(found?.place.address).toBe('Sheet1!C2');
  expect(found?.message.zh).toContain('8 分');
  expect(found?.message.en).toContain('10');
});

it('points merged over several items count once, and this is told', async () => {
  const regulation = await regulationOf({
    rows: [heads, [1, '妇女之家', 10, '每少1个扣2分'], [2, '执委会', null, '缺1次扣1分']],
    merges: ['C2:C3'],
  });
  expect(brief(regulation)).toEqual([['Sheet1', null, '妇女之家 10', '执委会 -']]);
  expect(codes(regulation)).toContain('POINTS_SHARED Sheet1!C2');
});

it('a standard over several rows belongs to one item', async () => {
  const regulation = await regulationOf({
    rows: [
      heads,
      [1, '妇女之家', 10, '挂牌得5分；'],
      [null, null, null, '有记录得5分。'],
      [2, '执委会', 5, '缺1次扣1分'],
    ],
    merges: ['A2:A3', 'B2:B3', 'C2:C3'],
  });
  expect(regulation.sections[0]?.rows.map(({ standard }) => standard)).toEqual([
    '挂牌得5分；\n有记录得5分。',
    '缺1次扣1分',
  ]);
});

it('so does one that goes on below without merged cells', async () => {
  const regulation = await regulationOf({
    rows: [heads, [1, '妇女之家', 10, '挂牌得5分；'], [null, null, null, '有记录得5分。']],
  });
  expect(regulation.sections[0]?.rows[0]?.standard).toBe('挂牌得5分；\n有记录得5分。');
});

it('sections are the same merged, repeated, or named in their first row only', async () => {
  const named = (titles: readonly (string | null)[], merges: readonly string[]) =>
    regulationOf({
      rows: [
        ['考核项目', '考核内容', '分值', '评分标准'],
        ...titles.map((title, index): Value[] => [title, `内容${index}`, 5, '完成得5分']),
      ],
      merges,
    });
  const merged = await named(['组\n织', null, null, '宣传', null], ['A2:A4', 'A5:A6']);
  const expected = [
    ['组织', null, '内容0 5', '内容1 5', '内容2 5'],
    ['宣传', null, '内容3 5', '内容4 5'],
  ];
  expect(brief(merged)).toEqual(expected);
  expect(brief(await named(['组织', '组织', '组织', '宣传', '宣传'], []))).toEqual(expected);
  expect(brief(await named(['组织', null, null, '宣传', null], []))).toEqual(expected);
});

it('考核项目 is the item where each has its own points, and 考核内容 its requirement', async () => {
  const regulation = await regulationOf({
    rows: [
      ['考核项目', '考核内容', '分值', '评分标准'],
      ['妇女之家', '村村建立', 5, '每少1个扣1分'],
      ['执委会', '每年2次', 5, '缺1次扣1分'],
    ],
  });
  expect(regulation.sections[0]?.rows.map(({ item, requirement }) => [item, requirement])).toEqual([
    ['妇女之家', '村村建立'],
    ['执委会', '每年2次'],
  ]);
});

it('subtotals and totals that do not add up are told where they stand, with their numbers', async () => {
  const regulation = await regulationOf({
    rows: [
      heads,
      ['一、组织建设（20分）'],
      [1, '妇女之家', 10, '每少1个扣2分'],
      [2, '执委会', 5, '缺1次扣1分'],
      [null, '小计', 18, null],
      ['二、宣传'],
      [3, '用稿', 10, '每篇1分'],
      ['合计', null, 100, null],
    ],
    merges: ['A2:D2', 'A6:D6', 'A8:B8'],
  });
  const told = regulation.findings.map(({ code, place, numbers }) => [
    code,
    place.address,
    numbers['stated'],
    numbers['sum'],
  ]);
  expect(told).toEqual([
    ['SECTION_SUM', 'Sheet1!A2', '20', '15'],
    ['SUBTOTAL_SUM', 'Sheet1!C5', '18', '15'],
    ['TOTAL_SUM', 'Sheet1!C8', '100', '30'],
  ]);
  for (const { message, fix } of regulation.findings) {
    for (const text of [message.zh, message.en, fix.zh, fix.en]) expect(text).not.toBe('');
  }
});

it('points that add up are not mentioned, tenths included', async () => {
  const regulation = await regulationOf({
    rows: [
      heads,
      ['一、组织建设（0.3分）'],
      [1, '妇女之家', 0.1, '有'],
      [2, '执委会', 0.2, '有'],
      ['二、加分项（5分）'],
      [3, '表彰', 5, '市级5分'],
      ['合计', null, 0.3, null],
    ],
    merges: ['A2:D2', 'A5:D5', 'A7:B7'],
  });
  expect(regulation.findings).toEqual([]);
  expect(regulation.sections.map(({ role }) => role)).toEqual(['base', 'bonus']);
  expect(regulation.total).toMatchObject({ points: '0.3' });
});

it('a formula is read as it is shown, and told', async () => {
  const regulation = await regulationOf({
    rows: [heads, [1, '妇女之家', 10, '有'], ['合计', null, { formula: 'SUM(C2:C2)', result: 10 }, null]],
    merges: ['A3:B3'],
  });
  expect(regulation.total?.points).toBe('10');
  expect(codes(regulation)).toEqual(['FORMULA_READ Sheet1!C3']);
  expect(regulation.findings[0]?.message.zh).toContain('“10”');
});

it('points that are no number are missing and told, not guessed', async () => {
  const regulation = await regulationOf({ rows: [heads, [1, '表彰', '20/10', '省20分，市10分']] });
  expect(regulation.sections[0]?.rows[0]?.points).toBeNull();
  expect(codes(regulation)).toEqual(['POINTS_NOT_READ Sheet1!C2', 'POINTS_MISSING Sheet1!B2']);
});

it('weights are read as points, and told', async () => {
  const regulation = await regulationOf({
    rows: [
      ['指标', '权重', '评分标准'],
      ['妇女之家', '60%', '有'],
      ['执委会', '40%', '有'],
    ],
  });
  expect(brief(regulation)).toEqual([['Sheet1', null, '妇女之家 60', '执委会 40']]);
  expect(codes(regulation)).toEqual(['WEIGHT_READ_AS_POINTS Sheet1!B1']);
});

it('what is not used is told with its place and reason', async () => {
  const regulation = await regulationOf(
    {
      name: '细则',
      rows: [
        [...heads, '得分', '联系电话', null],
        [1, '妇女之家', 10, '有', 9, '0797', '散落'],
      ],
    },
    { name: '通讯录', rows: [['姓名', '电话']] },
    { name: '旧稿', rows: [heads, [1, '旧', 5, '有']], hidden: true },
  );
  expect(regulation.leftOut.map(({ code, place, text }) => [code, place.address, text])).toEqual([
    ['HIDDEN_SHEET', '旧稿', '旧稿'],
    ['UNKNOWN_COLUMN', '细则!F1', '0797'],
    ['UNKNOWN_COLUMN', '细则!G1', '散落'],
    ['SCORE_ENTERED', '细则!E2', '9'],
    ['NO_HEADINGS', '通讯录', '姓名 | 电话'],
  ]);
  for (const { reason } of regulation.leftOut) expect(reason.zh && reason.en).not.toBe('');
});

it('several sheets are parts of one regulation, each with its own columns', async () => {
  const regulation = await regulationOf(
    { name: '基础工作', rows: [['妇联考核细则'], heads, [1, '妇女之家', 10, '有']] },
    {
      name: '加分项',
      rows: [
        ['项目', '加分标准'],
        ['表彰', '市级5分'],
      ],
    },
  );
  expect(regulation.title).toBe('妇联考核细则');
  expect(regulation.sections.map(({ title, role, rows }) => [title, role, rows.length])).toEqual([
    ['基础工作', 'base', 1],
    ['加分项', 'bonus', 1],
  ]);
});

it('headings repeated after a page break begin nothing new', async () => {
  const regulation = await regulationOf({
    rows: [heads, ['一、组织'], [1, '妇女之家', 10, '有'], heads, [2, '执委会', 5, '有']],
    merges: ['A2:D2'],
  });
  expect(brief(regulation)).toEqual([['组织', null, '妇女之家 10', '执委会 5']]);
  expect(regulation.leftOut.map(({ code }) => code)).toEqual(['REPEATED_HEADINGS']);
});

it('lines above and below the table give the year, the issuer, the total and notes', async () => {
  const regulation = await regulationOf({
    rows: [
      ['附件1'],
      ['某县妇联2026年度工作考核细则（100分）'],
      ['制定单位：某县妇女联合会'],
      heads,
      [1, '妇女之家', 100, '有'],
      ['注：1.扣完为止。'],
      ['2.弄虚作假的取消资格。'],
    ],
    merges: ['A1:D1', 'A2:D2', 'A3:D3', 'A6:D6', 'A7:D7'],
  });
  expect(regulation).toMatchObject({
    title: '某县妇联2026年度工作考核细则',
    year: 2026,
    issuer: '某县妇女联合会',
  });
  expect(regulation.total?.points).toBe('100');
  expect(regulation.notes.map(({ text }) => text)).toEqual([
    '注：1.扣完为止。',
    '2.弄虚作假的取消资格。',
    '附件1',
    '制定单位：某县妇女联合会',
  ]);
});

it('content and standard in one column are both', async () => {
  const regulation = await regulationOf({
    rows: [
      ['考核项目', '考核内容及评分标准', '分值'],
      ['组\n织\n建\n设\n20分', '1.建立组织，缺1个扣2分。', 12],
      [null, '2.培训，每期2分。', 8],
    ],
    merges: ['A2:A3'],
  });
  expect(brief(regulation)).toEqual([['组织建设', '20', '建立组织 12', '培训 8']]);
  expect(regulation.sections[0]?.rows[0]).toMatchObject({
    number: '1',
    standard: '1.建立组织，缺1个扣2分。',
  });
  expect(regulation.findings.map(({ code }) => code)).toEqual(['ITEM_FROM_STANDARD']);
});

it('the heading of the points may state the total', async () => {
  const regulation = await regulationOf({
    rows: [
      ['序号', '考核内容', '分值\n（100分）', '评分标准'],
      [1, '妇女之家', 60, '有'],
    ],
  });
  expect(regulation.total).toMatchObject({ points: '100', place: { address: 'Sheet1!C1' } });
  expect(codes(regulation)).toEqual(['TOTAL_SUM Sheet1!C1']);
});

it('of two columns of points, the one with fewer cells states those of the sections', async () => {
  const regulation = await regulationOf({
    rows: [
      ['考核项目', '分值', '考核内容', '评分标准', '分值'],
      ['组织建设', 20, '妇女之家', '有', 12],
      [null, null, '执委会', '有', 8],
      ['宣传', 10, '用稿', '每篇1分', 10],
    ],
    merges: ['A2:A3', 'B2:B3'],
  });
  expect(brief(regulation)).toEqual([
    ['组织建设', '20', '妇女之家 12', '执委会 8'],
    ['宣传', '10', '用稿 10'],
  ]);
  expect(regulation.findings).toEqual([]);
});

it('a heading over two columns stands over sections and items, or over numbers and items', async () => {
  const nested = await regulationOf({
    rows: [
      ['项  目', null, '分值', '内容与要求', '赋分方法'],
      ['党政主要领导\n(1000分)', '重要项目考核', 800, '按得分换算。', '与第一名之比乘800分。'],
      [null, '民主测评', 200, '按测评。', '优秀率90%得200分。'],
      ['其他领导', '重要项目考核', 500, '按得分换算。', '与第一名之比乘500分。'],
    ],
    merges: ['A1:B1', 'A2:A3'],
  });
  expect(brief(nested)).toEqual([
    ['党政主要领导', '1000', '重要项目考核 800', '民主测评 200'],
    ['其他领导', null, '重要项目考核 500'],
  ]);
  expect(nested.sections[0]?.rows[0]).toMatchObject({
    requirement: '按得分换算。',
    standard: '与第一名之比乘800分。',
  });

  const counted = await regulationOf({
    rows: [
      ['考核内容', null, '分值', '评分标准'],
      [1, '妇女之家', 5, '有'],
      [2, '执委会', 5, '有'],
    ],
    merges: ['A1:B1'],
  });
  expect(counted.sections[0]?.rows.map(({ number, item }) => [number, item])).toEqual([
    ['1', '妇女之家'],
    ['2', '执委会'],
  ]);
});

it('一级指标 is a section even where each has one line', async () => {
  const regulation = await regulationOf({
    rows: [
      ['一级指标', '二级指标', '分值', '评分标准'],
      ['组织', '妇女之家', 5, '有'],
      ['宣传', '用稿', 5, '每篇1分'],
    ],
  });
  expect(brief(regulation)).toEqual([
    ['组织', null, '妇女之家 5'],
    ['宣传', null, '用稿 5'],
  ]);
});

it('an addition that fills the cells of section and item is a section of its own', async () => {
  const regulation = await regulationOf({
    rows: [
      ['考核项目', '考核内容', '分值', '评分标准'],
      ['组织', '妇女之家', 5, '有'],
      [null, '执委会', 5, '有'],
      ['加分项', null, 3, '市级表彰加3分'],
      ['合计', null, 10, null],
    ],
    merges: ['A2:A3', 'A4:B4', 'A5:B5'],
  });
  expect(brief(regulation)).toEqual([
    ['组织', null, '妇女之家 5', '执委会 5'],
    ['加分项', null, '加分项 3'],
  ]);
  expect(regulation.sections[1]?.role).toBe('bonus');
  expect(regulation.findings).toEqual([]);
});

it('points that only the standard states are taken when there is one such amount', async () => {
  const regulation = await regulationOf({
    rows: [
      ['考核项目', '评分标准'],
      ['妇女之家', '村村有牌子、有活动（5分），每少1个扣1分。'],
      ['执委会', '有计划（2分），有总结（3分）。'],
    ],
  });
  expect(brief(regulation)).toEqual([['Sheet1', null, '妇女之家 5', '执委会 -']]);
  expect(regulation.sections[0]?.rows[0]).toMatchObject({
    pointsFrom: 'text',
    standard: '村村有牌子、有活动（5分），每少1个扣1分。',
  });
  expect(codes(regulation)).toEqual(['POINTS_MISSING Sheet1!A3']);
});
