/** A second arithmetic, written apart from the engine's on purpose: plain pairs, never reduced, compared by cross products. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

export function fraction(text: string): Fraction {
  const [value, divisor] = text.split('/');
  if (divisor !== undefined) return [BigInt(value ?? ''), BigInt(divisor)];
  const [whole = '', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

export const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const subtract = (a: Fraction, [c, d]: Fraction): Fraction => add(a, [-c, d]);
export const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction =>
  c < 0n ? [-a * d, b * -c] : [a * d, b * c];
export const compare = ([a, b]: Fraction, [c, d]: Fraction): number => {
  const [left, right] = [a * d, c * b];
  return left < right ? -1 : left > right ? 1 : 0;
};
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Half away from zero, to `digits` decimals. */
export function roundHalfUp([a, b]: Fraction, digits: number): Fraction {
  const scale = 10n ** BigInt(digits);
  const size = (a < 0n ? -a : a) * scale;
  const whole = size / b + ((size % b) * 2n >= b ? 1n : 0n);
  return [a < 0n ? -whole : whole, scale];
}

/** Number of whole steps, dropping or counting what is left over. */
export function wholeSteps([a, b]: Fraction, partial: 'down' | 'up'): Fraction {
  return [a / b + (partial === 'up' && a % b !== 0n ? 1n : 0n), 1n];
}

/** So that jest compares values, not representations, and shows them readably. */
export function show([a, b]: Fraction): string {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? '0/1' : `${a / x}/${b / x}`;
}

/** Evaluates an expression of an explanation: numbers, + − × ÷, brackets, max( , ), min( , ); `[70]` is a dropped score and counts 0. */
export function evaluate(expression: string): Fraction {
  const tokens = expression.match(/-?\d+(?:\.\d+|\/\d+)?|max|min|[()[\],+−×÷]/g) ?? [];
  let at = 0;
  const take = () => tokens[at++] ?? '';
  const sum = (): Fraction => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−') {
      value = take() === '+' ? add(value, product()) : subtract(value, product());
    }
    return value;
  };
  const product = (): Fraction => {
    let value = atom();
    while (tokens[at] === '×' || tokens[at] === '÷') {
      value = take() === '×' ? multiply(value, atom()) : divide(value, atom());
    }
    return value;
  };
  const atom = (): Fraction => {
    const token = take();
    if (token === '(') {
      const value = sum();
      take();
      return value;
    }
    if (token === '[') {
      take();
      take();
      return [0n, 1n];
    }
    if (token === 'max' || token === 'min') {
      take();
      let value = sum();
      while (tokens[at] === ',') {
        take();
        value = token === 'max' ? greatest(value, sum()) : least(value, sum());
      }
      take();
      return value;
    }
    return fraction(token);
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`cannot read "${expression}" after ${at} tokens`);
  return value;
}
