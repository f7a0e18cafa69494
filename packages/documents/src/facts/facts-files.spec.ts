import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { parseFacts, type Fact, type FactsDocument, type FactValue, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import {
  problemsAtPlaces,
  readFactsCsv,
  readFactsWorkbook,
  writeFactsCsv,
  writeFactsWorkbook,
  type ReadFacts,
} from '../index.js';

const township: RuleBook = defaultRuleBooks.township;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A value of the kind, different for each seed, with what is awkward in files. */
function valueOf(fact: Fact, seed: number): FactValue {
  switch (fact.kind) {
    case 'number':
      return fact.checks?.integer ? String(seed + 1) : `${seed + 1}.10`;
    case 'percent':
      return `${seed}.05`;
    case 'boolean':
      return seed % 2 === 0;
    case 'choice':
      return fact.options[seed % fact.options.length]?.id ?? '';
    case 'date':
      return '2026-03-08';
    case 'records':
      return seed % 3 === 0
        ? []
        : [
            {
              title: `=1+1；"三八"活动 ${seed}`,
              level: fact.levels[0]?.id ?? '',
              date: '2026-03-08',
              matter: '同一事',
            },
          ];
    case 'ballots':
      return Object.fromEntries(fact.options.map(({ id }, index) => [id, String(seed + index)]));
    case 'panel':
      return [
        { judge: '王评委', score: '91.5' },
        { judge: '李=评委；二', score: '88', recused: true },
        ...(seed % 2 ? [] : [{ judge: '赵评委', score: '90' }]),
      ].slice(0, seed % 3 === 0 ? 1 : 3);
    case 'raters':
      return Object.fromEntries(fact.groups.map(({ id }) => [id, '90.5']));
  }
}

/** Three units: declared and verified alike, different with gaps, and not applicable. */
function documentOf(book: RuleBook): FactsDocument {
  const unit = (index: number) => ({
    code: `99012310${index}000`,
    name: index === 1 ? '-王家镇，"老"街道' : `第${index}镇`,
    type: book.unitTypes[0] ?? '',
    parent: '990123000000',
    attributes: { group: 'town' },
    facts: Object.fromEntries(
      book.facts.map((fact, position) => {
        const value = valueOf(fact, position % 7);
        if (index === 0) return [fact.id, { declared: value, verified: value }];
        if (index === 1 && position % 3 === 0) return [fact.id, { declared: value }];
        return index === 2 && position % 5 === 0
          ? [fact.id, { notApplicable: '全年没有这项业务' }]
          : [fact.id, {}];
      }),
    ),
  });
  return { format: 'heng-facts/1', units: [0, 1, 2].map(unit) };
}

/** Without what says nothing: absent and null are both missing. */
const said = ({ units }: FactsDocument) =>
  units.map((unit) => ({
    ...unit,
    facts: Object.fromEntries(
      Object.entries(unit.facts)
        .map(
          ([id, { declared = null, verified = null, notApplicable = null }]) =>
            [id, { declared, verified, notApplicable }] as const,
        )
        .filter(
          ([, { declared, verified, notApplicable }]) =>
            declared !== null || verified !== null || notApplicable !== null,
        ),
    ),
  }));

const readBack = (read: ReadFacts, book: RuleBook): FactsDocument => {
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  const parsed = parseFacts(read.document, book);
  // Limits between facts are not what these files are about.
  if (!parsed.ok && parsed.problems.some(({ code }) => code !== 'MORE_THAN')) {
    throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  }
  return (parsed.ok ? parsed.document : read.document) as FactsDocument;
};

describe.each(Object.entries(defaultRuleBooks))('facts under the %s book', (_, book: RuleBook) => {
  const document = documentOf(book);

  it('come back from a workbook as they were written', async () => {
    const read = await readFactsWorkbook(await writeFactsWorkbook(document, book), book);
    expect(said(readBack(read, book))).toEqual(said(document));
  });

  it('come back from CSV as they were written', () => {
    expect(said(readBack(readFactsCsv(bytes(writeFactsCsv(document, book)), book), book))).toEqual(
      said(document),
    );
  });
});

describe('a CSV file by hand', () => {
  const table = (heads: string, ...rows: string[]) => [heads, ...rows].join('\n');
  const factsOf = (read: ReadFacts) => readBack(read, township).units[0]?.facts;

  it('takes titles, full-width digits, separators, units and blank cells as people write them', () => {
    const text = table(
      '2026 年数据汇总,,,,',
      '单位代码;单位名称;单位类型;村（社区）总数;已建妇联的村（社区）数（核定）;辖区妇女数'.replaceAll(
        ';',
        ',',
      ),
      '990123100000,柳林镇,乡镇妇联,１7,16个,"6,680"',
    );
    const women = township.facts.find(({ title }) => title.zh === '辖区妇女数');
    const read = readFactsCsv(bytes(women ? text : text.replaceAll(/,辖区妇女数|,"6,680"/g, '')), township);
    expect(factsOf(read)).toMatchObject({
      'villages-total': { declared: '17', verified: '17' },
      'villages-with-federation': { verified: '16' },
      ...(women ? { [women.id]: { verified: '6680' } } : {}),
    });
  });

  it('is read in GB18030, as Chinese Excel and WPS save it', () => {
    // 单位代码,单位类型 / 990123100000,乡镇妇联
    const gb = Buffer.from(
      'b5a5cebbb4fac2eb2cb5a5cebbc0e0d0cd0a3939303132333130303030302ccfe7d5f2b8bec1aa0a',
      'hex',
    );
    const read = readFactsCsv(gb, township);
    expect(read).toMatchObject({
      ok: true,
      document: { units: [{ code: '990123100000', type: 'TownshipFederation' }] },
    });
  });

  it('names a missing head, unknown and repeated columns, and rows without a code, each at its place', () => {
    expect(readFactsCsv(bytes('甲,乙\n1,2\n'), township)).toMatchObject({
      ok: false,
      problems: [{ code: 'NO_CODE_COLUMN' }],
    });
    const read = readFactsCsv(bytes(table('单位代码,瞎写的列,单位代码', 'A,1,A', ',9,')), township);
    expect(read).toMatchObject({
      ok: false,
      problems: [
        { code: 'UNKNOWN_COLUMN', path: 'B1 瞎写的列' },
        { code: 'COLUMN_TWICE', path: 'C1 单位代码' },
        { code: 'NO_CODE', path: '3:3 单位代码' },
      ],
    });
  });

  it('has the problems of its values told at their cells', () => {
    const read = readFactsCsv(
      bytes(table('单位代码,单位类型,villages-total', '990123100000,乡镇妇联,十七')),
      township,
    );
    if (!read.ok) throw new Error('it reads');
    const parsed = parseFacts(read.document, township);
    if (parsed.ok) throw new Error('十七 is no number');
    expect(problemsAtPlaces(parsed.problems, read.places)[0]).toMatchObject({
      code: 'NOT_A_NUMBER',
      path: 'C2 villages-total',
    });
  });

  it('refuses what is no text', () => {
    expect(readFactsCsv(Uint8Array.of(0x50, 0x4b, 0, 0xff, 0xff, 0x81), township)).toMatchObject({
      ok: false,
      problems: [{ code: 'NOT_TEXT' }],
    });
  });
});

describe('a workbook that must not be believed', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.addRow(['单位代码', '单位类型', 'villages-total']);
    fill(sheet);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
  const problemsOf = async (file: Uint8Array) => {
    const read = await readFactsWorkbook(file, township);
    return read.ok ? [] : read.problems;
  };

  it('reads plain numbers exactly as they are shown', async () => {
    const file = await workbook((sheet) => sheet.addRow(['990123100000', '乡镇妇联', 0.1]));
    expect(await readFactsWorkbook(file, township)).toMatchObject({
      ok: true,
      document: { units: [{ facts: { 'villages-total': { verified: '0.1' } } }] },
    });
  });

  it('refuses a formula whatever result is stored beside it', async () => {
    const file = await workbook((sheet) =>
      sheet.addRow(['990123100000', '乡镇妇联', { formula: '1+1', result: 100 }]),
    );
    expect(await problemsOf(file)).toMatchObject([{ code: 'FORMULA', path: '表!C2' }]);
  });

  it('refuses merged data cells and error values', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['990123100000', '乡镇妇联', 3]);
      sheet.addRow(['990123101000', '乡镇妇联', { error: '#REF!' }]);
      sheet.mergeCells('B2:B3');
    });
    expect((await problemsOf(file)).map(({ code }) => code).sort()).toEqual(['ERROR_VALUE', 'MERGED_CELLS']);
  });

  it.each([
    ['text', bytes('单位代码,1')],
    ['an old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
    ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)],
    ['nothing', new Uint8Array()],
  ])('refuses %s', async (_, file) => {
    expect(await problemsOf(file)).toMatchObject([{ code: 'NOT_A_WORKBOOK' }]);
  });

  it('refuses an archive that unpacks to far more than it is, also when its header lies', async () => {
    const content = deflateRawSync(Buffer.alloc(60_000_000));
    for (const declared of [60_000_000, 1_000]) {
      const [problem] = await problemsOf(zipOf('xl/worksheets/sheet1.xml', content, declared));
      expect(['ARCHIVE_TOO_LARGE', 'NOT_A_WORKBOOK']).toContain(problem?.code);
    }
  });

  it('says everything in both languages', async () => {
    for (const { message, fix } of await problemsOf(new Uint8Array())) {
      expect([message.zh, message.en, fix.zh, fix.en].every((text) => text.length > 3)).toBe(true);
    }
  });
});

/** A zip with one entry, whose header says what we like. */
function zipOf(name: string, packed: Buffer, declared: number): Uint8Array {
  const file = Buffer.from(name);
  const head = (signature: number, central: boolean) => {
    const fields = Buffer.alloc(central ? 46 : 30);
    fields.writeUInt32LE(signature, 0);
    const at = central ? 6 : 4;
    fields.writeUInt16LE(20, at);
    fields.writeUInt16LE(8, at + 4);
    fields.writeUInt32LE(packed.length, at + 14);
    fields.writeUInt32LE(declared, at + 18);
    fields.writeUInt16LE(file.length, at + 22);
    return fields;
  };
  const local = Buffer.concat([head(0x04034b50, false), file, packed]);
  const central = Buffer.concat([head(0x02014b50, true), file]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}
