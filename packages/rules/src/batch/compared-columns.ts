import type { CohortMean, ComparedFigures } from '../engine/assessment-run.js';
import type { PlacedIndicator } from '../engine/book-index.js';
import { CohortFigures } from '../engine/cohort-figures.js';
import { Rational, sum } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import { keyOf, keyScaleOf } from './cohort-kernel.js';
import { columnNumbers } from './column-numbers.js';
import type { Fraction } from './fraction.js';
import type { IndicatorStage } from './indicator-stage.js';
import { measureKernel } from './measure-kernel.js';
import { BeyondKernel, blockLength, state } from './registers.js';

/**
 * What a unit is compared with, from the columns: a measure's numbers over its cohort or all units, and the mean points of the cohort.
 * So the exact evaluator explains one unit without evaluating the thousands beside it.
 */
export class ComparedColumns {
  private readonly measures = new Map<string, Map<Measure, ComparedMeasure>>();
  private edition = 0;

  constructor(private readonly stage: IndicatorStage) {}

  /** Forgets figures, because a value changed. */
  forget(): void {
    this.edition += 1;
  }

  /** The figures beside the units of one cohort. They throw BeyondKernel where the columns do not give them exactly. */
  of(cohort: number): ComparedFigures {
    // Such a veto is decided before there are points, and its figures must not see those of the columns.
    if (this.stage.vetoes.zeroingComparesUnits) {
      throw new BeyondKernel('a veto that sets points to zero compares units');
    }
    const { cohorts, count } = this.stage.input;
    const [from, to] = [cohorts[cohort]!, cohorts[cohort + 1]!];
    return {
      figures: (item, measure, among) => {
        const compared = this.measure(item, measure);
        return among === 'all'
          ? compared.figures('all', 0, count, this.edition)
          : compared.figures('cohort', from, to, this.edition);
      },
      mean: (item) => this.mean(item, from, to),
    };
  }

  private measure(item: PlacedIndicator | null, measure: Measure): ComparedMeasure {
    const id = item?.indicator.id ?? '';
    let ofItem = this.measures.get(id);
    if (ofItem === undefined) this.measures.set(id, (ofItem = new Map()));
    let compared = ofItem.get(measure);
    if (compared === undefined) ofItem.set(measure, (compared = this.compile(item, measure)));
    return compared;
  }

  /** @throws BeyondKernel */
  private compile(item: PlacedIndicator | null, measure: Measure): ComparedMeasure {
    this.stage.input.registers.reset();
    const of = measureKernel(measure, this.stage.sources());
    return new ComparedMeasure(of, item && this.stage.excludedKernel(item));
  }

  private mean({ indicator }: PlacedIndicator, from: number, to: number): CohortMean | null {
    const column = this.stage.columns.get(indicator.id);
    if (column === undefined) return null;
    const { points, states, exact, decimals } = column;
    const scored: Rational[] = [];
    let [total, count] = [0n, 0];
    for (let i = from; i < to; i += 1) {
      if (states !== null && states[i] !== state.number) continue;
      count += 1;
      if (exact === null) total += BigInt(points[i]!);
      else scored.push(exact[i]!);
    }
    if (count === 0) return null;
    const all = exact === null ? Rational.of(total, 10n ** BigInt(decimals)) : sum(scored);
    return { mean: all.over(Rational.integer(count)), count };
  }
}

type Known = { readonly edition: number; readonly from: number; readonly figures: CohortFigures };

/** One measure of the units that compare; the figures asked for last are kept, as the next unit is often of the same cohort. */
class ComparedMeasure {
  private readonly keyScale: number;
  private readonly known = new Map<'cohort' | 'all', Known>();

  /** @throws BeyondKernel */
  constructor(
    private readonly of: Fraction,
    private readonly excluded: ReturnType<IndicatorStage['excludedKernel']>,
  ) {
    this.keyScale = keyScaleOf(of);
  }

  figures(among: 'cohort' | 'all', from: number, to: number, edition: number): CohortFigures {
    const known = this.known.get(among);
    if (known?.edition === edition && known.from === from) return known.figures;
    const figures = this.gather(from, to);
    this.known.set(among, { edition, from, figures });
    return figures;
  }

  private gather(from: number, to: number): CohortFigures {
    const { of, excluded, keyScale } = this;
    const num = new Float64Array(to - from);
    const den = of.den === null ? null : new Float64Array(to - from);
    let count = 0;
    for (let start = from; start < to; start += blockLength) {
      const end = Math.min(to, start + blockLength);
      of.run(start, end);
      excluded?.run(start, end);
      for (let i = 0; i < end - start; i += 1) {
        if (excluded !== null && excluded.state[i] !== 0) continue;
        if (of.state !== null && of.state[i] !== 0) continue;
        num[count] = of.num[i]!;
        if (den !== null) den[count] = of.den![i]!;
        count += 1;
      }
    }
    const [nums, dens] = [num.subarray(0, count), den && den.subarray(0, count)];
    const keys = dens === null ? nums : nums.map((value, i) => keyOf(value, dens[i]!, keyScale));
    return new CohortFigures(columnNumbers({ factor: of.factor, num: nums, den: dens, keys }));
  }
}
