import type { Fact, FactValue } from '@heng/rules';
import { halfWidth } from '../half-width.js';

/** What one cell says about one fact. A value that cannot be understood is handed on as written: the one check of values names it. */
export type CellContent =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-applicable'; readonly because: string }
  | { readonly kind: 'value'; readonly value: unknown };

const yes = new Set(['是', '有', '对', '√', '✓', '1', 'y', 'yes', 'true']);
const no = new Set(['否', '无', '没有', '×', '0', 'n', 'no', 'false']);

export function readCell(fact: Fact, text: string): CellContent {
  const written = text.trim();
  if (written === '') return { kind: 'missing' };
  const none = /^(?:不涉及|not applicable|n\/a)\s*(?:[:：]\s*(.*))?$/is.exec(written);
  if (none) return { kind: 'not-applicable', because: none[1]?.trim() || '不涉及' };
  return { kind: 'value', value: valueOf(fact, written) };
}

function valueOf(fact: Fact, written: string): unknown {
  const plain = halfWidth(written).trim();
  switch (fact.kind) {
    case 'number':
      return numberText(plain, [fact.unit.zh, fact.unit.en]);
    case 'percent':
      return numberText(plain, ['%']);
    case 'boolean': {
      const word = plain.toLowerCase();
      return yes.has(word) ? true : no.has(word) ? false : written;
    }
    case 'choice':
      return optionId(fact.options, written);
    case 'date':
      return dayText(plain);
    case 'ballots':
      if (isNone(plain)) return {};
      return written.startsWith('{') ? json(written) : (pairs(plain, fact.options) ?? written);
    case 'raters':
      if (isNone(plain)) return {};
      return written.startsWith('{') ? json(written) : (pairs(plain, fact.groups) ?? written);
    case 'panel':
      if (isNone(plain)) return [];
      return written.startsWith('[') ? json(written) : (scores(plain) ?? written);
    case 'records':
      return isNone(plain) ? [] : json(written);
  }
}

/** An empty list, which is not the same as a blank cell. */
const isNone = (plain: string): boolean => plain === '无' || plain === '没有';

/** Without thousands separators and without the unit that people add; everything else stays for the check to name. */
function numberText(plain: string, units: readonly string[]): string {
  const unit = units.find((each) => each !== '' && plain.endsWith(each));
  const bare = unit === undefined ? plain : plain.slice(0, -unit.length).trim();
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
}

type Options = readonly {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
}[];

/** By id, else by a title that only one option has. */
function optionId(options: Options, written: string): string {
  if (options.some(({ id }) => id === written)) return written;
  const wanted = halfWidth(written);
  const found = options.filter(({ title }) =>
    [title.zh, title.en].some((each) => halfWidth(each) === wanted),
  );
  return found.length === 1 ? (found[0]?.id ?? written) : written;
}

function dayText(plain: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : plain;
}

/** `优=30; 良=8`, by title or id. */
function pairs(plain: string, options: Options): unknown {
  const entries = plain.split(/[;\n]/).filter((part) => part.trim() !== '');
  const read = entries.map((part) => /^\s*(.+?)\s*=\s*(\S+)\s*$/.exec(part));
  if (read.some((match) => match === null)) return null;
  const counts = read.map((match) => [optionId(options, match?.[1] ?? ''), match?.[2] ?? ''] as const);
  // Two counts for one option: one of them would silently be lost.
  return new Set(counts.map(([id]) => id)).size < counts.length ? null : Object.fromEntries(counts);
}

/** `王=92; 李=88(回避)`. */
function scores(plain: string): unknown {
  const entries = plain.split(/[;\n]/).filter((part) => part.trim() !== '');
  const read = entries.map((part) => /^\s*(.+?)\s*=\s*([^\s()]+)\s*(\(回避\))?\s*$/.exec(part));
  if (read.some((match) => match === null)) return null;
  return read.map((match) => ({
    judge: match?.[1] ?? '',
    score: match?.[2] ?? '',
    ...(match?.[3] ? { recused: true } : {}),
  }));
}

/** JSON as it stands; what is none stays text, which the check of values then names. */
function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The cell that `readCell` reads back as this value: in words where they lead back to it, else in ids or as JSON. */
export function writeCell(fact: Fact, value: FactValue): string {
  const words = inWords(fact, value);
  const read = readCell(fact, words);
  if (read.kind === 'value' && JSON.stringify(read.value) === JSON.stringify(value)) return words;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function inWords(fact: Fact, value: FactValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') {
    const option = fact.kind === 'choice' ? fact.options.find(({ id }) => id === value) : undefined;
    return option?.title.zh ?? value;
  }
  if (Array.isArray(value)) return fact.kind === 'panel' ? writeScores(value) : JSON.stringify(value);
  if (Object.keys(value).length === 0) return '无';
  const options = fact.kind === 'ballots' ? fact.options : fact.kind === 'raters' ? fact.groups : [];
  const titles = new Map(options.map(({ id, title }) => [id, title.zh]));
  return Object.entries(value)
    .map(([id, count]) => `${titles.get(id) ?? id}=${count}`)
    .join('; ');
}

/** In words where the names allow it, else as JSON, which can hold any name. */
function writeScores(value: readonly unknown[]): string {
  const scored = value as readonly { judge: string; score: string; recused?: boolean }[];
  const plain = scored.every(({ judge }) => /^[^\s=;；()（）＝]+$/.test(judge) && halfWidth(judge) === judge);
  if (!plain || scored.length === 0) return JSON.stringify(value);
  return scored.map(({ judge, score, recused }) => `${judge}=${score}${recused ? '(回避)' : ''}`).join('; ');
}
