import { Rational } from '../exact/rational.js';

/**
 * Exact text for people: a decimal of at most `digits` decimals as it is, anything longer cut by rounding and marked with …
 * "0.919037199124726477" → "0.9190…", "25/36" → "0.6944…", "3.68" → "3.68".
 */
export function numberText(exact: string, digits = 4): string {
  if (!/^-?\d+(\.\d+|\/\d+)?$/.test(exact)) return exact;
  const value = Rational.parse(exact);
  const rounded = value.round({ mode: 'half-up', digits });
  return rounded.equals(value) ? value.toText() : `${value.toFixedText(digits)}…`;
}

/** A share for people: "0.919…" → "91.90…%", "1" → "100%". */
export function percentText(exact: string): string {
  if (!/^-?\d+(\.\d+|\/\d+)?$/.test(exact)) return exact;
  return `${numberText(Rational.parse(exact).times(Rational.integer(100)).toText(), 2)}%`;
}

/** An expression with its long numbers shortened like any other; `1/0.5` is a division of decimals, `25/36` a fraction. */
export const expressionText = (shown: string): string =>
  shown.replace(/-?\d+(\.\d+|\/\d+(?![\d.]))?/g, (number) => numberText(number));
