import type { Condition } from '../../src/format/condition.js';
import type { RecordEntry } from '../../src/format/fact.js';
import type { Indicator } from '../../src/format/indicator.js';
import {
  big,
  divide,
  greater,
  integer,
  lesser,
  negative,
  nothing,
  order,
  rounded,
  subtract,
  total,
  type BigFraction,
} from './big-fraction.js';
import { factList, factValue, isAbsent, isFor } from './reading.js';
import { scoreByHand, stands } from './score-by-hand.js';
import { isLack, isNumber, type Answer, type Asked, type Mark, type Placed, type World } from './world.js';

/** Three-valued: null is unknown (RULES.md CO1). */
export function holdsByHand(
  world: World,
  condition: Condition,
  unit: number,
  by: Indicator | null,
): boolean | null {
  switch (condition.kind) {
    case 'is-true':
    case 'is-option': {
      const value = factValue(world, condition.fact, unit, 'this');
      if (isAbsent(value)) return null;
      return condition.kind === 'is-true'
        ? value === true
        : typeof value === 'string' && condition.options.includes(value);
    }
    case 'compare': {
      const asked: Asked = { unit, year: 'this', by };
      const left = world.answer(condition.left, asked);
      const right =
        typeof condition.right === 'string' ? big(condition.right) : world.answer(condition.right, asked);
      return isLack(left) || isLack(right) ? null : stands(left, condition.comparison, right);
    }
    case 'not': {
      const inner = world.holds(condition.of, unit, by);
      return inner === null ? null : !inner;
    }
    case 'all':
    case 'any': {
      const decisive = condition.kind === 'any';
      const answers = condition.of.map((part) => world.holds(part, unit, by));
      return answers.includes(decisive) ? decisive : answers.includes(null) ? null : !decisive;
    }
  }
}

/** Whether a fired veto sets this indicator to zero, by name or by an entry that names it (VE1). */
export function isZeroed(world: World, indicator: string, unit: number): boolean {
  return world.book.vetoes
    .filter(({ id }) => world.fired(unit, 'zeroing').includes(id))
    .flatMap(({ effects }) => effects)
    .some((effect) => {
      if (effect.kind === 'indicator-zero') return effect.indicators.includes(indicator);
      if (effect.kind !== 'indicators-named-zero') return false;
      const named = factList<RecordEntry>(world, effect.fact, unit, 'this');
      return typeof named !== 'string' && named.some(({ level }) => level === indicator);
    });
}

/** Whether the book's own condition says that the unit has no such business. */
const isSaidNotApplicable = (world: World, { notApplicable }: Indicator, unit: number): boolean =>
  notApplicable?.when !== undefined && world.holds(notApplicable.when, unit, null) === true;

/** Units that a comparison for an indicator may see: neither not concerned nor vetoed to zero (CH1). */
export function isCompared(world: World, indicator: Indicator, unit: number): boolean {
  const who = world.units[unit];
  return (
    who !== undefined &&
    isFor(indicator.appliesTo, who) &&
    !isZeroed(world, indicator.id, unit) &&
    !isSaidNotApplicable(world, indicator, unit)
  );
}

/** An indicator before the policies for what has no number. */
export function firstMark(world: World, { indicator, role }: Placed, unit: number): Mark | null {
  const who = world.units[unit];
  if (who === undefined || !isFor(indicator.appliesTo, who)) return null;
  if (isZeroed(world, indicator.id, unit)) return { state: 'vetoed', points: nothing };
  if (isSaidNotApplicable(world, indicator, unit)) return { state: 'not-applicable', points: null };
  const answer = methodPoints(world, indicator, unit);
  return isNumber(answer)
    ? { state: 'scored', points: finished(world, { indicator, role }, unit, answer) }
    : { state: answer, points: null };
}

function methodPoints(world: World, indicator: Indicator, unit: number): Answer {
  const exception = indicator.finish?.exceptions?.find(
    ({ when }) => world.holds(when, unit, indicator) === true,
  );
  if (exception) return big(exception.points === 'full' ? indicator.points : exception.points);
  return scoreByHand(world, indicator, unit, () =>
    world
      .peers({ unit, year: 'this', by: indicator }, undefined)
      .map((other) => world.answer(indicator.measure, { unit: other, year: 'this', by: indicator }))
      .filter(isNumber),
  );
}

/** Linked cap → floor → cap → rounding → floor and cap once more (FI1, FI2). */
function finished(world: World, { indicator, role }: Placed, unit: number, raw: BigFraction): BigFraction {
  const { finish, points } = indicator;
  const top = role === 'deduction' ? nothing : big(points);
  const bottom = role === 'deduction' ? negative(big(points)) : nothing;
  let result = raw;
  if (finish?.linkedCap) {
    const linked = world.placed.find(({ indicator: { id } }) => id === finish.linkedCap?.indicator);
    const earned = linked && world.mark(linked.indicator.id, unit)?.points;
    if (linked && earned) {
      const best = linked.role === 'deduction' ? nothing : big(linked.indicator.points);
      const mostLost = subtract(best, earned);
      if (order(subtract(top, result), mostLost) > 0) result = subtract(top, mostLost);
    }
  }
  const within = (value: BigFraction) =>
    lesser(
      greater(value, finish?.floor === undefined ? bottom : big(finish.floor)),
      finish?.cap === undefined ? top : big(finish.cap),
    );
  const rounding = finish?.rounding ?? world.book.rounding.indicator;
  return rounding ? within(rounded(within(result), rounding)) : within(result);
}

/** What the book gives where there is no number (TO3, FI3, C11). `scored` are the points of the cohort's scored units. */
export function settledMark(
  world: World,
  { indicator }: Placed,
  first: Mark | null,
  scored: () => readonly BigFraction[],
): Mark | null {
  const { notApplicable, missing } = indicator;
  const meanOfScored = (): BigFraction | null => {
    const points = scored();
    if (points.length === 0) return null;
    const mean = divide(total(points), integer(points.length));
    const rounding = indicator.finish?.rounding ?? world.book.rounding.indicator;
    return rounding ? rounded(mean, rounding) : mean;
  };
  if (first?.state === 'missing') {
    if (missing === 'zero') return { state: 'missing', points: nothing };
    return missing === 'cohort-mean' ? { state: 'missing', points: meanOfScored() } : first;
  }
  if (first?.state !== 'not-applicable') return first;
  switch (notApplicable?.policy) {
    case undefined:
      return { state: 'cannot-compute', points: null };
    case 'exclude':
      return first;
    case 'full':
      return { ...first, points: big(indicator.points) };
    case 'zero':
      return { ...first, points: nothing };
    case 'fixed':
      return { ...first, points: big(notApplicable?.points ?? '0') };
    case 'cohort-mean': {
      const points = meanOfScored();
      return points === null ? { state: 'cannot-compute', points: null } : { ...first, points };
    }
  }
}
