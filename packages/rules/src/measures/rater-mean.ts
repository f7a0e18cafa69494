import { noNumber, numberValue, type Value } from '../engine/value.js';
import { Rational, sum } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import type { MeasureContext } from './measure-context.js';

/** Ids are the author's words, and "constructor" is one of them: only own keys are scores. */
const scoreOf = (scores: Readonly<Record<string, string>>, group: string): Rational | null => {
  const score = Object.prototype.hasOwnProperty.call(scores, group) ? scores[group] : undefined;
  return score === undefined ? null : Rational.parse(score);
};

/** Weighted mean of rater groups (M55, ME5). What an absent group does is the author's choice. */
export function raterMean(measure: Extract<Measure, { kind: 'rater-mean' }>, context: MeasureContext): Value {
  const scores = context.facts.counts(measure.fact);
  if (scores.kind !== 'value') return scores;
  const weighted = measure.weights.map(({ group, weight }) => ({
    group,
    weight: Rational.parse(weight),
    score: scoreOf(scores.value, group),
  }));
  const absent = weighted.filter(({ score }) => score === null);
  if (absent.length > 0 && measure.absent === 'cannot-compute') {
    return noNumber('cannot-compute', 'rater-absent', {
      groups: absent.map(({ group }) => group).join(', '),
    });
  }
  const counted =
    measure.absent === 'renormalise' ? weighted.filter(({ score }) => score !== null) : weighted;
  const weights = sum(counted.map(({ weight }) => weight));
  if (weights.isZero()) return noNumber('cannot-compute', 'rater-absent', { groups: '' });
  const total = sum(counted.map(({ weight, score }) => weight.times(score ?? Rational.zero)));
  const shown = context.show
    ? `(${counted.map(({ weight, score }) => `${(score ?? Rational.zero).toText()} × ${weight.toText()}`).join(' + ')}) ÷ ${weights.toText()}`
    : '';
  return numberValue(total.over(weights), shown);
}
