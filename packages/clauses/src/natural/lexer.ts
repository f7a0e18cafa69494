import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';
import { numeralCharacters } from './numerals.js';
import { vocabulary, vocabularyWords, type VocabularyKind } from './vocabulary.js';
import { lastOf } from './last-of.js';

const category = (name: string) => createToken({ name, pattern: Lexer.NA });

/** One category for each kind of word; the parser speaks of these. */
export const kinds = Object.fromEntries(
  Object.keys(vocabulary).map((kind) => [kind, category(`Kind_${kind}`)]),
) as Record<VocabularyKind, TokenType>;

/** What any token also is: the way out for what starts no phrase. */
export const Any = category('Any');
export const NumberToken = category('NumberToken');

/** Bullets of a list: (1) ⑴ ①. */
export const Bullet = createToken({
  name: 'Bullet',
  pattern: /[（(][0-9０-９一二三四五六七八九十]{1,2}[)）]|[①-⒇]/,
  categories: [Any],
});
/** 百分之五, 三分之一. */
export const Fraction = createToken({
  name: 'Fraction',
  categories: [Any],
  pattern: new RegExp(
    `[${numeralCharacters}]{1,6}分之[${numeralCharacters}]{1,8}(?:点[${numeralCharacters}]{1,6})?`,
  ),
});
export const Figures = createToken({
  name: 'Figures',
  pattern: /[0-9０-９]{1,40}(?:[.．][0-9０-９]{1,20})?/,
  categories: [Any, NumberToken],
});
export const Numeral = createToken({
  name: 'Numeral',
  categories: [Any, NumberToken],
  pattern: new RegExp(`[${numeralCharacters}]{1,20}(?:点[${numeralCharacters}]{1,6})?`),
});
export const Comma = createToken({ name: 'Comma', categories: [Any], pattern: /[，,]/ });
export const Semicolon = createToken({ name: 'Semicolon', categories: [Any], pattern: /[；;]/ });
export const Stop = createToken({
  name: 'Stop',
  categories: [Any],
  pattern: /[。！!？?\r\n]/,
  line_breaks: true,
});
export const Colon = createToken({ name: 'Colon', categories: [Any], pattern: /[：:]/ });
export const Enumeration = createToken({ name: 'Enumeration', categories: [Any], pattern: /[、]/ });
export const Open = createToken({ name: 'Open', categories: [Any], pattern: /[（(〔[【{｛]/ });
export const Close = createToken({ name: 'Close', categories: [Any], pattern: /[）)〕\]】}｝]/ });
const Space = createToken({ name: 'Space', pattern: /[ \t\u00a0\u3000]{1,200}/, group: Lexer.SKIPPED });

/** 分 after a number, which is no part of 分管 or 分别 then; but 30分钟 are minutes. */
export const Fen = createToken({
  name: 'Fen',
  categories: [Any],
  pattern: (text: string, offset: number, tokens: readonly IToken[]) => {
    const before = lastOf(tokens)?.tokenType;
    if (text.charAt(offset) !== '分' || '钟之'.includes(text.charAt(offset + 1) || '.')) return null;
    return before === Figures || before === Numeral || before === Fraction ? ['分'] : null;
  },
  start_chars_hint: ['分'],
  line_breaks: false,
});

/** Signs with which a token of its own can begin; text runs up to the next of them. */
const beginnings = new Set<string>([
  ...vocabularyWords().map(({ word }) => word.charAt(0)),
  ...numeralCharacters,
  ...'0123456789０１２３４５６７８９（()）〔〕[]【】{}｛｝，,；;。！!？?\r\n：:、 \t\u00a0\u3000',
  ...Array.from({ length: 41 }, (_, at) => String.fromCharCode(0x2460 + at)),
  '分',
]);

/** Anything else; the hint names every sign so that the lexer can look up its patterns by sign. */
export const Text = createToken({
  name: 'Text',
  categories: [Any],
  pattern: (text: string, offset: number) => {
    if (offset >= text.length) return null;
    let end = offset + 1;
    while (end < text.length && !beginnings.has(text.charAt(end))) end += 1;
    return [text.slice(offset, end)];
  },
  start_chars_hint: Array.from({ length: 0x10000 }, (_, code) => code),
  line_breaks: true,
});

const wordTokens = vocabularyWords().map(({ word, kind }) => ({
  word,
  token: createToken({ name: `${kind} ${word}`, pattern: word, categories: [Any, kinds[kind]] }),
}));

/** Longer words before numbers (一般 is not 1), numbers before words of one sign. */
const inOrder: TokenType[] = [
  Space,
  Fen,
  ...wordTokens.filter(({ word }) => word.length > 1).map(({ token }) => token),
  Bullet,
  Fraction,
  Figures,
  Numeral,
  ...wordTokens.filter(({ word }) => word.length === 1).map(({ token }) => token),
  Comma,
  Semicolon,
  Stop,
  Colon,
  Enumeration,
  Open,
  Close,
  Text,
];

/** All token types, for the parser. */
export const vocabularyTokens: TokenType[] = [Any, NumberToken, ...Object.values(kinds), ...inOrder];

const lexer = new Lexer(inOrder, { positionTracking: 'onlyOffset', ensureOptimizations: true });

/** Cuts a text into tokens. There is no lexical error: what is no word, number or sign of its own is text. */
export const tokensOf = (text: string): IToken[] => lexer.tokenize(text).tokens;
