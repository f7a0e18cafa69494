import type { Measure, Score } from '@heng/rules';
import type { Converted, Mean, Proportion } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { measuredName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import {
  constant,
  difference,
  factMeasure,
  greatest,
  least,
  product,
  ratio,
  times,
} from '../measure-terms.js';
import type { Part } from '../part.js';
import { capBehind } from './limits.js';
import { askTarget } from './targets.js';
import { isRateUnit } from './units.js';

type Share = {
  readonly name: string;
  readonly measure: Measure;
  readonly target: string | Measure;
};

/** Points in proportion to a completion. */
export function proportionParts(proportion: Proportion, draft: Drafting): Part[] {
  const points = (proportion.points && draft.priceOf(proportion.points)) ?? draft.full;
  if (/^超/u.test(proportion.of?.text ?? '')) return excessParts(proportion, points, draft);
  const share = shareOf(proportion, draft);
  const most = limitOf(proportion, points, draft);
  const value =
    typeof share.target === 'string' && share.target === '1'
      ? share.measure
      : ratio(share.measure, typeof share.target === 'string' ? constant(share.target) : share.target);
  const isCapped = most === points;
  const of = least(times(points, value), constant(most));
  return [
    {
      kind: 'earn',
      title: text(share.name),
      most,
      of,
      each: '1',
      direct: (full) => {
        if (full !== points && !(full === most && most !== points)) return null;
        const score: Score = {
          method: 'proportion',
          target: share.target,
          capShare: isCapped ? '1' : null,
        };
        return { measure: share.measure, score };
      },
    },
  ];
}

/** 超过按比例得分: less is better, and two readings of it are in use. */
function excessParts(proportion: Proportion, points: string, draft: Drafting): Part[] {
  const name = draft.item || '实际数';
  const { choice } = draft.ask({
    code: 'base-unstated',
    span: proportion.span,
    ask: {
      zh: '超过目标的按什么比例计，没有写清楚。',
      en: 'Beyond the target, in proportion to what is not said.',
    },
    choices: [
      {
        id: 'target-over-actual',
        label: { zh: '得分 = 满分 × 目标 ÷ 实际', en: 'points = full points × target ÷ actual' },
      },
      {
        id: 'excess-share',
        label: {
          zh: '得分 = 满分 × (1 − 超出部分 ÷ 目标)',
          en: 'points = full points × (1 − excess ÷ target)',
        },
      },
    ],
    suggested: 'target-over-actual',
  });
  const target = askTarget(draft, { span: proportion.span, name, unit: '个', isRate: false });
  const fact = draft.facts.number({
    title: `${name}的实际数`,
    unit: '个',
    checks: { min: '0' },
    trial: { good: target.value, tries: [product(target.value, '1.5'), target.value] },
  });
  const actual = factMeasure(fact);
  const form = choice === 'excess-share' ? 'excess-share' : 'target-over-actual';
  const share: Measure =
    form === 'excess-share'
      ? difference(constant('2'), ratio(actual, target.measure))
      : ratio(target.measure, greatest(actual, target.measure));
  return [
    {
      kind: 'earn',
      title: text(name),
      most: points,
      of: least(times(points, share), constant(points)),
      each: '1',
      direct: (full) =>
        full === points
          ? { measure: actual, score: { method: 'inverse', form, target: target.operand } }
          : null,
    },
  ];
}

/** The highest number of points: those of the target, or more where the author says so. */
function limitOf(proportion: Proportion, points: string, draft: Drafting): string {
  const cap = capBehind(proportion, draft);
  if (cap !== null) return cap;
  if (proportion.isCapped || !draft.isOpen('cap-unstated', proportion)) return points;
  const { choice, value } = draft.ask({
    code: 'cap-unstated',
    span: proportion.span,
    ask: {
      zh: '超额完成的，最多得多少分没有写。',
      en: 'It is not said how much can be earned beyond the target.',
    },
    choices: [
      { id: 'points', label: { zh: `最多得 ${points} 分，超额不加`, en: `at most ${points} points` } },
      { id: 'number', label: { zh: '最多得（填分数）', en: 'at most (fill in)' }, needsValue: true },
    ],
    suggested: 'points',
    input: { kind: 'number', unit: { zh: '分', en: 'points' } },
    example: product(points, '1.2'),
  });
  return choice === 'number' && value !== undefined ? value : points;
}

/** The completion: a formula of the text, a rate that is entered, or what was done beside what was asked. */
function shareOf(proportion: Proportion, draft: Drafting): Share {
  const formula = proportion.formula ?? proportion.of;
  const quotient = /(?:^|[=（(])\s*([^=（()）/÷×*,，;；。]+?)\s*[/÷]\s*([^=（()）/÷×*X,，;；。]+)/u.exec(
    (formula?.text ?? '').normalize('NFKC'),
  );
  if (quotient?.[1] !== undefined && quotient[2] !== undefined) {
    const [part, whole] = [quotient[1].trim(), quotient[2].trim()];
    const of = draft.facts.number({
      title: part,
      unit: '个',
      checks: { min: '0' },
      trial: { good: '10', tries: ['8.7', '5', '10', '13'] },
    });
    const all = draft.facts.number({
      title: whole,
      unit: '个',
      checks: { min: '0' },
      trial: { good: '10', tries: [] },
    });
    return { name: part, measure: ratio(factMeasure(of), factMeasure(all)), target: '1' };
  }
  const words = (formula?.text ?? '').normalize('NFKC').replace(/\s*[*×X✕]\s*[0-9.]*\s*分?$/u, '');
  const name = rateName(words) || draft.item || '完成率';
  const demand = draft.ofKind('item-points', 'award').flatMap(({ bound }) => bound?.low ?? [])[0];
  const base = baseOf(proportion, name, draft);
  if (demand !== undefined && isRateUnit(demand.unit)) {
    const fact = draft.facts.percent(
      { title: name, trial: { good: demand.value, tries: [product(demand.value, '0.87'), '50', '100'] } },
      { min: '0' },
    );
    return { name, measure: factMeasure(fact), target: demand.value };
  }
  const needsTarget =
    draft.isOpen('target-elsewhere', proportion) || (draft.has('target-elsewhere') && !isRate(words));
  if (needsTarget && base !== 'rate') {
    const target = askTarget(draft, { span: proportion.span, name, unit: '个', isRate: false });
    const actual = draft.facts.number({
      title: `${name}的完成数`,
      unit: '个',
      checks: { min: '0' },
      trial: { good: target.value, tries: target.tries },
    });
    return { name, measure: factMeasure(actual), target: target.operand };
  }
  const fact = draft.facts.percent(
    {
      title: isRate(name) ? name : `${name}完成率`,
      trial: { good: '100', tries: ['87', '50', '100', '120'] },
    },
    { min: '0' },
  );
  return { name, measure: factMeasure(fact), target: '100' };
}

const isRate = (words: string): boolean =>
  /率|比例|占比|比重|契合度/u.test(words) && !/^按?比例/u.test(words);

/** 未完成按水库退养完成比例扣分 → 水库退养完成比例. */
function rateName(words: string): string {
  const plain = words
    .replace(/^.*[=]/u, '')
    .replace(/^(?:以实际评定的|以|按照?|未完成的?按?|不足的?按?|超过的?按?|降低比例的按)+/u, '');
  const cut = plain.replace(/(?:得分|计分|扣分|记分|折算|的比例|比例)*$/u, '').trim();
  const name =
    /率|比例|占比|契合度/u.test(plain) && cut.length < 2
      ? ''
      : measuredName({ text: cut, span: { start: 0, end: 0 } });
  return name.length >= 2 ? name : '';
}

/** 按比例 of what: asked where the text does not say. */
function baseOf(proportion: Proportion, name: string, draft: Drafting): 'rate' | 'target' {
  if (!draft.isOpen('base-unstated', proportion)) return 'target';
  const { choice } = draft.ask({
    code: 'base-unstated',
    span: proportion.span,
    ask: { zh: '按什么的比例计，没有写清楚。', en: 'In proportion to what is not said.' },
    choices: [
      {
        id: 'rate',
        label: { zh: `得分 = 满分 × “${name}”的完成率`, en: `points = full points × the rate of “${name}”` },
      },
      {
        id: 'target',
        label: { zh: '得分 = 满分 × 实际数 ÷ 目标数', en: 'points = full points × actual ÷ target' },
      },
    ],
    suggested: 'rate',
  });
  return choice === 'target' ? 'target' : 'rate';
}

/** A score of another body, or the mean of several scores, converted into points. */
export function convertedParts(converted: Converted | Mean, draft: Drafting): Part[] {
  const name = draft.item || '考核得分';
  let scale = '100';
  if (draft.isOpen('base-unstated', converted)) {
    const { choice, value } = draft.ask({
      code: 'base-unstated',
      span: converted.span,
      ask: {
        zh: '折算前的得分满分是多少，没有写。',
        en: 'It is not said out of how many points the score is that is converted.',
      },
      choices: [
        { id: 'hundred', label: { zh: '满分 100 分', en: 'out of 100' } },
        { id: 'number', label: { zh: '满分为（填分数）', en: 'out of (fill in)' }, needsValue: true },
      ],
      suggested: 'hundred',
      input: { kind: 'number', unit: { zh: '分', en: 'points' } },
      example: '120',
    });
    if (choice === 'number' && value !== undefined && !/^0+(\.0+)?$/.test(value)) scale = value;
  }
  const fact = draft.facts.number({
    title: converted.kind === 'mean' ? `${name}平均得分` : `${name}原始得分`,
    unit: '分',
    checks: { min: '0', max: scale },
    trial: { good: scale, tries: ['87', product(scale, '0.5')] },
  });
  const of = times(draft.full, ratio(factMeasure(fact), constant(scale)));
  return [
    {
      kind: 'earn',
      title: text(name),
      most: draft.full,
      of,
      each: '1',
      direct: () => ({
        measure: factMeasure(fact),
        score: { method: 'proportion', target: scale, capShare: '1' },
      }),
    },
  ];
}
