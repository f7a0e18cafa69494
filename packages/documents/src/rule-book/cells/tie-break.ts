import type { TieBreak } from '@heng/rules';
import { MeasureReader } from '../formula/read-measure.js';
import { TokenReader } from '../formula/token-reader.js';
import { tokensOf } from '../formula/tokens.js';
import { writeMeasure } from '../formula/write-measure.js';
import type { Names } from '../names.js';
import type { CellCodec } from './cell-codec.js';
import { found } from './references.js';

const words = {
  'no-veto': ['无否决', 'no-veto'],
  indicator: ['指标', 'indicator'],
  section: ['部分', 'section'],
  'self-gap': ['自评差', 'self-gap'],
  measure: ['数值', 'measure'],
  'unit-code': ['单位代码', 'unit-code'],
} as const;
const sides = { higher: ['高者先', 'higher'], lower: ['低者先', 'lower'] } as const;

/** One question asked of equal totals: `无否决`, `指标 [A1]`, `部分 [A]`, `自评差`, `数值 [出生数] 低者先`, `单位代码`. */
export const tieBreak: CellCodec = {
  read: (text, { names }) =>
    found(() => {
      const tokens = new TokenReader(tokensOf(text));
      const kind = (Object.keys(words) as (keyof typeof words)[]).find((each) =>
        tokens.takes(...words[each]),
      );
      if (kind === undefined)
        throw tokens.unexpected('“无否决”“指标”等', '"no-veto", "indicator" or the like');
      const read = ofKind(kind, tokens, names);
      if (!tokens.atEnd) throw tokens.unexpected('结尾', 'the end');
      return read;
    }),
  write: (given, { names, locale }) => {
    const language = locale === 'en' ? 1 : 0;
    const each = given as TieBreak;
    switch (each.kind) {
      case 'indicator':
        return `${words.indicator[language]} [${names.indicators.name(each.indicator, locale)}]`;
      case 'section':
        return `${words.section[language]} [${names.sections.name(each.section, locale)}]`;
      case 'measure':
        return `${words.measure[language]} ${writeMeasure(each.of, names, locale) ?? ''} ${sides[each.better][language]}`;
      case 'count-back':
        // Several lists at once: JSON says it more plainly.
        return '';
      default:
        return words[each.kind][language];
    }
  },
  choices: (locale) =>
    ['no-veto', 'self-gap', 'unit-code'].map((kind) => words[kind as 'no-veto'][locale === 'en' ? 1 : 0]),
};

function ofKind(kind: keyof typeof words, tokens: TokenReader, names: Names): TieBreak {
  switch (kind) {
    case 'indicator':
      return { kind, indicator: tokens.id(names.indicators) };
    case 'section':
      return { kind, section: tokens.id(names.sections) };
    case 'measure': {
      const of = new MeasureReader(tokens, names).measure();
      if (tokens.takes(...sides.higher)) return { kind, of, better: 'higher' };
      if (tokens.takes(...sides.lower)) return { kind, of, better: 'lower' };
      throw tokens.unexpected('“高者先”或“低者先”', '"higher" or "lower"');
    }
    default:
      return { kind };
  }
}
