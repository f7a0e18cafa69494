import type { Locale } from '@heng/rules';
import { shorten } from '../../document-problem.js';
import { readCell, type CellContext, type CellProblem } from '../cells/cell-codec.js';
import { depth } from '../layout/depth.js';
import { getAt, type Column, type Row } from '../layout/column.js';
import { factColumns } from '../layout/fact-columns.js';
import { addRest, restKey } from '../layout/rest.js';
import type { SheetKey } from '../layout/sheets.js';
import { gradeColumns, groupColumns, vetoColumns } from '../layout/standing-columns.js';
import { readRow } from '../layout/table-row.js';
import { namesOf, type Named } from '../names.js';
import { isPlainObject } from '../plain-object.js';
import type { FoundRow, FoundSheets } from './find-tables.js';
import { idsOf } from './ids.js';
import { readBookItems } from './read-book-items.js';
import { readTree } from './read-tree.js';
import type { Reading } from './reading.js';

/** The locale of a workbook does not matter for reading: every word is understood in both languages. */
const anyLocale: Locale = 'zh-CN';

/** The rule-book document that the sheets say, still to be checked by `parseRuleBook`. */
export function readDocument(sheets: FoundSheets, reading: Reading): Row {
  const rowsOf = (key: SheetKey) => (sheets.get(key)?.rows ?? []).filter((row) => says(row));
  const factRows = rowsOf('facts');
  const treeRows = rowsOf('tree');
  const isSection = ({ cells }: FoundRow) => {
    const read = readCell(depth, cells['depth'] ?? '', {} as CellContext);
    return read.ok && typeof read.value === 'number';
  };
  const factIds = idsOf(factRows, () => 'F');
  const treeIds = idsOf(treeRows, (row) => (isSection(row) ? 'S' : 'I'));
  const gradeIds = idsOf(rowsOf('grades'), () => 'grade');
  const named = (rows: readonly FoundRow[], ids: readonly string[]) =>
    rows.map((row, index): Named => ({ id: ids[index] ?? '', title: titleOf(row) }));
  const tree = named(treeRows, treeIds);
  const others = {
    sections: tree.filter((_, index) => isSection(treeRows[index] as FoundRow)),
    indicators: tree.filter((_, index) => !isSection(treeRows[index] as FoundRow)),
    grades: named(rowsOf('grades'), gradeIds),
  };
  const factNames = named(factRows, factIds).map((each) => ({ ...each, options: [], genres: [] }));
  const first: CellContext = { names: namesOf({ facts: factNames, ...others }), locale: anyLocale };
  const records = new RecordReading(sheets, reading);
  const facts = records.list(
    'facts',
    { rows: factRows, ids: factIds, columns: factColumns, at: ['facts'], about: {} },
    first,
  );

  const names = namesOf({ facts: facts.map(factNamesOf), ...others });
  const context: CellContext = { names, locale: anyLocale };
  const book = readItems(sheets, reading, context);
  const vetoRows = rowsOf('vetoes');
  const vetoes = records.list(
    'vetoes',
    { rows: vetoRows, ids: idsOf(vetoRows, () => 'V'), columns: vetoColumns, at: ['vetoes'], about: book },
    context,
  );
  const groupRows = rowsOf('groups');
  const groups = records.list(
    'groups',
    {
      rows: groupRows,
      ids: idsOf(groupRows, () => 'G'),
      columns: groupColumns,
      at: ['cohorts', 'groups'],
      about: book,
    },
    context,
  );
  const grades = records.list(
    'grades',
    { rows: rowsOf('grades'), ids: gradeIds, columns: gradeColumns, at: ['grades'], about: book },
    context,
  );
  const sections = readTree({ sheets, reading, context, rows: treeRows, ids: treeIds, isSection });

  const cohorts = isPlainObject(book['cohorts']) ? book['cohorts'] : undefined;
  return {
    ...book,
    ...(cohorts === undefined ? {} : { cohorts: groups.length === 0 ? cohorts : { ...cohorts, groups } }),
    format: 'heng-rulebook/1',
    facts,
    sections,
    vetoes,
    grades,
  };
}

/** Whether a row says anything beside what was made for people to read. */
const says = ({ cells }: FoundRow): boolean =>
  Object.entries(cells).some(([key, text]) => text !== '' && key !== 'help' && key !== 'clause');

function titleOf({ cells }: FoundRow): { zh: string; en: string } {
  const zh = cells['title.zh'] ?? '';
  return { zh, en: cells['title.en'] || zh };
}

function factNamesOf(fact: Row) {
  const list = (key: string): Named[] => {
    const entries = fact[key];
    return Array.isArray(entries) ? entries.flatMap((entry: unknown) => namedOf(entry) ?? []) : [];
  };
  return {
    ...(namedOf(fact) ?? { id: '' }),
    kind: fact['kind'],
    options: [...list('options'), ...list('levels'), ...list('groups')],
    genres: list('genres'),
  };
}

/** What has an id, with its title if it has one; a cell may hold anything that JSON can. */
function namedOf(entry: unknown): Named | null {
  const [id, zh, en] = [['id'], ['title', 'zh'], ['title', 'en']].map((path) => getAt(entry, path));
  if (typeof id !== 'string') return null;
  return typeof zh === 'string' && typeof en === 'string' ? { id, title: { zh, en } } : { id };
}

function readItems(sheets: FoundSheets, reading: Reading, context: CellContext): Row {
  const sheet = sheets.get('book');
  if (sheet === undefined) return {};
  const rows = sheet.rows;
  const read = readBookItems(
    rows.map(({ cells }, index) => ({ cells, index })),
    context,
  );
  // The item says what is meant; the heading of the column would say "content" everywhere.
  const place = ({ index, key }: { index: number; key: string }) => ({
    ...sheet.place(rows[index]?.number ?? null, key),
    heading: shorten(rows[index]?.cells['item'] ?? ''),
  });
  reading.put([], sheet.place(null, null));
  for (const { path, at } of read.places) reading.put(path, place(at));
  for (const { at, problem } of read.faults) reading.fault(place(at), problem);
  for (const { at, text } of read.tidied) reading.correct(place(at), text);
  return read.object;
}

type Listed = {
  readonly rows: readonly FoundRow[];
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  /** Where the list is in the document. */
  readonly at: readonly string[];
  readonly about: Row;
};

/** Reads sheets of which each row is an object of its own. */
class RecordReading {
  constructor(
    private readonly sheets: FoundSheets,
    private readonly reading: Reading,
  ) {}

  list(key: SheetKey, { rows, ids, columns, at, about }: Listed, context: CellContext): Row[] {
    const sheet = this.sheets.get(key);
    if (sheet === undefined) return [];
    this.reading.put(at, sheet.place(null, null));
    return rows.map(({ number, cells }, index) => {
      const read = readRow(columns, cells, about, context);
      const place = (column: string) => sheet.place(number, column);
      const base = [...at, index];
      this.reading.put(base, place('title.zh'));
      for (const { path, key: column } of read.places) this.reading.put([...base, ...path], place(column));
      for (const { key: column, problem } of read.faults) this.reading.fault(place(column), problem);
      for (const { key: column, text } of read.tidied) this.reading.correct(place(column), text);
      const object = read.object;
      const before = new Set(Object.keys(object));
      const problem: CellProblem | null = addRest(object, cells[restKey] ?? '', context);
      if (problem !== null) this.reading.fault(place(restKey), problem);
      for (const part of Object.keys(object))
        if (!before.has(part)) this.reading.put([...base, part], place(restKey));
      object['id'] ??= ids[index];
      return object;
    });
  }
}
