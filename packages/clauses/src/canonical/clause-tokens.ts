import { clauseKeywords, unitKeywords, type ClauseKeyword } from '@heng/rules';
import { createToken, type TokenType } from 'chevrotain';

const token = (name: string, label: string, categories: TokenType[] = []) =>
  // Only the lexer of this folder makes tokens; a pattern of chevrotain's own would compete with the names of a book.
  createToken({ name, label, categories, pattern: /(?!)/ });

/** What can be the unit of a quantity. */
export const UnitWord = token('UnitWord', '单位');
export const Name = token('Name', '名称');
export const Quoted = token('Quoted', '「…」');
/** The id that tells titles apart that are alike: 〔x2〕. */
export const IdMark = token('IdMark', '〔…〕');
export const Unit = token('Unit', '单位', [UnitWord]);
export const Decimal = token('Decimal', '数');
export const DayWord = token('DayWord', '日期');
export const Separator = token('Separator', '，');
export const Colon = token('Colon', '：');
export const Open = token('Open', '（');
export const Close = token('Close', '）');
export const Percent = token('Percent', '%', [UnitWord]);
export const Plus = token('Plus', '+');
export const Minus = token('Minus', '−');
export const Times = token('Times', '×');
export const Over = token('Over', '÷');
export const Power = token('Power', '^');

/** The signs of one character. */
export const signs: ReadonlyMap<string, TokenType> = new Map([
  [',', Separator],
  ['.', Separator],
  [':', Colon],
  ['(', Open],
  [')', Close],
  ['%', Percent],
  ['+', Plus],
  ['-', Minus],
  ['×', Times],
  ['÷', Over],
  ['/', Over],
  ['^', Power],
]);

const units: ReadonlySet<ClauseKeyword> = new Set(unitKeywords);

export const keywordTokens: ReadonlyMap<ClauseKeyword, TokenType> = new Map(
  clauseKeywords.map((word, index) => [word, token(`Word${index}`, word, units.has(word) ? [UnitWord] : [])]),
);

/** The token of a keyword. */
export function word(keyword: ClauseKeyword): TokenType {
  const own = keywordTokens.get(keyword);
  if (own === undefined) throw new Error(`no token for ${keyword}`);
  return own;
}

export const clauseTokens: TokenType[] = [
  UnitWord,
  Name,
  Quoted,
  IdMark,
  Unit,
  Decimal,
  DayWord,
  ...new Set(signs.values()),
  ...keywordTokens.values(),
];
