import type { Locale, Rounding } from '@heng/rules';
import { halfWidth } from '../../half-width.js';
import { unreadable, value, type CellCodec } from './cell-codec.js';
import type { Word } from './words.js';

export const roundingModes: Readonly<Record<Rounding['mode'], Word>> = {
  'half-up': ['四舍五入', 'half-up'],
  'half-even': ['四舍六入五成双', 'half-even', '奇进偶舍'],
  down: ['舍去', 'down', '向下', '去尾'],
  up: ['进位', 'up', '向上', '进一'],
};

/** 四舍五入 2 位, or 舍去 按 0.5 for multiples of a step. Null when it is neither. */
export function readRounding(text: string): Rounding | null {
  const plain = halfWidth(text).replace(/[,;:]/g, ' ').trim().toLowerCase();
  const mode = (Object.keys(roundingModes) as Rounding['mode'][]).find((each) =>
    roundingModes[each].some((word) => plain === word || plain.startsWith(`${word} `)),
  );
  if (mode === undefined) return null;
  const [word = ''] = roundingModes[mode]
    .filter((each) => plain.startsWith(each))
    .sort((a, b) => b.length - a.length);
  const rest = plain.slice(word.length).trim();
  const digits = /^(?:保留\s*)?(\d{1,2})\s*(?:位(?:小数)?|digits?)?$/.exec(rest)?.[1];
  if (digits !== undefined) return { mode, digits: Number(digits) };
  const step = /^(?:按|step)\s*(\d{1,15}(?:\.\d{1,20})?)$/.exec(rest)?.[1];
  return step === undefined ? null : { mode, step };
}

export function writeRounding(rounding: Rounding, locale: Locale): string {
  const language = locale === 'en' ? 1 : 0;
  const mode = roundingModes[rounding.mode][language];
  if ('digits' in rounding) return `${mode} ${rounding.digits} ${language === 1 ? 'digits' : '位'}`;
  return `${mode} ${language === 1 ? 'step' : '按'} ${rounding.step}`;
}

export const rounding: CellCodec = {
  read: (text) => {
    const read = readRounding(text);
    if (read !== null) return value(read);
    return unreadable(
      'NOT_A_ROUNDING',
      ['取整方式看不懂。', 'The rounding is not understood.'],
      ['请写如“四舍五入 2 位”“舍去 按 0.5”。', 'Write it as "half-up 2 digits" or "down step 0.5".'],
    );
  },
  write: (given, { locale }) => writeRounding(given as Rounding, locale),
  choices: (locale) => [2, 1, 0].map((digits) => writeRounding({ mode: 'half-up', digits }, locale)),
};
