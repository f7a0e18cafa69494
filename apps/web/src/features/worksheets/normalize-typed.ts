import type { Fact } from '@heng/rules';

/**
 * What people type and paste, as the plain text of a value: full-width digits, thousands separators, a repeated unit and
 * the usual spellings of a date. Whether the value may stand is for `checkFactValue` to say.
 *
 * @returns a decimal or a day such as `2026-03-05`; null when the text cannot be read as the fact's kind
 */
export function normalizeTyped(fact: Fact, typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (fact.kind === 'date') return dayOf(text);
  if (fact.kind === 'number')
    return decimalOf(
      without(
        text,
        [fact.unit.zh, fact.unit.en].map((unit) => unit.normalize('NFKC')),
      ),
    );
  return fact.kind === 'percent' ? decimalOf(without(text, ['%'])) : null;
}

function without(text: string, units: readonly string[]): string {
  const unit = units.find((each) => each !== '' && text.length > each.length && text.endsWith(each));
  return unit === undefined ? text : text.slice(0, -unit.length).trim();
}

function decimalOf(text: string): string | null {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replace(/,/g, '') : text;
  const [, sign, whole, decimals] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === undefined || (whole === '' && (decimals ?? '') === '')) return null;
  // Trailing zeros are kept: what was typed is what is shown.
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return `${sign === '-' ? '-' : ''}${digits}${decimals ? `.${decimals}` : ''}`;
}

function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})\s*\D\s*(\d{1,2})\s*\D\s*(\d{1,2})\s*\D?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
