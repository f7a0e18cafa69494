import { nearestName } from '@heng/rules';
import { shorten } from '../../document-problem.js';
import { halfWidth } from '../../half-width.js';
import { unreadable, value, type CellCodec } from './cell-codec.js';

/** Chinese and English word of a value, and other words that people use for it. */
export type Word = readonly [zh: string, en: string, ...others: readonly string[]];

/** One of a few values, each with its words; the ids of the format are understood as well. */
export function oneOf(
  words: Readonly<Record<string, Word>>,
  others: readonly (readonly [unknown, Word])[] = [],
): CellCodec {
  const entries: readonly (readonly [unknown, Word])[] = [...others, ...Object.entries(words)];
  const known = new Map<string, unknown>();
  for (const [id, names] of entries) {
    for (const name of [...names, ...(typeof id === 'string' ? [id] : [])]) {
      if (!known.has(key(name))) known.set(key(name), id);
    }
  }
  return {
    read: (text) => {
      if (known.has(key(text))) return value(known.get(key(text)));
      const nearest = nearestName(
        text.slice(0, 60),
        entries.flatMap(([, [zh, en]]) => [zh, en]),
      );
      const list = entries.map(([, [zh]]) => zh).join('、');
      const english = entries.map(([, [, en]]) => en).join(', ');
      return unreadable(
        'NOT_ALLOWED',
        [`“${shorten(text)}”不在可选范围内：${list}。`, `"${shorten(text)}" is none of: ${english}.`],
        nearest === null
          ? ['请从下拉列表中选择。', 'Choose from the drop-down list.']
          : [`是否是“${nearest}”？请从下拉列表中选择。`, `Did you mean "${nearest}"? Choose from the list.`],
      );
    },
    write: (given, { locale }) => {
      const word = entries.find(([id]) => id === given)?.[1];
      return word?.[locale === 'en' ? 1 : 0] ?? String(given);
    },
    choices: (locale) => entries.map(([, word]) => word[locale === 'en' ? 1 : 0]),
  };
}

const key = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();

/** A few words, or else what another codec reads: 不封顶 or a share. */
export const wordsOr = (words: readonly (readonly [unknown, Word])[], other: CellCodec): CellCodec => {
  const some = oneOf({}, words);
  return {
    read: (text, context) => {
      const read = some.read(text, context);
      return read.ok ? read : other.read(text, context);
    },
    write: (given, context) =>
      words.some(([id]) => id === given) ? some.write(given, context) : other.write(given, context),
    ...(other.choices ? { choices: other.choices } : {}),
  };
};

export const yesNo = oneOf({}, [
  [true, ['是', 'yes', '√', '✓', '有', 'true']],
  [false, ['否', 'no', '×', '无', 'false']],
]);

export const better = oneOf({ higher: ['越高越好', 'higher', '高'], lower: ['越低越好', 'lower', '低'] });
