import { Rational, type Fact, type FactValue, type Indicator, type RuleBook } from '@heng/rules';
import { dayPlus } from './day-plus.js';
import type { Values } from './indicator-trial.js';
import { measureBreaks } from './measure-breaks.js';

/** The numbers that a fact can be moved through, by whole steps from the least. */
export type FactRange = {
  readonly least: Rational;
  readonly step: Rational;
  readonly steps: number;
};

const hundred = Rational.integer(100);

/** From the checks of the fact where it has any; else as far as the rule's own numbers reach, and somewhat beyond. */
export function rangeOf(fact: Fact, indicator: Indicator, values: Values): FactRange | null {
  if (fact.kind === 'date') return { least: Rational.integer(-30), step: Rational.one, steps: 120 };
  if (fact.kind !== 'number' && fact.kind !== 'percent') return null;
  const { checks } = fact;
  const least = checks?.min === undefined ? Rational.zero : Rational.parse(checks.min);
  const limit = checks?.atMost === undefined ? undefined : values[checks.atMost];
  const top =
    typeof limit === 'string' && Rational.parse(limit).compare(least) > 0
      ? Rational.parse(limit)
      : checks?.max !== undefined
        ? Rational.parse(checks.max)
        : fact.kind === 'percent'
          ? hundred
          : niceAbove(farthest(fact, indicator).max(least.plus(Rational.integer(10))));
  const isWhole = fact.kind === 'number' && checks?.integer === true;
  const step =
    fact.kind === 'number' && checks?.step !== undefined && Rational.parse(checks.step).sign() > 0
      ? Rational.parse(checks.step)
      : isWhole
        ? Rational.one
        : stepFor(top.minus(least));
  const steps = Number.parseInt(top.minus(least).over(step).round({ mode: 'down', digits: 0 }).toText(), 10);
  return { least, step, steps: Math.max(1, steps) };
}

/** How far the rule's own numbers reach, where the fact is what is measured. */
function farthest(fact: Fact, indicator: Indicator): Rational {
  if (indicator.measure.kind !== 'fact' || indicator.measure.fact !== fact.id) return hundred;
  const reach = measureBreaks(indicator).reduce((far, each) => far.max(each), Rational.zero);
  return reach.isZero() ? hundred : reach.times(Rational.of(5n, 4n));
}

/** The least of 1, 2, 5, 10, 20 … that is not below. */
function niceAbove(value: Rational): Rational {
  let unit = Rational.one;
  for (;;) {
    for (const factor of [1, 2, 5]) {
      const nice = unit.times(Rational.integer(factor));
      if (nice.compare(value) >= 0) return nice;
    }
    unit = unit.times(Rational.integer(10));
  }
}

function stepFor(span: Rational): Rational {
  let step = Rational.of(1n, 100n);
  while (span.over(step).compare(Rational.integer(500)) > 0) step = step.times(Rational.integer(10));
  return step;
}

/** The value of a fact at a number of its range: days are counted from the day that the rule counts from. */
export const valueAtNumber = (
  fact: Fact,
  indicator: Indicator,
  book: RuleBook,
  number: Rational,
): FactValue =>
  fact.kind === 'date'
    ? dayPlus(dayZero(fact, indicator, book), Number.parseInt(number.toText(), 10))
    : number.toText();

/** The day from which a date counts as late. */
export function dayZero(fact: Fact, { measure }: Indicator, book: RuleBook): string {
  const since = daysIn(measure, fact.id);
  return since ?? book.effective.to;
}

function daysIn(measure: unknown, fact: string): string | null {
  if (typeof measure !== 'object' || measure === null) return null;
  const part = measure as Readonly<Record<string, unknown>>;
  if (part['kind'] === 'days' && part['fact'] === fact) return String(part['since']);
  for (const inner of Object.values(part)) {
    const found = daysIn(inner, fact);
    if (found !== null) return found;
  }
  return null;
}
