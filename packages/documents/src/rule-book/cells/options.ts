import { isPlainObject } from '../plain-object.js';
import { unreadable, value, type CellCodec } from './cell-codec.js';

/** Options, levels or groups, one a line: `优 / Excellent [good]`; what follows the id, 不计票, is not a valid vote. */
export const options = (prefix: string): CellCodec => ({
  read: (text) => {
    const lines = text.split(/\n|；/).filter((line) => line.trim() !== '');
    const taken = new Set(lines.map((line) => parts(line)?.id));
    let next = 1;
    const found = lines.map((line) => {
      const read = parts(line);
      if (read === null) return null;
      while (taken.has(`${prefix}${next}`)) next += 1;
      const id = read.id ?? `${prefix}${next}`;
      if (read.id === undefined) next += 1;
      return {
        id,
        title: { zh: read.zh, en: read.en ?? read.zh },
        ...(read.counted ? {} : { valid: false }),
      };
    });
    if (found.includes(null)) {
      return unreadable(
        'NOT_OPTIONS',
        ['选项看不懂。', 'The options are not understood.'],
        ['请每行写一个选项，如“优 [good]”。', 'Write one option a line, as in "Excellent [good]".'],
      );
    }
    return value(found);
  },
  write: (given, { locale }) =>
    (given as readonly unknown[])
      .map((option) => {
        if (!isPlainObject(option) || !isPlainObject(option['title'])) return '';
        const { zh, en } = option['title'];
        const title = zh === en ? String(zh) : `${String(zh)} / ${String(en)}`;
        return `${title} [${String(option['id'])}]${option['valid'] === false ? (locale === 'en' ? ' not counted' : ' 不计票') : ''}`;
      })
      .join('\n'),
});

/** Longer than any title in two languages. */
const lineCharacters = 7_000;

function parts(line: string): { zh: string; en?: string; id?: string; counted: boolean } | null {
  if (line.length > lineCharacters) return null;
  const read = /^\s*(.+?)\s*(?:[[［]([A-Za-z][A-Za-z0-9_-]*)[\]］])?\s*(不计票|not counted)?\s*$/.exec(line);
  const title = read?.[1];
  if (title === undefined) return null;
  const at = title.indexOf(' / ');
  return {
    zh: at < 0 ? title : title.slice(0, at),
    ...(at < 0 ? {} : { en: title.slice(at + 3) }),
    ...(read?.[2] === undefined ? {} : { id: read[2] }),
    counted: read?.[3] === undefined,
  };
}
