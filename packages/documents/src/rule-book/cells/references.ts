import { shorten } from '../../document-problem.js';
import { FormulaFault } from '../formula/formula-fault.js';
import { idOf } from '../formula/token-reader.js';
import type { NameList } from '../names.js';
import { unreadable, value, type CellCodec, type CellContext, type CellRead } from './cell-codec.js';

type Names = (context: CellContext) => NameList;

/** One thing by its title or id. */
export const reference = (names: Names): CellCodec => ({
  read: (text, context) => found(() => idOf(bare(text), names(context))),
  write: (given, context) => names(context).name(String(given), context.locale),
});

/** Several, one a line. */
export const references = (names: Names): CellCodec => ({
  read: (text, context) => found(() => partsOf(text).map((part) => idOf(bare(part), names(context)))),
  write: (given, context) =>
    (given as readonly string[]).map((id) => names(context).name(id, context.locale)).join('；'),
});

/** Words that people choose freely, such as values of an attribute. */
export const texts: CellCodec = {
  read: (text) => value(partsOf(text)),
  write: (given) => (given as readonly string[]).join('；'),
};

/** `group=town、street`, one attribute a line. */
export const attributes: CellCodec = {
  read: (text) => {
    const found: [string, readonly string[]][] = [];
    for (const line of text.split(/\n|[;；]/).filter((each) => each.trim() !== '')) {
      const [, name = '', values = ''] =
        /^\s*([A-Za-z][A-Za-z0-9_-]*)\s*[=＝:：]\s*(.+?)\s*$/.exec(line) ?? [];
      if (name === '') {
        return unreadable(
          'NOT_AN_ATTRIBUTE',
          [`“${shorten(line)}”看不懂。`, `"${shorten(line)}" is not understood.`],
          ['请写如 group=town、street。', 'Write it as group=town, street.'],
        );
      }
      found.push([name, partsOf(values)]);
    }
    return value(Object.fromEntries(found));
  },
  write: (given) =>
    Object.entries(given as Readonly<Record<string, readonly string[]>>)
      .map(([name, values]) => `${name}=${values.join('、')}`)
      .join('；'),
};

export const partsOf = (text: string): string[] =>
  text
    .split(/[;；,，、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const bare = (text: string): string => /^\s*[[［【](.*)[\]］】]\s*$/s.exec(text)?.[1] ?? text;

export function found(read: () => unknown): CellRead {
  try {
    return value(read());
  } catch (fault) {
    if (!(fault instanceof FormulaFault)) throw fault;
    return unreadable(
      'UNKNOWN_NAME',
      [fault.zh, fault.en],
      ['请改成表中已有的名称或标识。', 'Write a title or an id that stands in the workbook.'],
    );
  }
}
