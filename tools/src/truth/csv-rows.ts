import { refused } from '../console/refusal.js';

/** A row of a published table: its line in the file and its cells by column name. */
export type Row = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

/** Rows of a CSV text whose first line names the columns. @throws Refusal when the quotes or the number of cells do not fit */
export function csvRows(text: string, separator: string, file: string): readonly Row[] {
  const [head, ...lines] = recordsOf(text, separator, file);
  if (head === undefined) throw noHead(file);
  const names = head.cells.map((name) => name.trim());
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw columnTwice(file, twice);
  return lines
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => {
      if (cells.length !== head.cells.length)
        throw wrongWidth(`${file}:${line}`, cells.length, head.cells.length);
      return { line, cells: new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()])) };
    });
}

type Line = { readonly line: number; readonly cells: readonly string[] };

function recordsOf(text: string, separator: string, file: string): Line[] {
  const records: Line[] = [];
  let [cells, cell, line, begun]: [string[], string, number, number] = [[], '', 1, 1];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) [cells, cell] = [[...cells, cell], ''];
    else if (sign === '\n') {
      records.push({ line: begun, cells: [...cells, cell] });
      [cells, cell, begun] = [[], '', line];
    } else if (sign !== '\r') cell += sign;
  }
  if (isQuoted) throw openQuote(`${file}:${begun}`);
  if (cell !== '' || cells.length > 0) records.push({ line: begun, cells: [...cells, cell] });
  return records;
}

const noHead = (file: string) =>
  refused(
    file,
    ['文件是空的。', 'The file is empty.'],
    ['第一行应是列名。', 'Its first line should name the columns.'],
  );

const columnTwice = (file: string, name: string) =>
  refused(
    file,
    [`有两列都叫“${name}”。`, `Two columns are called "${name}".`],
    ['请给其中一列改名。', 'Rename one of them.'],
  );

const wrongWidth = (place: string, found: number, wanted: number) =>
  refused(
    place,
    [
      `这一行有 ${found} 格，列名有 ${wanted} 个。`,
      `This line has ${found} cells; there are ${wanted} column names.`,
    ],
    ['请检查分隔符和引号。', 'Check its separators and quotes.'],
  );

const openQuote = (place: string) =>
  refused(
    place,
    ['从这一行起，引号没有配对。', 'From this line on, quotes do not match.'],
    ['请补上引号。', 'Close the quote.'],
  );
