import type { Combination, Section } from '../../src/format/rule-book.js';
import {
  add,
  big,
  divide,
  greater,
  integer,
  lesser,
  multiply,
  nothing,
  rounded,
  sign,
  total,
  whole,
  type BigFraction,
} from './big-fraction.js';
import { keep, known, meanOf, type KnownPart } from './measure-by-hand.js';
import { isNumber, type Answer, type Subtotal, type World } from './world.js';

/** A part of a section, with its full points and what of them applies and is counted. */
type Part = {
  readonly answer: Answer;
  readonly weight: BigFraction;
  readonly full: BigFraction;
  readonly applicable: BigFraction;
  readonly counted: BigFraction;
};

/** One section of one unit: its parts together, then floor, cap and rounding (RULES.md TO1, TO5, TO6). */
export function subtotalByHand(world: World, section: Section, unit: number): Subtotal {
  const parts = partsOf(world, section, unit);
  const made = section.combine === undefined ? summed(parts) : combined(section, section.combine, parts);
  if (made.points === null) return made;
  const floor = section.floor ?? (section.role === 'deduction' ? `-${section.points}` : undefined);
  const cap = section.cap ?? (section.role === 'bonus' ? section.points : undefined);
  const raised = floor === undefined ? made.points : greater(made.points, big(floor));
  const kept = cap === undefined ? raised : lesser(raised, big(cap));
  const rounding = section.rounding ?? world.book.rounding.section;
  return { ...made, points: rounding ? rounded(kept, rounding) : kept };
}

function partsOf(world: World, section: Section, unit: number): Part[] {
  const weights =
    section.combine !== undefined && 'weights' in section.combine ? section.combine.weights : undefined;
  const weightOf = (id: string) =>
    weights === undefined ? whole : big(weights.find(({ part }) => part === id)?.weight ?? '0');
  const indicators = (section.indicators ?? []).flatMap(({ id, points }): Part[] => {
    const mark = world.mark(id, unit);
    if (mark === null) return [];
    const full = big(points);
    const isExcluded = mark.state === 'not-applicable' && mark.points === null;
    return [
      {
        answer: mark.points ?? (isExcluded ? 'not-applicable' : 'missing'),
        weight: weightOf(id),
        full,
        applicable: isExcluded ? nothing : full,
        counted: mark.points === null ? nothing : full,
      },
    ];
  });
  const sections = (section.sections ?? []).map((below): Part => {
    const { points, applicable, counted } = world.subtotal(below.id, unit);
    // A section of which nothing is counted has no number, whatever its empty sum says (TO5).
    const lacking = sign(applicable) === 0 ? 'not-applicable' : 'missing';
    return {
      answer: points === null || (sign(counted) === 0 && sign(big(below.points)) !== 0) ? lacking : points,
      weight: weightOf(below.id),
      full: big(below.points),
      applicable,
      counted,
    };
  });
  return [...indicators, ...sections];
}

/** TO1: the sum of the parts with a number. */
const summed = (parts: readonly Part[]): Subtotal => ({
  points: total(parts.map(({ answer }) => answer).filter(isNumber)),
  applicable: total(parts.map(({ applicable }) => applicable)),
  counted: total(parts.map(({ counted }) => counted)),
});

/** TO5, TO6. */
function combined(section: Section, combine: Combination, parts: readonly Part[]): Subtotal {
  const full = big(section.points);
  const weighted = (of: readonly Part[], by: (part: Part) => BigFraction) =>
    total(of.map((part) => multiply(part.weight, by(part))));
  const doesApply = parts.some(({ applicable }) => sign(applicable) !== 0);
  const answer = known(parts, combine, (numbers) => together(combine, parts, numbers));
  if (!isNumber(answer)) return { points: null, applicable: doesApply ? full : nothing, counted: nothing };
  const isSum = combine.by === 'sum' || combine.by === 'weighted-sum';
  // A sum still leaves what is not applicable to the conversion at the end; the others have nothing to convert.
  const applicable = isSum ? weighted(parts, (part) => part.applicable) : full;
  if (combine.absent === 'leave-out') return { points: answer, applicable, counted: applicable };
  if (isSum)
    return {
      points: answer,
      applicable,
      counted: weighted(parts, (part) => (isNumber(part.answer) ? part.counted : nothing)),
    };
  const applying = weighted(parts, (part) => (sign(part.applicable) === 0 ? nothing : part.full));
  const withNumber = weighted(parts, (part) => (isNumber(part.answer) ? part.full : nothing));
  return {
    points: answer,
    applicable,
    counted: sign(applying) === 0 ? applicable : divide(multiply(full, withNumber), applying),
  };
}

function together(combine: Combination, parts: readonly Part[], numbers: readonly KnownPart[]): Answer {
  switch (combine.by) {
    case 'sum':
    case 'weighted-sum': {
      const plain = total(numbers.map(({ answer, weight }) => multiply(answer, weight)));
      if (combine.absent !== 'leave-out') return plain;
      const fullOf = (of: readonly Part[]) => total(of.map(({ weight, full }) => multiply(weight, full)));
      const concerned = parts.filter(({ answer }) => answer !== 'not-applicable');
      const found = fullOf(concerned.filter(({ answer }) => isNumber(answer)));
      return sign(found) === 0 ? plain : divide(multiply(plain, fullOf(concerned)), found);
    }
    case 'mean':
      return meanOf(numbers, combine.form);
    case 'selected': {
      const kept = keep(numbers, combine.keep).map(({ answer }) => answer);
      return combine.take === 'sum' ? total(kept) : divide(total(kept), integer(kept.length));
    }
  }
}

/** A unit's totals (TO1–TO4, TO7, TO8). */
export type Totals = {
  readonly exact: BigFraction;
  readonly total: BigFraction;
  readonly soFar: BigFraction;
  readonly outOf: BigFraction;
};

export function totalsByHand(world: World, unit: number): Totals {
  const { book } = world;
  const of = (role: Section['role']) =>
    book.sections.filter((section) => section.role === role).map(({ id }) => world.subtotal(id, unit));
  const points = (role: Section['role']) => total(of(role).map((part) => part.points ?? nothing));
  const base = points('base');
  const extra = add(points('bonus'), points('deduction'));
  const applicable = total(of('base').map((part) => part.applicable));
  const { floor, cap } = book.totalBounds ?? {};
  const within = (value: BigFraction) => {
    const raised = floor === undefined ? value : greater(value, big(floor));
    return cap === undefined ? raised : lesser(raised, big(cap));
  };
  const round = (value: BigFraction) => (book.rounding.total ? rounded(value, book.rounding.total) : value);
  const converted = sign(applicable) === 0 ? base : divide(multiply(base, big(book.totalPoints)), applicable);
  const exact = within(add(converted, extra));
  return {
    exact,
    total: round(exact),
    soFar: round(within(add(base, extra))),
    outOf: total(of('base').map((part) => part.counted)),
  };
}
