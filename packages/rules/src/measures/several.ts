import { noNumber, numberValue, type Value } from '../engine/value.js';
import { keptOf, weightedMean } from '../exact/means.js';
import { Rational, sum } from '../exact/rational.js';
import type { MeanForm, Measure } from '../format/measure.js';
import type { Selection } from '../format/primitives.js';
import { countingParts } from './absent-parts.js';

type Part = { readonly value: Value; readonly weight: Rational };

/** The mean by weight of several measures (ME10, ME12). */
export function meanOf(measure: Extract<Measure, { kind: 'mean' }>, values: readonly Value[]): Value {
  const parts = measure.of.map(({ weight }, index): Part => {
    const value = values[index] ?? noNumber('missing', 'nothing-to-compare');
    return { value, weight: Rational.parse(weight) };
  });
  const counting = countingParts(parts, measure);
  if (counting.kind !== 'parts') return counting;
  const weighted = counting.parts.map(({ part, number, shown }) => ({
    value: number,
    weight: part.weight,
    shown,
  }));
  const mean = weightedMean(measure.form, weighted);
  return mean === null
    ? noNumber('cannot-compute', 'no-mean')
    : numberValue(mean, shownMean(measure.form, weighted));
}

/** The best few of several, or all but the extremes (ME11, ME12). */
export function selectedOf(measure: Extract<Measure, { kind: 'selected' }>, values: readonly Value[]): Value {
  const counting = countingParts(
    values.map((value) => ({ value })),
    measure,
  );
  if (counting.kind !== 'parts') return counting;
  const numbers = counting.parts.map(({ number }) => number);
  const kept = keptOf(numbers, measure.keep);
  const total = sum(kept.map((index) => numbers[index] ?? Rational.zero));
  const shown = shownSelection(
    counting.parts.map((part) => part.shown),
    kept,
  );
  return measure.take === 'sum'
    ? numberValue(total, shown)
    : numberValue(total.over(Rational.integer(kept.length)), `(${shown}) ÷ ${kept.length}`);
}

const inBrackets = (shown: string) => (/ [+−×÷] /.test(shown) ? `(${shown})` : shown);

/** `(80 × 3 + 90 × 2) ÷ 5`, weights left out where they are all 1. */
export function shownMean(
  form: MeanForm,
  parts: readonly { readonly weight: Rational; readonly shown: string }[],
): string {
  const plain = parts.every(({ weight }) => weight.equals(Rational.one));
  const total = sum(parts.map(({ weight }) => weight)).toText();
  const each = (sign: string) =>
    parts.map(({ weight, shown }) =>
      plain ? inBrackets(shown) : `${inBrackets(shown)}${sign}${weight.toText()}`,
    );
  switch (form) {
    case 'arithmetic':
      return `(${each(' × ').join(' + ')}) ÷ ${total}`;
    case 'geometric':
      return `(${each('^').join(' × ')})^(1/${total})`;
    case 'harmonic':
      return `${total} ÷ (${parts.map(({ weight, shown }) => `${weight.toText()} ÷ ${inBrackets(shown)}`).join(' + ')})`;
  }
}

/** All parts, those that do not count in square brackets: `9 + [3] + 8`. */
export function shownSelection(shown: readonly string[], kept: readonly number[]): string {
  return shown.map((each, index) => (kept.includes(index) ? inBrackets(each) : `[${each}]`)).join(' + ');
}

/** What a selection keeps, for explanations. */
export const selectionData = (keep: Selection): Record<string, string> =>
  'best' in keep
    ? { best: String(keep.best), better: keep.better }
    : { dropLowest: String(keep.dropLowest), dropHighest: String(keep.dropHighest) };
