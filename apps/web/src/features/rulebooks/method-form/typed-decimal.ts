import { Rational } from '@heng/rules';

/** How the numbers of a field are read: as they are, as a share (0.9 is 90%), or as a percentage already (90 is 90%). */
export type NumberSense = 'plain' | 'share' | 'percent';

/** What a person typed, as the document writes it: full-width digits count as digits, and 95% of a share is 0.95. */
export function typedDecimal(typed: string, sense: NumberSense): string {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u3002]/g, '.')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s/g, '');
  if (!text.endsWith('%')) return text;
  const number = text.slice(0, -1);
  if (sense === 'percent') return number;
  return sense === 'share' && isDecimal(number)
    ? Rational.parse(number).over(Rational.integer(100)).toText()
    : text;
}

export const isDecimal = (text: string): boolean => /^-?\d{1,15}(\.\d{1,20})?$/.test(text);
