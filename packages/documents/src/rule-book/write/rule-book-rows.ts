import { clauseOf, type Locale, type RuleBook } from '@heng/rules';
import { writeCell, type CellContext } from '../cells/cell-codec.js';
import { bookItems, repeatedItems } from '../layout/book-items.js';
import { getAt, type Column, type Row } from '../layout/column.js';
import { factColumns } from '../layout/fact-columns.js';
import { writeIndicator } from '../layout/write-indicator.js';
import { partTables } from '../layout/part-tables.js';
import { restCell, restKey, unsaid, writeWhole } from '../layout/rest.js';
import { frameHeadings, type SheetKey } from '../layout/sheets.js';
import { gradeColumns, groupColumns, vetoColumns } from '../layout/standing-columns.js';
import type { Cells } from '../layout/table-row.js';
import { treeColumns } from '../layout/tree-columns.js';
import { namesOfBook } from '../names.js';
import { readBookItems } from '../read/read-book-items.js';

export type SheetRows = Record<Exclude<SheetKey, 'notes' | 'example' | 'findings' | 'long'>, Cells[]>;

/** A rule book as the rows of its sheets, by the keys of their columns. */
export function ruleBookRows(book: RuleBook, locale: Locale): SheetRows {
  const context: CellContext = { names: namesOfBook(book), locale };
  const whole = book as unknown as Row;
  const rows: SheetRows = {
    book: [],
    facts: book.facts.map((fact) => writeWhole(factColumns, fact, whole, context)),
    tree: [],
    scoring: [],
    bands: [],
    places: [],
    worth: [],
    items: [],
    exceptions: [],
    vetoes: book.vetoes.map((veto) => writeWhole(vetoColumns, veto, whole, context)),
    groups:
      'groups' in book.cohorts
        ? book.cohorts.groups.map((group) => writeWhole(groupColumns, group, whole, context))
        : [],
    grades: book.grades.map((grade) => writeWhole(gradeColumns, grade, whole, context)),
    origins: [],
  };
  rows.book = bookRows(whole, context);
  for (const section of book.sections) addSection(section, { book, depth: 1, rows, context });
  return rows;
}

type Adding = {
  readonly book: RuleBook;
  readonly depth: number;
  readonly rows: SheetRows;
  readonly context: CellContext;
};

function addSection(section: RuleBook['sections'][number], adding: Adding): void {
  const { sections, indicators, ...own } = section;
  const { rows, context, depth } = adding;
  const cells = writeWhole(treeColumns, { ...own, depth }, {}, context);
  // A list without entries is not the same as no list.
  const empty = [
    ...(sections?.length === 0 ? ['sections'] : []),
    ...(indicators?.length === 0 ? ['indicators'] : []),
  ];
  const rest = cells[restKey] ?? '';
  rows.tree.push(
    empty.length === 0
      ? cells
      : {
          ...cells,
          [restKey]: restCell(
            { ...(rest === '' ? {} : (JSON.parse(rest.slice('JSON '.length)) as Row)), sections, indicators },
            [...(rest === '' ? [] : Object.keys(JSON.parse(rest.slice('JSON '.length)) as Row)), ...empty],
          ),
        },
  );
  for (const indicator of indicators ?? []) addIndicator(indicator, adding);
  for (const inner of sections ?? []) addSection(inner, { ...adding, depth: depth + 1 });
}

function addIndicator(
  indicator: NonNullable<RuleBook['sections'][number]['indicators']>[number],
  { book, rows, context }: Adding,
): void {
  const { own, scoring, parts } = writeIndicator(indicator as unknown as Row, context);
  const name = context.names.indicators.name(indicator.id, context.locale);
  const named = (cells: Cells): Cells => ({ indicator: name, ...cells });
  rows.tree.push({ ...own, clause: clauseOf(indicator, book, context.locale) });
  rows.scoring.push(...scoring.map(named));
  for (const { key } of partTables) rows[key].push(...parts[key].map(named));
}

function bookRows(book: Row, context: CellContext): Cells[] {
  const language = context.locale === 'en' ? 1 : 0;
  const row = (item: Column, content: string, english = ''): Cells => ({
    item: item.heading[language],
    content,
    ...(english === '' ? {} : { english }),
    help: language === 1 ? item.note.en : item.note.zh,
  });
  const plain = bookItems.flatMap((item) => {
    const path = item.path(book, {}) ?? [];
    const content = textAt(book, path, item, context);
    return [row(item, content, englishOf(book, path, item, context))];
  });
  const repeated = repeatedItems.flatMap((item) => {
    const path = item.path(book, {}) ?? [];
    const entries = getAt(book, path);
    if (!Array.isArray(entries) || entries.length === 0) return [row(item, '')];
    return entries.map((entry: unknown) =>
      path[0] === 'notes'
        ? row(item, textAt(entry, ['zh'], item, context), englishOf(entry, ['zh'], item, context))
        : row(item, writeCell(item.codec as never, entry, context)),
    );
  });
  const rows = [...plain, ...repeated];
  const read = readBookItems(
    rows.map((cells, index) => ({ cells, index })),
    context,
  ).object;
  const keys = unsaid(withoutGroups(book), read, keysOfItems);
  if (keys.length === 0) return rows;
  const kept = rows.map((cells, index) =>
    keys.includes(itemKey(index, plain.length, repeated, cells))
      ? { ...cells, content: '', english: '' }
      : cells,
  );
  return [...kept, { item: frameHeadings.rest[language], content: restCell(withoutGroups(book), keys) }];
}

const keysOfItems = [
  ...new Set([...bookItems, ...repeatedItems].map((item) => item.path({}, {})?.[0] ?? '')),
];

/** Which part of the book an item's row is about. */
function itemKey(index: number, plain: number, repeated: readonly Cells[], cells: Cells): string {
  const items = index < plain ? bookItems : repeatedItems;
  return (
    items.find(({ heading }) => heading.includes(cells['item'] ?? ''))?.path({}, {})?.[0] ??
    String(repeated.length)
  );
}

/** Groups have a sheet of their own. */
export function withoutGroups(book: Row): Row {
  const { groups: _, ...cohorts } = book['cohorts'] as Row;
  return { ...book, cohorts };
}

const textAt = (from: unknown, path: readonly string[], item: Column, context: CellContext): string =>
  writeCell(item.codec as never, getAt(from, path), context);

function englishOf(from: unknown, path: readonly string[], item: Column, context: CellContext): string {
  if (path.at(-1) !== 'zh') return '';
  const english = [...path.slice(0, -1), 'en'];
  return getAt(from, english) === getAt(from, path) ? '' : textAt(from, english, item, context);
}
