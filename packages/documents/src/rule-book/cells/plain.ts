import { Rational } from '@heng/rules';
import { shorten } from '../../document-problem.js';
import { halfWidth } from '../../half-width.js';
import { unreadable, value, type CellCodec, type CellContext, type CellRead } from './cell-codec.js';

const aDecimal = /^-?\d{1,15}(\.\d{1,20})?$/;

/** Any text, as it stands. */
export const plainText: CellCodec = { read: (text) => value(text), write: String };

export const notANumber = (text: string): CellRead =>
  unreadable(
    'NOT_A_NUMBER',
    [`“${shorten(text)}”不是数。`, `"${shorten(text)}" is no number.`],
    ['请只写数字，如 12.5。', 'Write digits only, such as 12.5.'],
  );

/** Full-width digits, thousands separators and 分 are taken off: what is meant is certain. */
export function tidyNumber(text: string): string {
  const plain = halfWidth(text).replace(/\s+/g, '').replace(/^\+/, '').replace(/分$/, '');
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

export function readDecimal(text: string, { percentIs }: CellContext): CellRead {
  const plain = tidyNumber(text);
  if (aDecimal.test(plain)) return plain === text ? value(plain) : value(plain, plain);
  const percent = /^(.*)%$/.exec(plain)?.[1];
  if (percent === undefined || !aDecimal.test(percent)) return notANumber(text);
  if (percentIs === undefined) {
    return unreadable(
      'PERCENT',
      [`“${shorten(text)}”有两种读法。`, `"${shorten(text)}" can be read in two ways.`],
      [
        '比率写成小数（90% 写 0.9）；百分数类数据写数字（90% 写 90）。',
        'Write 0.9 for a ratio, and 90 for a fact in percent.',
      ],
    );
  }
  const number =
    percentIs === 'number' ? percent : Rational.parse(percent).over(Rational.integer(100)).toText();
  return value(number, number);
}

export const decimal: CellCodec = { read: readDecimal, write: String };

/** A share, which may also be written in percent or as a fraction: 0.2, 20%, 1/3. */
export const share: CellCodec = {
  read: (text, context) => {
    const plain = tidyNumber(text);
    if (!/^\d{1,15}\/\d{1,15}$/.test(plain)) return readDecimal(text, { ...context, percentIs: 'share' });
    return plain === text ? value(plain) : value(plain, plain);
  },
  write: String,
};

export const wholeNumber: CellCodec = {
  read: (text) => {
    const plain = tidyNumber(text).replace(/年$/, '');
    if (!/^-?\d{1,15}$/.test(plain)) return notANumber(text);
    return plain === text ? value(Number(plain)) : value(Number(plain), plain);
  },
  write: String,
};

/** 2026-12-31, also 2026/12/31 and 2026年12月31日. */
export const day: CellCodec = {
  read: (text) => {
    const plain = halfWidth(text).trim();
    const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? [];
    if (year === undefined || month === undefined || date === undefined) {
      return unreadable(
        'NOT_A_DAY',
        [`“${shorten(text)}”不是日期。`, `"${shorten(text)}" is no day.`],
        ['请写成 2026-12-31。', 'Write it as 2026-12-31.'],
      );
    }
    const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return written === text ? value(written) : value(written, written);
  },
  write: String,
};

export const identifier: CellCodec = {
  read: (text) => {
    const plain = halfWidth(text).trim();
    return plain === text ? value(plain) : value(plain, plain);
  },
  write: String,
};
