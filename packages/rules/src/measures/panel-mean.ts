import { noNumber, numberValue, type Value } from '../engine/value.js';
import { Rational, sum } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import type { MeasureContext } from './measure-context.js';

/**
 * Mean of the judges' scores; recused judges do not count. Highest and lowest are dropped only when enough judges
 * scored, and of equal extremes only one is dropped (M52, ME3). A sum is that of the stated number of judges (ME16).
 */
export function panelMean(measure: Extract<Measure, { kind: 'panel-mean' }>, context: MeasureContext): Value {
  const panel = context.facts.panel(measure.fact);
  if (panel.kind !== 'value') return panel;
  const scores = panel.value
    .filter(
      ({ recused, judge }) => recused !== true && !(measure.withoutSelf === true && judge === context.unit),
    )
    .map(({ score }) => Rational.parse(score))
    .sort((a, b) => a.compare(b));
  if (scores.length < measure.minimumJudges) {
    return noNumber('cannot-compute', 'too-few-judges', {
      judges: String(scores.length),
      minimum: String(measure.minimumJudges),
    });
  }
  const { drop } = measure;
  const dropping =
    drop !== undefined && scores.length >= drop.fromJudges && scores.length > drop.low + drop.high;
  const kept = dropping ? scores.slice(drop.low, scores.length - drop.high) : scores;
  const mean = sum(kept).over(Rational.integer(kept.length));
  const shown = context.show ? shownMean(scores, kept, dropping ? drop.low : 0) : '';
  if (measure.sumFor === undefined) return numberValue(mean, shown);
  const total = mean.times(Rational.integer(measure.sumFor));
  return numberValue(total, context.show ? `${shown} × ${measure.sumFor}` : '');
}

const shownMean = (scores: readonly Rational[], kept: readonly Rational[], low: number) => {
  const listed = scores.map((score, index) =>
    index < low || index >= low + kept.length ? `[${score.toText()}]` : score.toText(),
  );
  return `(${listed.join(' + ')}) ÷ ${kept.length}`;
};
