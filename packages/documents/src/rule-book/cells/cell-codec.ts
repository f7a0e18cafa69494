import { canonicalJson, type Locale } from '@heng/rules';
import type { Names } from '../names.js';
import { parseJson } from './parse-json.js';
import { survives } from './survives.js';

export type CellProblem = {
  readonly code: string;
  readonly message: readonly [zh: string, en: string];
  readonly fix: readonly [zh: string, en: string];
};

export type CellRead =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** What the cell would better say, where it is certain: digits made half-width, separators taken off. */
      readonly tidied?: string;
    }
  | { readonly ok: false; readonly problem: CellProblem };

/** What a cell is read with: names, the language that is written, and what its row is about. */
export type CellContext = {
  readonly names: Names;
  readonly locale: Locale;
  /** The fact whose options, levels or groups are named. */
  readonly fact?: string;
  /** What 90% means here; absent where it could mean either. */
  readonly percentIs?: 'share' | 'number';
};

/** How one kind of value stands in a cell. Blank cells never come here: they are absent values. */
export type CellCodec = {
  readonly read: (text: string, context: CellContext) => CellRead;
  readonly write: (value: unknown, context: CellContext) => string;
  /** What a drop-down list offers. */
  readonly choices?: (locale: Locale) => readonly string[];
};

export const value = (read: unknown, tidied?: string): CellRead =>
  tidied === undefined ? { ok: true, value: read } : { ok: true, value: read, tidied };

export const unreadable = (
  code: string,
  message: readonly [zh: string, en: string],
  fix: readonly [zh: string, en: string],
): CellRead => ({ ok: false, problem: { code, message, fix } });

/** Reads a cell that is not blank. In every cell `JSON …` gives the value as the JSON format writes it. */
export function readCell(codec: CellCodec, text: string, context: CellContext): CellRead {
  const json = /^JSON\s+(.*)$/s.exec(text)?.[1];
  if (json === undefined) return codec.read(text, context);
  const parsed = parseJson(json);
  if (parsed !== null) return value(parsed.value);
  return unreadable(
    'NOT_JSON',
    [
      '“JSON”后面的内容不完整、写错了或嵌套太深。',
      'What follows "JSON" is no sound JSON, or nested too deeply.',
    ],
    ['请检查括号和引号，或改用表中说明的写法。', 'Check brackets and quotes, or write it as the notes say.'],
  );
}

/** Writes a value in words where they lead back to it, else as `JSON …`. Absent values are blank. */
export function writeCell(codec: CellCodec, written: unknown, context: CellContext): string {
  if (written === undefined) return '';
  const words = codec.write(written, context);
  if (!survives(words)) return jsonCell(written);
  const read = readCell(codec, words, context);
  return read.ok && same(read.value, written) ? words : jsonCell(written);
}

/** Whether two values are the same document. */
export const same = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

function textOf(given: unknown): string {
  try {
    return given === undefined ? '' : canonicalJson(given);
  } catch {
    // A number that is not whole, which no rule book holds: like nothing else.
    return `?${String(given)}`;
  }
}

/** What JSON would leave as it is and XML would not. */
const escaped = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|_(?=x)/gi;

export const jsonCell = (given: unknown): string =>
  `JSON ${JSON.stringify(given).replace(escaped, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}`;
