import { halfWidth } from '../half-width.js';
import { pointsInBrackets } from './points-in-text.js';
import type { RegulationNote, StatedTotal } from './regulation.js';
import { titleText } from './row-kind.js';

const isAnnex = (text: string): boolean =>
  /^[（(]?附(?:件|表|录)?\s*\d*[:：)）]?$|^附件\s*\d*[:：]?$/.test(text);
const isDocumentNumber = (text: string): boolean =>
  text.length < 30 && /[〔[（(]\s*\d{4}\s*[〕\])）]\s*第?\s*\d+\s*号(?:附件\s*\d*)?$/.test(text);
const label = /^(?:考核|制定|发布|发文|编制|印发|制表|主办)(?:单位|部门|机关)\s*[:：]\s*(\S.*)$/;
const isLabelled = (text: string): boolean => /^[^:：]{2,12}[:：]/.test(text);

/** The title among the lines above a table: no annex mark, no file number, no line to be filled in. */
export function titleOf(lines: readonly RegulationNote[]): RegulationNote | null {
  const named = lines.filter(({ text }) => !isAnnex(text) && !isDocumentNumber(text) && !isLabelled(text));
  const [first, second] = named;
  if (first === undefined) return null;
  const isOpen = !titleEnd.test(first.text) && second !== undefined && titleEnd.test(second.text);
  return isOpen && first.text.length + second.text.length <= 80
    ? { text: `${titleText(first.text)}${titleText(second.text)}`, place: first.place }
    : { ...first, text: titleText(first.text) };
}

const titleEnd =
  /(?:细则|办法|标准|方案|通知|意见|考核表|评分表|分值表|赋分表|指标|计算|检查|评估)(?:[（(].*[)）])?$/;

/** The year that the title names, or the year of the file number. */
export function yearOf(lines: readonly string[]): number | null {
  for (const pattern of [/((?:19|20)\d{2})\s*年/, /[〔[（(]\s*((?:19|20)\d{2})\s*[〕\])）]/]) {
    for (const line of lines) {
      const year = pattern.exec(halfWidth(line))?.[1];
      if (year !== undefined) return Number(year);
    }
  }
  return null;
}

/** Who issues the rules, where a line says so by a label or a line by itself is an office's name. */
export function issuerOf(above: readonly string[], below: readonly string[]): string | null {
  for (const line of [...above, ...below]) {
    const said = label.exec(line)?.[1];
    if (said !== undefined) return said.trim();
  }
  return below.findLast(isOffice) ?? null;
}

/** A line that is nothing but the name of an office, as rules are signed. */
export const isOffice = (line: string): boolean =>
  line.length <= 25 &&
  /(?:妇女联合会|妇联|委员会|办公室|人民政府|总工会|工会|团委|部|局)$/.test(line) &&
  !/[，。；：、]/.test(line);

/** The total that a sentence or a title states: 考核实行100分制; 总分为125分; ……细则（100分）. */
export function totalsIn(lines: readonly RegulationNote[], title: string | null): StatedTotal[] {
  return lines.flatMap(({ text, place }) => {
    const inTitle = text === title ? pointsInBrackets(text)?.points : undefined;
    const said = /(?:总分|总分值|考核满分|满分|实行)(?:为|共计?|是|计)?\s*(\d{2,5}(?:\.\d+)?)\s*分/.exec(
      halfWidth(text),
    )?.[1];
    const points = inTitle ?? (/每[项条个]|各项/.test(text) ? undefined : said);
    return points === undefined ? [] : [{ points, text, place }];
  });
}
