import { readCell, type CellContext, type CellProblem } from '../cells/cell-codec.js';
import { getAt, setAt, type Row } from './column.js';
import { indicatorContext, type CellAt, type IndicatorCells } from './indicator-cells.js';
import { notMeant, outOfOrder, parameterOf, saidTwice } from './parameter-problems.js';
import { partTables, type PartTable } from './part-tables.js';
import { addRest, restKey } from './rest.js';
import type { SheetKey } from './sheets.js';
import { readRow, type Cells } from './table-row.js';
import { treeColumns } from './tree-columns.js';

export type IndicatorRead = {
  readonly object: Row;
  readonly faults: readonly { readonly at: CellAt; readonly problem: CellProblem }[];
  readonly tidied: readonly { readonly at: CellAt; readonly text: string }[];
  readonly places: readonly { readonly path: readonly string[]; readonly at: CellAt }[];
};

/** The indicator that its cells say, as far as they can be understood, and everything that is wrong with them. */
export const readIndicator = (cells: IndicatorCells, context: CellContext): IndicatorRead =>
  new IndicatorReading(cells, context).read();

type At = (key: string) => CellAt;
const at =
  (sheet: SheetKey, index: number): At =>
  (key) => ({ sheet, index, key });
const inTree = at('tree', 0);

class IndicatorReading {
  private readonly object: Row;
  private readonly faults: { at: CellAt; problem: CellProblem }[];
  private readonly tidied: { at: CellAt; text: string }[];
  private readonly places: { path: readonly string[]; at: CellAt }[];
  /** Without its method nothing can be said about parameters. */
  private readonly methodRefused: boolean;

  constructor(
    private readonly cells: IndicatorCells,
    private readonly context: CellContext,
  ) {
    const own = readRow(treeColumns, { ...cells.own, [restKey]: '' }, {}, context);
    this.object = own.object;
    delete this.object['depth'];
    this.faults = own.faults.map(({ key, problem }) => ({ at: inTree(key), problem }));
    this.tidied = own.tidied.map(({ key, text }) => ({ at: inTree(key), text }));
    this.places = own.places.map(({ path, key }) => ({ path, at: inTree(key) }));
    this.places.push({ path: ['score'], at: inTree('score.method') });
    this.methodRefused = own.faults.some(({ key }) => key === 'score.method');
  }

  read(): IndicatorRead {
    const { object, cells, faults, tidied, places } = this;
    if (!this.methodRefused) this.parameters(indicatorContext(object, this.context));
    const context = indicatorContext(object, this.context);
    for (const table of partTables) {
      if (this.methodRefused && table.ofMethod) continue;
      cells.parts[table.key].forEach((row, index) => this.part(table, row, at(table.key, index), context));
    }
    this.rest(cells.own[restKey] ?? '');
    return { object, faults, tidied, places };
  }

  private parameters(context: CellContext): void {
    this.cells.scoring.forEach((cells, index) => {
      const here = at('scoring', index);
      const found = parameterOf(this.object, cells['parameter'] ?? '');
      if ('problem' in found) {
        this.faults.push({ at: here('parameter'), problem: found.problem });
        return;
      }
      const { name, codec } = found.parameter;
      const path = ['score', ...found.parameter.path];
      this.places.push({ path, at: here('value') });
      const text = cells['value'] ?? '';
      if (text === '') return;
      if (getAt(this.object, path) !== undefined) {
        this.faults.push({ at: here('parameter'), problem: saidTwice(name) });
        return;
      }
      const value = readCell(codec, text, context);
      if (!value.ok) {
        this.faults.push({ at: here('value'), problem: value.problem });
        return;
      }
      setAt(this.object, path, value.value);
      if (value.tidied !== undefined) this.tidied.push({ at: here('value'), text: value.tidied });
    });
  }

  private part(table: PartTable, cells: Cells, here: At, context: CellContext): void {
    const { object } = this;
    const row = readRow(table.columns, cells, object, context);
    this.faults.push(...row.faults.map(({ key, problem }) => ({ at: here(key), problem })));
    this.tidied.push(...row.tidied.map(({ key, text }) => ({ at: here(key), text })));
    const list = table.listOf(object, row.object);
    if (list === null) {
      this.faults.push({ at: here('indicator'), problem: notMeant(table) });
      return;
    }
    const before = getAt(object, list);
    if (before !== undefined && !Array.isArray(before)) {
      this.faults.push({ at: here('indicator'), problem: saidTwice(table.sheet) });
      return;
    }
    const position = before?.length ?? 0;
    const base = [...list, String(position)];
    const plain = table.plain?.(object) ?? null;
    this.places.push({ path: base, at: here(plain ?? 'indicator') });
    if (plain === null) {
      for (const { path, key } of row.places) this.places.push({ path: [...base, ...path], at: here(key) });
    }
    const place = row.object['place'];
    if (plain !== null && place !== undefined && place !== position + 1) {
      this.faults.push({ at: here('place'), problem: outOfOrder(position + 1) });
    }
    const entry = plain === null ? row.object : row.object[plain];
    if (before === undefined) setAt(object, list, [entry]);
    else before.push(entry);
  }

  private rest(text: string): void {
    if (text === '') return;
    const before = new Set(Object.keys(this.object));
    const problem = addRest(this.object, text, this.context);
    if (problem !== null) this.faults.push({ at: inTree(restKey), problem });
    for (const key of Object.keys(this.object)) {
      // Goes before the blank cells of the columns that would hold it.
      if (!before.has(key)) this.places.unshift({ path: [key], at: inTree(restKey) });
    }
  }
}
