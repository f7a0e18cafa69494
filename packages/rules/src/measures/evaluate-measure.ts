import { noNumber, numberValue, firstObstacle, type Value } from '../engine/value.js';
import { CohortFigures } from '../engine/cohort-figures.js';
import { exponential, logarithm, naturalLogarithm, power, root } from '../exact/irrational.js';
import { Rational, sum } from '../exact/rational.js';
import { inBand } from '../format/band.js';
import type { Measure } from '../format/measure.js';
import type { Rounding } from '../format/primitives.js';
import { daysBetween } from './days-between.js';
import { cohortFigure, placeOf } from './cohort-figure.js';
import { meanOf, selectedOf } from './several.js';
import { panelMean } from './panel-mean.js';
import { raterMean } from './rater-mean.js';
import { voteMean, voteShare } from './votes.js';
import type { MeasureContext } from './measure-context.js';

/**
 * The number a measure stands for, exact, or the reason why there is none (RULES.md ME1-ME7).
 * Never throws for facts that `parseFacts` accepted.
 */
export function evaluateMeasure(measure: Measure, context: MeasureContext): Value {
  switch (measure.kind) {
    case 'fact': {
      const fact = context.facts.number(measure.fact);
      return fact.kind === 'value' ? numberValue(fact.value, context.show ? fact.value.toText() : '') : fact;
    }
    case 'constant': {
      return numberValue(Rational.parse(measure.value), measure.value);
    }
    case 'sum':
      return combine(measure.of, context, ' + ', (values) => sum(values));
    case 'product':
      return combine(measure.of, context, ' × ', (values) =>
        values.reduce((a, b) => a.times(b), Rational.one),
      );
    case 'difference':
      return combine(measure.of, context, ' − ', ([a, b]) => (a ?? Rational.zero).minus(b ?? Rational.zero));
    case 'greatest':
      return extreme(measure.of, context, 'max', (a, b) => a.max(b));
    case 'least':
      return extreme(measure.of, context, 'min', (a, b) => a.min(b));
    case 'ratio':
      return ratio(measure, context);
    case 'sample-rate':
      return sampleRate(measure, context);
    case 'previous':
      return previousValue(measure.of, context);
    case 'count':
      return countRecords(measure, context);
    case 'days': {
      const fact = context.facts.read(measure.fact);
      if (fact.kind !== 'value') return fact;
      // parseFacts has checked that a date fact holds a day.
      const day = typeof fact.value === 'string' ? fact.value : measure.since;
      return numberValue(
        Rational.integer(daysBetween(measure.since, day)),
        context.show ? `${day} − ${measure.since}` : '',
      );
    }
    case 'panel-mean':
      return panelMean(measure, context);
    case 'vote-mean':
      return voteMean(measure, context);
    case 'vote-share':
      return voteShare(measure, context);
    case 'rater-mean':
      return raterMean(measure, context);
    case 'indicator-points':
      return context.indicatorPoints(measure.indicator);
    case 'section-points':
      return context.sectionPoints(measure.section);
    case 'self-gap':
      return context.selfGap();
    case 'rounded':
      return unary(measure.of, context, (value, shown) =>
        numberValue(value.round(measure.rounding), `round(${shown}, ${roundingText(measure.rounding)})`),
      );
    case 'logarithm':
      return unary(measure.of, context, (value, shown) =>
        value.sign() <= 0
          ? noNumber('cannot-compute', 'logarithm-of-nonpositive', { value: value.toText() })
          : numberValue(
              measure.base === 'e'
                ? naturalLogarithm(value)
                : logarithm(value, measure.base === '2' ? 2 : 10),
              `${measure.base === 'e' ? 'ln' : `log${measure.base}`}(${shown})`,
            ),
      );
    case 'root':
      return unary(measure.of, context, (value, shown) =>
        value.sign() < 0
          ? noNumber('cannot-compute', 'root-of-negative', { value: value.toText() })
          : numberValue(root(value, measure.degree), `(${shown})^(1/${measure.degree})`),
      );
    case 'power':
      return unary(measure.of, context, (value, shown) => {
        const found = power(value, Rational.parse(measure.exponent));
        return found === null
          ? noNumber('cannot-compute', 'no-power', { value: value.toText(), exponent: measure.exponent })
          : numberValue(found, `(${shown})^${measure.exponent}`);
      });
    case 'exponential':
      return unary(measure.of, context, (value, shown) =>
        value.magnitude().compare(Rational.integer(1000)) > 0
          ? noNumber('cannot-compute', 'exponential-too-large', { value: value.toText() })
          : numberValue(exponential(value), `e^(${shown})`),
      );
    case 'banded':
      return unary(measure.of, context, (value, shown) => {
        const band = measure.bands.find((each) => inBand(value, each));
        return band === undefined
          ? noNumber('cannot-compute', 'outside-all-bands', { measure: value.toText() })
          : numberValue(Rational.parse(band.value), `[${shown} → ${band.value}]`);
      });
    case 'mean':
      return meanOf(
        measure,
        measure.of.map((part) => evaluateMeasure(part.measure, context)),
      );
    case 'selected':
      return selectedOf(
        measure,
        measure.of.map((part) => evaluateMeasure(part, context)),
      );
    case 'first-known':
      return firstKnown(measure.of, context);
    case 'cohort':
      return cohortFigure(measure, context);
    case 'place':
      return unary(measure.of, context, (own) => placeOf(measure, own, context));
    case 'none':
      return numberValue(Rational.zero);
  }
}

/** The measure on last year's facts. Points and earlier years are not kept, so asking for them gives no number (ME6). */
function previousValue(of: Measure, context: MeasureContext): Value {
  const absent = () => noNumber('cannot-compute', 'no-previous-period');
  if (context.previous === null) return absent();
  const value = evaluateMeasure(of, {
    unit: context.unit,
    facts: context.previous,
    previous: null,
    indicatorPoints: absent,
    sectionPoints: absent,
    selfGap: absent,
    // The parser refuses to ask for last year's cohort, which is not kept.
    figures: () => CohortFigures.of([]),
    show: context.show,
  });
  return value.kind === 'number'
    ? value
    : noNumber(value.kind, value.reason.code, { ...value.reason.data, period: 'previous' });
}

/** A function of one number. */
function unary(
  of: Measure,
  context: MeasureContext,
  apply: (value: Rational, shown: string) => Value,
): Value {
  const value = evaluateMeasure(of, context);
  return value.kind === 'number' ? apply(value.value, context.show ? value.shown : '') : value;
}

const roundingText = (rounding: Rounding) =>
  'step' in rounding ? `${rounding.mode} ${rounding.step}` : `${rounding.mode} ${rounding.digits}`;

/** The first with a number; if there is none, the reason of the first (ME13). */
function firstKnown(of: readonly Measure[], context: MeasureContext): Value {
  let first: Value | null = null;
  for (const part of of) {
    const value = evaluateMeasure(part, context);
    if (value.kind === 'number') return value;
    first ??= value;
  }
  return first ?? noNumber('missing', 'nothing-to-compare');
}

function parts(of: readonly Measure[], context: MeasureContext) {
  const values = of.map((part) => evaluateMeasure(part, context));
  const obstacle = firstObstacle(values);
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value] : []));
  return { obstacle, numbers };
}

const inBrackets = (shown: string) => (/ [+−×÷] /.test(shown) ? `(${shown})` : shown);

function combine(
  of: readonly Measure[],
  context: MeasureContext,
  sign: string,
  calculate: (values: readonly Rational[]) => Rational,
): Value {
  const { obstacle, numbers } = parts(of, context);
  if (obstacle) return obstacle;
  const shown = context.show ? numbers.map(({ shown }) => inBrackets(shown)).join(sign) : '';
  return numberValue(calculate(numbers.map(({ value }) => value)), shown);
}

function extreme(
  of: readonly Measure[],
  context: MeasureContext,
  name: string,
  pick: (a: Rational, b: Rational) => Rational,
): Value {
  const { obstacle, numbers } = parts(of, context);
  if (obstacle) return obstacle;
  const [first, ...others] = numbers.map(({ value }) => value);
  if (first === undefined) return noNumber('cannot-compute', 'nothing-to-compare');
  return numberValue(
    others.reduce(pick, first),
    context.show ? `${name}(${numbers.map(({ shown }) => shown).join(', ')})` : '',
  );
}

function ratio(measure: Extract<Measure, { kind: 'ratio' }>, context: MeasureContext): Value {
  const { obstacle, numbers } = parts(measure.of, context);
  if (obstacle) return obstacle;
  const [numerator, denominator] = numbers;
  if (!numerator || !denominator) return noNumber('cannot-compute', 'nothing-to-compare');
  if (denominator.value.isZero()) {
    if (measure.whenZero === 'cannot-compute') return noNumber('cannot-compute', 'zero-denominator');
    if (measure.whenZero === 'not-applicable') return noNumber('not-applicable', 'no-such-business');
    return numberValue(Rational.parse(measure.whenZero.value), measure.whenZero.value);
  }
  const shown = context.show ? `${inBrackets(numerator.shown)} ÷ ${inBrackets(denominator.shown)}` : '';
  return numberValue(numerator.value.over(denominator.value), shown);
}

function sampleRate(measure: Extract<Measure, { kind: 'sample-rate' }>, context: MeasureContext): Value {
  const { obstacle, numbers } = parts([measure.positive, measure.sample], context);
  if (obstacle) return obstacle;
  const [positive, sample] = numbers;
  if (!positive || !sample) return noNumber('cannot-compute', 'nothing-to-compare');
  const minimum = Rational.parse(measure.minimumSample);
  if (sample.value.compare(minimum) < 0 || sample.value.isZero()) {
    return noNumber('cannot-compute', 'sample-too-small', {
      sample: sample.value.toText(),
      minimum: measure.minimumSample,
    });
  }
  return numberValue(
    positive.value.over(sample.value),
    context.show ? `${inBrackets(positive.shown)} ÷ ${inBrackets(sample.shown)}` : '',
  );
}

function countRecords(measure: Extract<Measure, { kind: 'count' }>, context: MeasureContext): Value {
  const records = context.facts.records(measure.fact);
  if (records.kind !== 'value') return records;
  const counted = records.value.filter(
    ({ level, genre }) =>
      (measure.levels === undefined || measure.levels.includes(level)) &&
      (measure.genres === undefined || (genre !== undefined && measure.genres.includes(genre))),
  );
  return numberValue(Rational.integer(counted.length), String(counted.length));
}
