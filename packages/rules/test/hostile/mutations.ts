import { isObject, placesIn, put, take, type JsonObject, type Place } from './places.js';
import type { Dice } from '../oracle/dice.js';

/** Changes a document in place. */
export type Mutation = (document: JsonObject, dice: Dice) => void;

const copyOf = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

const somewhere = (document: JsonObject, dice: Dice, fits: (place: Place) => boolean = () => true) => {
  const places = placesIn(document).filter(fits);
  return places.length === 0 ? null : dice.one(places);
};

const remove: Mutation = (document, dice) => {
  const place = somewhere(document, dice);
  if (place) take(place);
};

const duplicate: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ holder }) => Array.isArray(holder));
  if (place && Array.isArray(place.holder)) place.holder.push(copyOf(place.value));
};

/** What stands elsewhere in the same book: an id in place of another, a whole indicator in place of a measure. */
const transplant: Mutation = (document, dice) => {
  const [from, to] = [somewhere(document, dice), somewhere(document, dice)];
  if (from && to) put(to, copyOf(from.value));
};

/** Likelier to stay a book: texts for texts, so that references point at other things of the book. */
const swapTexts: Mutation = (document, dice) => {
  const isText = ({ value }: Place) => typeof value === 'string';
  const [from, to] = [somewhere(document, dice, isText), somewhere(document, dice, isText)];
  if (from && to) put(to, from.value);
};

const otherType: Mutation = (document, dice) => {
  const place = somewhere(document, dice);
  if (!place) return;
  const { value } = place;
  put(
    place,
    dice.one<unknown>([
      null,
      true,
      0,
      -1.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      [],
      {},
      [value],
      { value },
      typeof value === 'string' ? Number(value) : (JSON.stringify(value) ?? ''),
      Array.isArray(value) ? { ...value } : [],
    ]),
  );
};

const strangeNumbers: readonly string[] = [
  '0',
  '-0',
  '-1',
  '0.00000000000000000001',
  '999999999999999',
  '-999999999999999.99999999999999999999',
  '1000000000000000',
  '1e999',
  'NaN',
  'Infinity',
  '0x10',
  '１２',
  '1/3',
  ' 1',
  '1,000',
  '',
];

const strangeNumber: Mutation = (document, dice) => {
  const place = somewhere(
    document,
    dice,
    ({ value }) => typeof value === 'number' || (typeof value === 'string' && /^-?\d/.test(value)),
  );
  if (!place) return;
  const number = dice.one(strangeNumbers);
  put(place, typeof place.value === 'number' ? dice.one([0, -1, 1e308, 2 ** 53, Number(number)]) : number);
};

const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
];

const strangeKey: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ holder }) => !Array.isArray(holder));
  if (place) put({ ...place, key: dice.one(strangeKeys) }, dice.one<unknown>([{ polluted: true }, 'x', []]));
};

const strangeName: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ key }) =>
    ['id', 'fact', 'part', 'option', 'level'].includes(key),
  );
  if (place) put(place, dice.one([...strangeKeys.slice(1), 'declared', 'a'.repeat(64), 'a'.repeat(65)]));
};

const longText: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ value }) => typeof value === 'string');
  if (place)
    put(place, dice.one(['9', '字', 'a-', '0.', '\u0000', '../', '(']).repeat(dice.one([100, 5000, 60_000])));
};

const deepBrackets: Mutation = (document, dice) => {
  const place = somewhere(document, dice);
  if (!place) return;
  let { value } = place;
  for (let depth = dice.one([5, 35, 200, 2000]); depth > 0; depth -= 1)
    value = dice.happens(50) ? [value] : { of: value };
  put(place, value);
};

const isMeasure = ({ value }: Place): boolean =>
  isObject(value) &&
  typeof value['kind'] === 'string' &&
  ('of' in value || 'fact' in value || value['kind'] === 'constant') &&
  !('title' in value);

const deepMeasure: Mutation = (document, dice) => {
  const place = somewhere(document, dice, isMeasure);
  if (!place) return;
  let { value } = place;
  for (let depth = dice.one([2, 6, 12, 16, 30]); depth > 0; depth -= 1) value = around(value, document, dice);
  put(place, value);
};

const wrapMeasure: Mutation = (document, dice) => {
  const place = somewhere(document, dice, isMeasure);
  if (place) put(place, around(copyOf(place.value), document, dice));
};

/** The measure inside another one of the grammar. */
function around(of: unknown, document: JsonObject, dice: Dice): unknown {
  const constant = {
    kind: 'constant',
    value: dice.one(['0', '1', '2.5', '-3', '0.00000000000000000001']),
  };
  const absent = dice.one(['no-number', 'zero', 'leave-out']);
  // Twice at every depth would be more than any memory holds.
  const again = JSON.stringify(of).length < 4000 ? copyOf(of) : constant;
  const among = dice.happens(30) ? { among: 'all' } : {};
  return dice.one<() => unknown>([
    () => ({ kind: 'rounded', of, rounding: { mode: 'half-up', digits: dice.between(0, 10) } }),
    () => ({ kind: 'logarithm', of, base: dice.one(['e', '2', '10']) }),
    () => ({ kind: 'root', of, degree: dice.between(2, 10) }),
    () => ({ kind: 'power', of, exponent: dice.one(['2', '0.5', '-1', '1.81', '9.99']) }),
    () => ({ kind: 'exponential', of }),
    () => ({
      kind: 'banded',
      of,
      bands: [
        { to: '10', value: '1' },
        { from: '10', value: '0.8' },
      ],
    }),
    () => ({
      kind: 'mean',
      form: dice.one(['arithmetic', 'geometric', 'harmonic']),
      absent,
      of: [
        { measure: of, weight: dice.one(['1', '0.6', '0', '-1']) },
        { measure: constant, weight: '0.4' },
      ],
      ...(dice.happens(30) ? { minimum: dice.between(1, 3) } : {}),
    }),
    () => ({
      kind: 'selected',
      of: [of, constant, again],
      keep: dice.one<unknown>([
        { best: 2, better: 'higher' },
        { dropLowest: 1, dropHighest: 1 },
      ]),
      take: dice.one(['sum', 'mean']),
      absent,
    }),
    () => ({ kind: 'first-known', of: [of, constant] }),
    () => ({
      kind: 'cohort',
      of,
      take: dice.one([
        'mean',
        'sum',
        'count',
        'least',
        'greatest',
        'median',
        'deviation',
        'sample-deviation',
      ]),
      ...among,
    }),
    () => ({ kind: 'cohort', of, take: 'percentile', share: dice.one(['0', '0.05', '1', '2']) }),
    () => ({ kind: 'place', of, better: dice.one(['higher', 'lower']), ...among }),
    () => ({ kind: 'previous', of }),
    () => ({ kind: 'ratio', of: [of, constant], whenZero: 'not-applicable' }),
    () => ({
      kind: 'ratio',
      of: [constant, of],
      whenZero: dice.one<unknown>(['cannot-compute', { value: '1' }]),
    }),
    () => ({ kind: 'product', of: [of, again] }),
    () => ({ kind: 'difference', of: [of, constant] }),
    () => ({ kind: 'sum', of: [of, pointsOf(document, dice)] }),
  ])();
}

const idsOf = (document: JsonObject, list: 'indicators' | 'sections'): unknown[] =>
  placesIn(document).flatMap(({ key, value }) =>
    key === list && Array.isArray(value)
      ? value.map((each) => (isObject(each) ? (each['id'] ?? null) : null))
      : [],
  );

function pointsOf(document: JsonObject, dice: Dice): unknown {
  const [indicators, sections] = [idsOf(document, 'indicators'), idsOf(document, 'sections')];
  if (dice.happens(15)) return { kind: 'self-gap' };
  return dice.happens(50) && sections.length > 0
    ? { kind: 'section-points', section: dice.one(sections) }
    : { kind: 'indicator-points', indicator: indicators.length > 0 ? dice.one(indicators) : 'none' };
}

/** Points that read points that read points; now and then in a circle. */
const readPoints: Mutation = (document, dice) => {
  const place = somewhere(document, dice, isMeasure);
  if (place) put(place, pointsOf(document, dice));
};

const thousands: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ value }) => Array.isArray(value) && value.length > 0);
  if (!place || !Array.isArray(place.value)) return;
  const list = place.value as unknown[];
  const count = dice.one([20, 300, 2000, 8000]);
  const first = dice.one(list);
  const withOwnId = dice.happens(50);
  for (let index = 0; index < count; index += 1)
    list.push(withOwnId && isObject(first) && 'id' in first ? { ...first, id: `n${index}` } : first);
};

const circularObject: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ holder }) => !Array.isArray(holder));
  if (place) put(place, place.holder);
};

const sectionsOf = (document: JsonObject): JsonObject[] =>
  placesIn(document).flatMap(({ key, value }) =>
    key === 'sections' && Array.isArray(value) ? value.filter(isObject) : [],
  );

/** Parts of the grammar that stand in sections, the ranking and the grades. */
const furtherParts: Mutation = (document, dice) => {
  const sections = sectionsOf(document);
  const [indicators, ranking, grades] = [
    idsOf(document, 'indicators'),
    document['ranking'],
    document['grades'],
  ];
  const section = sections.length > 0 ? dice.one(sections) : document;
  const grade = Array.isArray(grades) && grades.length > 0 ? (dice.one(grades) as unknown) : document;
  const parts = [section['indicators'], section['sections']].flatMap((list) =>
    Array.isArray(list) ? list.map((each: unknown) => (isObject(each) ? each['id'] : null)) : [],
  );
  const absent = dice.one(['no-number', 'zero', 'leave-out']);
  const weights = parts.map((part) => ({ part, weight: dice.one(['1', '1', '0.5', '0']) }));
  const set = (target: unknown, key: string, value: unknown) => {
    if (isObject(target)) put({ holder: target, key, value: undefined }, value);
  };
  dice.one<() => void>([
    () => set(section, 'combine', { by: 'sum', absent }),
    () => set(section, 'combine', { by: 'weighted-sum', weights, absent }),
    () =>
      set(section, 'combine', {
        by: 'mean',
        form: dice.one(['arithmetic', 'geometric', 'harmonic']),
        absent,
      }),
    () =>
      set(section, 'combine', {
        by: 'selected',
        keep: { best: dice.between(1, 4), better: 'higher' },
        take: 'sum',
        absent,
      }),
    () => set(section, 'role', dice.one(['derived', 'bonus', 'deduction', 'base'])),
    () => set(section, 'floor', dice.one(['0', '-5', '60'])),
    () => set(section, 'cap', dice.one(['0', '5', '100'])),
    () => set(document, 'totalBounds', { floor: '0', cap: dice.one(['50', '100']) }),
    () => set(document, 'rounding', { indicator: null, section: null, total: null }),
    () => set(document, 'gradesOn', dice.one<unknown>(['exact', 'rounded', pointsOf(document, dice)])),
    () => set(grade, 'atMost', '10'),
    () =>
      set(grade, 'lastPlaces', {
        ratio: '0.2',
        count: 3,
        rounding: 'up',
        minimum: 0,
        scope: 'all',
        tieAtEdge: 'in',
      }),
    () => set(ranking, 'requires', { indicators: indicators.slice(0, 2) }),
    () => set(ranking, 'outOfCompetition', { units: ['u1'] }),
    () => set(ranking, 'better', 'lower'),
    () =>
      set(ranking, 'tieBreaks', [
        { kind: 'count-back', indicators: indicators.slice(0, 3), by: dice.one(['points', 'places']) },
        { kind: 'measure', of: pointsOf(document, dice), better: 'lower' },
      ]),
  ])();
};

/** Policies and last steps of an indicator. */
const policies: Mutation = (document, dice) => {
  const place = somewhere(document, dice, ({ value }) => isObject(value) && 'scoredBy' in value);
  if (!place || !isObject(place.value)) return;
  const [key, value] = dice.one<readonly [string, unknown]>([
    ['missing', 'cohort-mean'],
    ['missing', 'zero'],
    ['notApplicable', { policy: dice.one(['exclude', 'full', 'zero', 'fixed', 'cohort-mean']), points: '1' }],
    ['finish', { linkedCap: { indicator: dice.one([...idsOf(document, 'indicators'), 'A1']) } }],
    ['finish', { floor: '-999', cap: '999' }],
    ['appliesTo', { units: ['u1', 'u2'] }],
  ]);
  put({ holder: place.value, key, value: undefined }, value);
};

/** Changes that mostly leave a book a book, so that many are accepted and run. */
const gentle: readonly Mutation[] = [
  wrapMeasure,
  wrapMeasure,
  deepMeasure,
  readPoints,
  furtherParts,
  furtherParts,
  policies,
  policies,
];
const rough: readonly Mutation[] = [
  remove,
  duplicate,
  transplant,
  swapTexts,
  otherType,
  strangeNumber,
  strangeKey,
  strangeName,
  longText,
  deepBrackets,
  thousands,
];

/** A copy of the book with one to four things changed. */
export function mutated(book: unknown, dice: Dice): unknown {
  const document = copyOf(book) as JsonObject;
  const kinds = dice.happens(50) ? gentle : dice.happens(50) ? rough : [...gentle, ...rough];
  for (let count = dice.between(1, 4); count > 0; count -= 1) dice.one(kinds)(document, dice);
  // What runs in a circle cannot be changed any further.
  if (dice.happens(2)) circularObject(document, dice);
  return document;
}
