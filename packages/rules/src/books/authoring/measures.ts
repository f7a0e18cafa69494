import type { Measure } from '../../format/measure.js';

/** Shorthand for the measures that the default books use most; each returns plain data of the format. */
export const fact = (id: string): Measure => ({ kind: 'fact', fact: id });

export const constant = (value: string): Measure => ({ kind: 'constant', value });

export const product = (...of: Measure[]): Measure => ({ kind: 'product', of });

type WhenZero = Extract<Measure, { kind: 'ratio' }>['whenZero'];

export const ratio = (
  numerator: Measure,
  denominator: Measure,
  whenZero: WhenZero = 'cannot-compute',
): Measure => ({
  kind: 'ratio',
  of: [numerator, denominator],
  whenZero,
});

/** Share of one counted fact in another. */
export const share = (
  numerator: string,
  denominator: string,
  whenZero: WhenZero = 'cannot-compute',
): Measure => ratio(fact(numerator), fact(denominator), whenZero);
