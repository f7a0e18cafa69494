import { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import { factFraction, type FactSource } from './fact-kernel.js';
import {
  ceiling,
  constantFraction,
  extremeFraction,
  linearFraction,
  productFraction,
  ratioFraction,
  roundedFraction,
  whole,
  type Fraction,
} from './fraction.js';
import { panelFraction } from './panel-kernel.js';
import { countFraction } from './record-count-kernel.js';
import { BeyondKernel, copyStates, state, type Registers } from './registers.js';
import { ratersFraction, votesFraction } from './votes-and-raters-kernel.js';

/** What a measure may read besides facts. */
export type MeasureSources = {
  readonly registers: Registers;
  readonly facts: FactSource;
  /** Null when the run has no last year. */
  readonly previous: FactSource | null;
  /** Points already worked out. */
  readonly points: (indicator: string) => Fraction;
  readonly section: (section: string) => Fraction;
};

/** A measure as a kernel. @throws BeyondKernel where the integers would not be exact or the kind is not for integers */
export function measureKernel(measure: Measure, sources: MeasureSources): Fraction {
  const { registers } = sources;
  const of = (part: Measure) => measureKernel(part, sources);
  switch (measure.kind) {
    case 'fact':
      return factFraction(measure.fact, sources.facts, registers);
    case 'constant':
      return constantFraction(Rational.parse(measure.value), registers);
    case 'sum':
      return linearFraction(
        measure.of.map((part) => ({ of: of(part), weight: Rational.one })),
        Rational.zero,
        registers,
      );
    case 'difference':
      return linearFraction(
        [
          { of: of(measure.of[0]), weight: Rational.one },
          { of: of(measure.of[1]), weight: Rational.one.negate() },
        ],
        Rational.zero,
        registers,
      );
    case 'product':
      return measure.of.map(of).reduce((a, b) => productFraction(a, b, registers));
    case 'greatest':
    case 'least':
      return extremeFraction(measure.of.map(of), measure.kind, registers);
    case 'ratio': {
      const { whenZero } = measure;
      const meaning =
        whenZero === 'cannot-compute'
          ? { state: state.cannotCompute }
          : whenZero === 'not-applicable'
            ? { state: state.notApplicable }
            : { value: Rational.parse(whenZero.value) };
      return ratioFraction(of(measure.of[0]), of(measure.of[1]), meaning, registers);
    }
    case 'sample-rate':
      return sampleRate(
        of(measure.positive),
        of(measure.sample),
        Rational.parse(measure.minimumSample),
        registers,
      );
    case 'previous':
      return previousFraction(measure.of, sources);
    case 'count':
      return countFraction(measure, sources.facts, registers);
    case 'panel-mean':
      return panelFraction(measure, sources.facts, registers);
    case 'vote-mean':
    case 'vote-share':
      return votesFraction(measure, sources.facts, registers);
    case 'rater-mean':
      return ratersFraction(measure, sources.facts, registers);
    case 'indicator-points':
      return sources.points(measure.indicator);
    case 'section-points':
      return sources.section(measure.section);
    case 'rounded':
      return roundedFraction(of(measure.of), measure.rounding, registers);
    case 'none':
      return constantFraction(Rational.zero, registers);
    default:
      throw new BeyondKernel(`the measure "${measure.kind}"`);
  }
}

function sampleRate(positive: Fraction, sample: Fraction, minimum: Rational, registers: Registers): Fraction {
  if (sample.den !== null) throw new BeyondKernel('a sample that is a ratio');
  const rate = ratioFraction(positive, sample, { state: state.cannotCompute }, registers);
  // Under the minimum like none at all: sample × factor < minimum, in whole numbers.
  const least = minimum.over(sample.factor);
  const bound = whole(ceiling(least));
  if (sample.low >= bound && sample.low > 0) return rate;
  const own = registers.byte();
  return {
    ...rate,
    state: own,
    run: (from, to) => {
      rate.run(from, to);
      const length = to - from;
      copyStates(own, rate.state, length);
      for (let i = 0; i < length; i += 1) {
        if (own[i] === 0 && sample.num[i]! < bound) own[i] = state.cannotCompute;
      }
    },
  };
}

/** The measure on last year's facts; without any, and for last year's points, it cannot be computed (ME6). */
function previousFraction(of: Measure, sources: MeasureSources): Fraction {
  const { registers, previous } = sources;
  const cannot = (inner: Fraction, known: Uint8Array | null): Fraction => {
    const own = registers.byte();
    return {
      ...inner,
      state: own,
      run: (from, to) => {
        inner.run(from, to);
        const length = to - from;
        for (let i = 0; i < length; i += 1) {
          own[i] =
            known === null || known[from + i] === 0
              ? state.cannotCompute
              : inner.state === null
                ? state.number
                : inner.state[i]!;
        }
      },
    };
  };
  const absent = () => cannot(constantFraction(Rational.zero, registers), null);
  if (previous === null) return absent();
  const inner = measureKernel(of, {
    registers,
    facts: previous,
    previous: null,
    points: absent,
    section: absent,
  });
  return cannot(inner, previous.known);
}
