import { docxFile, type DocxBlock } from './docx-file.js';
import type { Layout, ParagraphLayout } from './layout.js';
import { layouts } from './layouts.js';
import { typeParagraphs } from './type-paragraphs.js';
import { typeTable } from './type-table.js';
import type { TypedBook } from './typed-book.js';
import { xlsxFile } from './xlsx-file.js';
import type { Table } from './table.js';

export type RegulationFile = { readonly name: string; readonly bytes: Uint8Array };

/** The workbook and the Word document of a book. @throws Error for a book without layouts */
export function regulationFiles(book: TypedBook): readonly RegulationFile[] {
  const layout = layouts[book.id];
  if (layout === undefined) throw new Error(`no layouts for ${book.id}: add them to layouts.ts`);
  return [
    { name: `${book.id}.xlsx`, bytes: workbookOf(book, layout.xlsx) },
    { name: `${book.id}.docx`, bytes: documentOf(book, layout.docx) },
  ];
}

const issuerLine = (book: TypedBook, layout: Layout): readonly string[] =>
  layout.issuerLine === true && book.issuer !== null ? [`考核单位：${book.issuer}`] : [];

function workbookOf(book: TypedBook, layout: Layout): Uint8Array {
  const table = typeTable(book, book.sections, layout, [
    book.title,
    ...book.preface,
    ...issuerLine(book, layout),
  ]);
  return xlsxFile([{ name: '考核细则', table: withNotes(table, book.notes) }]);
}

/** Notes stand below the table, each in a merged row. */
function withNotes({ cells, widths }: Table, notes: readonly string[]): Table {
  const last = Math.max(...cells.map((cell) => cell.row + cell.rows - 1));
  const below = notes.map((text, index) => ({
    row: last + 1 + index,
    column: 1,
    rows: 1,
    columns: widths.length,
    text,
    look: 'text' as const,
  }));
  return { cells: [...cells, ...below], widths };
}

function documentOf(book: TypedBook, layout: Layout | ParagraphLayout): Uint8Array {
  const line = (text: string, look: 'title' | 'text'): DocxBlock => ({ kind: 'paragraph', text, look });
  const issuer = 'paragraphs' in layout ? [] : issuerLine(book, layout);
  return docxFile([
    ...book.preface.map((text) => line(text, 'text')),
    line(book.title, 'title'),
    ...issuer.map((text) => line(text, 'text')),
    ...('paragraphs' in layout ? typeParagraphs(book, layout.automaticNumbers) : tablesOf(book, layout)),
    ...book.notes.map((text) => line(text, 'text')),
    // Word wants a paragraph behind the last table.
    line('', 'text'),
  ]);
}

function tablesOf(book: TypedBook, layout: Layout): readonly DocxBlock[] {
  if (layout.apart !== true) return [{ kind: 'table', table: typeTable(book, book.sections, layout) }];
  return book.sections.flatMap((section): readonly DocxBlock[] => [
    {
      kind: 'paragraph',
      look: 'strong',
      // As a document looks in which changes are still tracked.
      deleted: '（草稿）',
      text: `${section.number}、${section.title}`,
      ...(section.points === null ? {} : { inserted: `（${section.points}分）` }),
    },
    { kind: 'table', table: typeTable(book, [section], { ...layout, sections: 'first-row' }) },
  ]);
}
