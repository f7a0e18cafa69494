import { Rational, type Measure, type Score } from '@heng/rules';
import type { Edge, MarginalRates, Tiers, Part as ListedPart } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { eventName, measuredName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import {
  blocks,
  constant,
  difference,
  factMeasure,
  greatest,
  isLess,
  isSame,
  least,
  negated,
  product,
  sumOf,
  times,
  total,
  wholeBlocks,
} from '../measure-terms.js';
import type { Part } from '../part.js';
import { less, more } from './conditions.js';
import { partialOf } from './distance.js';
import { judgedGain } from './judged.js';
import { mostOf } from './limits.js';
import { inUnit, isRateUnit, unitOf } from './units.js';

/** Points by the band a value falls into, or by a word. */
export function tiersParts(tiers: Tiers, draft: Drafting): Part[] {
  const prices = tiers.tiers.map(({ points }) => {
    const value = draft.priceOf(points);
    return value === null ? null : draft.isLoss(points) && !isSame(value, '0') ? negated(value) : value;
  });
  if (prices.some((price) => price === null))
    return [judgedGain(draft, draft.item || eventName(tiers.words), { low: '0', high: draft.full })];
  const priced = tiers.tiers.map((tier, at) => ({ tier, points: prices[at] ?? '0' }));
  return priced.every(({ tier }) => tier.bound === null)
    ? byWord(tiers, priced, draft)
    : byValue(tiers, priced, draft);
}

type Priced = readonly { readonly tier: ListedPart; readonly points: string }[];

/** 独立15分、共用9分、无0分. */
function byWord(tiers: Tiers, priced: Priced, draft: Drafting): Part[] {
  const names = priced.map(({ tier }, at) => eventName(tier.words).slice(0, 60) || `第 ${at + 1} 档`);
  const other = draft.isOpen('uncovered-case', tiers) ? otherCase(tiers, priced, draft) : null;
  const fact = draft.facts.choice({
    title: draft.item || measuredName(tiers.words) || '档次',
    options: other === null ? names : [...names, '其他情形'],
    trial: {
      good: 'o1',
      tries: [...(other === null ? names : [...names, '其他情形']).keys()]
        .map((at) => `o${at + 1}`)
        .reverse(),
    },
  });
  const worth = [...priced.map(({ points }) => points), ...(other === null ? [] : [other])].map(
    (points, at) => ({
      option: `o${at + 1}`,
      points,
    }),
  );
  const most = worth.reduce((top, { points }) => (isLess(top, points) ? points : top), '0');
  const title = text(draft.item || names[0] || '档次');
  if (most === '0' || worth.some(({ points }) => points.startsWith('-')))
    draft.note('档次中有扣分，得分以本项分值为上下限。', 'Some tiers cost points; the item bounds them.');
  return [
    {
      kind: 'earn',
      title,
      most,
      of: { kind: 'none' },
      each: '1',
      direct: () => ({ measure: { kind: 'none' }, score: { method: 'choice', fact, worth } }),
    },
  ];
}

/** What a case earns that no band names. */
function otherCase(tiers: Tiers, priced: Priced, draft: Drafting): string {
  const lowest = priced.reduce(
    (low, { points }) => (isLess(points, low) ? points : low),
    priced[0]?.points ?? '0',
  );
  const { choice, value } = draft.ask({
    code: 'uncovered-case',
    span: tiers.span,
    ask: {
      zh: '有的情形没有写得多少分，按多少计？',
      en: 'Some cases have no score. How many points are they?',
    },
    choices: [
      { id: 'zero', label: { zh: '0 分', en: '0 points' } },
      ...(isSame(lowest, '0')
        ? []
        : [{ id: 'lowest', label: { zh: `最低一档的 ${lowest} 分`, en: `the lowest tier, ${lowest}` } }]),
      { id: 'number', label: { zh: '填分数', en: 'fill in' }, needsValue: true as const },
    ],
    suggested: 'zero',
    input: { kind: 'number', unit: { zh: '分', en: 'points' } },
    example: '0.5',
  });
  return choice === 'lowest' ? lowest : choice === 'number' ? (value ?? '0') : '0';
}

type Step = { readonly from: string; readonly isIncluded: boolean; readonly points: string };

/** A ladder of values, every one of which earns something. */
function byValue(tiers: Tiers, priced: Priced, draft: Drafting): Part[] {
  const bounded = priced.filter(({ tier }) => tier.bound !== null);
  const unit =
    bounded.flatMap(({ tier }) => tier.bound?.low?.unit ?? tier.bound?.high?.unit ?? [])[0] ?? null;
  const isRate = isRateUnit(unit);
  const name =
    measuredName(tiers.words) || measuredName(bounded[0]?.tier.words ?? null) || draft.item || '数值';
  const isUpper = edgeOwner(tiers, draft);
  const isFalling = bounded.every(({ tier }) => tier.bound?.low == null);
  const uncovered = draft.isOpen('uncovered-case', tiers) ? otherCase(tiers, priced, draft) : '0';
  const elsewhere = priced.find(({ tier }) => tier.bound === null)?.points ?? uncovered;
  const cumulative = isCumulative(tiers, draft);
  const bands = isFalling
    ? fallingBands(bounded, elsewhere)
    : risingBands(bounded, {
        isUpper,
        elsewhere,
        isHoled: draft.isOpen('uncovered-case', tiers),
        cumulative,
      });
  const edges = bands.flatMap(({ from }) => from ?? []);
  const tries = edges
    .flatMap((edge) => [edge, less(edge, isRate ? '1' : '1'), more(edge, '1')])
    .filter(
      (edge, at, all) =>
        !edge.startsWith('-') && all.indexOf(edge) === at && (!isRate || !isLess('100', edge)),
    );
  const best = bands.reduce(
    (top, band) => (isLess(top.points, band.points) ? band : top),
    bands[0] ?? { points: '0' },
  );
  const good = best.from ?? '0';
  const trial = { good, tries };
  const fact = isRate
    ? draft.facts.percent({ title: name, trial }, { min: '0' })
    : draft.facts.number({ title: name, unit: unitOf(unit), trial });
  const measure = factMeasure(fact);
  const most = best.points;
  const score: Score = { method: 'tiers', form: 'step', bands: bands.map((band) => band) };
  const of: Measure = {
    kind: 'banded',
    of: measure,
    bands: bands.map(({ points, ...band }) => ({ ...band, value: points })),
  };
  const isAllLoss = bands.every(({ points }) => points.startsWith('-') || isSame(points, '0'));
  if (isAllLoss && bands.some(({ points }) => points.startsWith('-'))) {
    const losses: Measure = {
      kind: 'banded',
      of: measure,
      bands: bands.map(({ points, ...band }) => ({
        ...band,
        value: points.startsWith('-') ? negated(points) : points,
      })),
    };
    return [{ kind: 'lose', title: text(name), of: losses, each: '1' }];
  }
  return [{ kind: 'earn', title: text(name), most, of, each: '1', direct: () => ({ measure, score }) }];
}

/** To which band an edge belongs that two of them claim. True: the upper one. */
function edgeOwner(tiers: Tiers, draft: Drafting): boolean {
  if (!draft.isOpen('boundary-open', tiers)) return true;
  const { choice } = draft.ask({
    code: 'boundary-open',
    span: tiers.span,
    ask: {
      zh: '恰好在分界上的值属于哪一档，没有写。',
      en: 'A value exactly on a bound: which band does it belong to?',
    },
    choices: [
      { id: 'upper', label: { zh: '属于上一档（数值大的）', en: 'the upper band' } },
      { id: 'lower', label: { zh: '属于下一档（数值小的）', en: 'the lower band' } },
    ],
    suggested: 'upper',
  });
  return choice !== 'lower';
}

/** 达到10小时加2分，达到20小时加5分: the highest, or each on top of the other. */
function isCumulative(tiers: Tiers, draft: Drafting): boolean {
  if (!draft.isOpen('same-item-highest-or-sum', tiers)) return false;
  const { choice } = draft.ask({
    code: 'same-item-highest-or-sum',
    span: tiers.span,
    ask: {
      zh: '达到高一档的，是只得这一档的分，还是各档累加？',
      en: 'Who reaches a higher tier: does it earn that tier only, or all of them added up?',
    },
    choices: [
      { id: 'highest', label: { zh: '只得达到的最高一档', en: 'only the highest tier reached' } },
      { id: 'all', label: { zh: '各档累加', en: 'all of them, added up' } },
    ],
    suggested: 'highest',
  });
  return choice === 'all';
}

type Band = {
  readonly from?: string;
  readonly fromIncluded?: boolean;
  readonly to?: string;
  readonly toIncluded?: boolean;
  readonly points: string;
};

/** 90%以上3分、80%以上2分: by lower ends; below the lowest what the text says of the rest. */
function risingBands(
  bounded: Priced,
  {
    isUpper,
    elsewhere,
    isHoled,
    cumulative,
  }: {
    readonly isUpper: boolean;
    readonly elsewhere: string;
    readonly isHoled: boolean;
    readonly cumulative: boolean;
  },
): Band[] {
  const own = (edge: Edge): boolean => edge.inclusive ?? isUpper;
  const steps: Step[] = [];
  let bottom = elsewhere;
  for (const { tier, points } of bounded) {
    const low = tier.bound?.low ?? null;
    if (low === null) bottom = points;
    else if (!steps.some(({ from }) => isSame(from, low.value)))
      steps.push({ from: low.value, isIncluded: own(low), points });
  }
  steps.sort((a, b) => Rational.parse(a.from).compare(Rational.parse(b.from)));
  const all: Step[] = [];
  steps.forEach((step, at) => {
    const sum = cumulative ? total(steps.slice(0, at + 1).map(({ points }) => points)) : step.points;
    all.push({ ...step, points: sum });
    const high =
      bounded.find(({ tier }) => tier.bound?.low != null && isSame(tier.bound.low.value, step.from))?.tier
        .bound?.high ?? null;
    const next = steps[at + 1];
    // A hole between two bands, or above the last one, where the text leaves one.
    if (isHoled && high !== null && next !== undefined && isLess(high.value, next.from))
      all.push({ from: high.value, isIncluded: high.inclusive === false, points: elsewhere });
  });
  const [first] = all;
  if (first === undefined) return [{ points: bottom }];
  return [
    { to: first.from, toIncluded: !first.isIncluded, points: bottom },
    ...all.map(({ from, isIncluded, points }, at) => {
      const next = all[at + 1];
      return {
        from,
        fromIncluded: isIncluded,
        ...(next === undefined ? {} : { to: next.from, toIncluded: !next.isIncluded }),
        points,
      };
    }),
  ];
}

/** 5%以下3分、10%以下2分: by upper ends; above the highest what the text says of the rest. */
function fallingBands(bounded: Priced, elsewhere: string): Band[] {
  const ends = bounded
    .flatMap(({ tier, points }) => {
      const high = tier.bound?.high ?? null;
      return high === null ? [] : [{ to: high.value, isIncluded: high.inclusive !== false, points }];
    })
    .sort((a, b) => Rational.parse(a.to).compare(Rational.parse(b.to)))
    .filter(({ to }, at, all) => at === 0 || !isSame(to, all[at - 1]?.to ?? ''));
  const last = ends[ends.length - 1];
  if (last === undefined) return [{ points: elsewhere }];
  return [
    ...ends.map(({ to, isIncluded, points }, at) => {
      const before = ends[at - 1];
      return {
        ...(before === undefined ? {} : { from: before.to, fromIncluded: !before.isIncluded }),
        to,
        toIncluded: isIncluded,
        points,
      };
    }),
    { from: last.to, fromIncluded: !last.isIncluded, points: elsewhere },
  ];
}

/** A rate that changes with the level: each rate for its own part, or one rate for everything. */
export function marginalParts(marginal: MarginalRates, draft: Drafting): Part[] {
  const name = draft.item || measuredName(marginal.rates[0]?.words ?? null);
  const unit = marginal.rates[0]?.per.unit ?? null;
  const { choice } = draft.ask({
    code: 'marginal-or-whole',
    span: marginal.span,
    ask: {
      zh: '到了高一档，是各段按各段的标准累计，还是全部按高一档的标准计？',
      en: 'Beyond a level: does each rate count for its own part, or the rate reached for everything?',
    },
    choices: [
      { id: 'marginal', label: { zh: '分段累计，各段按各段的标准', en: 'each part at its own rate' } },
      { id: 'whole', label: { zh: '全部按所到一档的标准', en: 'everything at the rate reached' } },
    ],
    suggested: 'marginal',
  });
  const partial = partialOf(marginal, draft);
  const rates = marginal.rates.map(({ bound, points, per }) => ({
    from: bound?.low ? inUnit(bound.low.value, bound.low.unit, unit) : '0',
    points: draft.priceOf(points) ?? '0',
    per: inUnit(per.value, per.unit, unit),
  }));
  const tries = rates.flatMap(({ from, per }) => [from, more(from, product(per, '1.5'))]);
  const fact = draft.facts.number({
    title: name,
    unit: unitOf(unit),
    checks: { min: '0' },
    trial: { good: tries[tries.length - 1] ?? '0', tries },
  });
  const value = factMeasure(fact);
  const counted = (part: Measure, per: string): Measure =>
    partial === 'down'
      ? wholeBlocks(part, per)
      : partial === 'up'
        ? { kind: 'rounded', of: blocks(part, per), rounding: { mode: 'up', digits: 0 } }
        : blocks(part, per);
  // 1001 begins where 1000 ended: the parts touch.
  const starts = rates.map(({ from }, at) =>
    at === 0 ? '0' : isLess('1', from) && from.endsWith('1') ? less(from, '1') : from,
  );
  const pieces = rates.map(({ points, per, from }, at) => {
    const next = starts[at + 1];
    if (choice === 'whole') {
      const inside: Measure = {
        kind: 'banded',
        of: value,
        bands: [
          { to: from, value: '0' },
          ...(rates[at + 1] === undefined
            ? [{ from, value: '1' }]
            : [
                { from, to: rates[at + 1]?.from ?? from, value: '1' },
                { from: rates[at + 1]?.from ?? from, value: '0' },
              ]),
        ],
      };
      return times(points, { kind: 'product', of: [inside, counted(value, per)] });
    }
    const upTo = next === undefined ? value : least(value, constant(next));
    return times(
      points,
      counted(greatest(constant('0'), difference(upTo, constant(starts[at] ?? '0'))), per),
    );
  });
  const most = mostOf(marginal, draft, null);
  const of = sumOf(pieces);
  return [
    { kind: 'add', title: text(name), most, of: most === null ? of : least(constant(most), of), each: '1' },
  ];
}
