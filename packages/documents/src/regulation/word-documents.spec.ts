import * as sheetjs from '@e965/xlsx';
import * as docx from 'docx';
import { readRegulation } from './read-regulation.js';
import { placeText } from './regulation-place.js';
import { rowsOf, type Regulation } from './regulation.js';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A document of the given body, as raw XML. */
function rawDocument(body: string, prolog = ''): Uint8Array {
  const container = sheetjs.CFB.utils.cfb_new();
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
  sheetjs.CFB.utils.cfb_add(container, 'word/document.xml', Buffer.from(xml));
  return new Uint8Array(sheetjs.CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer);
}

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const p = (...parts: readonly string[]): string =>
  `<w:p>${parts.map((part) => (part.startsWith('<') ? part : run(part))).join('')}</w:p>`;
const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
const tr = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc') || cell.startsWith('<w:trPr') ? cell : tc(cell))).join('')}</w:tr>`;
const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const heads = tr('考核内容', '分值', '评分标准');

async function regulationOf(bytes: Uint8Array): Promise<Regulation> {
  const read = await readRegulation(bytes, '细则.docx');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.regulation;
}

const brief = (regulation: Regulation) =>
  regulation.sections.map((section) => [
    section.title,
    section.points,
    ...rowsOf(section).map(({ item, points, standard }) => [item, points, standard]),
  ]);

it('a document of the docx library with merged cells is read like one of Word', async () => {
  const cell = (text: string, more: Partial<docx.ITableCellOptions> = {}) =>
    new docx.TableCell({ ...more, children: text.split('\n').map((line) => new docx.Paragraph(line)) });
  const row = (...children: docx.TableCell[]) => new docx.TableRow({ children });
  const made = new docx.Document({
    sections: [
      {
        children: [
          new docx.Paragraph({ text: '某镇妇联2026年考核细则', alignment: docx.AlignmentType.CENTER }),
          new docx.Table({
            rows: [
              row(cell('考核项目'), cell('考核内容'), cell('分值'), cell('评分标准')),
              row(
                cell('组织建设', { rowSpan: 2 }),
                cell('妇女之家'),
                cell('6'),
                cell('有牌子3分\n有活动3分'),
              ),
              row(cell('执委会'), cell('4'), cell('缺1次扣1分')),
              row(cell('合计', { columnSpan: 2 }), cell('10'), cell('')),
            ],
          }),
          new docx.Paragraph('某镇妇女联合会'),
        ],
      },
    ],
  });
  const regulation = await regulationOf(new Uint8Array(await docx.Packer.toBuffer(made)));
  expect(regulation).toMatchObject({ title: '某镇妇联2026年考核细则', year: 2026, issuer: '某镇妇女联合会' });
  expect(brief(regulation)).toEqual([
    ['组织建设', null, ['妇女之家', '6', '有牌子3分\n有活动3分'], ['执委会', '4', '缺1次扣1分']],
  ]);
  expect(regulation.findings).toEqual([]);
  const place = regulation.sections[0]?.rows[1]?.place;
  expect(place && placeText(place).zh).toBe('第 1 个表格第 3 行第 2 列');
});

it('tracked changes are accepted: what was deleted or moved away is gone, what was added is there', async () => {
  const changed = p(
    '<w:del w:id="1" w:author="a"><w:r><w:delText>每次扣5分</w:delText></w:r></w:del>',
    '<w:ins w:id="2" w:author="a"><w:r><w:t>每次扣2分</w:t></w:r></w:ins>',
    '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>旧处</w:t></w:r></w:moveFrom>',
    '<w:moveTo w:id="4" w:author="a"><w:r><w:t>，扣完为止</w:t></w:r></w:moveTo>',
  );
  const regulation = await regulationOf(
    rawDocument(
      tbl(
        heads,
        tr('妇女之家', '10', tc(changed)),
        tr('<w:trPr><w:del w:id="5" w:author="a"/></w:trPr>', '已删除的行', '5', '不应读入'),
      ),
    ),
  );
  expect(brief(regulation)).toEqual([['', null, ['妇女之家', '10', '每次扣2分，扣完为止']]]);
});

it('a paragraph whose end was deleted goes on in the next one', async () => {
  const joined = `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>${run('每次')}</w:p>${p('扣2分')}`;
  const regulation = await regulationOf(rawDocument(tbl(heads, tr('妇女之家', '10', tc(joined)))));
  expect(regulation.sections[0]?.rows[0]?.standard).toBe('每次扣2分');
});

it('hidden text and text boxes are left out and told; what is said twice for old readers is read once', async () => {
  const hidden = `<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握</w:t></w:r>`;
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('旁注')}</w:txbxContent></mc:Choice><mc:Fallback><w:pict>${p('旁注')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const regulation = await regulationOf(
    rawDocument(p('考核细则', box) + tbl(heads, tr('妇女之家', '10', tc(p('有牌子', hidden))))),
  );
  expect(regulation.title).toBe('考核细则');
  expect(regulation.sections[0]?.rows[0]?.standard).toBe('有牌子');
  expect(regulation.leftOut.map(({ code, text }) => [code, text])).toEqual([
    ['TEXT_BOX', '旁注'],
    ['HIDDEN_TEXT', '内部掌握'],
  ]);
});

it('a table within a cell is read as text, and told', async () => {
  const regulation = await regulationOf(
    rawDocument(tbl(heads, tr('信息', '10', tc(tbl(tr('省级', '3分'), tr('市级', '2分')) + p(''))))),
  );
  expect(regulation.sections[0]?.rows[0]?.standard).toBe('省级 3分\n市级 2分');
  expect(regulation.findings.map(({ code }) => code)).toEqual(['NESTED_TABLE']);
});

it('each table below a heading of its own is a section; one right behind another goes on', async () => {
  const regulation = await regulationOf(
    rawDocument(
      p('考核细则') +
        p('一、组织建设（20分）') +
        tbl(heads, tr('妇女之家', '10', '有')) +
        tbl(heads, tr('执委会', '10', '有')) +
        p('加分项（5分）') +
        tbl(heads, tr('表彰', '5', '市级5分')),
    ),
  );
  expect(brief(regulation)).toEqual([
    ['组织建设', '20', ['妇女之家', '10', '有'], ['执委会', '10', '有']],
    ['加分项', '5', ['表彰', '5', '市级5分']],
  ]);
  expect(regulation.sections[1]?.role).toBe('bonus');
});

it('numbered paragraphs are rules, parts without points are notes', async () => {
  const regulation = await regulationOf(
    rawDocument(
      [
        '2026年妇联工作考核办法',
        '一、考核对象：各乡镇妇联。',
        '二、考核内容',
        '（一）组织建设 25分',
        '1. 建立组织。设立执委会，配备主席。10分',
        '2.设立阵地（15分）。有牌子得5分；有活动得10分。',
        '①活动要有记录。',
        '没有记录的扣2分。',
        '（二）加分项',
        '1.受市级表彰加2分，最多加5分。',
        '三、考核程序',
        '年底组织考核。总分为25分。',
        '某县妇女联合会',
        '2026年3月8日',
      ]
        .map((text) => p(text))
        .join(''),
    ),
  );
  expect(regulation).toMatchObject({ title: '2026年妇联工作考核办法', year: 2026, issuer: '某县妇女联合会' });
  const [content] = regulation.sections;
  expect(content?.title).toBe('考核内容');
  expect(content?.sections.map(({ title, points, role }) => [title, points, role])).toEqual([
    ['组织建设', '25', 'base'],
    ['加分项', null, 'bonus'],
  ]);
  expect(
    content?.sections[0]?.rows.map(({ number, item, points, standard }) => [number, item, points, standard]),
  ).toEqual([
    ['1', '建立组织', '10', '设立执委会，配备主席。'],
    ['2', '设立阵地', '15', '有牌子得5分；有活动得10分。\n①、活动要有记录。\n没有记录的扣2分。'],
  ]);
  expect(content?.sections[1]?.rows.map(({ item, points, standard }) => [item, points, standard])).toEqual([
    ['受市级表彰加2分，最多加5分', null, '受市级表彰加2分，最多加5分。'],
  ]);
  expect(regulation.notes.map(({ text }) => text)).toEqual([
    '一、考核对象：各乡镇妇联。',
    '三、考核程序\n年底组织考核。总分为25分。',
    '某县妇女联合会',
    '2026年3月8日',
  ]);
});

it.each([
  [
    'a document type',
    rawDocument(tbl(heads, tr('a', '1', 'b')), '<!DOCTYPE w [<!ENTITY x "y">]>'),
    'NOT_A_DOCUMENT',
  ],
  ['XML that is not well formed', rawDocument('<w:p><w:r>'), 'NOT_A_DOCUMENT'],
  ['an entity nobody declared', rawDocument(p(run('&boom;'))), 'NOT_A_DOCUMENT'],
  ['nesting without end', rawDocument('<w:p>'.repeat(400) + '</w:p>'.repeat(400)), 'TOO_LARGE_FOR_RULES'],
  ['more rows than rules have', rawDocument(tbl(tr('a').repeat(5_001))), 'TOO_LARGE_FOR_RULES'],
  ['a letter without rules', rawDocument(p('各乡镇妇联：') + p('请按时参加会议。')), 'NOT_A_REGULATION'],
  ['headings without rows', rawDocument(tbl(heads)), 'NO_ROWS'],
])('refuses %s', async (_what, bytes, code) => {
  const read = await readRegulation(bytes, '细则.docx');
  expect(read.ok ? null : read.problems.map((problem) => problem.code)).toEqual([code]);
});

it('a span of millions of columns covers no more than a table may have', async () => {
  const wide = tc('妇女之家', '<w:gridSpan w:val="9999"/>');
  const read = await readRegulation(rawDocument(tbl(heads, tr('执委会', '5', '有'), tr(wide))), '细则.docx');
  expect(read.ok).toBe(true);
});
