import { readCell, same, writeCell, type CellContext, type CellProblem } from '../cells/cell-codec.js';
import { isPlainObject } from '../plain-object.js';
import { codecOf, getAt, setAt, type Column, type Row } from './column.js';

/** One row by the keys of its columns; a blank cell is absent or ''. */
export type Cells = Readonly<Record<string, string>>;

export type RowRead = {
  readonly object: Row;
  readonly faults: readonly { readonly key: string; readonly problem: CellProblem }[];
  readonly tidied: readonly { readonly key: string; readonly text: string }[];
  /** Which cell each part of the object stands in, blank ones too: what is missing is told at its cell. */
  readonly places: readonly { readonly path: readonly string[]; readonly key: string }[];
};

export function writeRow(
  columns: readonly Column[],
  object: Row,
  about: Row,
  context: CellContext,
): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const column of columns) {
    const path = column.path(object, about);
    if (path === null) continue;
    const value = getAt(object, path);
    // English as in Chinese is left blank, for whoever writes no English.
    if (path.at(-1) === 'en' && same(value, getAt(object, [...path.slice(0, -1), 'zh']))) continue;
    const text = writeCell(codecOf(column, object, about), value, context);
    if (text !== '') cells[column.key] = text;
  }
  return cells;
}

export function readRow(columns: readonly Column[], cells: Cells, about: Row, context: CellContext): RowRead {
  const object: Row = {};
  const faults: { key: string; problem: CellProblem }[] = [];
  const tidied: { key: string; text: string }[] = [];
  const places: { path: readonly string[]; key: string }[] = [];
  const texts: (readonly string[])[] = [];
  for (const column of columns) {
    const { key } = column;
    const text = cells[key] ?? '';
    const path = column.path(object, about);
    if (path === null) {
      if (text !== '') faults.push({ key, problem: notHere(column) });
      continue;
    }
    places.push({ path, key });
    if (text === '') continue;
    const read = readCell(codecOf(column, object, about), text, context);
    if (!read.ok) {
      faults.push({ key, problem: read.problem });
      continue;
    }
    setAt(object, path, read.value);
    if (read.tidied !== undefined) tidied.push({ key, text: read.tidied });
    if (path.at(-1) === 'zh') texts.push(path);
  }
  for (const path of texts) {
    const whole = getAt(object, path.slice(0, -1));
    if (isPlainObject(whole) && whole['en'] === undefined) whole['en'] = whole['zh'];
  }
  return { object, faults, tidied, places };
}

const notHere = ({ heading }: Column): CellProblem => ({
  code: 'NOT_HERE',
  message: [`这一行没有“${heading[0]}”这一项。`, `A row like this has no "${heading[1]}".`],
  fix: ['请清空这一格，或改正这一行的类型。', 'Clear the cell, or correct the kind of the row.'],
});
