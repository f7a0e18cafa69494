import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import ExcelJS from 'exceljs';
import { exampleFiles, heng } from './heng.js';
import { inFolder } from './program.js';

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')) as unknown;

/** Changes one cell of a workbook, as a person would. */
async function change(file: string, sheet: string, cell: string, value: ExcelJS.CellValue): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  (workbook.getWorksheet(sheet) as ExcelJS.Worksheet).getCell(cell).value = value;
  await workbook.xlsx.writeFile(file);
}

describe('heng export and heng import', () => {
  it.each(['zh', 'en'])('lead a default book through a workbook back to itself, in %s', (language) =>
    inFolder(async (folder) => {
      const [workbook, out] = [join(folder, 'book.xlsx'), join(folder, 'book.json')];
      const exported = await heng('export', 'default:village', workbook, '--lang', language);
      expect(exported).toMatchObject({ code: 0, out: '' });
      const imported = await heng('import', workbook, '--out', out, '--lang', language);
      expect(imported).toMatchObject({ code: 0, out: '' });
      expect(canonicalJson(await json(out))).toBe(canonicalJson(defaultRuleBooks.village));
    }),
  );

  it('print the book where no file is named, and what the linter says beside it', () =>
    inFolder(async (folder) => {
      const file = await exampleFiles(folder);
      const workbook = join(folder, 'book.xlsx');
      await heng('export', file('book.json'), workbook);
      const { code, out, err } = await heng('import', workbook);
      expect(code).toBe(0);
      expect((JSON.parse(out) as RuleBook).id).toBe('example');
      expect(err).toMatch(/\[(警告|建议)\] \S+ {2}(指标|数据|计分)!/);
      expect(err).toContain('可以执行');
    }));

  it('name every problem at its cell in both languages, and write a marked copy', () =>
    inFolder(async (folder) => {
      const [workbook, marked, out] = ['book.xlsx', 'marked.xlsx', 'out.json'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      await heng('export', 'default:village', workbook);
      await change(workbook, '指标', 'D3', '三');
      const refused = await heng('import', workbook, '--out', out, '--corrected', marked);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toMatch(
        /指标!D3 分值\n {2}“三”不是数。请只写数字，如 12\.5。\n {2}"三" is no number\./,
      );
      await expect(readFile(out)).rejects.toThrow();
      const copy = new ExcelJS.Workbook();
      await copy.xlsx.readFile(marked);
      expect(copy.getWorksheet('问题清单')?.getCell('C2').text).toBe('D3');
    }));

  it('refuse what is no workbook of a rule book, and write nothing', () =>
    inFolder(async (folder) => {
      const [text, facts] = [join(folder, 'text.xlsx'), join(folder, 'facts.xlsx')];
      await writeFile(text, '标题,分值\n');
      expect(await heng('import', text)).toMatchObject({
        code: 1,
        err: expect.stringContaining('不是完好的 .xlsx'),
      });
      await heng('facts', 'template', '--book', 'default:village', '--out', facts);
      expect(await heng('import', facts)).toMatchObject({
        code: 1,
        err: expect.stringContaining('这不是规则书工作簿'),
      });
    }));

  it.each([
    ['export', 'default:village', 'book.csv'],
    ['import', 'book.xlsx', '--corrected', 'book.json'],
    ['import', 'book.xlsx', '--corrected', 'book.xlsx'],
    ['import', 'book.xlsx', '--out', 'book.xlsx'],
    ['import'],
  ])('exit 2 when they are called wrongly: %s %s %s %s', async (...args) => {
    expect((await heng(...args)).code).toBe(2);
  });

  it('exit 1 for a workbook that is not there', async () => {
    expect(await heng('import', 'nowhere.xlsx')).toMatchObject({
      code: 1,
      err: expect.stringContaining('找不到'),
    });
  });
});

describe('heng template', () => {
  it('writes a workbook that opens and says what is still missing, and never over one that is there', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'template.xlsx');
      expect(await heng('template', file)).toMatchObject({ code: 0, out: '' });
      expect(await heng('import', file)).toMatchObject({
        code: 1,
        err: expect.stringContaining('基本信息!B2 名称'),
      });
      expect(await heng('template', file)).toMatchObject({
        code: 1,
        err: expect.stringContaining('已有这个文件'),
      });
    }));
});

describe('help', () => {
  it.each(['export', 'import', 'template'])('of heng %s is in both languages', async (command) => {
    const { code, out } = await heng(command, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/[\u4e00-\u9fff].*\/ [a-z]/);
  });
});
