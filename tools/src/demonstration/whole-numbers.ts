/** a ÷ b rounded down, without ever making a fraction. */
export const quotient = (a: number, b: number): number => (a - (((a % b) + b) % b)) / b;

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** So many percent of a whole number, rounded down. */
export const percentOf = (value: number, percent: number): number => quotient(value * percent, 100);

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Splits a whole into parts in proportion to weights so that the parts sum exactly (largest remainder, ties to the earlier part).
 */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = total(weights);
  const parts = weights.map((weight) => quotient(whole * weight, sum));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, whole - total(parts))) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** Hundredths as decimal text: 668050 is "6680.5". */
export function hundredthsText(hundredths: number): string {
  const rest = hundredths % 100;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return `${quotient(hundredths, 100)}${decimals}`;
}
