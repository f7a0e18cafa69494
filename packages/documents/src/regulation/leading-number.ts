import { halfWidth } from '../half-width.js';

/** A text without the number it begins with. `level` orders the ways of numbering that documents nest: 一、 （一） 1. （1） ①. */
export type Numbered = {
  readonly number: string | null;
  readonly level: number | null;
  readonly rest: string;
};

const chinese = '[一二三四五六七八九十百]{1,5}';
const ways: readonly (readonly [level: number, pattern: RegExp])[] = [
  [1, new RegExp(`^(第(?:${chinese}|\\d{1,3})(?:部分|章|大项|类))[、.:：\\s]*`)],
  [1, new RegExp(`^(${chinese})[、.．:：]`)],
  [2, new RegExp(`^([（(]${chinese}[)）])[、.]?`)],
  [2, new RegExp(`^(第${chinese}[条项])[、.:：\\s]*`)],
  // Not 1.5 分 and not a bare quantity such as 3 次.
  [3, /^(\d{1,3}(?:\.\d{1,3}){0,3})(?:[、．:：]|\.(?!\d)|\s+(?=[^\d\s]))/],
  [4, /^([（(]\d{1,3}[)）])[、.]?/],
  [4, /^(\d{1,3}[)）])/],
  [5, /^([①-⑳])[、.]?/],
];

export function leadingNumber(text: string): Numbered {
  const trimmed = text.trim();
  for (const [level, pattern] of ways) {
    const match = pattern.exec(trimmed);
    if (match?.[1] !== undefined) {
      return { number: match[1], level, rest: trimmed.slice(match[0].length).trim() };
    }
  }
  return { number: null, level: null, rest: trimmed };
}

/** The number that a cell of a number column holds: `1`, `一`, `（二）`, `3.`. */
export const numberCell = (text: string): string | null => {
  const bare = halfWidth(text)
    .trim()
    .replace(/[、.:]$/, '');
  return bare === '' ? null : bare;
};

export const isChineseNumber = (text: string): boolean => new RegExp(`^[（(]?${chinese}[)）]?$`).test(text);
