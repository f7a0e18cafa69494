import { z } from 'zod';
import { points } from '../engine/score-context.js';
import { noNumber } from '../engine/value.js';
import { Rational, sum } from '../exact/rational.js';
import { get, type ClauseSpeech, type Family } from './family.js';
import { DecimalText } from '../format/primitives.js';

/** A share of the cohort: "0.2" or a fraction such as "1/3", which no decimal can say exactly. */
const Share = z
  .string()
  .regex(/^(0(\.\d{1,10})?|1|\d{1,4}\/[1-9]\d{0,3})$/, 'a share such as "0.2" or "1/3"');

const common = { better: z.enum(['higher', 'lower']), tied: z.enum(['highest', 'mean']) };

/**
 * 按名次赋分(M40 M41 M42 M43 M48), by the rank of the measure in the cohort.
 * `table`: k-th place → points, `beyond` after the table. `step`: full for the first `free` places, then −`points` a place.
 * `percent`: full × (1 − share × (place − 1)). `tier`: the first `upTo` share of the cohort earns `share` of the points; places per tier are
 * rounded by `places`. Tied units take the points of the highest or the mean of the places they fill.
 */
export const Ranked = z.discriminatedUnion('form', [
  z.strictObject({
    method: z.literal('ranked'),
    form: z.literal('table'),
    ...common,
    points: z.array(DecimalText).min(1),
    beyond: DecimalText,
  }),
  z.strictObject({
    method: z.literal('ranked'),
    form: z.literal('step'),
    ...common,
    free: z.number().int().min(0),
    points: DecimalText,
  }),
  z.strictObject({ method: z.literal('ranked'), form: z.literal('percent'), ...common, share: DecimalText }),
  z.strictObject({
    method: z.literal('ranked'),
    form: z.literal('tier'),
    ...common,
    places: z.enum(['half-up', 'down', 'up', 'larger-first']),
    tiers: z.array(z.strictObject({ upTo: Share, share: DecimalText })).min(1),
  }),
]);
export type Ranked = z.infer<typeof Ranked>;

export const ranked: Family<Ranked> = {
  score(parameters, { full, measure, cohort }) {
    if (cohort.count === 0) return noNumber('cannot-compute', 'nothing-to-compare');
    const { first, last } = cohort.places(measure, parameters.better);
    const counted = parameters.tied === 'highest' ? 1 : last - first + 1;
    const each = Array.from({ length: counted }, (_, index) =>
      placePoints(parameters, first + index, cohort.count, full),
    );
    const earned = sum(each).over(Rational.integer(counted));
    return points(earned, {
      measure: measure.toText(),
      place: String(first),
      tied: String(last - first + 1),
      count: String(cohort.count),
      each: each.map((value) => value.toText()).join(','),
      points: earned.toText(),
    });
  },

  sentence(data, parameters, { say, value, number, full }) {
    const tied =
      get(data, 'tied') === '1' ? '' : say(`（${get(data, 'tied')} 家并列）`, ` (${get(data, 'tied')} tied)`);
    const place = get(data, 'place');
    const tier =
      parameters.form === 'tier' ? tierOf(parameters, Number(place), Number(get(data, 'count'))) : null;
    const tierText = tier === null ? '' : say(`，属第 ${tier + 1} 档`, `, tier ${tier + 1}`);
    const each = get(data, 'each').split(',');
    const arithmetic =
      each.length > 1
        ? `(${each.map((one) => number(one)).join(' + ')}) ÷ ${each.length} = `
        : placeArithmetic(parameters, Number(place), tier, full);
    const earned = number(get(data, 'points'));
    return say(
      `${value(get(data, 'measure'))} 在同组 ${get(data, 'count')} 家中第 ${place} 名${tied}${tierText}，得 ${arithmetic}${earned} 分`,
      `${value(get(data, 'measure'))} is place ${place} of ${get(data, 'count')} in the cohort${tied}${tierText}: ${arithmetic}${earned} points`,
    );
  },

  clause(parameters, { say, number, percent, full }) {
    const order =
      parameters.better === 'higher'
        ? say('按同组从高到低的名次计分', 'by place in the cohort, highest first')
        : say('按同组从低到高的名次计分', 'by place in the cohort, lowest first');
    const tied =
      parameters.tied === 'highest'
        ? say('并列的都按高名次计', 'ties take the higher points')
        : say('并列的取所占名次的平均', 'ties take the mean of the places they fill');
    return say(
      `${order}，${placesText(parameters, say, { number, percent, full })}，${tied}`,
      `${order}: ${placesText(parameters, say, { number, percent, full })}; ${tied}`,
    );
  },
};

/** What each place earns: 前 3 名得满分，以后每降 1 名减 0.2 分. */
function placesText(
  parameters: Ranked,
  say: ClauseSpeech['say'],
  { number, percent, full }: Pick<ClauseSpeech, 'number' | 'percent' | 'full'>,
): string {
  switch (parameters.form) {
    case 'table': {
      const list = parameters.points.map(number);
      return say(
        `依次得 ${list.join('、')} 分，以后各名得 ${number(parameters.beyond)} 分`,
        `the places earn ${list.join(', ')} in turn, all after that ${number(parameters.beyond)}`,
      );
    }
    case 'step': {
      const each = number(parameters.points);
      return parameters.free === 0
        ? say(
            `第 1 名减 ${each} 分，以后每降 1 名再减 ${each} 分`,
            `the first earns ${full} less ${each}, each further place ${each} less`,
          )
        : say(
            `前 ${parameters.free} 名得满分，以后每降 1 名减 ${each} 分`,
            `the first ${parameters.free} earn ${full}, each further place ${each} less`,
          );
    }
    case 'percent':
      return say(
        `第 1 名得满分，以后每降 1 名减满分的 ${percent(parameters.share)}`,
        `the first earns ${full}, each further place ${percent(parameters.share)} of it less`,
      );
    case 'tier': {
      const upTo = (share: string) => (share.includes('/') ? share : percent(share));
      const last = parameters.tiers.length - 1;
      const tiers = parameters.tiers.map(({ upTo: end, share }, index) =>
        // The last tier holds all that are left, wherever it says that it ends.
        index === last && end === '1'
          ? say(`其余的得满分的 ${percent(share)}`, `the rest: ${percent(share)} of ${full}`)
          : say(
              `前 ${upTo(end)} 的得满分的 ${percent(share)}`,
              `up to the first ${upTo(end)}: ${percent(share)} of ${full}`,
            ),
      );
      const places = {
        'half-up': say('各档名额四舍五入', 'places per tier rounded half up'),
        down: say('各档名额舍去小数', 'places per tier rounded down'),
        up: say('各档名额逢小数进一', 'places per tier rounded up'),
        'larger-first': say(
          '各档名额除不尽时前档多取',
          'where places do not divide, the earlier tier has more',
        ),
      }[parameters.places];
      return [...tiers, places].join(say('，', '; '));
    }
  }
}

/** `4 − 0.2 × 4 = `; empty where the place's points stand in the rule itself. */
function placeArithmetic(parameters: Ranked, place: number, tier: number | null, full: string): string {
  switch (parameters.form) {
    case 'table':
      return '';
    case 'step':
      return `${full} − ${parameters.points} × ${Math.max(0, place - parameters.free)} = `;
    case 'percent':
      return `${full} × (1 − ${parameters.share} × ${place - 1}) = `;
    case 'tier':
      return `${full} × ${parameters.tiers[tier ?? -1]?.share ?? '0'} = `;
  }
}

function placePoints(parameters: Ranked, place: number, count: number, full: Rational): Rational {
  switch (parameters.form) {
    case 'table':
      return Rational.parse(parameters.points[place - 1] ?? parameters.beyond);
    case 'step':
      return full.minus(
        Rational.parse(parameters.points).times(Rational.integer(Math.max(0, place - parameters.free))),
      );
    case 'percent':
      return full.times(
        Rational.one.minus(Rational.parse(parameters.share).times(Rational.integer(place - 1))),
      );
    case 'tier': {
      const tier = parameters.tiers[tierOf(parameters, place, count)];
      return full.times(Rational.parse(tier?.share ?? '0'));
    }
  }
}

/** Index of the tier that a place falls into. `larger-first`: 25 in thirds is 9, 8, 8. */
function tierOf(parameters: Extract<Ranked, { form: 'tier' }>, place: number, count: number): number {
  const mode = parameters.places === 'larger-first' ? 'up' : parameters.places;
  const index = parameters.tiers.findIndex(({ upTo }, position) => {
    if (position === parameters.tiers.length - 1) return true;
    const edge = Rational.parse(upTo).times(Rational.integer(count)).round({ mode, digits: 0 });
    return Rational.integer(place).compare(edge) <= 0;
  });
  return index;
}
