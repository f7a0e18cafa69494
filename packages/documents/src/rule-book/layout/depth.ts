import { halfWidth } from '../../half-width.js';
import { shorten } from '../../document-problem.js';
import { unreadable, value, type CellCodec } from '../cells/cell-codec.js';

const numerals = '一二三四五六七八九十';

/** 一级, 二级 … for sections, as a number; 指标 for an indicator. */
export const depth: CellCodec = {
  read: (text) => {
    const plain = halfWidth(text).replace(/\s+/g, '').toLowerCase();
    if (['指标', 'indicator', '三级指标'].includes(plain)) return value('indicator');
    const level = /^(?:level)?(\d{1,2}|[一二三四五六七八九十])级?(?:指标)?$/.exec(plain)?.[1];
    const number =
      level === undefined ? 0 : numerals.includes(level) ? numerals.indexOf(level) + 1 : Number(level);
    if (number >= 1) return value(number);
    return unreadable(
      'NOT_A_LEVEL',
      [`“${shorten(text)}”不是层级。`, `"${shorten(text)}" is no level.`],
      [
        '部分写一级、二级……，指标写“指标”。',
        'Write level 1, level 2 … for sections, "indicator" for indicators.',
      ],
    );
  },
  write: (given, { locale }) =>
    typeof given !== 'number'
      ? locale === 'en'
        ? 'indicator'
        : '指标'
      : locale === 'en'
        ? `level ${given}`
        : `${numerals[given - 1] ?? given}级`,
  choices: (locale) =>
    locale === 'en' ? ['level 1', 'level 2', 'level 3', 'indicator'] : ['一级', '二级', '三级', '指标'],
};
