import { Rational, type Measure, type Score } from '@heng/rules';
import type { RankStep, RankTable, Relative, Span, Words } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { text } from '../fact-needs.js';
import {
  constant,
  decimalOf,
  difference,
  factMeasure,
  greatest,
  isSame,
  least,
  product,
  ratio,
  times,
} from '../measure-terms.js';
import type { Part } from '../part.js';

type Ranked = {
  readonly measure: Measure;
  readonly better: 'higher' | 'lower';
  /** The rank is entered as it was given. */
  readonly isPlace: boolean;
};

/** What the rank is of: a place that another body gives, or a figure by which the units are ranked here. */
function rankedBy(words: Words | null, span: Span, draft: Drafting, size = 5): Ranked {
  const said = (words?.text ?? '').normalize('NFKC');
  const name = (
    said
      .replace(/(?:,|，)?(?:在全市)?(?:年度)?(?:综合)?排名.*$/u, '')
      .split(/[,，;；。]/u)
      .pop() ?? ''
  ).trim();
  const item = draft.item.replace(/(?:排名|名次)$/u, '') || draft.item;
  const title =
    name.length >= 2 && !/^第[一1]名/u.test(name)
      ? name.replace(/^(?:按照?|根据|计算|引用)/u, '').replace(/(?:进行|按)$/u, '')
      : item;
  const isComputed =
    /计算|进行排名|按(?!年度综合)[^,，]*(?:之比|得分|总数|率|总量)[^,，]*(?:排名|排序)/u.test(said);
  const { choice } = draft.ask({
    code: 'which-quantity',
    span,
    ask: {
      zh: `名次怎么来：由谁给出名次，还是按“${title}”在这里排？`,
      en: `Where does the rank come from: is it given, or are the units ranked here by “${title}”?`,
    },
    choices: [
      { id: 'place', label: { zh: '由部门填名次', en: 'the department enters the rank' } },
      { id: 'higher', label: { zh: `按“${title}”从高到低排`, en: `by “${title}”, highest first` } },
      { id: 'lower', label: { zh: `按“${title}”从低到高排`, en: `by “${title}”, lowest first` } },
    ],
    suggested: isComputed ? 'higher' : 'place',
  });
  if (choice === 'place') {
    const fact = draft.facts.number({
      title: `${title.replace(/(?:排名|名次)$/u, '')}名次`,
      unit: '名',
      checks: { min: '1', integer: true },
      trial: {
        good: '1',
        tries: ['1', '2', '4', String(size)],
        field: ['2', '2', '4', '5', ...upTo(6, size)],
      },
    });
    return { measure: factMeasure(fact), better: 'lower', isPlace: true };
  }
  const fact = draft.facts.number({
    title: title || '得分',
    unit: '分',
    trial: {
      good: '100',
      tries: ['100', '90', '70', '0'],
      field: ['90', '90', '80', '60', ...upTo(6, size).map(() => '50')],
    },
  });
  return { measure: factMeasure(fact), better: choice === 'lower' ? 'lower' : 'higher', isPlace: false };
}

const upTo = (from: number, size: number): string[] =>
  Array.from({ length: Math.max(0, size - from + 1) }, (_, at) => String(from + at));

/** The place that another body gave. */
function placeGiven(draft: Drafting): Ranked {
  const fact = draft.facts.number({
    title: `${draft.item.replace(/(?:排名|名次)$/u, '')}名次`,
    unit: '名',
    checks: { min: '1', integer: true },
    trial: { good: '1', tries: ['1', '2', '4'] },
  });
  return { measure: factMeasure(fact), better: 'lower', isPlace: true };
}

const tiesOf = (draft: Drafting, span: Span): 'highest' | 'mean' => {
  if (!draft.has('tie-unstated')) return 'highest';
  const before = draft.asking.recorded.find(({ code }) => code === 'tie-unstated');
  const { choice } =
    before?.taken ??
    draft.ask({
      code: 'tie-unstated',
      span,
      ask: { zh: '名次并列的怎么得分？', en: 'How are equal ranks scored?' },
      choices: [
        { id: 'highest', label: { zh: '都按高名次得分', en: 'all earn the points of the higher rank' } },
        { id: 'mean', label: { zh: '取所占名次的平均分', en: 'the mean of the places they fill' } },
      ],
      suggested: 'highest',
    });
  return choice === 'mean' ? 'mean' : 'highest';
};

/** Points by rank. */
export function rankTableParts(table: RankTable, draft: Drafting): Part[] {
  const isFromEnd = table.ranks.every(({ from }) => from.startsWith('-'));
  const rows = table.ranks.map(({ from, to, points }) => ({
    from: Math.abs(Number.parseInt(from, 10)),
    to: Math.abs(Number.parseInt(to, 10)),
    points: draft.priceOf(points) ?? '0',
  }));
  const length = Math.min(200, Math.max(1, ...rows.map(({ from, to }) => Math.max(from, to))));
  const most = rows.reduce(
    (top, { points }) => (Rational.parse(points).compare(Rational.parse(top)) > 0 ? points : top),
    '0',
  );
  if (table.method === 'M43') return shareTiers(table, most, draft);
  const rest =
    table.rest === null
      ? beyondOf(table, rows[rows.length - 1]?.points ?? '0', draft)
      : (draft.priceOf(table.rest) ?? '0');
  const ranked = table.method === 'M39' ? placeGiven(draft) : rankedBy(table.words, table.span, draft);
  const better =
    isFromEnd && !ranked.isPlace ? (ranked.better === 'higher' ? 'lower' : 'higher') : ranked.better;
  const points = Array.from(
    { length },
    (_, at) => rows.find(({ from, to }) => at + 1 >= from && at + 1 <= to)?.points ?? rest,
  );
  const place: Measure = { kind: 'place', of: ranked.measure, better };
  const isExternal = table.method === 'M39';
  const of: Measure = {
    kind: 'banded',
    of: isExternal ? ranked.measure : place,
    bands: [
      ...points.map((value, at) => ({
        ...(at === 0 ? {} : { from: String(at + 1) }),
        to: String(at + 2),
        value,
      })),
      { from: String(points.length + 1), value: rest },
    ],
  };
  const score: Score = isExternal
    ? {
        method: 'tiers',
        form: 'step',
        bands: of.bands.map(({ value, ...band }) => ({ ...band, points: value })),
      }
    : { method: 'ranked', form: 'table', better, tied: tiesOf(draft, table.span), points, beyond: rest };
  return [
    {
      kind: 'earn',
      title: text(draft.item || '名次'),
      most,
      of,
      each: '1',
      direct: () => ({ measure: ranked.measure, score }),
    },
  ];
}

/** What ranks earn that the table does not name. */
function beyondOf(table: RankTable, last: string, draft: Drafting): string {
  if (table.method === 'M39') return '0';
  const { choice } = draft.ask({
    code: 'uncovered-case',
    span: table.span,
    ask: { zh: '表中没有写到的名次得多少分？', en: 'What do the ranks earn that are not named?' },
    choices: [
      { id: 'zero', label: { zh: '0 分', en: '0 points' } },
      {
        id: 'lowest',
        label: { zh: `与所列最后一名相同，${last} 分`, en: `like the last one named, ${last}` },
      },
    ],
    suggested: 'lowest',
  });
  return choice === 'zero' ? '0' : last;
}

/** The first so many percent of the units. */
function shareTiers(table: RankTable, most: string, draft: Drafting): Part[] {
  const ranked = rankedBy(table.words, table.span, draft);
  const worth = (points: string): string | null =>
    isSame(most, '0') ? '0' : decimalOf(Rational.parse(points).over(Rational.parse(most)));
  const rows = table.ranks.map(({ to, points }) => ({
    upTo: product(to.replace('-', ''), '0.01'),
    share: worth(draft.priceOf(points) ?? '0'),
  }));
  const rest = table.rest === null ? '0' : (draft.priceOf(table.rest) ?? '0');
  const tiers = [...rows.filter(({ upTo }) => !isSame(upTo, '1')), { upTo: '1', share: worth(rest) }].map(
    ({ upTo, share }) => ({ upTo, share: share ?? '0' }),
  );
  const score: Score = {
    method: 'ranked',
    form: 'tier',
    better: ranked.better,
    tied: tiesOf(draft, table.span),
    places: 'half-up',
    tiers,
  };
  return [
    {
      kind: 'earn',
      title: text(draft.item || '名次'),
      most,
      of: constant('0'),
      each: '1',
      direct: (full) => (isSame(full, most) ? { measure: ranked.measure, score } : null),
    },
  ];
}

/** Full points up to a rank, so much less for each further one. */
export function rankStepParts(steps: RankStep, draft: Drafting): Part[] {
  const points = draft.priceOf(steps.points) ?? draft.full;
  const { value: free } = steps.topFull;
  const lost =
    steps.stepIn === 'percent' ? product(points, product(steps.step.value, '0.01')) : steps.step.value;
  const ranked = rankedBy(steps.words, steps.span, draft, placesBeyond(points, lost, free));
  const place: Measure = { kind: 'place', of: ranked.measure, better: ranked.better };
  const behind = greatest(constant('0'), difference(place, constant(free)));
  const of = greatest(constant('0'), difference(constant(points), times(lost, behind)));
  const score: Score = {
    method: 'ranked',
    form: 'step',
    better: ranked.better,
    tied: tiesOf(draft, steps.span),
    free: Math.min(1000, Number.parseInt(free, 10) || 0),
    points: lost,
  };
  return [
    {
      kind: 'earn',
      title: text(draft.item || '名次'),
      most: points,
      of,
      each: '1',
      direct: (full) => (isSame(full, points) ? { measure: ranked.measure, score } : null),
    },
  ];
}

/** So many units that the last of them would fall below nothing; not too many to show. */
function placesBeyond(points: string, lost: string, free: string): number {
  if (isSame(lost, '0')) return 5;
  const steps = Rational.parse(points).over(Rational.parse(lost)).round({ mode: 'up', digits: 0 });
  const size = steps.plus(Rational.parse(free)).plus(Rational.integer(2));
  return size.compare(Rational.integer(60)) > 0 ? 5 : Math.max(5, Number.parseInt(size.toText(), 10));
}

/** Beside the best, the span or the mean of the group. */
export function relativeParts(relative: Relative, draft: Drafting): Part[] {
  const points = (relative.points && draft.priceOf(relative.points)) ?? draft.full;
  const said = (relative.words?.text ?? '').normalize('NFKC');
  const figure = /按照?(.+?)(?:进行)?(?:排名|排序)/u.exec(said)?.[1] ?? '';
  const name =
    figure
      .split(/[,，;；。]/u)
      .pop()
      ?.trim() ||
    draft.item ||
    '实际值';
  const isLower = draft.isOpen('base-unstated', relative) ? isLessBetter(relative, name, draft) : false;
  const better = isLower ? 'lower' : 'higher';
  const fact = draft.facts.number({
    title: name,
    unit: '个',
    checks: { min: '0' },
    trial: { good: isLower ? '10' : '100', tries: ['50', '80', '20'], field: ['40', '80', '60', '100'] },
  });
  const measure = factMeasure(fact);
  const score: Score =
    relative.to === 'best'
      ? { method: 'relative', to: 'best', better }
      : relative.to === 'mean'
        ? { method: 'relative', to: 'mean', better, low: '0', high: '1' }
        : { method: 'efficacy', better, c: '1', d: '0', low: 'cohort', high: 'cohort', whenEqual: '1' };
  const best: Measure = { kind: 'cohort', of: measure, take: isLower ? 'least' : 'greatest' };
  const share = isLower ? ratio(best, measure) : ratio(measure, best);
  return [
    {
      kind: 'earn',
      title: text(draft.item || name),
      most: points,
      of: least(times(points, share), constant(points)),
      each: '1',
      direct: (full) => (isSame(full, points) ? { measure, score } : null),
    },
  ];
}

function isLessBetter(relative: Relative, name: string, draft: Drafting): boolean {
  const { choice } = draft.ask({
    code: 'base-unstated',
    span: relative.span,
    ask: {
      zh: `“${name}”按第一名的比例得分：多的好还是少的好？`,
      en: `In proportion to the first by “${name}”: is more better, or less?`,
    },
    choices: [
      {
        id: 'higher',
        label: { zh: '多的好：满分 × 本单位 ÷ 最高', en: 'more: full points × own ÷ highest' },
      },
      { id: 'lower', label: { zh: '少的好：满分 × 最低 ÷ 本单位', en: 'less: full points × lowest ÷ own' } },
    ],
    suggested: 'higher',
  });
  return choice === 'lower';
}
