import type { Look, Table, TableCell } from './table.js';
import { xmlHead, xmlText } from './xml-text.js';
import { zipFile } from './zip-file.js';

export type Sheet = { readonly name: string; readonly table: Table };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const styleOf: Record<Look, number> = { text: 0, head: 1, title: 2, centre: 3, strong: 4 };

/** A workbook as Excel or WPS would save it, without anything that differs from run to run. */
export function xlsxFile(sheets: readonly Sheet[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  return zipFile([
    { name: '[Content_Types].xml', text: contentTypes(numbered.map(({ id }) => id)) },
    {
      name: '_rels/.rels',
      text: `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered
        .map(({ name, id }) => `<sheet name="${xmlText(name)}" sheetId="${id}" r:id="rId${id}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${xmlHead}<Relationships xmlns="${packaged}/relationships">${numbered
        .map(
          ({ id }) =>
            `<Relationship Id="rId${id}" Type="${relations}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId${numbered.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', text: styles },
    ...numbered.map(({ table, id }) => ({ name: `xl/worksheets/sheet${id}.xml`, text: sheetXml(table) })),
  ]);
}

const contentTypes = (ids: readonly number[]): string =>
  `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${ids
    .map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${type}.worksheet+xml"/>`)
    .join('')}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;

const font = (size: number, bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="1"/></font>`;
const format = (fontId: number, border: number, across: string): string =>
  `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" applyAlignment="1"><alignment horizontal="${across}" vertical="center" wrapText="1"/></xf>`;
const line = (side: string): string => `<${side} style="thin"><color auto="1"/></${side}>`;

const styles = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="3">${font(11, false)}${font(11, true)}${font(16, true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${format(0, 1, 'left')}${format(1, 1, 'center')}${format(2, 0, 'center')}${format(0, 1, 'center')}${format(1, 1, 'left')}</cellXfs></styleSheet>`;

function sheetXml({ cells, widths }: Table): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = cells.filter(({ rows, columns: reach }) => rows > 1 || reach > 1);
  return `${xmlHead}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${columns.join('')}</cols><sheetData>${rowsXml(cells, widths)}</sheetData>${
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((cell) => `<mergeCell ref="${rangeOf(cell)}"/>`).join('')}</mergeCells>`
  }<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** Blank places are written too, for their borders, as Excel does. */
function rowsXml(cells: readonly TableCell[], widths: readonly number[]): string {
  const last = Math.max(...cells.map((cell) => cell.row + cell.rows - 1));
  const rows = Array.from({ length: last }, (_, index) => {
    const row = index + 1;
    const places = widths.map((_width, at) => placeXml(cells, row, at + 1));
    return `<row r="${row}" ht="${height(cells, row, widths)}" customHeight="1">${places.join('')}</row>`;
  });
  return rows.join('');
}

function placeXml(cells: readonly TableCell[], row: number, column: number): string {
  const cell = cells.find(
    (each) =>
      row >= each.row &&
      row < each.row + each.rows &&
      column >= each.column &&
      column < each.column + each.columns,
  );
  const isFirst = cell !== undefined && cell.row === row && cell.column === column;
  return cellXml(`${letters(column)}${row}`, isFirst ? cell.text : '', cell?.look ?? 'text');
}

/** Room for the longest text of a row; a Chinese character is two wide. */
function height(cells: readonly TableCell[], row: number, widths: readonly number[]): number {
  const lines = cells
    .filter((cell) => cell.row === row && cell.rows === 1)
    .map(({ text, column, columns, look }) => {
      const width = widths.slice(column - 1, column - 1 + columns).reduce((sum, each) => sum + each, 0);
      const size = look === 'title' ? 3 : 2;
      return (
        text
          .split('\n')
          .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * size) / width)), 0) *
        (size / 2)
      );
    });
  return Math.max(1, ...lines) * 16 + 2;
}

function cellXml(reference: string, text: string, look: Look): string {
  const start = `<c r="${reference}" s="${styleOf[look]}"`;
  if (text === '') return `${start}/>`;
  if (/^-?\d+(\.\d+)?$/.test(text)) return `${start}><v>${text}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

const rangeOf = ({ row, column, rows, columns }: TableCell): string =>
  `${letters(column)}${row}:${letters(column + columns - 1)}${row + rows - 1}`;

/** No table here has more than 26 columns. */
const letters = (column: number): string => String.fromCharCode(64 + column);
