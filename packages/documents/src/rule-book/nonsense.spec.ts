import fc from 'fast-check';
import { parseRuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import type { Table } from '../table.js';
import { findTables } from './read/find-tables.js';
import { withLongTexts } from './read/long-texts.js';
import { readDocument } from './read/read-document.js';
import { Reading } from './read/reading.js';
import { exampleBook } from './write/example-book.js';
import { ruleBookRows } from './write/rule-book-rows.js';
import { sheetTexts } from './write/sheet-texts.js';

const deep = (open: string, close: string) => open.repeat(5_000) + close.repeat(5_000);
const awkward = [
  '',
  '[',
  '(((',
  '[x] ÷ ',
  '；',
  '一级',
  '九十级',
  '指标',
  '分档',
  '逐件计分',
  '按名次赋分',
  '清单',
  '票数',
  '是',
  '0',
  '-1',
  '1e9',
  '90%',
  '@1',
  'constructor',
  '__proto__',
  '__proto__=a',
  'toString',
  'JSON',
  'JSON null',
  'JSON []',
  'JSON {}',
  'JSON 0.5',
  'JSON -3',
  'JSON "x"',
  'JSON {"__proto__":{"a":1}}',
  'JSON {"kind":"difference"}',
  'JSON {"kind":"previous"}',
  'JSON {"kind":"ratio","of":5}',
  'JSON {"method":"tiers","bands":5}',
  'JSON [{"id":"a","title":{"zh":5}}]',
  'JSON [null]',
  `JSON ${deep('[', ']')}`,
  `JSON ${deep('{"kind":"previous","of":', '}').replace('{}', '{"of":{}}')}`,
  deep('(', ')'),
  deep('非(', ')'),
  `[${'长'.repeat(10_000)}]`,
];
const nonsense = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ maxLength: 30 }),
  fc.json({ maxDepth: 3 }).map((json) => `JSON ${json}`),
);

/** Which cells are changed, and into what. */
const changes = fc.array(fc.record({ sheet: fc.nat(), row: fc.nat(), column: fc.nat(), text: nonsense }), {
  minLength: 1,
  maxLength: 12,
});

const sheets = [exampleBook, defaultRuleBooks.village].map((book) =>
  sheetTexts(ruleBookRows(book, 'zh-CN'), 'zh-CN').filter(({ rows }) => rows.length > 0),
);

type Sheet = { readonly name: string; readonly rows: string[][] };
const copyOf = (book: (typeof sheets)[number]): Sheet[] =>
  book.map(({ name, heads, rows }) => ({ name, rows: [heads, ...rows].map((row) => [...row]) }));

/** Reads all the way to the places of the problems; throws only where the reader does. */
function read(tables: readonly Sheet[]): void {
  const reading = new Reading();
  const found = findTables(
    tables.map(({ name, rows }): Table => ({
      sheet: name,
      rows: rows.map((cells, index) => ({ number: index + 1, cells })),
    })),
    reading,
  );
  if (found === null) throw new Error('its sheets are there');
  const parsed = parseRuleBook(readDocument(withLongTexts(found, reading), reading));
  for (const { path } of parsed.ok ? [] : parsed.problems) reading.placeOf(path);
  for (const { message, fix } of reading.findings) {
    expect([message.zh, message.en, fix.zh, fix.en].every((text) => text.length > 1)).toBe(true);
  }
}

describe('whatever its cells say, a workbook is read or refused with reasons, and never throws', () => {
  it('at random', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sheets), changes, (book, changed) => {
        const tables = copyOf(book);
        for (const { sheet, row, column, text } of changed) {
          const table = tables[sheet % tables.length];
          const cells = table?.rows[row % table.rows.length];
          if (cells) cells[column % cells.length] = text.trim();
        }
        read(tables);
      }),
      { numRuns: 100 },
    );
  });

  // What a row is stays, so that every other cell is looked at as what it is meant to be.
  it.each([
    ['every cell', []],
    ['every cell but what its row is', ['层级', '类型', '计分方法', '指标', '参数', '项目', '性质']],
  ])('with the same nonsense in %s of every other row', (_, kept) => {
    for (const text of awkward) {
      const tables = copyOf(sheets[0] ?? []);
      for (const { rows } of tables) {
        const [heads = []] = rows;
        rows.forEach((row, index) => {
          if (index === 0 || index % 2 === 0) return;
          heads.forEach((head, column) => {
            if (!kept.includes(head.split('\n')[0] ?? '')) row[column] = text;
          });
        });
      }
      read(tables);
    }
  });
});
