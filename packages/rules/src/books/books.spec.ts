import { indicatorsOf } from '../engine/book-index.js';
import { Rational, sum } from '../exact/rational.js';
import { parseRuleBook } from '../parse/parse-rule-book.js';
import { countermeasures, defaultRuleBooks, notScored, surveyProblems, surveyReports } from './index.js';

const { township, unitCommittee, village } = defaultRuleBooks;
const books = Object.entries(defaultRuleBooks);

/** Sections and points as published: section → its points, then indicator → points. */
const tables = {
  township: {
    A: ['20', { H01: '4', H02: '3', H03: '2', H04: '3', H06: '1', H07: '1', H08: '1', H09: '3', H10: '2' }],
    B: ['16', { H11: '4', H12: '3', H13: '2', H14: '2', H15: '2', H16: '3' }],
    C: ['15', { H19: '3', H20: '4', H21: '2', H22: '4', H23: '2' }],
    D: ['20', { H24: '4', H25: '4', H26: '2', H27: '3', H28: '1', H29: '2', H30: '2', H31: '2' }],
    E: ['14', { H32: '2', H33: '2', H34: '2', H35: '3', H36: '2', H37: '3' }],
    F: ['5', { H38: '3', H39: '2' }],
    G: ['10', { H40: '6', H41: '4' }],
  },
  unitCommittee: {
    organization: ['25', { U01: '6', U02: '4', U03: '3', U04: '5', U05: '4', U06: '3' }],
    mechanisms: ['20', { U07: '4', U08: '4', U09: '4', U10: '4', U11: '4' }],
    work: ['35', { U12: '6', U13: '6', U14: '5', U15: '5', U16: '5', U17: '5', U18: '3' }],
    duties: ['10', { U19: '6', U20: '4' }],
    review: ['10', { U21: '6', U22: '4' }],
  },
  village: {
    organization: ['20', { V01: '4', V02: '4', V03: '3', V04: '5', V05: '4' }],
    places: ['15', { V06: '6', V07: '5', V08: '4' }],
    activities: ['20', { V09: '6', V10: '6', V11: '4', V12: '4' }],
    service: ['25', { V13: '7', V14: '6', V15: '6', V16: '4', V17: '2' }],
    governance: ['10', { V18: '4', V19: '6' }],
    review: ['10', { V20: '6', V21: '4' }],
  },
} as const;

const bands = (...edges: readonly (readonly [from: string | null, to: string | null, worth: string])[]) =>
  edges;

/** Every method and parameter of the indicator bank that is scored, as the bank prints it. */
const parameters: Record<string, object> = {
  H01: { method: 'proportion', target: '1', capShare: '1', minimumShare: '0.8' },
  H02: { method: 'proportion', target: '0.3', capShare: '1' },
  H03: { method: 'proportion', target: '0.8', capShare: '1' },
  H04: { method: 'proportion', target: '1', capShare: '1' },
  H06: { method: 'tiers', bands: bands([null, '15', '1'], ['15', '30', '0.5'], ['30', null, '0']) },
  H07: { method: 'proportion', target: '1', capShare: '1' },
  H08: { method: 'steps', base: '1', above: { points: '-0.1', per: '1', partial: 'down' } },
  H09: {
    method: 'tiers',
    bands: bands([null, '0', '0'], ['0', '0.03', '1'], ['0.03', '0.05', '2'], ['0.05', null, '3']),
  },
  H10: { method: 'steps', base: '0', above: { points: '1', per: '1', partial: 'down' } },
  H11: { method: 'proportion', target: '1', capShare: '1' },
  H12: { method: 'steps', base: '0', above: { points: '1.5', per: '1', partial: 'down' } },
  H13: { method: 'proportion', target: '0.9', capShare: '1' },
  H14: { method: 'steps', base: '0', above: { points: '0.5', per: '0.01', partial: 'proportional' } },
  H15: { method: 'efficacy', c: '0.4', d: '0.6', better: 'higher', low: 'cohort', high: 'cohort' },
  H16: { method: 'proportion', target: '1', capShare: '1' },
  H19: { method: 'threshold', comparison: 'at-least', at: '1' },
  H20: { method: 'proportion', target: '1.0', capShare: '1' },
  H21: {
    method: 'tiers',
    bands: bands([null, '0.6', '0'], ['0.6', '0.8', '0.5'], ['0.8', '0.9', '0.75'], ['0.9', null, '1']),
  },
  H22: { method: 'proportion', target: '1', capShare: '1' },
  H23: { method: 'steps', base: '0', above: { points: '0.5', per: '1', partial: 'down' } },
  H24: { method: 'proportion', target: '1', capShare: '1' },
  H25: { method: 'proportion', target: '1', capShare: '1' },
  H26: { method: 'steps', base: '2', above: { points: '-1', per: '1', partial: 'down' } },
  H28: {
    method: 'steps',
    base: '1',
    origin: '0.45',
    below: { points: '-0.1', per: '0.01', partial: 'proportional' },
  },
  H29: {
    method: 'ranked',
    form: 'tier',
    tiers: [
      { upTo: '1/3', share: '1' },
      { upTo: '2/3', share: '0.8' },
      { upTo: '1', share: '0.6' },
    ],
  },
  H30: { method: 'proportion', target: '1', capShare: '1' },
  H31: { method: 'proportion', target: '1', capShare: '1' },
  H32: { method: 'tiers', bands: bands([null, '0.5', '0'], ['0.5', '0.7', '0.5'], ['0.7', null, '1']) },
  H34: { method: 'steps', base: '0', above: { points: '0.4', per: '1', partial: 'down' } },
  H35: { method: 'relative', to: 'best', better: 'higher' },
  H37: {
    method: 'tiers',
    bands: bands([null, '0.7', '0'], ['0.7', '0.8', '1'], ['0.8', '0.9', '2'], ['0.9', null, '3']),
  },
  H39: { method: 'steps', base: '2', above: { points: '-0.5', per: '1', partial: 'down' } },
  H40: { method: 'proportion', target: '100', capShare: '1' },
  H41: { method: 'proportion', target: '100', capShare: '1' },
  U06: { method: 'steps', base: '3', above: { points: '-1', per: '1', partial: 'down' } },
  U08: { method: 'steps', base: '0', above: { points: '2', per: '1', partial: 'down' } },
  U12: { method: 'steps', base: '0', above: { points: '2', per: '1', partial: 'down' } },
  U13: { method: 'proportion', target: '4', capShare: '1' },
  U14: { method: 'relative', to: 'best', better: 'higher' },
  U15: { method: 'proportion', target: '0.9', capShare: '1' },
  U16: {
    method: 'tiers',
    bands: bands([null, '2', '0'], ['2', '4', '1'], ['4', '8', '3'], ['8', null, '5']),
  },
  U20: { method: 'steps', base: '4', above: { points: '-1', per: '1', partial: 'down' } },
  V01: { method: 'threshold', comparison: 'at-least', at: '7' },
  V03: { method: 'tiers', bands: bands([null, '15', '3'], ['15', '30', '1.5'], ['30', null, '0']) },
  V04: { method: 'proportion', target: '2', capShare: '1' },
  V05: { method: 'steps', base: '4', above: { points: '-0.5', per: '1', partial: 'down' } },
  V07: {
    method: 'tiers',
    bands: bands([null, '100', '0'], ['100', '150', '1'], ['150', '200', '3'], ['200', null, '5']),
  },
  V09: { method: 'proportion', target: '4', capShare: '1' },
  V10: { method: 'proportion', target: '0.3', capShare: '1' },
  V11: { method: 'tiers', bands: bands([null, '0.5', '0'], ['0.5', '0.7', '2'], ['0.7', null, '4']) },
  V12: { method: 'steps', base: '0', above: { points: '1', per: '1', partial: 'down' } },
  V18: { method: 'steps', base: '0', above: { points: '2', per: '1', partial: 'down' } },
  V19: { method: 'efficacy', c: '0.4', d: '0.6', low: 'cohort', high: 'cohort' },
  V21: { method: 'steps', base: '4', above: { points: '-1', per: '1', partial: 'down' } },
};

const placed = books.flatMap(([name, book]) => indicatorsOf(book).map((item) => ({ book: name, ...item })));
const indicator = (id: string) => {
  const found = placed.find((item) => item.indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found.indicator;
};

describe.each(books)('[BK1] the default rule book %s', (name, book) => {
  it('is accepted by the parser as it is exchanged', () => {
    const parsed = parseRuleBook(JSON.parse(JSON.stringify(book)));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  });

  it('gives each section and each indicator the points of the published table', () => {
    const base = book.sections.filter(({ role }) => role === 'base');
    expect(
      Object.fromEntries(
        base.map(({ id, points, indicators }) => [
          id,
          [points, Object.fromEntries((indicators ?? []).map((each) => [each.id, each.points]))],
        ]),
      ),
    ).toEqual(tables[name as keyof typeof tables]);
  });

  it('adds up to 100, section by section', () => {
    const base = book.sections.filter(({ role }) => role === 'base');
    for (const { points, indicators = [] } of base) {
      expect(sum(indicators.map((each) => Rational.parse(each.points))).toText()).toBe(points);
    }
    expect(sum(base.map(({ points }) => Rational.parse(points))).toText()).toBe('100');
  });

  it('marks every parameter of every indicator with where it comes from', () => {
    for (const { indicator: own } of indicatorsOf(book)) {
      const known = (own.provenance ?? []).map(({ path }) => path);
      const unmarked = parameterPaths(own).filter(
        (path) => !known.some((each) => path === each || path.startsWith(`${each}/`)),
      );
      expect({ indicator: own.id, unmarked }).toEqual({ indicator: own.id, unmarked: [] });
    }
  });

  it('answers only problems that the survey names', () => {
    const known = surveyProblems.map(({ id }) => id);
    for (const { indicator: own } of indicatorsOf(book))
      for (const id of own.answers ?? []) expect(known).toContain(id);
  });

  it('traces every base indicator to a problem', () => {
    const untraced = indicatorsOf(book).filter(
      ({ role, indicator: own }) => role === 'base' && !own.answers?.length,
    );
    expect(untraced.map(({ indicator: own }) => own.id)).toEqual([]);
  });

  it('keeps to at most 40 indicators, so that reporting stays bearable', () => {
    expect(indicatorsOf(book).filter(({ role }) => role === 'base').length).toBeLessThanOrEqual(40);
  });
});

it('[BK1] the township book has 38 base indicators', () => {
  expect(indicatorsOf(township).filter(({ role }) => role === 'base')).toHaveLength(38);
});

it.each(Object.keys(parameters))(
  '[BK2] %s is scored by the method and parameters of the indicator bank',
  (id) => {
    const { score } = indicator(id);
    const shown =
      score.method === 'tiers'
        ? {
            ...score,
            bands: score.bands.map(({ from, to, points, share }) => [
              from ?? null,
              to ?? null,
              points ?? share,
            ]),
          }
        : score;
    expect(shown).toMatchObject(parameters[id] ?? {});
  },
);

it.each([
  ['H06', 15, 'lower'],
  ['H06', 30, 'lower'],
  ['V03', 15, 'lower'],
  ['V03', 30, 'lower'],
  ['H09', 0.05, 'upper'],
  ['H21', 0.9, 'upper'],
  ['H32', 0.7, 'upper'],
  ['H37', 0.9, 'upper'],
  ['U16', 8, 'upper'],
  ['V07', 200, 'upper'],
  ['V11', 0.5, 'upper'],
] as const)(
  '[SC7] in %s the edge %d belongs to the %s band, as ≤ and ≥ of the bank say',
  (id, edge, side) => {
    const { score } = indicator(id);
    if (score.method !== 'tiers') throw new Error('not in bands');
    const text = String(edge);
    const upper = score.bands.find(({ from }) => from === text);
    expect(upper?.fromIncluded ?? true).toBe(side === 'upper');
  },
);

it('[BK2] the exceptions, tallies, lists and ballots of the bank are in place', () => {
  expect(indicator('H14').finish?.exceptions).toMatchObject([
    { when: { comparison: 'at-least', right: '0.6' }, points: 'full' },
  ]);
  expect(indicator('H16').finish?.exceptions).toMatchObject([
    { when: { left: { fact: 'longest-arrears-days' }, comparison: 'more-than', right: '90' }, points: '0' },
  ]);
  const terms = (id: string) => {
    const { score } = indicator(id);
    return score.method === 'tally' ? [score.base, ...score.terms.map(({ points }) => points)] : null;
  };
  expect(terms('H38')).toEqual(['3', '-0.3', '-1']);
  expect(terms('U07')).toEqual(['4', '-1', '-2']);
  expect(terms('U19')).toEqual(['6', '-0.5', '-2']);
  const worth = (id: string) => {
    const { score } = indicator(id);
    return score.method === 'records-worth'
      ? [...score.worth.map(({ points }) => points), score.sameMatter]
      : null;
  };
  expect(worth('H36')).toEqual(['3', '2', '1', '0.5', 'highest']);
  expect(worth('U18')).toEqual(['3', '2', '1', '0.5', 'highest']);
  expect(worth('H44')).toEqual(['5', '3', '2', '1', 'highest']);
  expect(worth('H43')).toEqual(['2', '1', '0.5', 'highest']);
  const ballots = {
    worth: [{ points: '100' }, { points: '80' }, { points: '60' }, { points: '40' }],
    minimumValid: 8,
  };
  for (const id of ['H41', 'U21', 'V20']) expect(indicator(id).measure).toMatchObject(ballots);
  expect(indicator('H40').measure).toMatchObject({ drop: { high: 1, low: 1, fromJudges: 5 } });
  expect(indicator('H37').measure).toMatchObject({ kind: 'sample-rate', minimumSample: '60' });
  expect(indicator('V06').score).toMatchObject({
    method: 'checklist',
    items: Array(6).fill({ points: '1' }),
  });
  const perHead = { kind: 'product', of: [{ fact: 'women-total' }, { value: '0.03' }] };
  expect(indicator('H27').score).toMatchObject({ method: 'proportion', target: perHead, capShare: '1' });
  expect(indicator('V16').score).toMatchObject({ method: 'proportion', target: perHead, capShare: '1' });
  expect(indicator('H33').score).toMatchObject({
    target: { of: [{ fact: 'villages-total' }, { value: '4' }] },
  });
  expect(indicator('H24').measure).toMatchObject({
    of: [{ fact: 'needs-resolved' }, { kind: 'greatest', of: [{}, { of: [{}, { value: '3' }] }] }],
  });
});

it('[BK3] the bonus is capped in each part and together, deductions together', () => {
  const section = (id: string) => township.sections.find((each) => each.id === id);
  expect(section('bonus')).toMatchObject({
    points: '10',
    indicators: [
      { id: 'H44', points: '6' },
      {
        id: 'H42',
        points: '2',
        score: { worth: [{ points: '0' }, { points: '0.5' }, { points: '1' }, { points: '2' }] },
      },
      { id: 'H43', points: '2' },
      { id: 'H27-over', points: '1', score: { origin: '1', above: { points: '0.2', per: '0.1' } } },
    ],
  });
  expect(section('deductions')).toMatchObject({
    points: '10',
    indicators: [
      {
        id: 'criticised',
        score: { worth: [{ points: '-5' }, { points: '-3' }, { points: '-2' }, { points: '-1' }] },
      },
      { id: 'complaints', score: { above: { points: '-1' } } },
      { id: 'rectification', score: { above: { points: '-1' } } },
      { id: 'self-gap', score: { at: '10', metPoints: '-0.5' } },
    ],
  });
});

it('[BK4] the five vetoes of townships have the published effects', () => {
  expect(Object.fromEntries(township.vetoes.map(({ id, effects }) => [id, effects]))).toEqual({
    falsification: [
      { kind: 'indicators-named-zero', fact: 'falsified-indicators' },
      { kind: 'grade-ceiling', grade: 'good' },
    ],
    concealment: [{ kind: 'grade', grade: 'unqualified' }],
    violation: [{ kind: 'grade-ceiling', grade: 'good' }],
    'provincial-criticism': [{ kind: 'grade-ceiling', grade: 'good' }],
    refusal: [{ kind: 'grade', grade: 'unqualified' }],
  });
});

it.each(books)('[BK4] %s grades 90 and the first fifth, 80, 60, and the rest', (_name, { grades }) => {
  expect(
    grades.map(({ id, atLeast, quota, withoutVeto }) => [
      id,
      atLeast,
      quota?.ratio,
      quota?.rounding,
      quota?.minimum,
      quota?.scope,
      withoutVeto,
    ]),
  ).toEqual([
    ['excellent', '90', '0.2', 'down', 1, 'cohort', true],
    ['good', '80', undefined, undefined, undefined, undefined, undefined],
    ['qualified', '60', undefined, undefined, undefined, undefined, undefined],
    ['unqualified', undefined, undefined, undefined, undefined, undefined, undefined],
  ]);
});

it('[BK4] townships are compared in three groups and tied in the published order', () => {
  expect(township.cohorts).toMatchObject({
    groups: [
      { id: 'A', values: ['street', 'county-town'] },
      { id: 'B', values: ['town'] },
      { id: 'C', values: ['township'] },
    ],
  });
  expect(township.ranking.tieBreaks).toEqual([
    { kind: 'no-veto' },
    { kind: 'indicator', indicator: 'H40' },
    { kind: 'section', section: 'D' },
    { kind: 'self-gap' },
    { kind: 'unit-code' },
  ]);
  expect(village.cohorts).toEqual({ by: 'parent' });
  expect(unitCommittee.cohorts).toMatchObject({ groups: [{ id: 'standard' }, { id: 'small' }] });
});

it.each(['H02', 'H25', 'H28', 'H30', 'H31', 'U04', 'U11', 'U12', 'U17', 'V14'])(
  '[BK5] %s is left out and converted where a unit has no such business',
  (id) => {
    expect(indicator(id).notApplicable?.policy).toBe('exclude');
  },
);

describe('[BK6] the survey', () => {
  it('has nine reports, 40 problems, and countermeasures that refer to them', () => {
    expect(surveyReports.map(({ id }) => id)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9']);
    const numbers = Array.from({ length: 40 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
    expect(surveyProblems.map(({ id }) => id)).toEqual(numbers);
    const reports = surveyReports.map(({ id }) => id);
    for (const { reports: of } of surveyProblems) for (const id of of) expect(reports).toContain(id);
    for (const { report } of countermeasures) expect(reports).toContain(report);
  });

  it('every problem is answered by a scored indicator, and those that name it are the ones the survey lists', () => {
    // H27 is scored twice, once as a bonus that answers nothing; the base indicator carries the answers.
    const scored = new Map(
      placed.flatMap(({ indicator: own }) => (own.library === own.id ? [[own.id, own] as const] : [])),
    );
    const outside = new Map(
      notScored.flatMap((item) => (item.kind === 'indicator' ? [[item.indicator, item] as const] : [])),
    );
    for (const { id, indicators } of surveyProblems) {
      expect(indicators.filter((each) => !scored.has(each) && !outside.has(each))).toEqual([]);
      expect({ id, scored: indicators.some((each) => scored.has(each)) }).toEqual({ id, scored: true });
      for (const each of indicators) {
        expect((scored.get(each) ?? outside.get(each))?.answers ?? []).toContain(id);
      }
    }
    for (const [id, { answers = [] }] of scored) {
      if (!id.startsWith('H')) continue;
      expect({ id, answers: [...answers].sort() }).toEqual({
        id,
        answers: surveyProblems.filter(({ indicators }) => indicators.includes(id)).map((each) => each.id),
      });
    }
  });

  it('every indicator of the library is scored by a default book or listed with the reason why not', () => {
    const library = Array.from({ length: 47 }, (_, index) => `H${String(index + 1).padStart(2, '0')}`);
    const scored = placed.map((item) => item.indicator.library);
    const outside = notScored.flatMap((item) => (item.kind === 'indicator' ? [item.indicator] : []));
    expect(library.filter((id) => !scored.includes(id))).toEqual(outside);
    for (const { reason } of notScored)
      expect(Math.min(reason.zh.length, reason.en.length)).toBeGreaterThan(8);
  });

  it('every countermeasure is carried by a known indicator or says what carries it', () => {
    const library = placed.map((item) => item.indicator.library);
    for (const { indicators, means } of countermeasures) {
      for (const id of indicators) expect(library).toContain(id);
      expect(indicators.length > 0 || means !== undefined).toBe(true);
    }
  });

  it('statements of a range are background, never values', () => {
    const statements = notScored.flatMap((item) => (item.kind === 'statement' ? [item] : []));
    expect(statements.map(({ quote, range }) => [quote, range.from, range.to])).toEqual([
      ['最多不超过两次', '0', '2'],
      ['80%以上', '80', '100'],
      ['一至二年', '1', undefined],
    ]);
  });
});

/** Paths of everything that an author chooses: points, the score's parameters, floors, exceptions, fixed values inside measures. */
function parameterPaths(own: object): string[] {
  const leaves = (value: unknown, path: string): string[] => {
    if (typeof value !== 'object' || value === null) return [path];
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
  };
  // Names, kinds and references are no parameters: they say what is asked, not how much it is worth.
  const named =
    /\/(method|kind|form|fact|title|zh|en|option|level|group|better|method|comparison|because|genre|when\/left.*)$|\/(title|because)\//;
  const { points, score, measure, finish, notApplicable } = {
    points: '',
    score: {},
    measure: {},
    finish: {},
    notApplicable: {},
    ...own,
  };
  return [
    ...leaves(points, '/points'),
    ...leaves(score, '/score'),
    ...leaves(measure, '/measure').filter((path) => /minimum|drop|worth|weight|absent/.test(path)),
    ...leaves(finish, '/finish'),
    ...leaves(notApplicable, '/notApplicable'),
  ].filter((path) => !named.test(path));
}
