import type { Look, Table, TableCell } from './table.js';
import { xmlHead, xmlText } from './xml-text.js';
import { zipFile } from './zip-file.js';

/** `list` numbers the paragraph by itself, at level 0 一、 and at level 1 1. */
export type DocxParagraph = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly look: Look;
  readonly list?: number;
  /** What a tracked change took out before the text; it must not be read. */
  readonly deleted?: string;
  /** What a tracked change added after the text. */
  readonly inserted?: string;
};
export type DocxBlock = DocxParagraph | { readonly kind: 'table'; readonly table: Table };

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const change = 'w:id="1" w:author="办公室" w:date="2012-01-01T00:00:00Z"';

/** A document as Word or WPS would save it, without anything that differs from run to run. */
export function docxFile(blocks: readonly DocxBlock[]): Uint8Array {
  const body = blocks.map((block) => (block.kind === 'table' ? tableXml(block.table) : paragraphXml(block)));
  return zipFile([
    {
      name: '[Content_Types].xml',
      text: `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${type}.numbering+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      text: `${xmlHead}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/numbering" Target="numbering.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      text: `${xmlHead}<w:document xmlns:w="${main}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    },
    { name: 'word/numbering.xml', text: numbering },
  ]);
}

const level = (index: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const numbering = `${xmlHead}<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

function paragraphXml({ text, look, list, deleted, inserted }: DocxParagraph): string {
  const numbered =
    list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list}"/><w:numId w:val="1"/></w:numPr>`;
  const properties = `${numbered}${look === 'title' || look === 'centre' || look === 'head' ? '<w:jc w:val="center"/>' : ''}`;
  return [
    `<w:p><w:pPr>${properties}</w:pPr>`,
    deleted === undefined ? '' : `<w:del ${change}>${runXml(deleted, look, 'w:delText')}</w:del>`,
    runXml(text, look, 'w:t'),
    inserted === undefined ? '' : `<w:ins ${change}>${runXml(inserted, look, 'w:t')}</w:ins>`,
    '</w:p>',
  ].join('');
}

function runXml(text: string, look: Look, tag: string): string {
  const bold = look === 'title' || look === 'head' || look === 'strong' ? '<w:b/>' : '';
  const size = look === 'title' ? 32 : 21;
  const lines = text.split('\n').map((part) => `<${tag} xml:space="preserve">${xmlText(part)}</${tag}>`);
  return `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/>${bold}<w:sz w:val="${size}"/></w:rPr>${lines.join('<w:br/>')}</w:r>`;
}

/** A twentieth of a point; widths are given in characters. */
const twips = (width: number): number => width * 140;

function tableXml({ cells, widths }: Table): string {
  const rows = Math.max(...cells.map((cell) => cell.row + cell.rows - 1));
  const columns = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`);
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  const body = Array.from({ length: rows }, (_, index) => rowXml(index + 1, cells, widths));
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${columns.join('')}</w:tblGrid>${body.join('')}</w:tbl>`;
}

function rowXml(row: number, cells: readonly TableCell[], widths: readonly number[]): string {
  const parts: string[] = [];
  let column = 1;
  while (column <= widths.length) {
    const cell = cells.find(
      (each) =>
        row >= each.row &&
        row < each.row + each.rows &&
        column >= each.column &&
        column < each.column + each.columns,
    );
    const reach = cell === undefined ? 1 : cell.columns;
    const width = widths.slice(column - 1, column - 1 + reach).reduce((sum, each) => sum + each, 0);
    const merge =
      cell === undefined || cell.rows === 1
        ? ''
        : row === cell.row
          ? '<w:vMerge w:val="restart"/>'
          : '<w:vMerge/>';
    const isFirst = cell !== undefined && row === cell.row;
    parts.push(
      `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${reach > 1 ? `<w:gridSpan w:val="${reach}"/>` : ''}${merge}<w:vAlign w:val="center"/></w:tcPr>${cellParagraphs(isFirst ? cell.text : '', cell?.look ?? 'text')}</w:tc>`,
    );
    column += reach;
  }
  return `<w:tr>${parts.join('')}</w:tr>`;
}

/** Lines of a cell are paragraphs of their own. */
const cellParagraphs = (text: string, look: Look): string =>
  text
    .split('\n')
    .map((part) => paragraphXml({ kind: 'paragraph', text: part, look }))
    .join('');
