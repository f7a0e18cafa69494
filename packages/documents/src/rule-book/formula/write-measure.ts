import type { Locale, Measure } from '@heng/rules';
import { writeRounding } from '../cells/rounding.js';
import type { NameList, Names } from '../names.js';
import { argumentWords, functionWords, type FunctionName } from './function-words.js';

/** A measure as a formula; null for what has no words. */
export function writeMeasure(measure: Measure, names: Names, locale: Locale): string | null {
  return new MeasureWriter(names, locale).measure(measure);
}

export class MeasureWriter {
  private readonly language: 0 | 1;

  constructor(
    private readonly names: Names,
    private readonly locale: Locale,
  ) {
    this.language = locale === 'en' ? 1 : 0;
  }

  measure(measure: Measure): string | null {
    switch (measure.kind) {
      case 'fact':
        return this.name(this.names.facts, measure.fact);
      case 'constant':
        return measure.value;
      case 'sum':
        return this.joined(measure.of, ' + ');
      case 'product':
        return this.joined(measure.of, ' × ');
      case 'difference':
        return this.joined(measure.of, ' - ');
      case 'ratio': {
        const ratio = this.joined(measure.of, ' ÷ ');
        return ratio === null || measure.whenZero === 'cannot-compute'
          ? ratio
          : `${ratio}; ${this.argument('whenZero')}: ${typeof measure.whenZero === 'object' ? measure.whenZero.value : this.argument('notApplicable')}`;
      }
      case 'none':
        return functionWords.none[this.language];
      default:
        return this.called(measure);
    }
  }

  private called(measure: Measure): string | null {
    const { names } = this;
    switch (measure.kind) {
      case 'previous':
        return this.call(measure.kind, [this.measure(measure.of)]);
      case 'greatest':
      case 'least':
        return this.call(
          measure.kind,
          measure.of.map((part) => this.measure(part)),
        );
      case 'count': {
        const [levels, genres] = [names.options(measure.fact), names.genres(measure.fact)];
        return this.call(measure.kind, [
          this.name(names.facts, measure.fact),
          ...(measure.levels ? [this.set('levels', this.list(levels, measure.levels))] : []),
          ...(measure.genres ? [this.set('genres', this.list(genres, measure.genres))] : []),
        ]);
      }
      case 'days':
        return this.call(measure.kind, [this.name(names.facts, measure.fact), measure.since]);
      case 'sample-rate':
        return this.call(measure.kind, [
          this.measure(measure.positive),
          this.measure(measure.sample),
          this.set('minimum', measure.minimumSample),
        ]);
      case 'panel-mean':
        return this.call(measure.kind, [
          this.name(names.facts, measure.fact),
          this.set('minimum', String(measure.minimumJudges)),
          ...(measure.drop
            ? [
                this.set('dropHigh', String(measure.drop.high)),
                this.set('dropLow', String(measure.drop.low)),
                this.set('fromJudges', String(measure.drop.fromJudges)),
              ]
            : []),
          ...(measure.sumFor === undefined ? [] : [this.set('sumFor', String(measure.sumFor))]),
          ...(measure.withoutSelf === undefined ? [] : [this.argument('withoutSelf')]),
        ]);
      case 'vote-mean':
        return this.call(measure.kind, [
          this.name(names.facts, measure.fact),
          ...measure.worth.map(
            ({ option, points }) => `${this.name(names.options(measure.fact), option)} = ${points}`,
          ),
          this.set('minimum', String(measure.minimumValid)),
        ]);
      case 'vote-share':
        return this.call(measure.kind, [
          this.name(names.facts, measure.fact),
          this.list(names.options(measure.fact), measure.options),
          this.set('minimum', String(measure.minimumValid)),
        ]);
      case 'rater-mean':
        return this.call(measure.kind, [
          this.name(names.facts, measure.fact),
          ...measure.weights.map(
            ({ group, weight }) => `${this.name(names.options(measure.fact), group)} = ${weight}`,
          ),
          this.set(
            'absent',
            this.argument(measure.absent === 'cannot-compute' ? 'cannotCompute' : measure.absent),
          ),
        ]);
      case 'indicator-points':
        return this.call(measure.kind, [this.name(names.indicators, measure.indicator)]);
      case 'section-points':
        return this.call(measure.kind, [this.name(names.sections, measure.section)]);
      case 'self-gap':
        return this.call(measure.kind, []);
      case 'rounded':
        return this.call(measure.kind, [
          this.measure(measure.of),
          writeRounding(measure.rounding, this.locale),
        ]);
      default:
        return null;
    }
  }

  private joined(parts: readonly Measure[], sign: string): string | null {
    const written = parts.map((part) => {
      const inner = this.measure(part);
      return inner !== null && isJoined(part) ? `(${inner})` : inner;
    });
    return written.length < 2 || written.includes(null) ? null : written.join(sign);
  }

  private call(name: FunctionName, parts: readonly (string | null)[]): string | null {
    return parts.includes(null) ? null : `${functionWords[name][this.language]}(${parts.join(', ')})`;
  }

  name(list: NameList, id: string): string {
    return `[${list.name(id, this.locale)}]`;
  }

  private list(names: NameList, ids: readonly string[]): string {
    return ids.map((id) => this.name(names, id)).join(' ');
  }

  private argument(name: keyof typeof argumentWords): string {
    return argumentWords[name][this.language];
  }

  private set(name: keyof typeof argumentWords, value: string): string {
    return `${this.argument(name)} = ${value}`;
  }
}

const isJoined = ({ kind }: Measure): boolean =>
  kind === 'sum' || kind === 'product' || kind === 'difference' || kind === 'ratio';
