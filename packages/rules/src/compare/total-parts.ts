import { keepWithin } from '../engine/finish-points.js';
import type { UnitOutcome } from '../engine/outcome.js';
import { partsOf, sectionFigure, type Part, type SectionFigure } from '../engine/section-figures.js';
import { keptOf } from '../exact/means.js';
import { Rational, sum } from '../exact/rational.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { countingParts } from '../measures/absent-parts.js';

/**
 * A unit's total taken apart, so that the parts add up to it exactly:
 * - `indicators`: the points of each, times what its sections make of a point (weight, share of a mean, kept or dropped)
 * - `sections`: what each section made beyond that by its cap, floor, rounding, by passing on points or by a mean that is no arithmetic one
 * - `conversion`: what bringing the applicable points to the full total added (TO3)
 * - `bounds`, `rounding`: what the book's bounds and the rounding of the total did
 */
export type TotalParts = {
  readonly total: Rational;
  readonly indicators: ReadonlyMap<string, Rational>;
  readonly sections: ReadonlyMap<string, Rational>;
  readonly conversion: Rational;
  readonly bounds: Rational;
  readonly rounding: Rational;
};

/** Takes a unit's total apart. The same functions that made the sections make them again here. */
export function totalParts(book: RuleBook, outcome: UnitOutcome): TotalParts {
  const parts = new PartsOfTotal(book, outcome);
  const ofRole = (role: Section['role']) =>
    sum(
      book.sections
        .filter((section) => section.role === role)
        .map((section) => parts.figure(section).points ?? Rational.zero),
    );
  const base = ofRole('base');
  const applicable = sum(
    book.sections.filter(({ role }) => role === 'base').map((section) => parts.figure(section).applicable),
  );
  const full = Rational.parse(book.totalPoints);
  const converted = applicable.isZero() ? base : base.over(applicable).times(full);
  const made = converted.plus(ofRole('bonus')).plus(ofRole('deduction'));
  const bounded = keepWithin(made, book.totalBounds ?? {}, null);
  const total = Rational.parse(outcome.total);
  for (const section of book.sections) if (section.role !== 'derived') parts.spread(section, Rational.one);
  return {
    total,
    indicators: parts.indicators,
    sections: parts.sections,
    conversion: converted.minus(base),
    bounds: bounded.minus(made),
    rounding: total.minus(bounded),
  };
}

class PartsOfTotal {
  readonly indicators = new Map<string, Rational>();
  readonly sections = new Map<string, Rational>();
  private readonly figures = new Map<string, SectionFigure>();
  private readonly outcomes: ReadonlyMap<string, UnitOutcome['indicators'][number]>;

  constructor(
    private readonly book: RuleBook,
    outcome: UnitOutcome,
  ) {
    this.outcomes = new Map(outcome.indicators.map((each) => [each.id, each]));
  }

  figure(section: Section): SectionFigure {
    let figure = this.figures.get(section.id);
    if (figure === undefined) {
      figure = sectionFigure(section, this.partsOf(section), this.book.rounding.section, null);
      this.figures.set(section.id, figure);
    }
    return figure;
  }

  private partsOf(section: Section): Part[] {
    return partsOf(section, {
      indicator: (id) => {
        const found = this.outcomes.get(id);
        if (found === undefined) return null;
        const { state, points, reason } = found;
        return { state, points: points === null ? null : Rational.parse(points), reason: reason ?? null };
      },
      section: (part) => this.figure(part),
    });
  }

  /** Hands a section's points, `each` of the total for every one, to its parts; what the parts do not explain is the section's own. */
  spread(section: Section, each: Rational): void {
    const { points } = this.figure(section);
    if (points === null || each.isZero()) return;
    const parts = this.partsOf(section);
    const worth = worthOf(section, parts);
    let left = points;
    for (const part of parts) {
      const share = worth.get(part.id) ?? Rational.zero;
      if (part.value.kind !== 'number' || share.isZero()) continue;
      left = left.minus(part.value.value.times(share));
      const below = section.sections?.find(({ id }) => id === part.id);
      if (below === undefined) this.indicators.set(part.id, part.value.value.times(share).times(each));
      else this.spread(below, each.times(share));
    }
    if (!left.isZero()) this.sections.set(section.id, left.times(each));
  }
}

/** What a point of each part is worth in its section, for the parts that count. */
function worthOf(section: Section, parts: readonly Part[]): ReadonlyMap<string, Rational> {
  const { combine } = section;
  if (combine === undefined || combine.by === 'sum')
    return new Map(parts.map(({ id }) => [id, Rational.one]));
  const weights = 'weights' in combine ? combine.weights : undefined;
  const weightOf = (id: string) =>
    weights === undefined
      ? Rational.one
      : Rational.parse(weights.find(({ part }) => part === id)?.weight ?? '0');
  if (combine.by === 'weighted-sum') return new Map(parts.map(({ id }) => [id, weightOf(id)]));
  const counting = countingParts(parts, combine);
  if (counting.kind !== 'parts') return new Map();
  if (combine.by === 'mean') {
    const all = sum(counting.parts.map(({ part }) => weightOf(part.id)));
    if (all.isZero()) return new Map();
    return new Map(counting.parts.map(({ part }) => [part.id, weightOf(part.id).over(all)]));
  }
  const kept = keptOf(
    counting.parts.map(({ number }) => number),
    combine.keep,
  );
  const share = combine.take === 'sum' ? Rational.one : Rational.one.over(Rational.integer(kept.length));
  return new Map(kept.flatMap((index) => counting.parts[index]?.part.id ?? []).map((id) => [id, share]));
}
