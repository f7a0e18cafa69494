import { Rational } from '../../exact/rational.js';
import type { Band } from '../../format/band.js';
import type { Range } from './range.js';

/** Whether some number of the range lies in the band. */
export function meets(band: Band, { low, high }: Range): boolean {
  const startsTooLate = (): boolean => {
    if (band.from === undefined || high === null) return false;
    const order = high.compare(Rational.parse(band.from));
    return order < 0 || (order === 0 && band.fromIncluded === false);
  };
  const endsTooEarly = (): boolean => {
    if (band.to === undefined || low === null) return false;
    const order = low.compare(Rational.parse(band.to));
    return order > 0 || (order === 0 && band.toIncluded !== true);
  };
  return !startsTooLate() && !endsTooEarly();
}
