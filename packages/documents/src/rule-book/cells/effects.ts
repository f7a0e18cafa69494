import type { VetoEffect } from '@heng/rules';
import { shorten } from '../../document-problem.js';
import { FormulaFault } from '../formula/formula-fault.js';
import { TokenReader } from '../formula/token-reader.js';
import { tokensOf } from '../formula/tokens.js';
import type { Names } from '../names.js';
import type { CellCodec } from './cell-codec.js';
import { found } from './references.js';

const words = {
  'grade-ceiling': ['最高等次', 'grade-at-most'],
  grade: ['直接定为', 'grade-is'],
  'grade-down': ['降等', 'grade-down'],
  'indicator-zero': ['指标计零', 'zero'],
  'indicators-named-zero': ['所列指标计零', 'zero-as-listed'],
  'no-award': ['不授奖', 'no-award'],
  'withdraw-title': ['取消称号', 'withdraw-title'],
} as const;

/** What a veto does, one effect a line: `最高等次 [合格]`, `降等 1`, `指标计零 [A1] [A2]`, `不授奖`. */
export const effects: CellCodec = {
  read: (text, { names }) =>
    found(() =>
      text
        .split(/\n|[;；]/)
        .filter((line) => line.trim() !== '')
        .map((line) => effect(line, names)),
    ),
  write: (given, { names, locale }) => {
    const list = (ids: readonly string[], of: Names['facts']) =>
      ids.map((id) => `[${of.name(id, locale)}]`).join(' ');
    return (given as readonly VetoEffect[])
      .map((each) => {
        const word = words[each.kind][locale === 'en' ? 1 : 0];
        switch (each.kind) {
          case 'grade-ceiling':
          case 'grade':
            return `${word} ${list([each.grade], names.grades)}`;
          case 'grade-down':
            return `${word} ${each.steps}`;
          case 'indicator-zero':
            return `${word} ${list(each.indicators, names.indicators)}`;
          case 'indicators-named-zero':
            return `${word} ${list([each.fact], names.facts)}`;
          default:
            return word;
        }
      })
      .join('\n');
  },
  choices: (locale) =>
    ['no-award', 'withdraw-title'].map((kind) => words[kind as 'no-award'][locale === 'en' ? 1 : 0]),
};

function effect(line: string, names: Names): VetoEffect {
  const tokens = new TokenReader(tokensOf(line));
  const kind = (Object.keys(words) as VetoEffect['kind'][]).find((each) => tokens.takes(...words[each]));
  if (kind === undefined) {
    const known = Object.values(words);
    throw new FormulaFault(
      `“${shorten(line)}”不是处理办法：${known.map(([zh]) => zh).join('、')}。`,
      `"${shorten(line)}" is none of: ${known.map(([, en]) => en).join(', ')}.`,
    );
  }
  const read = ofKind(kind, tokens, names);
  if (!tokens.atEnd) throw tokens.unexpected('结尾', 'the end');
  return read;
}

function ofKind(kind: VetoEffect['kind'], tokens: TokenReader, names: Names): VetoEffect {
  switch (kind) {
    case 'grade-ceiling':
    case 'grade':
      return { kind, grade: tokens.id(names.grades) };
    case 'grade-down':
      return { kind, steps: tokens.wholeNumber() };
    case 'indicator-zero': {
      const indicators = [tokens.id(names.indicators)];
      while (tokens.next?.kind === 'name') indicators.push(tokens.id(names.indicators));
      return { kind, indicators };
    }
    case 'indicators-named-zero':
      return { kind, fact: tokens.id(names.facts) };
    default:
      return { kind };
  }
}
