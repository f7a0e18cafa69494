import { Rational, type Measure } from '@heng/rules';
import type { Departments, Judged, Panel, Weights } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { eventName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import { constant, factMeasure, isSame, product, ratio, sumOf, times, total } from '../measure-terms.js';
import type { Part } from '../part.js';
import { rangeOf } from './conditions.js';
import { judgedGain, judgedLoss } from './judged.js';
import { capBehind } from './limits.js';

/** Points as the scorer sees fit: a span, or a fixed number after all. */
export function judgedParts(judged: Judged, draft: Drafting): Part[] {
  const cap = capBehind(judged, draft);
  const range = rangeOf(judged.points, cap ?? draft.full);
  const name =
    eventName(judged.words).replace(/的?[,，]?(?:由领导)?(?:酌情|视情节?)$/u, '') || draft.quantity;
  const stated = draft.priceOf(judged.points);
  const high = stated ?? range.high;
  const { choice, value } = draft.ask({
    code: 'discretionary',
    span: judged.span,
    ask: {
      zh: `“${draft.words(judged.span)}”没有固定分数，由评分部门酌情定，还是改成固定分数？`,
      en: `“${draft.words(judged.span)}” leaves the points open: judged by the department, or a fixed number?`,
    },
    choices: [
      {
        id: 'judge',
        label: {
          zh: `由评分部门在 ${range.low}—${high} 分之间评定，写明理由`,
          en: `judged by the department between ${range.low} and ${high}, with a reason`,
        },
      },
      {
        id: 'number',
        label:
          judged.effect === 'deduct'
            ? { zh: '出现就扣固定分数（填写）', en: 'a fixed loss when it happens (fill in)' }
            : { zh: '做到就得固定分数（填写）', en: 'fixed points when it is done (fill in)' },
        needsValue: true,
      },
    ],
    suggested: 'judge',
    input: { kind: 'number', unit: { zh: '分', en: 'points' } },
    example: '1',
  });
  const isLoss = judged.effect === 'deduct';
  if (choice === 'number' && value !== undefined) {
    const fact = draft.facts.boolean({ title: name, trial: { good: !isLoss, tries: [isLoss] } });
    const common = { title: text(name), of: factMeasure(fact), each: value };
    return [isLoss ? { kind: 'lose', ...common } : { kind: 'earn', most: value, ...common }];
  }
  return [
    isLoss
      ? judgedLoss(draft, name, { low: range.low, high })
      : judgedGain(draft, name, { low: range.low, high }),
  ];
}

/** The mean of judges' scores, or scores of bodies by weight. */
export function panelParts(panel: Panel, draft: Drafting): Part[] {
  const parts = panel.parts.map((part) => draft.priceOf(part.points) ?? '0');
  const scale = parts.length > 0 ? total(parts) : '100';
  const name = draft.item || '评委';
  if (panel.weights.length > 1) {
    const groups = panel.weights.map((weight, at) => ({ name: `评分方 ${at + 1}`, weight: weight.value }));
    draft.note(
      '条款中各评分方的名称未能逐一对应，请改成实际名称。',
      'The bodies that score are numbered; give them their names.',
    );
    return [weightedScores(groups, scale, name, draft)];
  }
  const fact = draft.facts.panel({
    title: `${name}打分`,
    scale,
    trial: {
      good: ['1', '2', '3', '4', '5', '6'].map((judge) => ({ judge, score: scale })),
      tries: [scoresOf(scale)],
    },
  });
  const { trimHigh, trimLow, minJudges } = panel;
  const measure: Measure = {
    kind: 'panel-mean',
    fact,
    ...(trimHigh === null && trimLow === null
      ? {}
      : {
          drop: {
            high: countOf(trimHigh?.value),
            low: countOf(trimLow?.value),
            // 大于5人的才去掉: dropping begins with one more.
            fromJudges: minJudges === null ? 3 : countOf(minJudges.value) + 1,
          },
        }),
    minimumJudges: 1,
  };
  return [
    {
      kind: 'earn',
      title: text(name),
      most: draft.full,
      of: times(draft.full, ratio(measure, constant(scale))),
      each: '1',
      direct: () => ({ measure, score: { method: 'proportion', target: scale, capShare: '1' } }),
    },
  ];
}

const countOf = (value: string | undefined): number => Math.min(10, Number.parseInt(value ?? '0', 10) || 0);
const scoresOf = (scale: string) =>
  ['1', '0.9', '0.8', '0.7', '0.6', '0.2'].map((share, at) => ({
    judge: String(at + 1),
    score: product(scale, share),
  }));

type Weighted = readonly { readonly name: string; readonly weight: string }[];

function weightedScores(groups: Weighted, scale: string, name: string, draft: Drafting): Part {
  const record = (value: string) => Object.fromEntries(groups.map((_, at) => [`g${at + 1}`, value]));
  const fact = draft.facts.raters({
    title: `${name}（各方评分）`,
    scale,
    groups: groups.map((group) => group.name),
    trial: { good: record(scale), tries: [{ ...record(scale), g1: '0' }] },
  });
  const all = total(groups.map(({ weight }) => weight));
  const weights = groups.map(({ weight }, at) => ({ group: `g${at + 1}`, weight: shareOf(weight, all) }));
  const measure: Measure = { kind: 'rater-mean', fact, weights, absent: 'cannot-compute' };
  return {
    kind: 'earn',
    title: text(name),
    most: draft.full,
    of: times(draft.full, ratio(measure, constant(scale))),
    each: '1',
    direct: () => ({ measure, score: { method: 'proportion', target: scale, capShare: '1' } }),
  };
}

/** Weights of the rule format add up to 1. */
function shareOf(weight: string, all: string): string {
  if (isSame(all, '0')) return weight;
  const share = Rational.parse(weight).over(Rational.parse(all)).toText();
  return share.includes('/') ? product(weight, '0.01') : share;
}

/** Weights of votes, of bodies that score, or of parts. */
export function weightsParts(weights: Weights, draft: Drafting): Part[] {
  const named = weights.weights.map(({ words, weight }, at) => ({
    name: (
      eventName(words)
        .replace(/得票数$/u, '')
        .replace(/得分$/u, '') || `第 ${at + 1} 项`
    ).slice(0, 50),
    weight: weight.value,
  }));
  const name = draft.item || '评价';
  const own =
    weights.method === 'M53' ? votes(named, name, draft) : weightedScores(named, '100', name, draft);
  if (weights.plus === null) return [own];
  const added = draft.facts.number({
    title: `${name}：${eventName(weights.plus)}`,
    unit: '分',
    checks: { min: '0' },
    trial: { good: '0', tries: ['5'] },
  });
  return [
    own,
    { kind: 'add', title: text(eventName(weights.plus)), most: null, of: factMeasure(added), each: '1' },
  ];
}

/** ([好]得票数×100分 + …) ÷ 有效票数. */
function votes(named: Weighted, name: string, draft: Drafting): Part {
  const fact = draft.facts.ballots({
    title: `${name}测评票`,
    options: named.map((option) => option.name),
    trial: { good: { o1: '10' }, tries: [{ o1: '5', o2: '5' }] },
  });
  const worth = named.map(({ weight }, at) => ({ option: `o${at + 1}`, points: weight }));
  const scale = named.reduce(
    (top, { weight }) => (Rational.parse(weight).compare(Rational.parse(top)) > 0 ? weight : top),
    '0',
  );
  const measure: Measure = { kind: 'vote-mean', fact, worth, minimumValid: 1 };
  return {
    kind: 'earn',
    title: text(name),
    most: draft.full,
    of: times(draft.full, ratio(measure, constant(scale))),
    each: '1',
    direct: () => ({ measure, score: { method: 'proportion', target: scale, capShare: '1' } }),
  };
}

/** Parts that departments score. */
export function departmentParts(departments: Departments, draft: Drafting): Part[] {
  const parts = departments.parts.map((part) => {
    const name = eventName(part.words)
      .replace(/^.*[(（]/u, '')
      .replace(/^由/u, '');
    const points = draft.priceOf(part.points) ?? '0';
    return { name, points };
  });
  const facts = parts.map(({ name, points }) =>
    draft.facts.number({
      title: `${draft.item}：${name}评分`,
      isOwn: true,
      unit: '分',
      checks: { min: '0', max: points },
      trial: { good: points, tries: ['0', product(points, '0.5')] },
    }),
  );
  draft.byHand.push({
    zh: `由 ${parts.map(({ name, points }) => `${name}（${points} 分）`).join('、')} 分别评定`,
    en: `judged by ${parts.map(({ name, points }) => `${name} (${points})`).join(', ')}`,
  });
  const measure = sumOf(facts.map(factMeasure));
  const most = total(parts.map(({ points }) => points));
  return [
    {
      kind: 'earn',
      title: text(draft.item || '各部门评分'),
      most,
      of: measure,
      each: '1',
      direct: (full) =>
        full === most ? { measure, score: { method: 'judged', reasonRequired: true } } : null,
    },
  ];
}
