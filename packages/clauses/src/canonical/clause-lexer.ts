import { clauseKeywords, type ClauseKeyword } from '@heng/rules';
import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import { namesIn, type ClauseContext } from './clause-context.js';
import { deepest, tooDeep, unreadable } from './clause-problem.js';
import { plainClause, type PlainClause } from './clause-text.js';
import {
  Close,
  DayWord,
  Decimal,
  IdMark,
  Name,
  Open,
  Quoted,
  Separator,
  Unit,
  keywordTokens,
  signs,
  word,
} from './clause-tokens.js';

/**
 * The tokens of a clause: the longest keyword, title or unit at each place, with the book's titles as the context has them. Each token
 * knows its place in the text as it was. Commas and full stops count only inside brackets, where they part the entries of a list.
 */
export function clauseTokensOf(text: string, context: ClauseContext): IToken[] {
  const clause = plainClause(text);
  const names = namesIn(context);
  const tokens: IToken[] = [];
  let depth = 0;
  let last: TokenType | undefined;
  for (let at = 0; at < clause.plain.length;) {
    // Units stand behind numbers, and in 实际值（以天计）.
    const isUnit = last === Decimal || last === word('以');
    const found =
      patternAt(clause, at) ??
      longestAt(clause.plain, at, isUnit ? names.plainUnits : names.plain, isUnit ? Unit : Name);
    if (found === null) return unknownSign(clause, at);
    const { type, length } = found;
    if (type === Open) depth += 1;
    if (type === Close) depth -= 1;
    if (depth > deepest) return tooDeep({ start: clause.places[at] ?? 0, end: (clause.places[at] ?? 0) + 1 });
    if (type !== Separator || depth > 0) tokens.push(tokenAt(clause, at, type, length));
    last = type;
    at += length;
  }
  return tokens;
}

type Found = { readonly type: TokenType; readonly length: number };

const patterns: readonly (readonly [RegExp, TokenType])[] = [
  [/\d{4}-\d{2}-\d{2}(?!\d)/y, DayWord],
  [/\d{4}年\d{1,2}月\d{1,2}日/y, DayWord],
  [/\d+(?:\.\d+)?/y, Decimal],
  [/〔[A-Za-z][A-Za-z0-9_-]{0,63}〕/y, IdMark],
];

/** Numbers, days, ids and phrases in 「」. */
function patternAt({ plain }: PlainClause, at: number): Found | null {
  if (plain.charAt(at) === '「') {
    const end = quotationEnd(plain, at + 1);
    return end === null ? null : { type: Quoted, length: end + 1 - at };
  }
  for (const [pattern, type] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(plain);
    if (match) return { type, length: match[0].length };
  }
  return null;
}

function quotationEnd(plain: string, from: number): number | null {
  for (let at = plain.indexOf('」', from); at >= 0; at = plain.indexOf('」', at + 2))
    if (plain.charAt(at + 1) !== '」') return at;
  return null;
}

const keywords: ReadonlySet<string> = new Set(clauseKeywords);
const longestWord = 40;

/** The longest word of the grammar or the book; of equals the grammar's own. */
function longestAt(
  plain: string,
  at: number,
  vocabulary: ReadonlySet<string>,
  type: TokenType,
): Found | null {
  for (let length = Math.min(longestWord, plain.length - at); length > 0; length -= 1) {
    const text = plain.slice(at, at + length);
    if (keywords.has(text)) {
      // The set holds the keywords and nothing else.
      const own = keywordTokens.get(text as ClauseKeyword);
      if (own) return { type: own, length };
    }
    if (vocabulary.has(text)) return { type, length };
  }
  const sign = signs.get(plain.charAt(at));
  return sign === undefined ? null : { type: sign, length: 1 };
}

function tokenAt(clause: PlainClause, at: number, type: TokenType, length: number): IToken {
  const [from, to] = [clause.places[at] ?? 0, clause.places[at + length - 1] ?? 0];
  const none = Number.NaN;
  const image = type === Quoted ? clause.text.slice(from, to + 1) : clause.plain.slice(at, at + length);
  return createTokenInstance(type, image, from, to, none, none, none, none);
}

function unknownSign(clause: PlainClause, at: number): never {
  const start = clause.places[at] ?? 0;
  if (clause.plain.charAt(at) === '「')
    return unreadable(
      'QUOTE_OPEN',
      { start, end: clause.text.length },
      ['这里的「没有对应的」。', 'This 「 has no 」.'],
      ['请补上」。', 'Add the 」.'],
    );
  const end = endOfWord(clause, at);
  const shown = clause.text.slice(start, end);
  return unreadable(
    'UNKNOWN_WORD',
    { start, end },
    [
      `“${shown}”既不是规则用语，也不是规则书里的名称。`,
      `"${shown}" is neither a word of the rules nor a title of the book.`,
    ],
    [
      '请改用规则书里的名称；名称容易误读时放在「」里。',
      'Use a title of the rule book; put it in 「」 where it could be misread.',
    ],
  );
}

/** Up to the next sign or keyword, at most a few characters. */
function endOfWord({ plain, places, text }: PlainClause, at: number): number {
  let end = at + 1;
  while (end < plain.length && end < at + 20 && !/[\d「〔]/.test(plain.charAt(end))) {
    if (longestAt(plain, end, new Set(), Name) !== null) break;
    end += 1;
  }
  return Math.min(text.length, (places[end - 1] ?? 0) + 1);
}
