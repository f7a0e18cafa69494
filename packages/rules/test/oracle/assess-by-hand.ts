import type { AssessedUnit } from '../../src/format/facts-document.js';
import type { Indicator } from '../../src/format/indicator.js';
import type { Measure } from '../../src/format/measure.js';
import type { RuleBook, Section } from '../../src/format/rule-book.js';
import { add, nothing, subtract, written, type BigFraction } from './big-fraction.js';
import { firstMark, holdsByHand, isCompared, settledMark } from './marks-by-hand.js';
import { valueFromResults } from './results-by-hand.js';
import { measureByHand } from './measure-by-hand.js';
import { groupOf } from './reading.js';
import { standingsByHand } from './standing-by-hand.js';
import { subtotalByHand, totalsByHand } from './subtotals-by-hand.js';
import type { Answer, Basis, Mark, Placed, Subtotal, World } from './world.js';

/** One unit's whole assessment, in exact text, for comparing with the engine's. */
export type SheetByHand = {
  readonly code: string;
  readonly cohort: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly state: string;
    readonly points: string | null;
  }[];
  readonly sections: readonly { readonly id: string; readonly points: string | null }[];
  readonly total: string;
  readonly soFar: { readonly points: string; readonly outOf: string };
  readonly rank: number | null;
  readonly cohortSize: number;
  readonly tied: boolean;
  readonly grade: string | null;
  readonly vetoes: readonly string[];
  readonly selfGap: string | null;
  readonly noAward: boolean;
};

export type Question = {
  readonly book: RuleBook;
  readonly units: readonly AssessedUnit[];
  readonly previous: readonly AssessedUnit[] | null;
  readonly basis: Basis;
  /** Another assessment, whose results some facts of this one come from (ME17). */
  readonly below: Question | null;
};

/** Assesses all units by RULES.md alone. Nothing of the engine is used but the types of its documents. */
export function assessByHand(asked: Question): readonly SheetByHand[] {
  const question = asked.below === null ? asked : withResults(asked, asked.below, assessByHand(asked.below));
  const { book, units, basis } = question;
  const world = worldOf(
    question,
    basis === 'declared' ? null : worldOf({ ...question, basis: 'declared' }, null),
  );
  const totals = units.map((_, unit) => totalsByHand(world, unit));
  const standings = standingsByHand(world, totals);
  const text = (value: BigFraction | null) => (value === null ? null : written(value));
  return units.map((unit, index): SheetByHand => {
    const [own, standing] = [totals[index], standings[index]];
    if (own === undefined || standing === undefined) throw new Error(`no standing for ${unit.code}`);
    const vetoes = world.fired(index, 'all');
    return {
      code: unit.code,
      cohort: world.cohort(index),
      indicators: world.placed.flatMap(({ indicator: { id } }) => {
        const mark = world.mark(id, index);
        return mark === null ? [] : [{ id, state: mark.state, points: text(mark.points) }];
      }),
      sections: sectionsOf(book.sections).map(({ id }) => ({
        id,
        points: text(world.subtotal(id, index).points),
      })),
      total: written(own.total),
      soFar: { points: written(own.soFar), outOf: written(own.outOf) },
      ...standing,
      vetoes,
      selfGap: text(world.selfGap(index)),
      noAward: book.vetoes
        .filter(({ id }) => vetoes.includes(id))
        .some(({ effects }) => effects.some(({ kind }) => kind === 'no-award' || kind === 'withdraw-title')),
    };
  });
}

/** Facts that come from results are put in, whatever was typed for them. */
function withResults(question: Question, below: Question, sheets: readonly SheetByHand[]): Question {
  const units = question.units.map((unit) => {
    const facts = { ...unit.facts };
    for (const fact of question.book.facts) {
      if (fact.kind !== 'number' || fact.from?.book !== below.book.id) continue;
      const value = valueFromResults(fact.from, below, sheets, unit.code);
      facts[fact.id] = { declared: value, verified: below.basis === 'declared' ? null : value };
    }
    return { ...unit, facts };
  });
  return { ...question, units };
}

const sectionsOf = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...sectionsOf(section.sections ?? [])]);

const open = Symbol('being asked');

/** Remembers what a question was answered, and notices when an answer needs itself (CY1). */
function remembering<K, V>(name: string, size: number, find: (key: K, unit: number) => V) {
  const answers = new Map<K, (V | typeof open | undefined)[]>();
  return (key: K, unit: number): V => {
    let list = answers.get(key);
    if (list === undefined) answers.set(key, (list = new Array<V | undefined>(size).fill(undefined)));
    const known = list[unit];
    if (known === open) throw new Error(`${name} needs itself`);
    if (known !== undefined) return known;
    list[unit] = open;
    const found = find(key, unit);
    list[unit] = found;
    return found;
  };
}

function worldOf({ book, units, previous, basis }: Question, declared: World | null): World {
  const before = new Map((previous ?? []).map((unit) => [unit.code, unit]));
  const sections = new Map(sectionsOf(book.sections).map((section) => [section.id, section]));
  const placed: Placed[] = sectionsOf(book.sections).flatMap(({ role, indicators }) =>
    (indicators ?? []).map((indicator) => ({ indicator, role })),
  );
  const byId = new Map(placed.map((item) => [item.indicator.id, item]));
  const cohorts = units.map((unit) => groupOf({ book }, unit));
  const all = [...units.keys()];
  const n = units.length;

  const first = remembering('a mark', n, (id: string, unit) => {
    const item = byId.get(id);
    if (item === undefined) throw new Error(`there is no indicator ${id}`);
    return { mark: firstMark(world, item, unit) };
  });
  const settled = remembering('a settled mark', n, (id: string, unit) => {
    const item = byId.get(id);
    if (item === undefined) throw new Error(`there is no indicator ${id}`);
    const scored = () =>
      all
        .filter((other) => cohorts[other] === cohorts[unit])
        .map((other) => first(id, other).mark)
        .flatMap((mark) => (mark?.state === 'scored' && mark.points ? [mark.points] : []));
    return { mark: settledMark(world, item, first(id, unit).mark, scored) };
  });
  const subtotals = remembering('a section', n, (id: string, unit): Subtotal => {
    const section = sections.get(id);
    if (section === undefined) throw new Error(`there is no section ${id}`);
    return subtotalByHand(world, section, unit);
  });
  const firedBy = (which: 'zeroing' | 'others') =>
    remembering(`vetoes (${which})`, n, (_: null, unit) =>
      book.vetoes
        .filter(({ effects }) => {
          const zeroes = effects.some(
            ({ kind }) => kind === 'indicator-zero' || kind === 'indicators-named-zero',
          );
          return zeroes === (which === 'zeroing');
        })
        .filter(({ when }) => world.holds(when, unit, null) === true)
        .map(({ id }) => id),
    );
  const [zeroing, others] = [firedBy('zeroing'), firedBy('others')];
  const compared = remembering('a comparison', n, (by: Indicator, unit) => isCompared(world, by, unit));
  const answersOf = new Map<string, (measure: Measure, unit: number) => Answer>();
  const gaps = remembering('the self-gap', n, (_: null, unit): { gap: BigFraction | null } => {
    if (declared === null) return { gap: null };
    let [sum, found] = [nothing, false];
    for (const { indicator, role } of placed) {
      const own = role === 'base' ? world.mark(indicator.id, unit)?.points : null;
      const theirs = role === 'base' ? declared.mark(indicator.id, unit)?.points : null;
      if (own && theirs) [sum, found] = [add(sum, subtract(theirs, own)), true];
    }
    return { gap: found ? sum : null };
  });

  const world: World = {
    book,
    basis,
    units,
    awaitsMeeting: new Set(book.facts.filter(({ source }) => source === 'meeting').map(({ id }) => id)),
    placed,
    lastYear: (unit) => before.get(units[unit]?.code ?? '') ?? null,
    cohort: (unit) => cohorts[unit] ?? '',
    mark: (id, unit): Mark | null => settled(id, unit).mark,
    subtotal: subtotals,
    selfGap: (unit) => gaps(null, unit).gap,
    holds: (condition, unit, by) => holdsByHand(world, condition, unit, by),
    fired: (unit, which) =>
      which === 'zeroing'
        ? zeroing(null, unit)
        : book.vetoes
            .map(({ id }) => id)
            .filter((id) => zeroing(null, unit).includes(id) || others(null, unit).includes(id)),
    peers: ({ unit, by }, among) =>
      all.filter(
        (other) =>
          (among === 'all' || cohorts[other] === cohorts[unit]) && (by === null || compared(by, other)),
      ),
    answer: (measure, { unit, year, by }) => {
      const key = `${year} ${by?.id ?? ''}`;
      let ask = answersOf.get(key);
      if (ask === undefined) {
        ask = remembering('a measure', n, (what: Measure, who) =>
          measureByHand(world, what, { unit: who, year, by }),
        );
        answersOf.set(key, ask);
      }
      return ask(measure, unit);
    },
  };
  return world;
}
