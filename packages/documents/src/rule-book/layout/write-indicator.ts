import { writeCell, type CellContext } from '../cells/cell-codec.js';
import { isPlainObject } from '../plain-object.js';
import { getAt, type Row } from './column.js';
import { indicatorContext, parametersOf, type IndicatorCells } from './indicator-cells.js';
import { partTables, type PartTable } from './part-tables.js';
import { readIndicator } from './read-indicator.js';
import { restCell, restKey, unsaid, without } from './rest.js';
import { writeRow, type Cells } from './table-row.js';
import { treeColumns } from './tree-columns.js';

/** The cells of an indicator; parts that they do not lead back to stand in 其他, and nowhere else. */
export function writeIndicator(indicator: Row, context: CellContext): IndicatorCells {
  const own = { ...indicator, depth: 'indicator' };
  const told = indicatorContext(indicator, context);
  const cells: IndicatorCells = {
    own: writeRow(treeColumns, own, {}, told),
    scoring: parameterRows(indicator, told),
    parts: Object.fromEntries(
      partTables.map((table) => [table.key, partRows(table, indicator, told)]),
    ) as unknown as IndicatorCells['parts'],
  };
  const keys = unsaid(indicator, readIndicator(cells, context).object);
  if (keys.length === 0) return cells;
  const gone = (key: string, rows: readonly Cells[]) => (keys.includes(key) ? [] : rows);
  const parts = Object.fromEntries(
    partTables.map(({ key }) => [
      key,
      gone(key === 'exceptions' ? 'finish' : key === 'origins' ? 'provenance' : 'score', cells.parts[key]),
    ]),
  ) as unknown as IndicatorCells['parts'];
  return {
    own: { ...without(treeColumns, cells.own, own, {}, keys), [restKey]: restCell(indicator, keys) },
    scoring: gone('score', cells.scoring),
    parts,
  };
}

function parameterRows(indicator: Row, context: CellContext): Cells[] {
  const language = context.locale === 'en' ? 1 : 0;
  return parametersOf(indicator).flatMap(({ name, path, codec, note }) => {
    const value = getAt(indicator, ['score', ...path]);
    // 名次 of a table stand on their own sheet under the same key.
    if (value === undefined || (Array.isArray(value) && path[0] === 'points')) return [];
    const text = writeCell(codec, value, context);
    return [{ parameter: name[language], value: text, help: language === 1 ? note.en : note.zh }];
  });
}

function partRows(table: PartTable, indicator: Row, context: CellContext): Cells[] {
  const plain = table.plain?.(indicator) ?? null;
  return table.lists(indicator).flatMap((list) => {
    const entries = getAt(indicator, list);
    if (!Array.isArray(entries)) return [];
    return entries.map((entry: unknown, index) => {
      const row: Row =
        plain !== null ? { place: index + 1, [plain]: entry } : isPlainObject(entry) ? entry : {};
      return writeRow(table.columns, row, indicator, context);
    });
  });
}
