import { SSF, type CellObject } from '@e965/xlsx';
import { Rational } from '@heng/rules';

/** Why a cell has no text of its own. */
export type CellRefusal = 'formula' | 'error-value' | 'not-a-day';
export type CellText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: CellRefusal };

/**
 * What a person sees in a cell, as text: 91.9% where Excel stores 0.919, a day where it stores 46022.
 * A formula is refused whatever its stored result says: nobody can see that the two still agree.
 */
export function cellText(cell: CellObject, date1904: boolean): CellText {
  if (cell.f !== undefined || cell.F !== undefined) return { ok: false, refusal: 'formula' };
  switch (cell.t) {
    case 'e':
      return { ok: false, refusal: 'error-value' };
    case 'b':
      return text(cell.v === true ? '是' : '否');
    case 'n':
      return typeof cell.v === 'number' ? numberCell(cell.v, formatOf(cell), date1904) : text('');
    default:
      return text(typeof cell.v === 'string' ? cell.v.trim() : '');
  }
}

const text = (value: string): CellText => ({ ok: true, text: value });

const formatOf = (cell: CellObject): string => (typeof cell.z === 'string' ? cell.z : '');

function numberCell(value: number, format: string, date1904: boolean): CellText {
  if (format !== '' && SSF.is_date(format)) {
    const day = SSF.parse_date_code(value, { date1904 });
    // A time of day alone, or a number outside the calendar, is no day.
    if (!day || value < 1) return { ok: false, refusal: 'not-a-day' };
    return text(`${day.y}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`);
  }
  const decimal = decimalText(value);
  const isShare = format.replace(/"[^"]*"|\\./g, '').includes('%');
  if (!isShare || !/^-?\d+(\.\d+)?$/.test(decimal)) return text(decimal);
  return text(`${Rational.parse(decimal).times(Rational.integer(100)).toText()}%`);
}

/** A cell holds a double, of which Excel keeps and shows 15 digits; those are the number its author typed. */
export function decimalText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toPrecision(15).split('e');
  const digits = exponent === '0' ? mantissa : shifted(mantissa, Number(exponent));
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** 1.5e-7 written out. */
function shifted(mantissa: string, exponent: number): string {
  const power = 10n ** BigInt(Math.abs(exponent));
  const value = Rational.parse(mantissa);
  return (exponent < 0 ? value.over(Rational.of(power)) : value.times(Rational.of(power))).toText();
}
