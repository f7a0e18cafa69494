import { numberText, Rational } from '@heng/rules';

/** Points for people: two decimals, `…` when there are more; never through a float. */
export const pointsText = (exact: string): string => numberText(exact, 2);

/** A CSS width such as `62.5%`: how much of `full` was reached, kept between 0 and 100. */
export function shareWidth(points: string, full: string): string {
  const whole = Rational.parse(full);
  if (whole.compare(Rational.zero) <= 0) return '0%';
  const hundred = Rational.integer(100);
  const share = Rational.parse(points).times(hundred).over(whole);
  const kept =
    share.compare(Rational.zero) < 0 ? Rational.zero : share.compare(hundred) > 0 ? hundred : share;
  return `${kept.round({ mode: 'half-up', digits: 2 }).toText()}%`;
}

/** Decimal text for a chart's axis: a fraction is rounded to four decimals. */
export const chartNumber = (exact: string): string =>
  Rational.parse(exact).round({ mode: 'half-up', digits: 4 }).toText();
