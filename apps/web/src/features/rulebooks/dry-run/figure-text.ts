import { numberText, percentText, Rational } from '@heng/rules';
import type { DryRun } from '@heng/rules/compare';

/** A figure of a total: points, or a share of the book's total points where the two books have different ones. */
export const figureText = (exact: string, scale: DryRun['scale']): string =>
  (scale === 'share' ? percentText(exact) : numberText(exact, 4)).replace(/^-/, '−');

/** A difference with its sign: `+1.5`, `−2`, `0`. */
export function signedText(exact: string, scale: DryRun['scale']): string {
  const shown = figureText(exact, scale);
  return Rational.parse(exact).sign() > 0 ? `+${shown}` : shown;
}

/** A mean or quartile, which tells how points lie and is nobody's points: rounded. */
export const roundedText = (exact: string, digits = 2): string =>
  Rational.parse(exact).round({ mode: 'half-up', digits }).toText().replace(/^-/, '−');

/** A share of units or of a spread, in percent. */
export const shareText = (exact: string | null): string =>
  exact === null ? '–' : `${roundedText(Rational.parse(exact).times(Rational.integer(100)).toText(), 1)}%`;

/** Where a value lies between two others, as a CSS position. */
export function positionOf(value: string, low: string, high: string): string {
  const [from, to] = [Rational.parse(low), Rational.parse(high)];
  const width = to.minus(from);
  if (width.sign() <= 0) return '0%';
  const share = Rational.parse(value).minus(from).over(width).max(Rational.zero).min(Rational.one);
  return `${share.times(Rational.integer(100)).round({ mode: 'half-up', digits: 2 }).toText()}%`;
}

export const compareExact = (a: string, b: string): number => Rational.parse(a).compare(Rational.parse(b));
