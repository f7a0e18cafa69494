import { Rational, type Measure, type Score } from '@heng/rules';
import type {
  Escalation,
  Levels,
  OwnItems,
  PerOccurrence,
  PerUnit,
  Points,
  QuotaRates,
  Quantity,
} from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { countedName, eventName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import {
  constant,
  difference,
  factMeasure,
  greatest,
  isLess,
  isOne,
  least,
  negated,
  product,
  ratio,
  sumOf,
  times,
  total,
  wholeBlocks,
} from '../measure-terms.js';
import type { Part } from '../part.js';
import { rangeOf } from './conditions.js';
import { judgedGain, judgedLoss } from './judged.js';
import { mostOf } from './limits.js';
import { sameMatterOf } from './same-matter.js';
import { askTarget } from './targets.js';
import { isRateUnit, unitOf } from './units.js';

/** How a count of something is called: 缺席的次数, 应建而未建的家数. */
const countTitle = (name: string, unit: string): string =>
  /^[次人项件篇条家起例]$/u.test(unit) ? `${name}的${unit}数` : `${name}的数量`;

/** Enough occurrences to be beyond the points. */
const triesFor = (points: string, full: string): string[] => {
  const price = Rational.parse(points);
  if (price.isZero()) return ['1', '2'];
  const enough = Rational.parse(full)
    .over(price)
    .round({ mode: 'down', digits: 0 })
    .plus(Rational.integer(2))
    .toText();
  return ['1', '2', '3', enough].filter((each, at, all) => all.indexOf(each) === at);
};

/** Each occurrence costs; where so many are required, each one that lacks. */
export function perOccurrenceParts(loss: PerOccurrence, draft: Drafting): Part[] {
  const name = countedName(loss.words, loss.per.unit) || draft.quantity;
  const points = draft.price(loss.points, { zh: name, en: name }, loss.span);
  if (points === null) return [judgedLoss(draft, name, rangeOf(loss.points, draft.full))];
  const unit = unitOf(loss.per.unit);
  const tries = triesFor(points, draft.full);
  const lacking = draft.isOpen('target-elsewhere', loss) ? lackingMeasure(loss, name, draft) : null;
  const counted =
    lacking ??
    factMeasure(draft.facts.count({ title: countTitle(name, unit), unit, trial: { good: '0', tries } }));
  const per = loss.per.value;
  const of = isOne(per) ? counted : wholeBlocks(counted, per);
  return [
    {
      kind: 'lose',
      title: text(name),
      of,
      each: points,
      direct: (full) => ({
        measure: counted,
        score: stepsAbove(full, '0', { points: negated(points), per }),
      }),
    },
  ];
}

/** 少一次: what lacks is counted, or worked out from the number that is required. */
function lackingMeasure(loss: PerOccurrence, name: string, draft: Drafting): Measure | null {
  const { choice, value } = draft.ask({
    code: 'target-elsewhere',
    span: loss.span,
    ask: {
      zh: `“${draft.words(loss.span)}”：应有多少没有写在这里。怎么算少了几次？`,
      en: `“${draft.words(loss.span)}”: how many there should be is not said here. How is it known how many lack?`,
    },
    choices: [
      { id: 'count', label: { zh: '由部门填少了几次', en: 'the department enters how many lack' } },
      {
        id: 'number',
        label: {
          zh: '应有的次数（填写），填实有的次数',
          en: 'the required number (fill in); what was done is entered',
        },
        needsValue: true,
      },
    ],
    suggested: 'count',
    input: { kind: 'number' },
    example: '4',
  });
  if (choice !== 'number' || value === undefined) return null;
  const unit = unitOf(loss.per.unit);
  const done = draft.facts.count({
    title: `${draft.item || name}的实有${unit}数`,
    unit,
    trial: { good: value, tries: ['0', '1', value] },
  });
  return greatest(constant('0'), difference(constant(value), factMeasure(done)));
}

export const stepsAbove = (
  base: string,
  origin: string | Measure,
  side: { readonly points: string; readonly per: string; readonly limit?: string },
): Score => ({ method: 'steps', base, origin, above: { ...side, partial: 'down' } });

/** So many points for each piece, or for each beyond the target. */
export function perUnitParts(award: PerUnit, draft: Drafting): Part[] {
  const name = countedName(award.words, award.per.unit) || draft.quantity;
  const points = draft.price(award.points, { zh: name, en: name }, award.span);
  if (points === null) return [judgedGain(draft, name, rangeOf(award.points, draft.full))];
  const most = mostOf(award, draft, award.maxCount === null ? null : product(award.maxCount.value, points));
  const unit = unitOf(award.per.unit);
  const per = award.per.value;
  if (award.isBeyondTarget) return [beyondTarget(award, { name, points, most }, draft)];
  const fact = draft.facts.count({
    title: countTitle(name, unit),
    unit,
    trial: {
      good: most === null ? per : enoughFor(most, points, per),
      tries: ['1', '2', enoughFor(most ?? draft.full, points, per), beyond(most ?? draft.full, points, per)],
    },
  });
  const of = isOne(per) ? factMeasure(fact) : wholeBlocks(factMeasure(fact), per);
  return [
    {
      kind: 'add',
      title: text(name),
      most,
      of: most === null ? of : least(constant(most), times(points, of)),
      each: most === null ? points : '1',
      direct: () => ({ measure: factMeasure(fact), score: stepsAbove('0', '0', { points, per }) }),
    },
  ];
}

const enoughFor = (most: string, points: string, per: string): string => {
  if (Rational.parse(points).isZero()) return per;
  return Rational.parse(most)
    .over(Rational.parse(points))
    .round({ mode: 'up', digits: 0 })
    .times(Rational.parse(per))
    .toText();
};
const beyond = (most: string, points: string, per: string): string =>
  total([enoughFor(most, points, per), per, per]);

function beyondTarget(
  award: PerUnit,
  { name, points, most }: { readonly name: string; readonly points: string; readonly most: string | null },
  draft: Drafting,
): Part {
  const per = award.per.value;
  const isRate = isRateUnit(award.per.unit);
  const what = name.replace(/^超(?:过|出|额)?(?:年度)?(?:目标|计划)?(?:任务|数)?/u, '') || draft.quantity;
  if (isRate) {
    const fact = draft.facts.percent(
      { title: `${name}（超过目标的比例）`, trial: { good: '0', tries: [per, times2(per), '5'] } },
      { min: '0' },
    );
    const of = wholeBlocks(factMeasure(fact), per);
    return {
      kind: 'add',
      title: text(name),
      most,
      of: most === null ? of : least(constant(most), times(points, of)),
      each: most === null ? points : '1',
      direct: () => ({ measure: factMeasure(fact), score: stepsAbove('0', '0', { points, per }) }),
    };
  }
  const unit = unitOf(award.per.unit);
  const target = askTarget(draft, { span: award.span, name: what, unit, isRate: false });
  const actual = draft.facts.count({
    title: `${what}的实际${unit}数`,
    unit,
    trial: { good: more10(target.value), tries: target.tries },
  });
  const excess = greatest(constant('0'), difference(factMeasure(actual), target.measure));
  const of = isOne(per) ? excess : wholeBlocks(excess, per);
  return {
    kind: 'add',
    title: text(name),
    most,
    of: most === null ? of : least(constant(most), times(points, of)),
    each: most === null ? points : '1',
    direct: () => ({
      measure: factMeasure(actual),
      score: stepsAbove('0', target.operand, { points, per }),
    }),
  };
}

const times2 = (value: string): string => product(value, '2');
const more10 = (value: string): string => total([value, '10']);

/** Points by level: records where each entry counts, counts of each where they cost, pieces that a level asks for. */
export function levelsParts(levels: Levels, draft: Drafting): Part[] {
  const names = levels.levels.map((level, at) => levelName(level.words?.text ?? '', levels, at));
  const prices = levels.levels.map((level, at) =>
    draft.price(level.points, { zh: names[at] ?? '', en: names[at] ?? '' }, level.span),
  );
  if (prices.some((price) => price === null)) {
    const high = rangeOf(levels.levels[0]?.points ?? { kind: 'unstated', span: levels.span }, draft.full);
    const name = draft.item || (names[0] ?? '');
    return [levels.effect === 'deduct' ? judgedLoss(draft, name, high) : judgedGain(draft, name, high)];
  }
  const priced = names.map((name, at) => ({ name, points: prices[at] ?? '0' }));
  if (levels.quotas.length > 0) return quotaLevels(levels, priced, draft);
  if (levels.effect === 'deduct' && draft.role === 'base') return pricedCounts(levels, priced, draft);
  return [recordsPart(levels, priced, draft)];
}

type Priced = readonly { readonly name: string; readonly points: string }[];

const levelName = (words: string, levels: Levels, at: number): string => {
  const unit = levels.quotas[at]?.unit ?? null;
  const name = countedName({ text: words, span: { start: 0, end: 0 } }, unit);
  return (name || words || `第 ${at + 1} 档`).slice(0, 50);
};

/** Entries of a list, each worth its level. */
function recordsPart(levels: Levels, priced: Priced, draft: Drafting): Part {
  const sameMatter = sameMatterOf(levels, draft);
  const isOnce = onceOrEach(levels, draft);
  const sign = levels.effect === 'deduct' ? negated : (value: string) => value;
  const title = draft.item || priced[0]?.name || '';
  const best = priced.reduce(
    (top, each, at) => (isLess(priced[top]?.points ?? '0', each.points) ? at : top),
    0,
  );
  const other = priced.length > 1 ? (best === 0 ? 1 : 0) : best;
  const entry = (at: number, matter?: string) => ({
    title: priced[at]?.name.slice(0, 100) || '事项',
    level: `l${at + 1}`,
    ...(matter === undefined ? {} : { matter }),
  });
  const fact = draft.facts.records({
    title: `${title}记录`,
    levels: priced.map(({ name }) => name),
    trial: {
      good: [],
      tries: [
        [entry(best)],
        [entry(best, '同一事项'), entry(other, '同一事项')],
        [entry(best), entry(best), entry(best)],
      ],
    },
  });
  const most = levels.effect === 'add' ? mostOf(levels, draft, null) : null;
  const score: Score = {
    method: 'records-worth',
    fact,
    worth: priced.map(({ points }, at) => ({ level: `l${at + 1}`, points: sign(points) })),
    sameMatter,
    ...(isOnce ? { bestMatters: 1 } : {}),
  };
  for (const { name, points } of priced)
    if (isLess(draft.full, points))
      draft.note(
        `“${name}”写的是 ${points} 分，超过本项的 ${draft.full} 分，以 ${draft.full} 分为限。`,
        `“${name}” says ${points} points, more than the ${draft.full} of the item, which hold.`,
      );
  const counts = priced.map(({ points }, at) => {
    const count: Measure = { kind: 'count', fact, levels: [`l${at + 1}`] };
    return times(points, isOnce ? least(constant('1'), count) : count);
  });
  const sum = sumOf(counts);
  return {
    kind: levels.effect === 'add' ? 'add' : 'lose',
    title: text(title),
    ...(levels.effect === 'add' ? { most } : {}),
    of: most === null ? sum : least(constant(most), sum),
    each: '1',
    direct: (points: string) =>
      levels.effect === 'deduct' && draft.role === 'base' && !isLess(points, '0')
        ? null
        : { measure: { kind: 'none' }, score },
  } as Part;
}

/** Several prices: the count of each. */
function pricedCounts(levels: Levels, priced: Priced, draft: Drafting): Part[] {
  const sameMatter = priced.length > 1 ? sameMatterOf(levels, draft) : 'all';
  const isOnce = onceOrEach(levels, draft);
  const facts = priced.map(({ name, points }) =>
    draft.facts.count({
      title: `${name}的次数`,
      unit: '次',
      ...(sameMatter === 'highest' ? { definition: `${name}；同一事项只计扣分最多的一档，不重复计` } : {}),
      trial: { good: '0', tries: triesFor(points, draft.full) },
    }),
  );
  return priced.map(({ name, points }, at) => {
    const count = factMeasure(facts[at] ?? '');
    return {
      kind: 'lose',
      title: text(name),
      of: isOnce ? least(constant('1'), count) : count,
      each: points,
    };
  });
}

function onceOrEach(levels: Levels, draft: Drafting): boolean {
  if (!draft.isOpen('once-or-each', levels) || draft.asking.hasAsked('once-or-each')) return false;
  const { choice } = draft.ask({
    code: 'once-or-each',
    span: levels.span,
    ask: {
      zh: '同一档发生几次：每次都计，还是只计一次？',
      en: 'When one level occurs several times: does each count, or only one?',
    },
    choices: [
      { id: 'each', label: { zh: '每次都计', en: 'each time' } },
      { id: 'once', label: { zh: '只计一次', en: 'once' } },
    ],
    suggested: 'each',
  });
  return choice === 'once';
}

/** 市级推广2篇，得2分: a level earns when its pieces are there. */
function quotaLevels(levels: Levels, priced: Priced, draft: Drafting): Part[] {
  const partly = draft.isOpen('uncovered-case', levels)
    ? draft.ask({
        code: 'uncovered-case',
        span: levels.span,
        ask: {
          zh: '篇数（件数）不够的怎么计？',
          en: 'How does a level count whose number is not reached?',
        },
        choices: [
          { id: 'zero', label: { zh: '不够数不得分', en: 'nothing below the number' } },
          { id: 'proportion', label: { zh: '按完成的比例得分', en: 'in proportion' } },
        ],
        suggested: 'zero',
      }).choice
    : 'zero';
  const sameMatter = sameMatterOf(levels, draft);
  const values = priced.map(({ name, points }, at) => {
    const quota = levels.quotas[at] ?? null;
    const needed = quota?.value ?? '1';
    const unit = unitOf(quota?.unit ?? null);
    const fact = draft.facts.count({
      title: countTitle(name, unit),
      unit,
      trial: { good: at === 0 ? needed : '0', tries: ['0', '1', needed, total([needed, '1'])] },
    });
    const share: Measure =
      partly === 'proportion'
        ? least(constant('1'), ratio(factMeasure(fact), constant(needed)))
        : {
            kind: 'banded',
            of: factMeasure(fact),
            bands: [
              { to: needed, value: '0' },
              { from: needed, value: '1' },
            ],
          };
    return times(points, share);
  });
  const most =
    sameMatter === 'highest'
      ? priced.reduce((top, { points }) => (isLess(top, points) ? points : top), '0')
      : total(priced.map(({ points }) => points));
  return [
    {
      kind: 'earn',
      title: text(draft.item || (priced[0]?.name ?? '')),
      most,
      of: sameMatter === 'highest' ? greatest(...values) : sumOf(values),
      each: '1',
    },
  ];
}

/** The price of the first, second … time. */
export function escalationParts(rise: Escalation, draft: Drafting): Part[] {
  const name = draft.item || eventName(rise.steps[0]?.words ?? null);
  const prices = rise.steps.map(({ points }) => draft.priceOf(points) ?? '0');
  const fact = draft.facts.count({
    title: `${name}的次数`,
    unit: '次',
    trial: { good: '0', tries: ['1', '2', '3', String(prices.length + 1)] },
  });
  const { choice } = draft.ask({
    code: 'uncovered-case',
    span: rise.span,
    ask: {
      zh: `第 ${prices.length} 次以后再发生的，没有写怎么计。`,
      en: `It is not said what happens after time ${prices.length}.`,
    },
    choices: [
      { id: 'repeat', label: { zh: '以后每次同最后一次', en: 'each further time like the last' } },
      { id: 'stop', label: { zh: '以后不再计', en: 'nothing further' } },
    ],
    suggested: 'repeat',
  });
  const sums = prices.map((_, at) => total(prices.slice(0, at + 1)));
  const count = factMeasure(fact);
  const upTo: Measure = {
    kind: 'banded',
    of: count,
    bands: [
      { to: '1', value: '0' },
      ...sums.map((value, at) => ({
        from: String(at + 1),
        ...(at + 1 < sums.length ? { to: String(at + 2) } : {}),
        value,
      })),
    ],
  };
  const further = times(
    prices[prices.length - 1] ?? '0',
    greatest(constant('0'), difference(count, constant(String(prices.length)))),
  );
  const of = choice === 'repeat' ? sumOf([upTo, further]) : upTo;
  return rise.effect === 'deduct'
    ? [{ kind: 'lose', title: text(name), of, each: '1' }]
    : [
        {
          kind: 'add',
          title: text(name),
          most: choice === 'repeat' ? null : (sums[sums.length - 1] ?? '0'),
          of,
          each: '1',
        },
      ];
}

/** Pieces that must be there, and a rate for each beyond. */
export function quotaRatesParts(quota: QuotaRates, draft: Drafting): Part[] {
  const named = quota.quota.map((each, at) => ({
    name: countedName(each.words, each.unit) || wordsBefore(each.span.start, draft) || `第 ${at + 1} 类`,
    needed: each.value,
    unit: unitOf(each.unit),
    rate: quota.rates[at]?.value ?? quota.rates[quota.rates.length - 1]?.value ?? '0',
  }));
  const points =
    (quota.points && draft.price(quota.points, { zh: draft.item, en: draft.item }, quota.span)) ?? draft.full;
  const { choice } = draft.ask({
    code: 'uncovered-case',
    span: quota.span,
    ask: { zh: '定额没有完成的怎么计？', en: 'What is earned when the quota is not reached?' },
    choices: [
      {
        id: 'proportion',
        label: { zh: '按完成的件数比例得分', en: 'in proportion to the pieces that are there' },
      },
      { id: 'zero', label: { zh: '没有全部完成不得分', en: 'nothing unless all are there' } },
    ],
    suggested: 'proportion',
  });
  const facts = named.map(({ name, unit, needed }) =>
    factMeasure(
      draft.facts.count({
        title: countTitle(name, unit),
        unit,
        trial: { good: needed, tries: ['0', needed, total([needed, '1']), total([needed, '5'])] },
      }),
    ),
  );
  const all = total(named.map(({ needed }) => needed));
  const within = named.map(({ needed }, at) => least(facts[at] ?? constant('0'), constant(needed)));
  const base: Measure =
    choice === 'proportion'
      ? times(points, ratio(sumOf(within), constant(all)))
      : {
          kind: 'banded',
          of: sumOf(within),
          bands: [
            { to: all, value: '0' },
            { from: all, value: points },
          ],
        };
  const most = mostOf(quota, draft, null, points);
  const over = sumOf(
    named.map(({ needed, rate }, at) =>
      times(rate, greatest(constant('0'), difference(facts[at] ?? constant('0'), constant(needed)))),
    ),
  );
  return [
    { kind: 'earn', title: text('定额内'), most: points, of: base, each: '1' },
    {
      kind: 'add',
      title: text('超出定额'),
      most,
      of: most === null ? over : least(constant(most), over),
      each: '1',
    },
  ];
}

/** What stands before a number, since the last comma. */
const wordsBefore = (at: number, draft: Drafting): string =>
  (
    draft.said
      .slice(0, at)
      .split(/[,，、;；。]/u)
      .pop() ?? ''
  )
    .replace(/^每个?/u, '')
    .trim();

/** Items that the assessed set themselves. */
export function ownItemsParts(own: OwnItems, draft: Drafting): Part[] {
  const name = draft.item || '自设项';
  const most = own.maxPerItem === null ? null : draft.priceOf(own.maxPerItem);
  const count = own.maxItems?.value ?? null;
  const fact = draft.facts.records({
    title: `${name}记录`,
    levels: ['自设项'],
    trial: {
      good: [],
      tries: [
        [{ title: '自设项', level: 'l1', amount: most ?? '1' }],
        [{ title: '自设项', level: 'l1', amount: '100' }],
      ],
    },
  });
  if (draft.isOpen('amount-unstated', own))
    draft.ask({
      code: 'amount-unstated',
      span: own.span,
      ask: {
        zh: '每项得多少分没有写，由谁定？',
        en: 'How many points each item earns is not said. Who decides?',
      },
      choices: [
        {
          id: 'claimed',
          label: {
            zh: '逐项申报，由部门核定，不超过上限',
            en: 'claimed for each item and verified by the department, up to the limit',
          },
        },
      ],
      suggested: 'claimed',
    });
  const score: Score = {
    method: 'records-worth',
    fact,
    worth: [{ level: 'l1', points: '1' }],
    amount: most === null ? {} : { most },
    sameMatter: 'all',
    ...(count === null ? {} : { bestMatters: Number.parseInt(count, 10) || 1 }),
  };
  return [
    {
      kind: 'add',
      title: text(name),
      most: most === null || count === null ? null : product(most, count),
      of: { kind: 'count', fact },
      each: most ?? '1',
      direct: () => ({ measure: { kind: 'none' }, score }),
    },
  ];
}

export type { Points, Quantity };
