import type { GridCell } from './grid.js';
import { leadingNumber } from './leading-number.js';
import { pointsCell, pointsInBrackets } from './points-in-text.js';
import { guessedRole } from './section-role.js';

export const isTotalWord = (text: string): boolean =>
  /^(?:总?合计|小计|总计|总分|共计|累计|得分合计|合计总分)(?:得分|分值|分数)?(?:[(（].*[)）])?[:：]?$/.test(
    text.replace(/\s+/g, ''),
  );

export const isSubtotalWord = (text: string): boolean => text.replace(/\s+/g, '').startsWith('小计');

export const isNote = (text: string): boolean =>
  /^(?:注|备注|附注|说明|填表说明|考核说明|评分说明|几点说明)\s*\d{0,2}\s*(?:[:：.、]|$)/.test(text);

/** A title is short and is no sentence; vertical writing puts each character on a line of its own. */
export const titleText = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('')
    .trim();

/** Whether the only text of a row is the heading of what follows rather than a line, a note or the rest of the line above. */
export function isHeadingText(cell: GridCell, columnCount: number, hasPointsColumn: boolean): boolean {
  const title = titleText(cell.text);
  const { level } = leadingNumber(title);
  const isWide = cell.columns >= Math.max(2, Math.ceil(columnCount / 2));
  if (title.length > 60 && pointsInBrackets(title) === null) return false;
  if (/[。；;]$/.test(title)) return false;
  if (level === 1 || level === 2 || isWide) return true;
  if (level !== null || title.length > 30) return false;
  // In a table with a column of points, points within a text beside an empty cell are those of a heading.
  return guessedRole(title).role !== 'base' || (hasPointsColumn && pointsInBrackets(title) !== null);
}

export const isNumberish = (text: string): boolean => pointsCell(text) !== null || /^[\s/—\-–]*$/.test(text);
