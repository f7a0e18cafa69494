import { z } from 'zod';
import { Rational } from '../exact/rational.js';
import { DecimalText } from './primitives.js';

/** A stretch of the number line. An absent bound is open to infinity; `fromIncluded` defaults to true and `toIncluded` to false (RULES.md SC7). */
export const Band = z.strictObject({
  from: DecimalText.optional(),
  fromIncluded: z.boolean().optional(),
  to: DecimalText.optional(),
  toIncluded: z.boolean().optional(),
});
export type Band = z.infer<typeof Band>;

/** Whether a number lies in a band. */
export function inBand(value: Rational, band: Band): boolean {
  if (band.from !== undefined) {
    const order = value.compare(Rational.parse(band.from));
    if (order < 0 || (order === 0 && band.fromIncluded === false)) return false;
  }
  if (band.to !== undefined) {
    const order = value.compare(Rational.parse(band.to));
    if (order > 0 || (order === 0 && band.toIncluded !== true)) return false;
  }
  return true;
}
