import { deflateRawSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import * as sheetjs from '@e965/xlsx';
import { defaultRuleBooks } from '@heng/rules/books';
import { writeFactsWorkbook } from '../facts/write-facts-workbook.js';
import { readRegulation } from './read-regulation.js';

const cases = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'cases', 'regulations');

function archive(files: Readonly<Record<string, string>>): Uint8Array {
  const container = sheetjs.CFB.utils.cfb_new();
  for (const [name, text] of Object.entries(files))
    sheetjs.CFB.utils.cfb_add(container, name, Buffer.from(text));
  return new Uint8Array(sheetjs.CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer);
}

/** The old container of Office, with one stream of the given name. */
function container(stream: string): Uint8Array {
  const made = sheetjs.CFB.utils.cfb_new();
  sheetjs.CFB.utils.cfb_add(made, `/${stream}`, Buffer.alloc(5_000));
  return new Uint8Array(sheetjs.CFB.write(made, { fileType: 'cfb', type: 'buffer' }) as Buffer);
}

/** One entry of zeros that says it is as large as it is. */
function bomb(name: string, size: number): Uint8Array {
  const [packed, path] = [deflateRawSync(Buffer.alloc(size)), Buffer.from(name)];
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(size, 18);
  shared.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, path, packed]);
  const central = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}

async function sheetOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('细则'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
const heads = ['序号', '考核内容', '分值', '评分标准'];

const refused: readonly (readonly [
  what: string,
  name: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
  code: string,
])[] = [
  ['an empty file', '细则.docx', () => new Uint8Array(), 'EMPTY_FILE'],
  ['an old Word document', '细则.doc', () => container('WordDocument'), 'OLD_WORD'],
  ['an old Word document under another name', '细则.docx', () => container('WordDocument'), 'OLD_WORD'],
  ['an old workbook', '细则.xls', () => container('Workbook'), 'OLD_EXCEL'],
  ['a sheet of WPS', '细则.et', () => container('Workbook'), 'WPS_FILE'],
  ['a text of WPS', '细则.wps', () => container('WordDocument'), 'WPS_FILE'],
  ['a document with a password', '细则.docx', () => container('EncryptedPackage'), 'ENCRYPTED'],
  ['a workbook with a password', '细则.xlsx', () => container('EncryptedPackage'), 'ENCRYPTED'],
  ['a PDF', '细则.pdf', () => Buffer.from('%PDF-1.7'), 'PDF'],
  ['a text', '细则.txt', () => Buffer.from('一、组织建设（30分）'), 'UNKNOWN_FILE'],
  ['an archive of something else', '细则.zip', () => archive({ 'readme.txt': '细则' }), 'UNKNOWN_FILE'],
  [
    'a bomb that is called a workbook',
    '细则.xlsx',
    () => bomb('xl/worksheets/sheet1.xml', 60_000_000),
    'ARCHIVE_TOO_LARGE',
  ],
  [
    'a bomb that is called a document',
    '细则.docx',
    () => bomb('word/document.xml', 60_000_000),
    'ARCHIVE_TOO_LARGE',
  ],
  [
    'a small bomb with a wild ratio',
    '细则.docx',
    () => bomb('word/document.xml', 20_000_000),
    'ARCHIVE_TOO_LARGE',
  ],
  ['a file of more than 20 MB', '细则.xlsx', () => new Uint8Array(20_000_001).fill(0x50), 'FILE_TOO_LARGE'],
  ['a document without a body', '细则.docx', () => archive({ 'word/styles.xml': '<x/>' }), 'NOT_A_DOCUMENT'],
  ['a document with macros', '细则.docx', () => archive({ 'word/vbaProject.bin': 'x' }), 'MACROS'],
  [
    'a workbook of facts',
    '数据.xlsx',
    () => writeFactsWorkbook({ format: 'heng-facts/1', units: [] }, defaultRuleBooks.township),
    'NOT_A_REGULATION',
  ],
  ['an empty workbook', '细则.xlsx', () => sheetOf(() => undefined), 'NOT_A_REGULATION'],
  ['headings without rows', '细则.xlsx', () => sheetOf((sheet) => void sheet.addRow(heads)), 'NO_ROWS'],
  [
    'an error value',
    '细则.xlsx',
    () =>
      sheetOf((sheet) => {
        sheet.addRow(heads);
        sheet.addRow([1, '妇女之家', { error: '#REF!' }, '有']);
      }),
    'ERROR_VALUE',
  ],
  [
    'a cell at the end of the world',
    '细则.xlsx',
    () =>
      sheetOf((sheet) => {
        sheet.addRow(heads);
        sheet.getCell('A1048576').value = 1;
      }),
    'TOO_LARGE_FOR_RULES',
  ],
  [
    'a cell far to the right',
    '细则.xlsx',
    () =>
      sheetOf((sheet) => {
        sheet.addRow(heads);
        sheet.getCell('XFD2').value = 1;
      }),
    'TOO_LARGE_FOR_RULES',
  ],
];

it.each(refused)('refuses %s, saying what to do instead', async (_what, name, make, code) => {
  const read = await readRegulation(await make(), name);
  if (read.ok) throw new Error('it was read');
  const [problem] = read.problems;
  expect(problem?.code).toBe(code);
  for (const text of [problem?.message, problem?.fix]) {
    expect(text?.zh).toMatch(/[一-龥]/);
    expect(text?.en).toMatch(/^[A-Z].*\.$/);
  }
  if (name.endsWith('.docx')) expect(problem?.message.zh).not.toContain('工作簿加');
});

it('tells a clerk with a .doc to save it as .docx', async () => {
  const read = await readRegulation(container('WordDocument'), '细则.doc');
  expect(read.ok ? null : read.problems[0]?.fix).toEqual({
    zh: '请在 Word 或 WPS 中另存为 .docx，再导入。',
    en: 'Save it as .docx in Word or WPS.',
  });
});

it('tells the cell of an error value', async () => {
  const bytes = await sheetOf((sheet) => {
    sheet.addRow(heads);
    sheet.addRow([1, '妇女之家', { error: '#REF!' }, '有']);
  });
  const read = await readRegulation(bytes, '细则.xlsx');
  expect(read.ok ? null : read.problems[0]?.place).toMatchObject({ sheet: '细则', row: 2, column: 3 });
});

it('a merge that claims a million rows covers those that there are', async () => {
  const bytes = await sheetOf((sheet) => {
    sheet.addRow(['考核项目', '考核内容', '分值', '评分标准']);
    sheet.addRow(['组织', '妇女之家', 5, '有']);
    sheet.addRow([null, '执委会', 5, '有']);
    sheet.mergeCells('A2:A3');
  });
  const files = sheetjs.CFB.read(bytes, { type: 'buffer' });
  const made = sheetjs.CFB.utils.cfb_new();
  files.FullPaths.forEach((path: string, index: number) => {
    const entry = files.FileIndex[index];
    if (entry?.type !== 2 || path.endsWith('/')) return;
    const text = Buffer.from(entry.content as Uint8Array);
    const content = path.endsWith('sheet1.xml')
      ? Buffer.from(text.toString().replace('A2:A3', 'A2:A1048576'))
      : text;
    sheetjs.CFB.utils.cfb_add(made, path.replace(/^[^/]*\//, ''), content);
  });
  const read = await readRegulation(
    new Uint8Array(sheetjs.CFB.write(made, { fileType: 'zip', type: 'buffer' }) as Buffer),
    '细则.xlsx',
  );
  expect(read.ok && read.regulation.sections.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['组织', 2],
  ]);
});

it.each(['meilong-union-assessment.xlsx', 'ruian-2012-township-cadre.docx'])(
  'damaged copies of %s are read or refused, and nothing is thrown',
  async (name) => {
    const sound = new Uint8Array(await readFile(join(cases, name)));
    const results: boolean[] = [];
    for (let trial = 1; trial <= 120; trial += 1) {
      const damaged = trial % 3 === 0 ? sound.slice(0, (sound.length * trial) / 121) : sound.slice();
      // A fixed walk over the file: every run damages the same bytes.
      for (let hit = 0; hit < 4; hit += 1)
        damaged[(trial * 7_919 + hit * 104_729) % damaged.length] = trial * hit;
      results.push((await readRegulation(damaged, name)).ok);
    }
    expect(results).toContain(false);
  },
);
