import { halfWidth } from '../half-width.js';
import { chineseInteger } from './chinese-integer.js';

/** Points found in a text, and the text without them. */
export type PointsInText = { readonly points: string; readonly rest: string };

const amount = '(\\d{1,5}(?:\\.\\d{1,4})?|[一二三四五六七八九十百]{1,5})';
// Blanks are bounded: three unbounded runs side by side would take cubic time on a cell full of them.
const gap = '\\s{0,4}';
const lead = `(?:满分|共计?|计|总分|分值|权重|本项)?${gap}[:：]?${gap}`;
const bracketed = new RegExp(`[（(\\[【]${gap}${lead}${amount}${gap}分${gap}[)）\\]】]`, 'g');
const trailing = new RegExp(`(?:^|[\\s。；;,，:：、])${lead}${amount}${gap}分${gap}[。；;]?$`);

/**
 * A cell that holds points and nothing else: `5`, `5分`, `(5分)`, `满分 5 分`, `五分`. Null for everything else, such as `20/10`,
 * `每条5分` or `1-5`.
 */
export function pointsCell(text: string): string | null {
  const bare = halfWidth(text).replace(/\s+/g, '');
  const match = /^\(?(?:满分|共计?|计|总分)?:?([+-]?\d{1,5}(?:\.\d{1,4})?)分?\)?$/.exec(bare);
  if (match?.[1] !== undefined) return match[1].replace(/^\+/, '');
  const spelled = /^\(?([一二三四五六七八九十百]{1,5})分\)?$/.exec(bare)?.[1];
  return spelled === undefined ? null : chineseInteger(spelled);
}

/** A share such as `15%`, as `15`. */
export const shareCell = (text: string): string | null =>
  /^(\d{1,3}(?:\.\d{1,4})?)%$/.exec(halfWidth(text).replace(/\s+/g, ''))?.[1] ?? null;

/**
 * The points that the title of an item or a section carries in brackets: 组织建设（30分）. Null when there are none or several:
 * several are the parts of a list, and which of them is the item's is not to be guessed.
 */
export function pointsInBrackets(text: string): PointsInText | null {
  const found = [...text.matchAll(bracketed)];
  const [only] = found;
  if (found.length !== 1 || only?.[1] === undefined) return null;
  const points = decimal(only[1]);
  if (points === null) return null;
  const before = text.slice(0, only.index).trimEnd();
  const after = text.slice(only.index + only[0].length).trimStart();
  return { points, rest: joined(before, after) };
}

/** The points at the very end of a text, without brackets: 保障工作经费。10分; 组织建设  35分. */
export function pointsAtEnd(text: string): PointsInText | null {
  const match = trailing.exec(text);
  if (match?.[1] === undefined) return null;
  const points = decimal(match[1]);
  if (points === null) return null;
  return { points, rest: text.slice(0, match.index + (/^[。；;]/.test(match[0]) ? 1 : 0)).trim() };
}

const decimal = (text: string): string | null => (/^\d/.test(text) ? text : chineseInteger(text));

const joined = (before: string, after: string): string =>
  /^[。；;,，、:：]/.test(after) && before === '' ? after.slice(1).trim() : before + after;

const sectionEnd = new RegExp(`^(.{0,60}[^\\d.扣加得计每满达于过(（])(\\d{1,4}(?:\\.\\d{1,4})?)${gap}分$`);

/** The points of a section, however its title carries them: also 组织建设30分, which in an item would be an award. */
export function pointsOfTitle(text: string): PointsInText | null {
  const found = pointsInBrackets(text) ?? pointsAtEnd(text);
  if (found !== null) return found.rest === '' ? null : found;
  const match = sectionEnd.exec(text);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { points: match[2], rest: match[1].trim() };
}
