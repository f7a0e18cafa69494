import { nearestName } from '@heng/rules';
import { shorten, type Place } from '../../document-problem.js';
import type { CellContext, CellProblem } from '../cells/cell-codec.js';
import type { Row } from '../layout/column.js';
import type { CellAt, IndicatorCells } from '../layout/indicator-cells.js';
import { readIndicator } from '../layout/read-indicator.js';
import { partTables } from '../layout/part-tables.js';
import { addRest, restKey } from '../layout/rest.js';
import type { SheetKey } from '../layout/sheets.js';
import { readRow, type Cells } from '../layout/table-row.js';
import { treeColumns } from '../layout/tree-columns.js';
import type { FoundRow, FoundSheets } from './find-tables.js';
import type { Reading } from './reading.js';

type TreeInput = {
  readonly sheets: FoundSheets;
  readonly reading: Reading;
  readonly context: CellContext;
  readonly rows: readonly FoundRow[];
  readonly ids: readonly string[];
  readonly isSection: (row: FoundRow) => boolean;
};

/** Sheets whose rows belong to indicators. */
type Owned = 'scoring' | (typeof partTables)[number]['key'];
const ownedSheets: readonly Owned[] = ['scoring', ...partTables.map(({ key }) => key)];

/** Reads the tree in the order of its rows: a section of level n belongs to the last one of level n − 1, an indicator to the last section. */
export const readTree = (input: TreeInput): Row[] => new TreeReading(input).sections();

class TreeReading {
  private readonly owned: ReadonlyMap<Owned, ReadonlyMap<string, readonly FoundRow[]>>;
  /** The sections that are open, from the outermost, with their places in the document. */
  private open: { readonly section: Row; readonly at: readonly (string | number)[] }[] = [];
  private readonly top: Row[] = [];
  private readonly done = new Set<string>();

  constructor(private readonly input: TreeInput) {
    this.owned = new Map(ownedSheets.map((key) => [key, this.byIndicator(key)]));
  }

  sections(): Row[] {
    const { rows, ids, isSection, sheets, reading } = this.input;
    const sheet = sheets.get('tree');
    if (sheet !== undefined) reading.put(['sections'], sheet.place(null, null));
    rows.forEach((row, index) => {
      const id = ids[index] ?? '';
      if (isSection(row)) this.section(row, id);
      else this.indicator(row, id);
    });
    return this.top;
  }

  private section(row: FoundRow, id: string): void {
    const { context, reading } = this.input;
    const read = readRow(treeColumns, { ...row.cells, [restKey]: '' }, {}, context);
    const { depth: given, ...section } = read.object as Row & { depth: number };
    const depth = Math.max(1, Math.trunc(given));
    section['id'] ??= id;
    if (depth > this.open.length + 1)
      reading.fault(this.place(row, 'depth'), levelMissing(depth, this.open.length));
    this.open = this.open.slice(0, depth - 1);
    const parent = this.open.at(-1);
    const at = this.attach(parent, 'sections', section);
    this.open.push({ section, at });
    reading.put(at, this.place(row, 'title.zh'));
    for (const { path, key } of read.places) reading.put([...at, ...path], this.place(row, key));
    for (const { key, problem } of read.faults) reading.fault(this.place(row, key), problem);
    for (const { key, text } of read.tidied) reading.correct(this.place(row, key), text);
    const problem = addRest(section, row.cells[restKey] ?? '', context);
    if (problem !== null) reading.fault(this.place(row, restKey), problem);
  }

  private indicator(row: FoundRow, id: string): void {
    const { context, reading } = this.input;
    const ownedRows = (key: Owned): readonly FoundRow[] =>
      this.done.has(id) ? [] : (this.owned.get(key)?.get(id) ?? []);
    const cells: IndicatorCells = {
      own: row.cells,
      scoring: ownedRows('scoring').map((each) => each.cells),
      parts: Object.fromEntries(
        partTables.map(({ key }) => [key, ownedRows(key).map((each) => each.cells)]),
      ) as unknown as IndicatorCells['parts'],
    };
    const read = readIndicator(cells, context);
    const place = (found: CellAt): Place => {
      if (found.sheet === 'tree') return this.place(row, found.key);
      const number = ownedRows(found.sheet as Owned)[found.index]?.number ?? null;
      return this.input.sheets.get(found.sheet)?.place(number, found.key) ?? this.place(row, null);
    };
    const indicator = read.object;
    indicator['id'] ??= id;
    const parent = this.open.at(-1);
    if (parent === undefined) reading.fault(this.place(row, 'depth'), outsideSections);
    const at = this.attach(parent, 'indicators', indicator);
    reading.put(at, this.place(row, 'title.zh'));
    for (const found of read.places) reading.put([...at, ...found.path], place(found.at));
    for (const found of read.faults) reading.fault(place(found.at), found.problem);
    for (const found of read.tidied) reading.correct(place(found.at), found.text);
    this.done.add(id);
  }

  /** Puts a part under its section. @returns its place in the document */
  private attach(
    parent: { readonly section: Row; readonly at: readonly (string | number)[] } | undefined,
    key: 'sections' | 'indicators',
    part: Row,
  ): readonly (string | number)[] {
    if (parent === undefined) {
      if (key === 'sections') this.top.push(part);
      return ['sections', Math.max(0, this.top.length - 1)];
    }
    const list = parent.section[key];
    const before: unknown[] = Array.isArray(list) ? list : [];
    parent.section[key] = [...before, part];
    return [...parent.at, key, before.length];
  }

  private byIndicator(key: Owned): ReadonlyMap<string, readonly FoundRow[]> {
    const { sheets, reading, context, rows, ids, isSection } = this.input;
    const sheet = sheets.get(key);
    const known = new Set(ids.filter((_, index) => !isSection(rows[index] as FoundRow)));
    const found = new Map<string, FoundRow[]>();
    for (const row of sheet?.rows ?? []) {
      if (!saysMore(row.cells)) continue;
      const name = row.cells['indicator'] ?? '';
      const resolved = context.names.indicators.resolve(name);
      if (resolved.kind === 'one' && known.has(resolved.id)) {
        found.set(resolved.id, [...(found.get(resolved.id) ?? []), row]);
        continue;
      }
      const place = sheet?.place(row.number, 'indicator');
      if (place === undefined) continue;
      reading.fault(
        place,
        resolved.kind === 'several' ? severalIndicators(name, resolved.ids) : this.noIndicator(name),
      );
    }
    return found;
  }

  private noIndicator(name: string): CellProblem {
    const { rows, ids } = this.input;
    const titles = rows.flatMap(({ cells }, index) => [cells['title.zh'] ?? '', ids[index] ?? '']);
    const nearest = nearestName(
      name.slice(0, 80),
      titles.filter((title) => title !== ''),
    );
    return {
      code: 'UNKNOWN_INDICATOR',
      message:
        name === ''
          ? ['没有写明属于哪个指标。', 'It is not said to which indicator this belongs.']
          : [`“指标”表里没有“${shorten(name)}”。`, `There is no indicator "${shorten(name)}".`],
      fix:
        nearest === null
          ? [
              '请写“指标”表里的名称或标识；不需要的行请删去。',
              'Write a title or an id of sheet Indicators; delete rows that are not needed.',
            ]
          : [`是否是“${shorten(nearest)}”？`, `Did you mean "${shorten(nearest)}"?`],
    };
  }

  private place(row: FoundRow, key: string | null): Place {
    const sheet = this.input.sheets.get('tree' satisfies SheetKey);
    return sheet?.place(row.number, key) ?? { sheet: null, row: row.number, column: null, heading: null };
  }
}

/** Whether a row says more than whose it is. */
const saysMore = (cells: Cells): boolean =>
  Object.entries(cells).some(([key, text]) => text !== '' && key !== 'help');

const levelMissing = (depth: number, open: number): CellProblem => ({
  code: 'LEVEL_MISSING',
  message: [
    `上一级是 ${open} 级，这里不能是 ${depth} 级。`,
    `Level ${depth} cannot stand below level ${open}.`,
  ],
  fix: ['请补上中间一级，或改正层级。', 'Add the level between, or correct the level.'],
});

const outsideSections: CellProblem = {
  code: 'OUTSIDE_SECTIONS',
  message: ['这个指标之前没有任何部分。', 'No section stands above this indicator.'],
  fix: ['请先写一行“一级”部分，再写指标。', 'Put a row of level 1 above it.'],
};

const severalIndicators = (name: string, ids: readonly string[]): CellProblem => ({
  code: 'UNKNOWN_INDICATOR',
  message: [`“${shorten(name)}”不止一个指标。`, `"${shorten(name)}" names several indicators.`],
  fix: [`请改写标识：${ids.join('、')}。`, `Write the id: ${ids.join(', ')}.`],
});
