import ExcelJS from 'exceljs';
import type { AssessedUnit, FactEntry, FactsDocument, RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import {
  readFactsCsv,
  readFactsWorkbook,
  writeFactsCsv,
  writeFactsWorkbook,
  writeResultsCsv,
  type ReadFacts,
  type ResultsDocument,
} from '../index.js';

const village: RuleBook = defaultRuleBooks.village;
const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (read: ReadFacts) => (read.ok ? [] : read.problems.map(({ code, path }) => `${code} ${path}`));

const documentOf = (facts: Record<string, FactEntry>, name = '一村'): FactsDocument => ({
  format: 'heng-facts/1',
  units: [{ code: 'U1', name, type: 'VillageFederation', facts }],
});

/** Reads what was written in both formats; the two must agree. */
async function back(document: FactsDocument, book = village): Promise<FactsDocument> {
  const csv = readFactsCsv(bytes(writeFactsCsv(document, book)), book);
  const xlsx = await readFactsWorkbook(await writeFactsWorkbook(document, book), book);
  if (!csv.ok || !xlsx.ok) throw new Error(JSON.stringify([csv, xlsx]));
  expect(csv.document).toEqual(xlsx.document);
  return csv.document as FactsDocument;
}

const both = <Value extends FactEntry['declared']>(value: Value): FactEntry => ({
  declared: value,
  verified: value,
});

describe('a facts file loses nothing', () => {
  it('keeps the label and the day of the figures', async () => {
    const document = {
      ...documentOf({}),
      label: { zh: '演示数据', en: 'Demonstration' },
      asOf: '2026-06-30',
    };
    expect(await back(document)).toEqual(document);
  });

  it('keeps an empty ballot box apart from a missing one', async () => {
    const { units } = await back(documentOf({ 'evaluation-ballots': both({}) }));
    expect(units[0]?.facts).toEqual({ 'evaluation-ballots': both({}) });
  });

  it('keeps what was declared before it was found not applicable', async () => {
    const entry = { declared: '3', notApplicable: '已合并' };
    const { units } = await back(documentOf({ 'women-total': entry }));
    expect(units[0]?.facts).toEqual({ 'women-total': entry });
  });

  it.each(['优（很好）', '优=好', '优；好', '良'])('keeps ballots whose option is called %s', async (zh) => {
    const book = structuredClone(village);
    const ballots = book.facts.find(({ id }) => id === 'evaluation-ballots');
    if (ballots?.kind !== 'ballots' || !ballots.options[0]) throw new Error('the book has these ballots');
    ballots.options[0].title.zh = zh;
    const facts = { 'evaluation-ballots': both({ excellent: '3', good: '4' }) };
    expect((await back(documentOf(facts), book)).units[0]?.facts).toEqual(facts);
  });

  it.each(['=1+1', "-1+cmd|' /C calc'!A0", '＝1+1', '@SUM(A1)', "'=1", '+8'])(
    'keeps the name %s, which no spreadsheet runs',
    async (name) => {
      expect((await back(documentOf({}, name))).units[0]?.name).toBe(name);
      const csv = writeFactsCsv(documentOf({}, name), village);
      expect(csv).toContain(`"'${name.replaceAll('"', '""')}"`);
    },
  );
});

describe('a facts file is read whole or not at all', () => {
  it.each([
    ['a cell without a heading', 'code,type,,women-total\nU1,VillageFederation,99,5', 'NO_HEADING C2'],
    [
      'a quote that is never closed',
      'code,type,name\nU1,VillageFederation,"一村\nU2,VillageFederation,二村',
      'QUOTES 2:2',
    ],
  ])('refuses %s', (_, text, problem) => {
    expect(codes(readFactsCsv(bytes(text), village))).toEqual([problem]);
  });

  it('hands two counts for one option on as written, which the check of values names', () => {
    const read = readFactsCsv(
      bytes('code,type,evaluation-ballots\nU1,VillageFederation,优=3; 优=5'),
      village,
    );
    const units = read.ok ? (read.document as { units: AssessedUnit[] }).units : [];
    expect(units[0]?.facts['evaluation-ballots']).toEqual(both('优=3; 优=5'));
  });

  it('knows the heading 类型', () => {
    expect(readFactsCsv(bytes('单位代码,类型\nU1,村妇联'), village).ok).toBe(true);
  });

  async function workbook(
    fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  ): Promise<ReadFacts> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.addRow(['code', 'type', 'women-total']);
    sheet.addRow(['U1', 'VillageFederation', 5]);
    fill(sheet, book);
    return readFactsWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), village);
  }

  it('refuses cells beyond the last row or column that it reads', async () => {
    const at = (address: string) => workbook((sheet) => void (sheet.getCell(address).value = 1));
    expect(codes(await at('C60000'))).toEqual(['TOO_MANY_ROWS 表!60000:60000']);
    expect(codes(await at('XFD1048576'))).toEqual(['TOO_MANY_ROWS 表!1048576:1048576']);
    expect(codes(await at('XFD3'))).toEqual(['TOO_MANY_COLUMNS 表!XFD3']);
  });

  it('refuses more cells than it reads', async () => {
    const read = await workbook((sheet) => {
      for (let row = 3; row < 6_000; row += 1) sheet.getCell(row, 590).value = 'x';
    });
    expect(codes(read)).toEqual(['TOO_MANY_CELLS 表!5999:5999']);
  });

  it('refuses a second sheet with units', async () => {
    const read = await workbook((_, book) => {
      book.addWorksheet('二').addRow(['code', 'type', 'women-total']);
    });
    expect(codes(read)).toEqual(['SECOND_TABLE 二']);
  });
});

it('shows the label of the facts in a ranking, and no name in it can run', () => {
  const unit = {
    code: 'U1',
    name: "-1+cmd|' /C calc'!A0",
    cohort: 'all',
    total: '-1.5',
    soFar: { points: '1', outOf: '2' },
    rank: 1,
    cohortSize: 1,
    tied: false,
    gradeTitle: { zh: '优秀', en: 'Excellent' },
    vetoes: [],
    selfGap: null,
  };
  const results = { label: { zh: '演示数据', en: 'Demonstration' }, units: [unit] };
  // Only what a ranking shows is given.
  const csv = writeResultsCsv(results as unknown as ResultsDocument);
  expect(csv).toContain('#标签,演示数据,Demonstration');
  expect(csv).toContain(`"'-1+cmd|' /C calc'!A0"`);
  expect(csv).toContain(',-1.5,');
});
