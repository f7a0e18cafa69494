import { Rational } from '../exact/rational.js';
import type { Indicator } from '../format/indicator.js';
import type { Section } from '../format/rule-book.js';
import { BeyondKernel } from './registers.js';

/**
 * What each part of a section counts: 1 in a plain sum, its weight in a weighted one (TO5). Only sums to which absent parts bring 0
 * and that always have a number are for integers.
 * @throws BeyondKernel for any other combination
 */
export function sectionWeights(section: Section): (part: string) => Rational {
  const { combine } = section;
  if (combine === undefined) return () => Rational.one;
  const isSum = combine.by === 'sum' || combine.by === 'weighted-sum';
  if (!isSum || combine.absent !== 'zero' || combine.minimum !== undefined || !alwaysApplies(section)) {
    throw new BeyondKernel(`section "${section.id}" is more than a sum`);
  }
  if (combine.by === 'sum') return () => Rational.one;
  const weights = new Map(combine.weights.map(({ part, weight }) => [part, Rational.parse(weight)]));
  if ([...weights.values()].some((weight) => weight.sign() < 0))
    throw new BeyondKernel('a weight is negative');
  return (part) => weights.get(part) ?? Rational.zero;
}

/** Whether at least one part is for every unit and never left out, so that the sum is never without a number. */
function alwaysApplies(section: Section): boolean {
  const { combine } = section;
  const weights = combine?.by === 'weighted-sum' ? combine.weights : null;
  const counts = (part: string) =>
    weights === null ||
    weights.some(({ part: id, weight }) => id === part && Rational.parse(weight).sign() > 0);
  return (
    (section.indicators ?? []).some((indicator) => counts(indicator.id) && isForAll(indicator)) ||
    (section.sections ?? []).some((part) => counts(part.id) && alwaysApplies(part))
  );
}

const isForAll = ({ appliesTo, notApplicable }: Indicator): boolean =>
  appliesTo === undefined && notApplicable?.policy !== 'exclude';
