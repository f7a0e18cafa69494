import { jsonCell, readCell, same, type CellProblem } from '../cells/cell-codec.js';
import { json } from '../cells/json.js';
import { isPlainObject } from '../plain-object.js';
import type { CellContext } from '../cells/cell-codec.js';
import type { Column, Row } from './column.js';
import { readRow, writeRow, type Cells } from './table-row.js';

/** Column of what no other column can say: an object of parts, as JSON. */
export const restKey = 'rest';

/** The parts of an object that its cells do not lead back to. */
export const unsaid = (
  object: Row,
  read: Row,
  keys: readonly string[] = Object.keys({ ...object, ...read }),
): string[] => keys.filter((key) => !same(object[key], read[key]));

export const restCell = (object: Row, keys: readonly string[]): string =>
  keys.length === 0 ? '' : jsonCell(Object.fromEntries(keys.map((key) => [key, object[key] ?? null])));

/** The cells of an object; what they cannot say stands in the last. */
export function writeWhole(columns: readonly Column[], object: Row, about: Row, context: CellContext): Cells {
  const cells = writeRow(columns, object, about, context);
  const keys = unsaid(object, readRow(columns, cells, about, context).object);
  if (keys.length === 0) return cells;
  return { ...without(columns, cells, object, about, keys), [restKey]: restCell(object, keys) };
}

/** The cells without those of some parts. */
export const without = (
  columns: readonly Column[],
  cells: Cells,
  object: Row,
  about: Row,
  keys: readonly string[],
): Cells =>
  Object.fromEntries(
    Object.entries(cells).filter(([key]) => {
      const path = columns.find((column) => column.key === key)?.path(object, about);
      return !keys.includes(path?.[0] ?? '');
    }),
  );

/** Adds the parts of the last column. @returns what is wrong with it */
export function addRest(object: Row, text: string, context: CellContext): CellProblem | null {
  if (text === '') return null;
  const read = readCell(json, text, context);
  if (!read.ok) return read.problem;
  if (!isPlainObject(read.value)) {
    return {
      code: 'NOT_JSON',
      message: ['这里应是一个 JSON 对象。', 'This must be a JSON object.'],
      fix: ['写法见 docs/formats.md；不需要就清空。', 'See docs/formats.md; clear it if it is not needed.'],
    };
  }
  for (const [key, part] of Object.entries(read.value)) {
    if (key === '__proto__' || Object.hasOwn(object, key)) return twice(key);
    if (part !== null) object[key] = part;
  }
  return null;
}

const twice = (key: string): CellProblem => ({
  code: 'SAID_TWICE',
  message: [`“${key}”在这里和别的列里都写了。`, `"${key}" stands here and in other columns as well.`],
  fix: ['请只留一处。', 'Leave it in one place only.'],
});
