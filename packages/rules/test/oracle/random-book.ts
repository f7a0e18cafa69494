import type { Indicator } from '../../src/format/indicator.js';
import type {
  Combination,
  Grade,
  Ranking,
  RuleBook,
  Section,
  TieBreak,
  Veto,
} from '../../src/format/rule-book.js';
import type { Fact, FromResults } from '../../src/format/fact.js';
import { Dice } from './dice.js';
import {
  absentParts,
  beforePoints,
  randomCondition,
  randomMeasure,
  selection,
  top,
  weightFor,
} from './random-measure.js';
import { amount, rounding, signed, weights } from './random-numbers.js';
import { randomScore } from './random-score.js';
import { attributeValues, unitCode, unitTypes } from './random-units.js';
import { named, randomFacts, text, type Scenery } from './scenery.js';

type Role = Section['role'];
/** Points are hundredths while a book is made, so that they can be divided and add up. */
const pointsText = (hundredths: number): string => {
  const cents = String(hundredths % 100).padStart(2, '0');
  const wholePoints = (hundredths - (hundredths % 100)) / 100;
  return cents === '00' ? String(wholePoints) : `${wholePoints}.${cents}`;
};

/** A rule book that parses, of any part of the grammar; some of its facts come from the results of the one below. */
export function randomBook(dice: Dice, below: RuleBook | null): RuleBook {
  const facts = below === null ? randomFacts(dice) : [...randomFacts(dice), ...factsFrom(dice, below)];
  const scenery: Scenery = { dice, facts, indicators: [], sections: [], selfGap: false };
  const roles: Role[] = dice.shuffled([
    ...dice.many(1, 2, () => 'base' as const),
    ...(dice.happens(50) ? ['bonus' as const] : []),
    ...(dice.happens(50) ? ['deduction' as const] : []),
    ...(dice.happens(40) ? ['derived' as const] : []),
  ]);
  const names = new Names();
  const sections: Section[] = [];
  let totalPoints = 0;
  roles.forEach((role, index) => {
    const points = dice.one(role === 'base' ? [1200, 2400, 6000, 10000] : [600, 1200]);
    scenery.selfGap = !roles.slice(index).includes('base');
    sections.push(randomSection(scenery, names, { role, points, depth: 0 }));
    if (role === 'base') totalPoints += points;
  });
  scenery.selfGap = true;
  const naming = namingFact(scenery);
  const all: Fact[] = [...facts, ...naming];
  const ranking = randomRanking(scenery);
  const grades = randomGrades(scenery, totalPoints, ranking.better === 'lower');
  const gradesOn = grades.on;
  return {
    format: 'heng-rulebook/1',
    id: 'random',
    title: text('book'),
    issuer: text('office'),
    year: 2026,
    version: '1.0',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: [...unitTypes],
    totalPoints: pointsText(totalPoints),
    rounding: {
      indicator: dice.happens(60) ? rounding(dice) : null,
      section: dice.happens(40) ? rounding(dice) : null,
      total: dice.happens(70) ? rounding(dice) : null,
    },
    ...dice.maybe(25, 'totalBounds', () => ({
      ...dice.maybe(60, 'floor', () => dice.one(['0', '5', '-1'])),
      ...dice.maybe(60, 'cap', () => pointsText(Math.max(totalPoints - dice.one([0, 600]), 600))),
    })),
    facts: all,
    sections: dice.shuffled(sections),
    vetoes: randomVetoes(scenery, grades.list, naming),
    cohorts: randomCohorts(dice),
    ranking,
    ...(gradesOn === undefined ? {} : { gradesOn }),
    grades: grades.list,
  };
}

class Names {
  private made = 0;
  indicator = () => `i${(this.made += 1)}`;
  section = () => `S${(this.made += 1)}`;
}

type Wanted = { readonly role: Role; readonly points: number; readonly depth: number };

/** A section worth so many points, whatever the way in which its parts make them. */
function randomSection(scenery: Scenery, names: Names, wanted: Wanted): Section {
  const { dice } = scenery;
  const { role, points, depth } = wanted;
  const id = names.section();
  const made: ({ readonly section: Section } | { readonly indicator: Indicator })[] = [];
  const part = (worth: number): string => {
    if (depth < 2 && dice.happens(depth === 0 ? 35 : 20)) {
      const section = randomSection(scenery, names, { role, points: worth, depth: depth + 1 });
      made.push({ section });
      return section.id;
    }
    const indicator = randomIndicator(scenery, names, role, pointsText(worth));
    made.push({ indicator });
    return indicator.id;
  };
  const combine = dice.happens(40) ? combined(scenery, points, part) : undefined;
  if (combine === undefined) {
    const count = dice.one([1, 2, 3, 4].filter((each) => points % (each * 50) === 0));
    for (let index = 0; index < count; index += 1) part(points / count);
  }
  scenery.sections.push(id);
  const parts = dice.shuffled(made);
  const [indicators, sections] = [
    parts.flatMap((one) => ('indicator' in one ? [one.indicator] : [])),
    parts.flatMap((one) => ('section' in one ? [one.section] : [])),
  ];
  const deducts = role === 'deduction';
  return {
    ...named(id),
    role,
    points: pointsText(points),
    ...(combine ? { combine } : {}),
    ...dice.maybe(12, 'floor', () => (deducts ? dice.one(['-2', '-1']) : dice.one(['0', '0.5']))),
    ...dice.maybe(12, 'cap', () =>
      deducts ? '0' : pointsText(Math.max(points - dice.one([0, 50, 100]), 100)),
    ),
    ...dice.maybe(15, 'rounding', () => rounding(dice)),
    ...(indicators.length > 0 ? { indicators } : {}),
    ...(sections.length > 0 ? { sections } : {}),
  };
}

/** Makes the parts of a combined section, each worth what lets them make `points` together. */
function combined(scenery: Scenery, points: number, part: (worth: number) => string): Combination {
  const { dice } = scenery;
  const parts = (count: number, worth: number) => Array.from({ length: count }, () => part(worth));
  switch (dice.one(['sum', 'weighted-sum', 'mean', 'selected'] as const)) {
    case 'sum': {
      const count = dice.one([1, 2, 3].filter((each) => points % (each * 50) === 0));
      parts(count, points / count);
      return { by: 'sum', ...absentParts(scenery, count) };
    }
    case 'weighted-sum': {
      const weights = dice.one([['0.6', '0.4'], ['0.3', '0.7'], ['0.5', '0.25', '0.25'], ['1']]);
      const ids = parts(weights.length, points);
      return {
        by: 'weighted-sum',
        weights: dice.shuffled(ids.map((id, index) => ({ part: id, weight: weights[index] ?? '1' }))),
        ...absentParts(scenery, ids.length),
      };
    }
    case 'mean': {
      const form = dice.one(['arithmetic', 'arithmetic', 'geometric', 'harmonic'] as const);
      const ids = parts(dice.between(1, 4), points);
      const numbers = weights(dice, ids.length, () => weightFor(scenery, form));
      return {
        by: 'mean',
        form,
        ...dice.maybe(50, 'weights', () =>
          ids.map((id, index) => ({ part: id, weight: numbers[index] ?? '1' })),
        ),
        ...absentParts(scenery, ids.length),
      };
    }
    case 'selected': {
      const take = dice.one(['sum', 'mean'] as const);
      const keep = selection(scenery, 2);
      const dropped = 'best' in keep ? 0 : keep.dropHighest + keep.dropLowest;
      const count = dice.between(Math.max(2, dropped + 1), 5);
      const counting = take === 'mean' ? 1 : 'best' in keep ? Math.min(keep.best, count) : count - dropped;
      if (points % (counting * 50) !== 0) {
        parts(count, points);
        return { by: 'selected', keep, take: 'mean', ...absentParts(scenery, count) };
      }
      parts(count, points / counting);
      return { by: 'selected', keep, take, ...absentParts(scenery, count) };
    }
  }
}

function randomIndicator(scenery: Scenery, names: Names, role: Role, points: string): Indicator {
  const { dice } = scenery;
  const id = names.indicator();
  const indicator: Indicator = {
    ...named(id),
    points,
    scoredBy: text('office'),
    ...randomScore(scenery),
    ...dice.maybe(20, 'appliesTo', () => randomAppliesTo(dice)),
    ...dice.maybe(45, 'finish', () => randomFinish(scenery, role)),
    ...dice.maybe(70, 'notApplicable', () => ({
      policy: dice.one(['exclude', 'exclude', 'full', 'zero', 'cohort-mean'] as const),
      ...dice.maybe(25, 'when', () => randomCondition(scenery)),
    })),
    missing: dice.one(['wait', 'wait', 'zero', 'cohort-mean'] as const),
  };
  if (indicator.notApplicable && dice.happens(15)) {
    indicator.notApplicable = { ...indicator.notApplicable, policy: 'fixed', points: amount(dice) };
  }
  scenery.indicators.push(id);
  return indicator;
}

function randomFinish(scenery: Scenery, role: Role): NonNullable<Indicator['finish']> {
  const { dice } = scenery;
  const deducts = role === 'deduction';
  return {
    ...dice.maybe(40, 'exceptions', () =>
      dice.many(1, 2, () => ({
        when: randomCondition(scenery),
        points: dice.happens(30) ? ('full' as const) : signed(dice),
        because: text('because'),
      })),
    ),
    ...(scenery.indicators.length > 0
      ? dice.maybe(30, 'linkedCap', () => ({ indicator: dice.one(scenery.indicators) }))
      : {}),
    ...dice.maybe(30, 'floor', () =>
      deducts ? dice.one(['-5', '-1', '-0.5']) : dice.one(['0', '-2', '0.5', '-0.3']),
    ),
    ...dice.maybe(20, 'cap', () => (deducts ? dice.one(['0', '1']) : dice.one(['1', '2.5', '20']))),
    ...dice.maybe(40, 'rounding', () => rounding(dice)),
  };
}

function randomAppliesTo(dice: Dice): NonNullable<Indicator['appliesTo']> {
  return {
    ...dice.maybe(40, 'types', () => [dice.one(unitTypes)]),
    ...dice.maybe(40, 'attributes', () => ({ size: dice.some(attributeValues) })),
    ...dice.maybe(20, 'units', () => dice.many(4, 25, () => unitCode(dice.between(0, 39)))),
  };
}

/** Facts that come from the results of another book (ME17). */
function factsFrom(dice: Dice, below: RuleBook): Fact[] {
  const trees = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...trees(section.sections ?? [])]);
  const sections = trees(below.sections);
  const indicators = sections.flatMap((section) => section.indicators ?? []);
  const value = (): FromResults['value'] => {
    const of = dice.one(['total', 'rank', 'indicator', 'section', 'grade'] as const);
    switch (of) {
      case 'indicator':
        return { of, indicator: dice.one(indicators).id };
      case 'section':
        return { of, section: dice.one(sections).id };
      case 'grade':
        return { of, grades: dice.some(below.grades).map(({ id }) => id) };
      default:
        return { of };
    }
  };
  return dice.many(2, 4, (index): Fact => {
    const results = dice.one(['children', 'children', 'own'] as const);
    return {
      ...named(`f${index}`),
      source: results === 'own' ? 'imported' : 'children',
      enteredBy: text('office'),
      kind: 'number',
      unit: text('unit'),
      from: {
        results,
        book: below.id,
        value: value(),
        take: dice.one(['mean', 'sum', 'least', 'greatest', 'count'] as const),
        ...dice.maybe(30, 'minimum', () => dice.between(1, 3)),
        ...dice.maybe(35, 'keep', () => selection({ dice })),
        rounding: rounding(dice),
      },
    };
  });
}

/** A list of records whose levels are indicators, for vetoes that zero what its entries name. */
function namingFact({ dice, indicators }: Scenery): Fact[] {
  if (!dice.happens(35)) return [];
  const levels = dice.some(indicators).map(named);
  return [{ ...named('names'), source: 'inspection', enteredBy: text('office'), kind: 'records', levels }];
}

function randomVetoes(scenery: Scenery, grades: readonly Grade[], naming: readonly Fact[]): Veto[] {
  const { dice } = scenery;
  const ids = grades.map(({ id }) => id);
  return dice.many(0, 4, (index): Veto => {
    const zeroes = dice.happens(40);
    const effect = (): Veto['effects'][number] => {
      switch (dice.one(['grade-ceiling', 'grade', 'grade-down', 'no-award', 'withdraw-title'] as const)) {
        case 'grade-ceiling':
          return { kind: 'grade-ceiling', grade: dice.one(ids) };
        case 'grade':
          return { kind: 'grade', grade: dice.one(ids) };
        case 'grade-down':
          return { kind: 'grade-down', steps: dice.between(1, 2) };
        case 'no-award':
          return { kind: 'no-award' };
        case 'withdraw-title':
          return { kind: 'withdraw-title' };
      }
    };
    const [first] = naming;
    const zeroing: Veto['effects'] = !zeroes
      ? []
      : first && dice.happens(60)
        ? [{ kind: 'indicators-named-zero', fact: first.id }]
        : [{ kind: 'indicator-zero', indicators: dice.some(scenery.indicators) }];
    return {
      ...named(`veto${index}`),
      when: randomCondition(scenery, zeroes ? beforePoints : top),
      effects: dice.shuffled([...zeroing, ...dice.many(zeroes ? 0 : 1, 2, effect)]),
    };
  });
}

function randomCohorts(dice: Dice): RuleBook['cohorts'] {
  const by = dice.one(['all', 'parent', 'attribute', 'list'] as const);
  switch (by) {
    case 'all':
    case 'parent':
      return { by };
    case 'attribute':
      return {
        by,
        attribute: 'size',
        groups: [
          { ...named('g1'), values: ['small'] },
          ...(dice.happens(60) ? [{ ...named('g2'), values: ['large', 'middle', 'small'] }] : []),
        ],
      };
    case 'list':
      return {
        by,
        groups: [
          { ...named('g1'), units: dice.many(3, 20, () => unitCode(dice.between(0, 39))) },
          { ...named('g2'), units: dice.many(3, 20, () => unitCode(dice.between(0, 39))) },
        ],
      };
  }
}

function randomRanking(scenery: Scenery): Ranking {
  const { dice, indicators, sections } = scenery;
  const tieBreak = (): TieBreak => {
    const kind = dice.one([
      'no-veto',
      'indicator',
      'section',
      'self-gap',
      'measure',
      'count-back',
      'count-back',
    ] as const);
    switch (kind) {
      case 'no-veto':
      case 'self-gap':
        return { kind };
      case 'indicator':
        return { kind, indicator: dice.one(indicators) };
      case 'section':
        return { kind, section: dice.one(sections) };
      case 'measure':
        return { kind, of: randomMeasure(scenery), better: dice.one(['higher', 'lower'] as const) };
      case 'count-back':
        return indicators.length < 2
          ? { kind: 'no-veto' }
          : { kind, indicators: dice.some(indicators, 2), by: dice.one(['points', 'places'] as const) };
    }
  };
  return {
    on: dice.one(['rounded', 'rounded', 'exact'] as const),
    ...dice.maybe(20, 'better', () => 'lower' as const),
    ties: dice.one(['competition', 'dense', 'forbidden'] as const),
    tieBreaks: [...dice.many(0, 3, tieBreak), ...(dice.happens(15) ? [{ kind: 'unit-code' as const }] : [])],
    ...dice.maybe(15, 'requires', () =>
      dice.happens(50)
        ? { indicators: [dice.one(indicators)] }
        : { sections: [dice.one(sections)], ...dice.maybe(30, 'indicators', () => [dice.one(indicators)]) },
    ),
    ...dice.maybe(15, 'outOfCompetition', () => ({ attributes: { size: [dice.one(attributeValues)] } })),
  };
}

/** Grades from best to worst, with lines from above or from below, quotas and last places. */
function randomGrades(
  scenery: Scenery,
  totalPoints: number,
  isLowerBetter: boolean,
): { readonly list: Grade[]; readonly on: RuleBook['gradesOn'] } {
  const { dice } = scenery;
  const on = dice.happens(55)
    ? undefined
    : dice.happens(50)
      ? dice.one(['rounded', 'exact'] as const)
      : randomMeasure(scenery);
  const count = dice.between(1, 4);
  const isOwnFigure = typeof on === 'object';
  const isFromBelow = isOwnFigure ? dice.happens(50) : isLowerBetter;
  const lines = isOwnFigure
    ? isFromBelow
      ? ['0', '1', '3']
      : ['5', '2', '0.5']
    : (isFromBelow ? [25, 50, 75] : [75, 50, 25]).map((hundredth) =>
        pointsText((totalPoints / 100) * hundredth),
      );
  const places = (): NonNullable<Grade['quota']> => {
    const which = dice.one(['ratio', 'ratio', 'count', 'both'] as const);
    return {
      ...(which === 'count' ? {} : { ratio: dice.one(['0.1', '0.2', '0.25', '0.333', '0.5', '0', '1']) }),
      ...(which === 'ratio' ? {} : { count: dice.between(0, 6) }),
      rounding: dice.one(['down', 'half-up', 'half-even', 'up'] as const),
      minimum: dice.one([0, 0, 1, 2]),
      scope: dice.one(['cohort', 'all'] as const),
      tieAtEdge: dice.one(['in', 'out'] as const),
    };
  };
  const list = Array.from({ length: count }, (_, index): Grade => {
    const isLast = index === count - 1;
    const lastPlaces = index === 0 ? {} : dice.maybe(30, 'lastPlaces', places);
    if (isLast) return { ...named(`grade${index}`), ...lastPlaces };
    const line = lines[index] ?? '0';
    return {
      ...named(`grade${index}`),
      ...(dice.happens(60) ? (isFromBelow ? { atMost: line } : { atLeast: line }) : {}),
      ...dice.maybe(55, 'quota', places),
      ...lastPlaces,
      ...dice.maybe(25, 'withoutVeto', () => dice.happens(80)),
    };
  });
  return { list, on };
}
