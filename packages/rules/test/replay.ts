import type { Explanation, Step } from '../src/engine/outcome.js';
import type { Indicator } from '../src/format/indicator.js';
import {
  add,
  compare,
  divide,
  evaluate,
  fraction,
  greatest,
  least,
  multiply,
  roundHalfUp,
  show,
  subtract,
  wholeSteps,
  type Fraction,
} from './fraction.js';

const [zero, one]: [Fraction, Fraction] = [
  [0n, 1n],
  [1n, 1n],
];
const total = (values: readonly Fraction[]) => values.reduce(add, zero);
const numbers = (list: string) => (list === '' ? [] : list.split(',').map(fraction));

/** Redoes an explanation by hand from the numbers it prints; throws where a step does not follow from the one before. */
export function replay(
  { steps, indicator: id }: Pick<Explanation, 'steps' | 'indicator'>,
  indicator: Indicator,
): string | null {
  let points: Fraction | null = null;
  for (const { code, data } of steps) {
    const number = (key: string) => fraction(data[key] ?? 'absent');
    const demand = (holds: boolean, what: string) => {
      if (!holds) throw new Error(`${id}: ${what} in ${code} ${JSON.stringify(data)}`);
    };
    switch (code) {
      case 'measure': {
        const redone = data['shown'] === '' ? number('value') : evaluate(data['shown'] ?? '');
        demand(show(redone) === show(number('value')), 'the expression does not give the value');
        break;
      }
      case 'score':
        points = scored({ code, data }, indicator);
        demand(show(points) === show(number('points')), `redone as ${show(points)}`);
        break;
      case 'exception':
        points = number('points');
        break;
      case 'linked-cap':
      case 'floor':
      case 'cap':
      case 'rounding': {
        demand(
          points !== null && show(number('from')) === show(points),
          'does not start where the last step ended',
        );
        const from = number('from');
        const to =
          code === 'floor'
            ? greatest(from, number('floor'))
            : code === 'cap'
              ? least(from, number('cap'))
              : code === 'rounding'
                ? roundHalfUp(from, Number(data['digits']))
                : number('to');
        demand(show(to) === show(number('to')), 'ends elsewhere');
        points = to;
        break;
      }
      case 'points':
        if (data['points'] === undefined || points === null) points = number('points');
        demand(show(points) === show(number('points')), 'the last points differ');
        break;
      case 'vetoed':
        points = zero;
        break;
      default:
        // A state without a number: the policy decides, and the closing step tells the points.
        points =
          data['policy'] === 'zero' ? zero : data['policy'] === 'full' ? fraction(indicator.points) : null;
    }
  }
  return points === null ? null : show(points);
}

/** Points of a score step, from its numbers and the rule's parameters. */
function scored({ data }: Step, { score, points }: Indicator): Fraction {
  const full = fraction(points);
  const number = (key: string) => fraction(data[key] ?? 'absent');
  switch (score.method) {
    case 'proportion': {
      const share = divide(number('measure'), number('target'));
      if (score.minimumShare !== undefined && compare(share, fraction(score.minimumShare)) < 0) return zero;
      return multiply(full, score.capShare === null ? share : least(share, fraction(score.capShare)));
    }
    case 'inverse': {
      const measure = number('measure');
      if (score.form === 'complement') return multiply(full, subtract(one, measure));
      if (compare(measure, number('target')) <= 0) return full;
      return score.form === 'target-over-actual'
        ? divide(multiply(full, number('target')), measure)
        : multiply(full, subtract(one, divide(subtract(measure, number('target')), number('target'))));
    }
    case 'threshold':
      return data['outcome'] === 'met'
        ? fraction(score.metPoints ?? points)
        : fraction(score.unmetPoints ?? '0');
    case 'linear':
      return least(
        greatest(
          add(fraction(score.intercept), multiply(fraction(score.slope), number('measure'))),
          fraction(score.low),
        ),
        fraction(score.high),
      );
    case 'steps': {
      const distance = subtract(number('measure'), number('origin'));
      const side =
        compare(distance, zero) > 0 ? score.above : compare(distance, zero) < 0 ? score.below : undefined;
      if (side === undefined) return fraction(score.base);
      const size = compare(distance, zero) < 0 ? subtract(zero, distance) : distance;
      const exact = divide(size, fraction(side.per));
      const counted = side.partial === 'proportional' ? exact : wholeSteps(exact, side.partial);
      const change = multiply(counted, fraction(side.points));
      if (side.limit === undefined) return add(fraction(score.base), change);
      const limit = fraction(side.limit);
      return add(fraction(score.base), greatest(least(change, limit), subtract(zero, limit)));
    }
    case 'tally':
      return score.terms.reduce(
        (sum, term, index) =>
          add(sum, multiply(fraction(term.points), numbers(data['counts'] ?? '')[index] ?? zero)),
        fraction(score.base),
      );
    case 'checklist': {
      const held = (data['held'] ?? '').split(',');
      return total(
        score.items.filter((item) => held.includes(item.fact)).map((item) => fraction(item.points)),
      );
    }
    case 'choice':
      return fraction(score.worth.find(({ option }) => option === data['option'])?.points ?? '0');
    case 'records-worth':
      return total(numbers(data['entries'] ?? ''));
    case 'tiers':
      return tiered(number('measure'), score.form, score.bands, full);
    case 'ranked': {
      const each = numbers(data['each'] ?? '');
      return divide(total(each), [BigInt(each.length), 1n]);
    }
    case 'relative': {
      if (data['outcome'] === 'all-zero') return zero;
      if (score.to === 'best') {
        if (data['outcome'] === 'none-at-all') return full;
        return score.better === 'higher'
          ? divide(multiply(full, number('measure')), number('best'))
          : divide(multiply(full, greatest(number('best'), zero)), number('measure'));
      }
      if (score.to === 'beyond-mean')
        return subtract(full, multiply(fraction(score.deduct ?? '0'), number('beyond')));
      return multiply(full, number('share'));
    }
    case 'efficacy': {
      if (data['outcome'] === 'equal') return multiply(full, fraction(score.whenEqual));
      const [low, high, measure] = [number('low'), number('high'), number('measure')];
      const along = score.better === 'higher' ? subtract(measure, low) : subtract(high, measure);
      const position = least(greatest(divide(along, subtract(high, low)), zero), one);
      return multiply(full, add(fraction(score.d), multiply(fraction(score.c), position)));
    }
    case 'judged':
      return least(greatest(number('measure'), zero), full);
  }
}

type Bands = Extract<Indicator['score'], { method: 'tiers' }>['bands'];

function tiered(
  measure: Fraction,
  form: 'step' | 'interpolate' | 'marginal',
  bands: Bands,
  full: Fraction,
): Fraction {
  const worth = (band: Bands[number]) =>
    band.points === undefined ? multiply(full, fraction(band.share ?? '0')) : fraction(band.points);
  if (form === 'marginal') {
    return total(
      bands.map((band) => {
        const top = band.to === undefined ? measure : least(measure, fraction(band.to));
        return multiply(
          greatest(subtract(top, fraction(band.from ?? '0')), zero),
          fraction(band.rate ?? '0'),
        );
      }),
    );
  }
  const index = bands.findIndex((band) => {
    const low = band.from === undefined ? 1 : compare(measure, fraction(band.from));
    const high = band.to === undefined ? -1 : compare(measure, fraction(band.to));
    return (
      (low > 0 || (low === 0 && band.fromIncluded !== false)) &&
      (high < 0 || (high === 0 && band.toIncluded === true))
    );
  });
  const [band, next] = [bands[index], bands[index + 1]];
  if (band === undefined) throw new Error('outside all bands');
  if (form === 'step' || band.from === undefined || next?.from === undefined) return worth(band);
  const [from, to] = [fraction(band.from), fraction(next.from)];
  return add(
    worth(band),
    divide(multiply(subtract(worth(next), worth(band)), subtract(measure, from)), subtract(to, from)),
  );
}
