import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { noNumber } from '../engine/value.js';
import { Rational } from '../exact/rational.js';
import { bandWords } from './band-words.js';
import { get, type Family, type Words } from './family.js';
import { Band as Interval, inBand } from '../format/band.js';
import { DecimalText, Text } from '../format/primitives.js';

/**
 * 分档(M13 M14 M15 M16 M17). Bands are in ascending order and must leave no gap and no overlap.
 * A band holds measures from `from` to `to`; an absent bound is open to infinity; `fromIncluded`/`toIncluded` say to whom the edge belongs.
 * `step`: the band's points or share. `interpolate`: straight line between (`from`, points) of adjacent bands.
 * `marginal`: each band pays `rate` per unit for the part of the measure inside it, summed (阶梯累进).
 */
export const Tiers = z.strictObject({
  method: z.literal('tiers'),
  form: z.enum(['step', 'interpolate', 'marginal']),
  bands: z
    .array(
      z.strictObject({
        ...Interval.shape,
        title: Text.optional(),
        points: DecimalText.optional(),
        /** Share of the indicator's full points, "0.5" is 得一半. */
        share: DecimalText.optional(),
        rate: DecimalText.optional(),
      }),
    )
    .min(1),
});
export type Tiers = z.infer<typeof Tiers>;

type Band = Tiers['bands'][number];

const bandPoints = (band: Band, full: Rational): Rational =>
  band.points === undefined ? full.times(Rational.parse(band.share ?? '0')) : Rational.parse(band.points);

export const tiers: Family<Tiers> = {
  score(parameters, { full, measure }) {
    const data = { measure: measure.toText() };
    if (parameters.form === 'marginal') {
      const earned = parameters.bands.reduce(
        (total, band) => total.plus(marginal(measure, band)),
        Rational.zero,
      );
      return points(earned, { ...data, points: earned.toText() });
    }
    const index = parameters.bands.findIndex((band, at) =>
      inBand(measure, withEnd(band, parameters.bands[at + 1])),
    );
    const band = parameters.bands[index];
    if (band === undefined) return noNumber('cannot-compute', 'outside-all-bands', data);
    if (parameters.form === 'interpolate') {
      const earned = interpolated(measure, parameters.bands, index, full);
      return points(earned, { ...data, band: String(index), points: earned.toText() });
    }
    const earned = bandPoints(band, full);
    return points(earned, { ...data, band: String(index), points: earned.toText() });
  },

  sentence(data, parameters, words) {
    const { say, value, number } = words;
    const earned = number(get(data, 'points'));
    const actual = value(get(data, 'measure'));
    if (parameters.form === 'marginal') {
      const parts = marginalText(get(data, 'measure'), parameters.bands, words);
      return say(
        `${actual} 分段累计：${parts} = ${earned} 分`,
        `${actual} band by band: ${parts} = ${earned} points`,
      );
    }
    const index = Number(get(data, 'band'));
    const band = parameters.bands[index];
    if (band === undefined) return say(`${actual}，得 ${earned} 分`, `${actual}: ${earned} points`);
    const line = parameters.form === 'interpolate' ? lineOf(parameters.bands, index, words) : null;
    if (line !== null) {
      const { from, to, low, high } = line;
      const arithmetic = `${low} + (${high} − ${low}) × (${actual} − ${from}) ÷ (${to} − ${from}) = ${earned}`;
      return say(
        `${actual} 落在“${bandText(band, words)}”档，按线性插值 ${arithmetic} 分`,
        `${actual} falls into "${bandText(band, words)}", on the straight line ${arithmetic} points`,
      );
    }
    return say(
      `${actual} 落在“${bandText(band, words)}”档，得 ${earned} 分`,
      `${actual} falls into "${bandText(band, words)}": ${earned} points`,
    );
  },

  clause({ form, bands }, words) {
    const { say, number, amount, step, phrase, full } = words;
    const whole = Rational.parse(full);
    const each = bands.map((band, at) => {
      const title = band.title ? say(`（${phrase(band.title)}）`, ` (${phrase(band.title)})`) : '';
      const range = bandWords(band, say, amount) + title;
      if (form === 'marginal') {
        const { text, size } = step();
        const rate = Rational.parse(band.rate ?? '0').times(Rational.parse(size));
        return say(
          `${range} 的部分每 ${text} 得 ${number(rate.toText())} 分`,
          `${range}: ${number(rate.toText())} per ${text}`,
        );
      }
      const worth = (one: Band) => number(bandPoints(one, whole).toText());
      const next = bands[at + 1];
      return form === 'interpolate' && band.from !== undefined && next?.from !== undefined
        ? say(
            `${range} 的按直线由 ${worth(band)} 分计至 ${worth(next)} 分`,
            `${range}: on the straight line from ${worth(band)} to ${worth(next)}`,
          )
        : say(`${range} 的得 ${worth(band)} 分`, `${range}: ${worth(band)}`);
    });
    return (
      (form === 'marginal' ? say('分段累计，', 'each part at its own rate: ') : '') +
      each.join(say('，', '; '))
    );
  },
};

const bandText = (band: Band, { say, value }: Words): string =>
  band.title ? say(band.title.zh, band.title.en) : bandWords(band, say, value);

/** A band with the end that it leaves to the start of the next one. */
const withEnd = (band: Band, next: Band | undefined): Band =>
  band.to === undefined && next?.from !== undefined
    ? { ...band, to: next.from, toIncluded: next.fromIncluded === false }
    : band;

const marginal = (measure: Rational, band: Band): Rational =>
  insideOf(measure, band).times(Rational.parse(band.rate ?? '0'));

/** The part of the measure inside a band; a band without `from` begins at 0. */
function insideOf(measure: Rational, band: Band): Rational {
  const top = band.to === undefined ? measure : measure.min(Rational.parse(band.to));
  return top.minus(Rational.parse(band.from ?? '0')).max(Rational.zero);
}

/** What each band pays, `1000 × 0.01 + 2000 × 0.0025`. */
function marginalText(exact: string, bands: readonly Band[], { value }: Words): string {
  const measure = Rational.parse(exact);
  return bands.map((band) => `${value(insideOf(measure, band).toText())} × ${band.rate ?? '0'}`).join(' + ');
}

/** The ends of the straight line through a band, in words; null where it is flat. */
function lineOf(bands: readonly Band[], index: number, { value, number, full }: Words) {
  const [band, next] = [bands[index], bands[index + 1]];
  if (band?.from === undefined || next?.from === undefined) return null;
  const points = Rational.parse(full);
  return {
    from: value(band.from),
    to: value(next.from),
    low: number(bandPoints(band, points).toText()),
    high: number(bandPoints(next, points).toText()),
  };
}

/** Between the `from` of this band and the `from` of the next; the last band is flat. */
function interpolated(measure: Rational, bands: readonly Band[], index: number, full: Rational): Rational {
  const [band, next] = [bands[index], bands[index + 1]];
  if (band === undefined) return Rational.zero;
  const low = bandPoints(band, full);
  if (next?.from === undefined || band.from === undefined) return low;
  const [from, to] = [Rational.parse(band.from), Rational.parse(next.from)];
  return low.plus(bandPoints(next, full).minus(low).times(measure.minus(from)).over(to.minus(from)));
}
