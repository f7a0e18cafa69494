import ExcelJS from 'exceljs';
import type { RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { readRuleBookWorkbook, ruleBookTemplate, writeRuleBookWorkbook, type ReadRuleBook } from './index.js';
import { exampleBook } from './write/example-book.js';

type Change = (workbook: ExcelJS.Workbook) => void;

async function changed(change: Change, book: RuleBook = exampleBook): Promise<Uint8Array> {
  const workbook = await opened(await writeRuleBookWorkbook(book, 'zh-CN'));
  change(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

/** The cell under a heading in the row that begins with, or holds, this text. */
function cellOf(
  workbook: ExcelJS.Workbook,
  sheetName: string,
  heading: string,
  rowText: string,
): ExcelJS.Cell {
  const sheet = workbook.getWorksheet(sheetName);
  if (sheet === undefined) throw new Error(sheetName);
  let [column, row] = [0, 0];
  sheet.getRow(1).eachCell((cell, number) => {
    if (cell.text.split('\n')[0] === heading) column = number;
  });
  sheet.eachRow((each, number) => {
    if (number === 1 || row > 0) return;
    each.eachCell((cell) => {
      if (cell.text === rowText) row = number;
    });
  });
  if (column === 0 || row === 0) throw new Error(`${sheetName} ${heading} ${rowText}`);
  return sheet.getCell(row, column);
}

const set =
  (sheet: string, heading: string, row: string, value: ExcelJS.CellValue): Change =>
  (workbook) => {
    cellOf(workbook, sheet, heading, row).value = value;
  };

const findingsOf = (read: ReadRuleBook) =>
  read.findings.map(
    ({ severity, code, place, cell }) =>
      `${severity} ${code} ${place.sheet ?? ''}!${cell ?? ''} ${place.heading ?? ''}`,
  );

async function refusal(change: Change): Promise<Extract<ReadRuleBook, { ok: false }>> {
  const read = await readRuleBookWorkbook(await changed(change));
  if (read.ok) throw new Error('it was read');
  return read;
}

describe('a workbook as people change it', () => {
  it('is understood with ids or titles, full-width signs, separators and percentages', async () => {
    const file = await changed((workbook) => {
      set('指标', '分值', '活动开展', '３０')(workbook);
      set('指标', '计算式', '村级妇联组建率', '［已建妇联的村数］／［villages］；分母为零：不涉及')(workbook);
      cellOf(workbook, '计分', '值', '目标').value = '100%';
      set('数据', '最小', '行政村数', 0)(workbook);
      set('基本信息', '内容', '起始日', '2026年1月1日')(workbook);
      set('基本信息', '内容', '总分', 100)(workbook);
    });
    const read = await readRuleBookWorkbook(file);
    expect(read).toMatchObject({ ok: true, book: exampleBook });
  });

  it('may have a new fact and a new indicator without ids', async () => {
    const file = await changed((workbook) => {
      const facts = workbook.getWorksheet('数据');
      facts?.addRow(['调解成功数', null, '数值', '件', '自报', '乡镇妇联']);
      const tree = workbook.getWorksheet('指标');
      tree?.spliceRows(5, 0, [
        '指标',
        null,
        '纠纷调解',
        10,
        null,
        '调解成功数',
        '达标得分',
        '权益部',
        '等待补报',
      ]);
      set('指标', '分值', '活动开展', '20')(workbook);
      set('分档', '得分', '12', '20')(workbook);
      workbook.getWorksheet('计分')?.addRow(['纠纷调解', '比较', '达到']);
      workbook.getWorksheet('计分')?.addRow(['纠纷调解', '标准', '1']);
    });
    const read = await readRuleBookWorkbook(file);
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    expect(read.book.facts.at(-1)).toMatchObject({ id: 'F1', title: { zh: '调解成功数', en: '调解成功数' } });
    expect(read.book.sections[0]?.indicators?.map(({ id }) => id)).toContain('I1');
  });

  it('has what the linter says told at its cells', async () => {
    const read = await readRuleBookWorkbook(await changed(() => {}));
    expect(read.ok).toBe(true);
    expect(findingsOf(read)).toContainEqual(
      expect.stringMatching(/^(advice|warning) \S+ (指标|数据|计分|分档)!/),
    );
    expect(read.findings.every(({ place }) => place.sheet !== null)).toBe(true);
  });
});

describe('what is wrong is told at its cell', () => {
  it.each<[string, Change, string]>([
    ['points that do not add up', set('指标', '分值', '活动开展', '31'), 'error SUM_MISMATCH 指标!D2 分值'],
    ['a number that is none', set('指标', '分值', '活动开展', '三十'), 'error NOT_A_NUMBER 指标!D4 分值'],
    ['points left blank', set('指标', '分值', '活动开展', null), 'error ABSENT 指标!D4 分值'],
    ['an unknown method', set('指标', '计分方法', '活动开展', '分挡'), 'error NOT_ALLOWED 指标!G4 计分方法'],
    [
      'a fact that there is not',
      set('指标', '计算式', '活动开展', '[开展活动数]'),
      'error FORMULA_NOT_UNDERSTOOD 指标!F4 计算式',
    ],
    [
      'a formula that breaks off',
      set('指标', '计算式', '活动开展', '[activities] ÷'),
      'error FORMULA_NOT_UNDERSTOOD 指标!F4 计算式',
    ],
    [
      'a parameter of another method',
      set('计分', '参数', '最多得', '最多'),
      'error UNKNOWN_PARAMETER 计分!B3 参数',
    ],
    ['a row of no indicator', set('分档', '指标', '12', '活动开张'), 'error UNKNOWN_INDICATOR 分档!A3 指标'],
    ['a percentage that can be read in two ways', set('分档', '止', '4', '4%'), 'error PERCENT 分档!D2 止'],
    [
      'an item that there is not',
      set('基本信息', '项目', '总分', '总分值'),
      'error UNKNOWN_ITEM 基本信息!A10 总分值',
    ],
    [
      'an effect that there is not',
      set('否决', '处理', '发生责任事故的不得评优', '开除'),
      'error UNKNOWN_NAME 否决!D2 处理',
    ],
    ['JSON that is none', set('指标', '其他', '活动开展', 'JSON {"a"'), 'error NOT_JSON 指标!'],
    [
      'a part that is said twice',
      set('指标', '其他', '活动开展', 'JSON {"missing":"zero"}'),
      'error SAID_TWICE 指标!',
    ],
    ['an unknown key', set('指标', '其他', '活动开展', 'JSON {"extra":1}'), 'error UNKNOWN_KEY 指标!'],
    [
      'a formula of the spreadsheet',
      set('指标', '分值', '活动开展', { formula: '10+20', result: 30 }),
      'error FORMULA 指标!D4 ',
    ],
  ])('%s', async (_, change, expected) => {
    const read = await refusal(change);
    expect(findingsOf(read)).toContainEqual(expect.stringContaining(expected));
    for (const { message, fix } of read.findings) {
      expect([message.zh, message.en, fix.zh, fix.en].every((text) => text.length > 2)).toBe(true);
    }
  });

  it('a method that there is not, and nothing of what then follows', async () => {
    const read = await refusal(set('指标', '计分方法', '活动开展', '分挡'));
    expect(read.findings).toHaveLength(1);
  });

  it('a misspelt sheet and a misspelt column, with the name that is probably meant', async () => {
    const sheet = await refusal((workbook) => {
      (workbook.getWorksheet('基本信息') as ExcelJS.Worksheet).name = '基本情况';
    });
    expect(sheet.findings).toMatchObject([
      {
        code: 'SHEET_MISSING',
        place: { sheet: '基本情况' },
        fix: { zh: expect.stringContaining('改名为“基本信息”') },
      },
    ]);
    const column = await refusal((workbook) => {
      (workbook.getWorksheet('指标') as ExcelJS.Worksheet).getCell('G1').value = '记分方法';
    });
    expect(column.findings).toMatchObject([
      { code: 'UNKNOWN_COLUMN', cell: 'G1', fix: { zh: '是否是“计分方法”？' } },
    ]);
  });

  it('sheets and columns that are missing, and columns that stand there twice', async () => {
    const read = await refusal((workbook) => {
      workbook.removeWorksheet('等次');
      const tree = workbook.getWorksheet('指标') as ExcelJS.Worksheet;
      tree.getCell('G1').value = null;
      for (let row = 2; row < 12; row += 1) tree.getCell(row, 7).value = null;
      tree.getCell('E1').value = '分值';
    });
    expect(read.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['SHEET_MISSING', 'COLUMN_MISSING', 'COLUMN_TWICE']),
    );
  });

  it('more rows than a rule book can hold, before anything is compared over them', async () => {
    const workbook = await opened(await ruleBookTemplate('zh-CN'));
    const bands = workbook.getWorksheet('分档');
    for (let row = 0; row < 5_001; row += 1) bands?.addRow([`没有的指标${row}`, '0']);
    const read = await readRuleBookWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read.findings).toMatchObject([{ code: 'TOO_MANY_ROWS', place: { sheet: '分档' } }]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'NOT_A_WORKBOOK'],
    ['text', new TextEncoder().encode('标题,分值'), 'NOT_A_WORKBOOK'],
  ])('%s is no workbook', async (_, bytes, code) => {
    expect(await readRuleBookWorkbook(bytes)).toMatchObject({ ok: false, findings: [{ code }] });
  });

  it('a workbook of something else is no rule book', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('数据').addRow(['单位代码', '单位名称']);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await readRuleBookWorkbook(bytes)).toMatchObject({
      ok: false,
      findings: [{ code: 'NOT_A_RULE_BOOK' }],
    });
  });

  it('cells of every sheet that say nonsense are findings, never exceptions', async () => {
    const nonsense = [
      '',
      '[',
      '((((',
      '1/0',
      '-',
      '；',
      'JSON []',
      'JSON {"__proto__":{}}',
      '@9',
      '[x] ÷ ',
      '一级',
      '指标',
      '=',
      '九十',
      'constructor',
      '1e9',
      `${'('.repeat(20_000)}`,
    ];
    for (let round = 0; round < 5; round += 1) {
      let next = round * 7;
      const file = await changed((workbook) => {
        workbook.eachSheet((sheet) => {
          if (sheet.name === '说明') return;
          sheet.eachRow((row, number) => {
            if (number === 1) return;
            row.eachCell((cell, column) => {
              if ((number + column + round) % 3 === 0)
                cell.value = nonsense[(next += 1) % nonsense.length] ?? '';
            });
          });
        });
      });
      const read = await readRuleBookWorkbook(file);
      expect(read.ok).toBe(false);
      expect(read.findings.length).toBeGreaterThan(0);
    }
  });
});

describe('the marked copy', () => {
  it('colours and comments the cells, makes certain corrections, and lists everything on a sheet of its own', async () => {
    const read = await refusal((workbook) => {
      set('指标', '分值', '村级妇联组建率', '６０')(workbook);
      set('指标', '计算式', '活动开展', '[开展活动]')(workbook);
    });
    if (read.corrected === undefined) throw new Error('a marked copy');
    const marked = await opened(read.corrected);
    const tree = marked.getWorksheet('指标') as ExcelJS.Worksheet;
    expect(tree.getCell('D3').text).toBe('60');
    expect(tree.getCell('D3').note).toMatchObject({
      texts: [{ text: expect.stringContaining('６０ → 60') }],
    });
    expect(tree.getCell('F4').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(tree.getCell('F4').note).toMatchObject({
      texts: [{ text: expect.stringContaining('没有“开展活动”') }],
    });
    // Styles are shared: its neighbours stay as they are.
    expect(tree.getCell('F3').fill ?? null).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    const list = marked.getWorksheet('问题清单') as ExcelJS.Worksheet;
    expect(list.getCell('C2').text).toBe('F4');
    expect(list.rowCount).toBe(read.findings.length + 2);
  });

  it('can be corrected and read again', async () => {
    const read = await refusal(set('指标', '分值', '活动开展', '三十'));
    const marked = await opened(read.corrected ?? new Uint8Array());
    set('指标', '分值', '活动开展', '30')(marked);
    const again = await readRuleBookWorkbook(new Uint8Array(await marked.xlsx.writeBuffer()));
    expect(again).toMatchObject({ ok: true, book: exampleBook });
  });
});

describe('the template', () => {
  it.each(['zh-CN', 'en'] as const)(
    'in %s is an empty rule book that names what is still missing',
    async (locale) => {
      const read = await readRuleBookWorkbook(await ruleBookTemplate(locale));
      expect(read.ok).toBe(false);
      expect(new Set(read.findings.map(({ code }) => code))).toEqual(new Set(['ABSENT', 'TOO_SMALL']));
    },
  );

  it('offers lists to choose from, and only suggests', async () => {
    const template = await opened(await ruleBookTemplate('zh-CN'));
    const method = template.getWorksheet('指标')?.getCell('G2').dataValidation;
    expect(method?.type).toBe('list');
    expect(method?.showErrorMessage ?? false).toBe(false);
    expect(method?.formulae[0]).toContain('按比例得分');
  });

  it('has an example that would be read, were it filled in', async () => {
    const read = await readRuleBookWorkbook(await writeRuleBookWorkbook(exampleBook, 'en'));
    expect(read).toMatchObject({ ok: true, book: exampleBook });
  });
});

describe('what a workbook holds', () => {
  it('is text, whatever a title begins with: no spreadsheet runs it', async () => {
    const book = structuredClone(defaultRuleBooks.village);
    const payloads = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://x","y")'];
    payloads.forEach((zh, index) => Object.assign(book.facts[index] ?? {}, { title: { zh, en: zh } }));
    const workbook = await opened(await writeRuleBookWorkbook(book, 'zh-CN'));
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.RichText]).toContain(cell.type);
        }),
      ),
    );
    const read = await readRuleBookWorkbook(await writeRuleBookWorkbook(book, 'zh-CN'));
    if (!read.ok) throw new Error(JSON.stringify(read.findings[0]));
    expect(read.book.facts.slice(0, payloads.length).map(({ title }) => title.zh)).toEqual(payloads);
  });
});
