import { nearestName } from '@heng/rules';
import { shorten } from '../../document-problem.js';
import { halfWidth } from '../../half-width.js';
import { readCell, type CellCodec, type CellContext, type CellProblem } from '../cells/cell-codec.js';
import { plainText } from '../cells/plain.js';
import { bookItems, repeatedItems } from '../layout/book-items.js';
import { getAt, setAt, type Column, type Row } from '../layout/column.js';
import { addRest } from '../layout/rest.js';
import { frameHeadings } from '../layout/sheets.js';
import type { Cells } from '../layout/table-row.js';
import { isPlainObject } from '../plain-object.js';

export type ItemRow = { readonly cells: Cells; readonly index: number };
type At = { readonly index: number; readonly key: string };

export type BookItemsRead = {
  readonly object: Row;
  readonly faults: readonly { readonly at: At; readonly problem: CellProblem }[];
  readonly tidied: readonly { readonly at: At; readonly text: string }[];
  readonly places: readonly { readonly path: readonly string[]; readonly at: At }[];
};

/** Reads the rows of 基本信息: an item, its content, and English beside a text. */
export function readBookItems(rows: readonly ItemRow[], context: CellContext): BookItemsRead {
  return new ItemsReading(context).read(rows);
}

class ItemsReading {
  private readonly object: Row = {};
  private readonly faults: { at: At; problem: CellProblem }[] = [];
  private readonly tidied: { at: At; text: string }[] = [];
  private readonly places: { path: readonly string[]; at: At }[] = [];
  private readonly seen = new Set<Column>();
  private rest: { text: string; at: At } | null = null;

  constructor(private readonly context: CellContext) {}

  read(rows: readonly ItemRow[]): BookItemsRead {
    for (const row of rows) this.row(row);
    const { rest, object } = this;
    if (rest !== null) {
      const before = new Set(Object.keys(object));
      const problem = addRest(object, rest.text, this.context);
      if (problem !== null) this.faults.push({ at: rest.at, problem });
      for (const key of Object.keys(object))
        if (!before.has(key)) this.places.push({ path: [key], at: rest.at });
    }
    const ranking = object['ranking'];
    // No row is no tie-break, which the format writes as an empty list.
    if (isPlainObject(ranking) && ranking['tieBreaks'] === undefined) ranking['tieBreaks'] = [];
    return { object, faults: this.faults, tidied: this.tidied, places: this.places };
  }

  private row({ cells, index }: ItemRow): void {
    const name = cells['item'] ?? '';
    const content = cells['content'] ?? '';
    const at = { index, key: 'content' };
    if (isNamed(name, frameHeadings.rest)) {
      if (content !== '') this.rest = { text: content, at };
      return;
    }
    const repeated = repeatedItems.find(({ heading }) => isNamed(name, heading));
    if (repeated !== undefined) {
      this.entry(repeated, cells, index);
      return;
    }
    const item = bookItems.find(({ heading }) => isNamed(name, heading));
    if (item === undefined) {
      if (name === '' && content === '') return;
      this.faults.push({ at: { index, key: 'item' }, problem: unknownItem(name) });
      return;
    }
    if (this.seen.has(item)) this.faults.push({ at: { index, key: 'item' }, problem: itemTwice(name) });
    this.seen.add(item);
    const path = item.path({}, {}) ?? [];
    this.places.push({ path, at });
    if (content !== '') this.value(item.codec as CellCodec, content, path, at);
    if (path.at(-1) !== 'zh') return;
    this.english([...path.slice(0, -1)], cells, index);
  }

  private entry(item: Column, cells: Cells, index: number): void {
    const content = cells['content'] ?? '';
    if (content === '' && (cells['english'] ?? '') === '') return;
    const list = item.path({}, {}) ?? [];
    const before = getAt(this.object, list);
    const position = Array.isArray(before) ? before.length : 0;
    const path = [...list, String(position)];
    const at = { index, key: 'content' };
    this.places.push({ path, at });
    if (before === undefined) setAt(this.object, list, []);
    const entries = getAt(this.object, list) as unknown[];
    if (list[0] === 'notes') {
      const text: Row = {};
      entries.push(text);
      const zh = readCell(plainText, content, this.context);
      if (content !== '' && zh.ok) text['zh'] = zh.value;
      const english = cells['english'] ?? '';
      const en = english === '' ? null : readCell(plainText, english, this.context);
      text['en'] = en?.ok ? en.value : text['zh'];
      return;
    }
    const read = readCell(item.codec as CellCodec, content, this.context);
    if (read.ok) entries.push(read.value);
    else {
      entries.push(null);
      this.faults.push({ at, problem: read.problem });
    }
  }

  private english(path: readonly string[], cells: Cells, index: number): void {
    const english = cells['english'] ?? '';
    const at = { index, key: 'english' };
    this.places.push({ path: [...path, 'en'], at });
    if (english !== '') this.value(plainText, english, [...path, 'en'], at);
    else if (getAt(this.object, [...path, 'zh']) !== undefined)
      setAt(this.object, [...path, 'en'], getAt(this.object, [...path, 'zh']));
  }

  private value(codec: CellCodec, text: string, path: readonly string[], at: At): void {
    const read = readCell(codec, text, this.context);
    if (!read.ok) {
      this.faults.push({ at, problem: read.problem });
      return;
    }
    setAt(this.object, path, read.value);
    if (read.tidied !== undefined) this.tidied.push({ at, text: read.tidied });
  }
}

const key = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();
const isNamed = (name: string, words: readonly string[]): boolean =>
  words.some((word) => key(word) === key(name));

function unknownItem(name: string): CellProblem {
  const known = [...bookItems, ...repeatedItems].flatMap(({ heading }) => [heading[0], heading[1]]);
  const nearest = nearestName(name.slice(0, 60), known);
  return {
    code: 'UNKNOWN_ITEM',
    message: [`没有“${shorten(name)}”这个项目。`, `There is no item "${shorten(name)}".`],
    fix:
      nearest === null
        ? [
            '请照模板填写项目名称，不需要的行请删去。',
            'Name items as the template does; delete rows that are not needed.',
          ]
        : [`是否是“${nearest}”？`, `Did you mean "${nearest}"?`],
  };
}

const itemTwice = (name: string): CellProblem => ({
  code: 'SAID_TWICE',
  message: [`“${shorten(name)}”写了两次。`, `"${shorten(name)}" is given twice.`],
  fix: ['请只留一行。', 'Leave one row.'],
});
