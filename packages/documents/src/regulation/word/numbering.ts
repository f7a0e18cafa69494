import { SaxesParser } from 'saxes';
import { chineseNumeral } from './chinese-numeral.js';

type Level = { format: string; text: string; start: number };

/** Numbers that Word writes by itself: they stand in no text, yet a clerk sees 一、 and （1） before each paragraph. */
export class Numbering {
  private readonly counts = new Map<string, number[]>();

  constructor(
    private readonly levels: ReadonlyMap<string, readonly Level[]>,
    private readonly lists: ReadonlyMap<string, string>,
  ) {}

  /** The label of the next paragraph of a list, or '' for a list without numbers. */
  next(listId: string, level: number): string {
    const abstract = this.lists.get(listId);
    const levels = abstract === undefined ? undefined : this.levels.get(abstract);
    const own = levels?.[level];
    if (abstract === undefined || levels === undefined || own === undefined) return '';
    const counts = this.counts.get(abstract) ?? [];
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    this.counts.set(abstract, counts);
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const count = counts[index] ?? levels[index]?.start ?? 1;
      return written(count, levels[index]?.format ?? 'decimal');
    });
  }
}

function written(count: number, format: string): string {
  if (/chinese|japaneseCounting|ideographDigital|taiwaneseCounting/.test(format))
    return chineseNumeral(count);
  if (format === 'decimalEnclosedCircle' && count >= 1 && count <= 20)
    return String.fromCharCode(0x245f + count);
  if (format === 'lowerLetter' && count <= 26) return String.fromCharCode(96 + count);
  if (format === 'upperLetter' && count <= 26) return String.fromCharCode(64 + count);
  return String(count);
}

/** @throws what the parser throws at XML that is not well formed */
export function readNumbering(xml: string): Numbering {
  const levels = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  if (xml === '') return new Numbering(levels, lists);
  let [abstract, list, level] = ['', '', 0];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type: Word writes none, and entities are not wanted');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? '';
    const own = (): Level | undefined => levels.get(abstract)?.[level];
    switch (name) {
      case 'w:abstractNum':
        [abstract, list] = [attributes['w:abstractNumId'] ?? '', ''];
        levels.set(abstract, []);
        break;
      case 'w:num':
        [abstract, list] = ['', attributes['w:numId'] ?? ''];
        break;
      case 'w:abstractNumId':
        if (list !== '') lists.set(list, value);
        break;
      case 'w:lvl':
        level = Math.min(Number(attributes['w:ilvl'] ?? 0) || 0, 8);
        if (abstract !== '') (levels.get(abstract) ?? [])[level] = { format: 'decimal', text: '', start: 1 };
        break;
      default: {
        const current = own();
        if (current === undefined) break;
        if (name === 'w:numFmt') current.format = value;
        if (name === 'w:lvlText') current.text = value;
        if (name === 'w:start' && /^\d{1,4}$/.test(value)) current.start = Number(value);
      }
    }
  });
  parser.write(xml).close();
  return new Numbering(levels, lists);
}
