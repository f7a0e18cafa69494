import { keptOf, weightedMean } from '../exact/means.js';
import { Rational, sum } from '../exact/rational.js';
import type { Combination, Section } from '../format/rule-book.js';
import { countingParts, type Counting } from '../measures/absent-parts.js';
import { selectionData, shownMean, shownSelection } from '../measures/several.js';
import { keepWithin, roundingData } from './finish-points.js';
import type { IndicatorState, Reason, Step } from './outcome.js';
import { noNumber, numberValue, type NoNumber, type Value } from './value.js';

/** One unit's section, exact. `points` is null where the section has no number, and `obstacle` says why. */
export type SectionFigure = {
  readonly points: Rational | null;
  readonly obstacle: NoNumber | null;
  /** Points that apply to the unit: all but those excluded as not applicable. */
  readonly applicable: Rational;
  /** Points of the parts with a number. */
  readonly counted: Rational;
};

/** A direct part of a section for one unit. */
export type Part = {
  readonly id: string;
  readonly value: Value;
  readonly full: Rational;
  readonly applicable: Rational;
  readonly counted: Rational;
};

/** Where the parts come from; indicators that are not for the unit give null. */
export type PartSource = {
  readonly indicator: (id: string) => {
    readonly state: IndicatorState;
    readonly points: Rational | null;
    readonly reason: Reason | null;
  } | null;
  readonly section: (section: Section) => SectionFigure;
};

/** The parts of a section that are for the unit, indicators before sections, as the book lists them. */
export function partsOf(section: Section, source: PartSource): Part[] {
  const indicators = (section.indicators ?? []).flatMap(({ id, points: fullText }): Part[] => {
    const result = source.indicator(id);
    if (result === null) return [];
    const full = Rational.parse(fullText);
    const { state, points, reason } = result;
    const isExcluded = state === 'not-applicable' && points === null;
    return [
      {
        id,
        full,
        value: points === null ? withoutNumber(state, reason) : numberValue(points),
        applicable: isExcluded ? Rational.zero : full,
        counted: points === null ? Rational.zero : full,
      },
    ];
  });
  const sections = (section.sections ?? []).map((part): Part => {
    const { points, obstacle, applicable, counted } = source.section(part);
    const isKnown = points !== null && !(counted.isZero() && Rational.parse(part.points).sign() !== 0);
    const kind = applicable.isZero() ? 'not-applicable' : 'missing';
    return {
      id: part.id,
      full: Rational.parse(part.points),
      value: isKnown
        ? numberValue(points)
        : (obstacle ?? noNumber(kind, 'section-without-points', { section: part.id })),
      applicable,
      counted,
    };
  });
  return [...indicators, ...sections];
}

function withoutNumber(state: IndicatorState, reason: Reason | null): NoNumber {
  const kind = state === 'scored' || state === 'vetoed' ? 'missing' : state;
  return { kind, reason: reason ?? { code: 'nothing-to-compare', data: {} } };
}

/** Combines, keeps within bounds and rounds the parts of a section (RULES.md TO1, TO5, TO6); tells the steps when asked. */
export function sectionFigure(
  section: Section,
  parts: readonly Part[],
  bookRounding: Section['rounding'] | null,
  steps: Step[] | null,
): SectionFigure {
  for (const part of parts) steps?.push(partStep(part));
  const { combine } = section;
  const made = combine === undefined ? plainSum(parts) : combined(section, combine, parts);
  if (made.kind !== 'made') {
    const applicable = parts.every((part) => part.applicable.isZero())
      ? Rational.zero
      : Rational.parse(section.points);
    steps?.push({ code: made.kind, data: { ...made.reason.data, reason: made.reason.code } });
    return { points: null, obstacle: made, applicable, counted: Rational.zero };
  }
  steps?.push({ code: 'combine', data: { ...made.data, points: made.points.toText() } });
  return {
    points: finished(section, made.points, bookRounding, steps),
    obstacle: null,
    applicable: made.applicable,
    counted: made.counted,
  };
}

/** A part with its points, or why it has none. */
function partStep({ id, value, full }: Part): Step {
  const own = { part: id, full: full.toText() };
  return value.kind === 'number'
    ? { code: 'part', data: { ...own, points: value.value.toText() } }
    : {
        code: 'part',
        data: { ...value.reason.data, ...own, points: '', state: value.kind, reason: value.reason.code },
      };
}

type Made = {
  readonly kind: 'made';
  readonly points: Rational;
  readonly applicable: Rational;
  readonly counted: Rational;
  readonly data: Record<string, string>;
};

function plainSum(parts: readonly Part[]): Made {
  const numbers = parts.flatMap(({ value }) => (value.kind === 'number' ? [value.value] : []));
  return {
    kind: 'made',
    points: sum(numbers),
    applicable: sum(parts.map(({ applicable }) => applicable)),
    counted: sum(parts.map(({ counted }) => counted)),
    data: { by: 'sum', shown: shownSum(numbers) },
  };
}

const shownSum = (numbers: readonly Rational[]) =>
  numbers.map((each) => (each.sign() < 0 ? `(${each.toText()})` : each.toText())).join(' + ') || '0';

type Weighing = Part & { readonly weight: Rational };

function combined(section: Section, combine: Combination, all: readonly Part[]): Made | NoNumber {
  const weights =
    'weights' in combine && combine.weights !== undefined
      ? new Map(combine.weights.map(({ part, weight }) => [part, Rational.parse(weight)]))
      : null;
  const parts = all.map((part): Weighing => ({
    ...part,
    weight: weights === null ? Rational.one : (weights.get(part.id) ?? Rational.zero),
  }));
  const counting = countingParts(parts, combine);
  if (counting.kind !== 'parts') return counting;
  const made = pointsOf(combine, parts, counting.parts);
  if (made === null) return noNumber('cannot-compute', 'no-mean');
  const worth = (of: readonly Weighing[], by: (part: Weighing) => Rational) =>
    sum(of.map((part) => part.weight.times(by(part))));
  const full = Rational.parse(section.points);
  const applies = worth(parts, ({ applicable, full: own }) => (applicable.isZero() ? Rational.zero : own));
  const isSumLike = combine.by === 'sum' || combine.by === 'weighted-sum';
  // Parts left out pass their points on, so that everything counts; what is not applicable is still converted at the end (TO3).
  const applicable = isSumLike ? worth(parts, (part) => part.applicable) : full;
  const known = worth(parts, ({ value, counted, full: own }) =>
    value.kind === 'number' ? (isSumLike ? counted : own) : Rational.zero,
  );
  const counted =
    combine.absent === 'leave-out' || applies.isZero()
      ? applicable
      : isSumLike
        ? known
        : full.times(known).over(applies);
  return { kind: 'made', ...made, applicable, counted };
}

function pointsOf(
  combine: Combination,
  parts: readonly Weighing[],
  counting: readonly Counting<Weighing>[],
): { readonly points: Rational; readonly data: Record<string, string> } | null {
  const weighted = counting.map(({ part, number, shown }) => ({ value: number, weight: part.weight, shown }));
  switch (combine.by) {
    case 'sum':
    case 'weighted-sum': {
      const plain = sum(weighted.map(({ value, weight }) => value.times(weight)));
      const shown = weighted
        .map(({ weight, shown: each }) => (combine.by === 'sum' ? each : `${each} × ${weight.toText()}`))
        .join(' + ');
      const passed = combine.absent === 'leave-out' ? passedOn(parts, counting) : null;
      if (passed === null) return { points: plain, data: { by: combine.by, shown } };
      const { of, known } = passed;
      return {
        points: plain.times(of).over(known),
        data: { by: combine.by, shown: `(${shown}) × ${of.toText()} ÷ ${known.toText()}` },
      };
    }
    case 'mean': {
      const mean = weightedMean(combine.form, weighted);
      return mean === null
        ? null
        : {
            points: mean,
            data: { by: 'mean', form: combine.form, shown: shownMean(combine.form, weighted) },
          };
    }
    case 'selected': {
      const numbers = counting.map(({ number }) => number);
      const kept = keptOf(numbers, combine.keep);
      const total = sum(kept.map((index) => numbers[index] ?? Rational.zero));
      const shown = shownSelection(
        counting.map((each) => each.shown),
        kept,
      );
      const data = { by: 'selected', take: combine.take, ...selectionData(combine.keep) };
      return combine.take === 'sum'
        ? { points: total, data: { ...data, shown } }
        : {
            points: total.over(Rational.integer(kept.length)),
            data: { ...data, shown: `(${shown}) ÷ ${kept.length}` },
          };
    }
  }
}

/** Full points of all parts that apply, and of those known; null when nothing is missing. */
function passedOn(parts: readonly Weighing[], counting: readonly Counting<Weighing>[]) {
  const worth = (of: readonly Weighing[]) => sum(of.map(({ weight, full }) => weight.times(full)));
  const of = worth(parts.filter(({ value }) => value.kind !== 'not-applicable'));
  const known = worth(counting.map(({ part }) => part));
  return known.isZero() || known.equals(of) ? null : { of, known };
}

/** Floor, cap and rounding; bonus and deduction sections are capped by their points unless the book says otherwise. */
function finished(
  section: Section,
  made: Rational,
  bookRounding: Section['rounding'] | null,
  steps: Step[] | null,
): Rational {
  const floor = section.floor ?? (section.role === 'deduction' ? negated(section.points) : undefined);
  const cap = section.cap ?? (section.role === 'bonus' ? section.points : undefined);
  const kept = keepWithin(made, { floor, cap }, steps);
  const rounding = section.rounding ?? bookRounding;
  if (!rounding) return kept;
  const to = kept.round(rounding);
  if (!to.equals(kept))
    steps?.push({
      code: 'rounding',
      data: { from: kept.toText(), to: to.toText(), ...roundingData(rounding) },
    });
  return to;
}

const negated = (text: string) => Rational.parse(text).negate().toText();
