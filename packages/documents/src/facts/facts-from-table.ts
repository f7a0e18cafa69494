import { type RuleBook } from '@heng/rules';
import { documentProblem, nowhere, shorten, type DocumentProblem, type Place } from '../document-problem.js';
import type { Table, TableRow } from '../table.js';
import { readCell } from './cell-value.js';
import { columnOf, headings, type FactsColumn } from './facts-layout.js';
import { refusedFacts, type ReadFacts } from './read-facts.js';
import { unitTypeOf } from './unit-type-names.js';

/** Titles may stand above the heads; further down a head is no head. */
const headWithin = 10;

/** The row that holds the heads: the first with a column for the unit's code. */
export const headOf = (table: Table, book: RuleBook): TableRow | null =>
  table.rows
    .slice(0, headWithin)
    .find(
      ({ cells }) =>
        !(cells[0] ?? '').startsWith('#') && cells.some((cell) => columnOf(cell, book)?.kind === 'code'),
    ) ?? null;

type Column = { readonly index: number; readonly heading: string; readonly meaning: FactsColumn };

/** Reads one row a unit. Every place that is wrong is named at once; nothing is read half. */
export function factsFromTable(table: Table, book: RuleBook): ReadFacts {
  const head = headOf(table, book);
  if (head === null) return refusedFacts([noHead(table.sheet)]);
  const problems: DocumentProblem[] = [];
  const about = aboutOf(table, head);
  const columns = columnsOf(head, table.sheet, book, problems);
  const headed = (column: number) => (head.cells[column] ?? '').trim() !== '';
  const places = new Map<string, Place>();
  const units = table.rows
    .filter(({ number }) => number > head.number)
    .map((row, index) => unitOf(row, { table, columns, headed, book, index, places, problems }));
  if (problems.length > 0) return refusedFacts(problems);
  return { ok: true, document: { format: 'heng-facts/1', ...about, units }, places };
}

/** `#标签` and `#截至日期` over the head; other rows there are a title for people. */
function aboutOf(table: Table, head: TableRow): { label?: { zh: string; en: string }; asOf?: string } {
  const above = table.rows.filter(({ number }) => number < head.number);
  const named = (...names: readonly string[]) =>
    above.find(({ cells }) => names.includes((cells[0] ?? '').trim().toLowerCase()))?.cells;
  const [, zh = '', en = ''] = named('#标签', '#label') ?? [];
  const [, asOf = ''] = named('#截至日期', '#as of') ?? [];
  return {
    ...(zh === '' ? {} : { label: { zh, en: en === '' ? zh : en } }),
    ...(asOf === '' ? {} : { asOf }),
  };
}

function columnsOf(
  head: TableRow,
  sheet: string | null,
  book: RuleBook,
  problems: DocumentProblem[],
): readonly Column[] {
  const seen = new Map<string, string>();
  return head.cells.flatMap((heading, index): Column[] => {
    if (heading.trim() === '') return [];
    const place = { sheet, row: head.number, column: index + 1, heading: shorten(heading) };
    const meaning = columnOf(heading, book);
    if (meaning === null) {
      problems.push(unknownColumn(place));
      return [];
    }
    const key =
      meaning.kind === 'fact'
        ? `${meaning.fact.id} ${meaning.side}`
        : 'attribute' in meaning
          ? `@${meaning.attribute}`
          : meaning.kind;
    if (seen.has(key)) problems.push(columnTwice(place));
    seen.set(key, heading);
    return [{ index, heading: place.heading, meaning }];
  });
}

type Reading = {
  readonly table: Table;
  readonly columns: readonly Column[];
  /** Whether a column has a heading at all; an unknown one has been named already. */
  readonly headed: (column: number) => boolean;
  readonly book: RuleBook;
  readonly index: number;
  readonly places: Map<string, Place>;
  readonly problems: DocumentProblem[];
};

type Entry = { declared?: unknown; verified?: unknown; notApplicable?: string };

function unitOf(row: TableRow, { table, columns, headed, book, index, places, problems }: Reading) {
  const unit = new Map<string, string>();
  const attributes: [string, string][] = [];
  const facts = new Map<string, Entry>();
  const at = `/units/${index}`;
  places.set(at, { sheet: table.sheet, row: row.number, column: null, heading: null });
  const known = new Set(columns.map((column) => column.index));
  row.cells.forEach((cell, column) => {
    if (cell.trim() === '' || known.has(column) || headed(column)) return;
    problems.push(noHeading({ sheet: table.sheet, row: row.number, column: column + 1, heading: null }));
  });
  for (const { index: column, heading, meaning } of columns) {
    const cell = (row.cells[column] ?? '').trim();
    if (cell === '') continue;
    const place = { sheet: table.sheet, row: row.number, column: column + 1, heading };
    if (meaning.kind === 'attribute') attributes.push([meaning.attribute, cell]);
    else if (meaning.kind !== 'fact') {
      unit.set(meaning.kind, cell);
      places.set(`${at}/${meaning.kind}`, place);
    } else {
      const { fact, side } = meaning;
      const content = readCell(fact, cell);
      const entry = facts.get(fact.id) ?? {};
      const path = `${at}/facts/${fact.id}`;
      if (content.kind === 'not-applicable') entry.notApplicable = content.because;
      if (content.kind === 'value') {
        if (side !== 'verified') entry.declared = content.value;
        if (side !== 'declared') entry.verified = content.value;
      }
      facts.set(fact.id, entry);
      places.set(side === 'both' ? path : `${path}/${side}`, place);
      if (!places.has(path)) places.set(path, place);
    }
  }
  const code = unit.get('code');
  if (code === undefined)
    problems.push(noCode({ sheet: table.sheet, row: row.number, column: null, heading: headings.code }));
  const [onlyType] = book.unitTypes;
  const type = unit.get('type') ?? (book.unitTypes.length === 1 ? onlyType : undefined);
  const parent = unit.get('parent');
  return {
    code,
    name: unit.get('name') ?? code,
    type: type === undefined ? undefined : unitTypeOf(type),
    ...(parent === undefined ? {} : { parent }),
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    facts: Object.fromEntries(facts),
  };
}

const noHead = (sheet: string | null): DocumentProblem =>
  documentProblem(
    'NO_CODE_COLUMN',
    { ...nowhere, sheet },
    [`没有找到“${headings.code}”列。`, `There is no column "${headings.code}" (or "code").`],
    [
      '请在前 10 行中写上列名；可先用 heng facts template 得到模板。',
      'Put the headings into the first 10 rows; "heng facts template" gives a template.',
    ],
  );

const unknownColumn = (place: Place): DocumentProblem =>
  documentProblem(
    'UNKNOWN_COLUMN',
    place,
    ['规则书里没有这一列的数据。', 'The rule book has no fact of this name.'],
    [
      '列名要写数据的名称或标识，如“名称 [标识]”；不需要的列请删去。',
      'A heading is the title or the id of a fact; delete the column if it is not needed.',
    ],
  );

const columnTwice = (place: Place): DocumentProblem =>
  documentProblem(
    'COLUMN_TWICE',
    place,
    ['这一列出现了两次。', 'This column stands here twice.'],
    [
      '请只留一列；自评和核定分列时，列名后加“（自评）”“（核定）”。',
      'Keep one; declared and verified values get columns ending in "(declared)" and "(verified)".',
    ],
  );

const noHeading = (place: Place): DocumentProblem =>
  documentProblem(
    'NO_HEADING',
    place,
    ['这一格有内容，所在的列却没有列名。', 'This cell stands in a column without a heading.'],
    ['请补上列名，或清空这一格。', 'Give the column a heading, or clear the cell.'],
  );

const noCode = (place: Place): DocumentProblem =>
  documentProblem(
    'NO_CODE',
    place,
    ['这一行没有单位代码。', 'This row has no unit code.'],
    ['请填写单位代码；合计行、备注行请删去。', 'Enter the code; delete rows with totals or remarks.'],
  );
