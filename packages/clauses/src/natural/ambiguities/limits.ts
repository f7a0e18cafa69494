import { levelsIn } from '../level-words.js';
import { isCount, isPercent } from '../saying-facts.js';
import type { Quantity, Statement } from '../statement.js';
import { ask, askFirst, ofKind, type Asked, type Question } from './asked.js';
import { largestLoss } from './largest-loss.js';
import { lastIndexWhere } from '../last-of.js';

/** Points are taken, and neither 扣完为止 nor a maximum nor the counts say where it ends. */
export const askFloor: Question = (asked) => {
  const isFloored =
    ofKind(asked, 'floor').length > 0 || ofKind(asked, 'cap').some(({ of }) => of === 'deduction');
  if (isFloored) return [];
  const steps = ofKind(asked, 'rank-step');
  if (steps.length > 0) return askFirst('floor-unstated', steps);
  const losses = asked.statements.filter(isLoss);
  if (losses.length === 0) return [];
  const largest = largestLoss(asked);
  const points = itemPointsOf(asked);
  if (largest === null) return askFirst('floor-unstated', losses.filter(isOpenEnded));
  if (points === null || largest <= points) return [];
  return askFirst('floor-unstated', losses);
};

const isOpenEnded = (statement: Statement): boolean =>
  statement.kind === 'per-occurrence' ||
  statement.kind === 'per-gap' ||
  statement.kind === 'levels' ||
  statement.kind === 'escalation' ||
  statement.kind === 'scaled' ||
  statement.kind === 'judged';

function isLoss(statement: Statement): boolean {
  switch (statement.kind) {
    case 'per-occurrence':
    case 'loss':
      return true;
    case 'per-gap':
      return statement.effect === 'deduct' || statement.opposite !== null;
    case 'levels':
    case 'escalation':
      return statement.effect === 'deduct';
    case 'scaled':
      return statement.method === 'M25' || statement.method === 'M30';
    case 'judged':
      return statement.effect === 'deduct' && statement.points.kind === 'range';
    default:
      return false;
  }
}

/** The item's points, from the text or around it, for comparing; no score is computed. */
export function itemPointsOf(asked: Asked): number | null {
  const [stated] = ofKind(asked, 'item-points');
  if (stated?.points.kind === 'number') return Number(stated.points.value);
  return asked.points === null ? null : Number(asked.points);
}

/** Points are given without an upper limit. */
export const askCap: Question = (asked) => {
  const { statements } = asked;
  const isCap = (statement: Statement): boolean => statement.kind === 'cap' && statement.of !== 'deduction';
  const capped = lastIndexWhere(statements, isCap);
  // A ceiling holds for what stands before it, not for what a later sentence adds.
  const open = statements.slice(capped + 1).filter((statement) => {
    switch (statement.kind) {
      case 'per-unit':
        return statement.maxCount === null;
      case 'quota-rates':
      case 'marginal-rates':
        return true;
      case 'levels':
        return statement.effect === 'add' && (statement.isEach || statement.method === 'M32');
      case 'per-gap':
        return statement.effect === 'add' || statement.opposite !== null;
      case 'rank-table':
        return statement.method === 'M39';
      case 'tiers':
        return asked.text.includes('分别加');
      case 'weights':
        return statement.plus !== null;
      case 'proportion':
        return !statement.isCapped && !isRate(asked, statement.of?.text ?? '');
      default:
        return false;
    }
  });
  return askFirst('cap-unstated', open);
};

/** A rate, or a part of a whole, cannot be more than one. */
const isRate = ({ text }: Asked, of: string): boolean =>
  ['率', '契合度', '占比', '比重'].some((word) => of.includes(word) || text.includes(word)) &&
  !text.includes('完成率');

export const askPartialGap: Question = (asked) =>
  isPartSettled.test(asked.text)
    ? []
    : askFirst(
        'partial-gap',
        asked.statements.filter(
          (statement) =>
            statement.kind === 'per-gap' ||
            statement.kind === 'marginal-rates' ||
            (statement.kind === 'per-unit' && isManyEach(statement.per, asked.text)) ||
            (statement.kind === 'per-occurrence' &&
              statement.method !== 'M22' &&
              isManyEach(statement.per, asked.text)),
        ),
      );

/** 不足1个百分点按1个计算, 不足5户不扣: what a part of a step is worth. */
const isPartSettled =
  /不[足满到够].{0,12}(?:计算|不扣|不计|不加|不予|按|忽略|舍去)|按比例(?:扣|计|加|得)|四舍五入取整/;

/** 每培训100人次: what 99 are worth is open; 每满100人次 says it. */
const isManyEach = ({ value, unit }: Quantity, text: string): boolean =>
  value !== '1' &&
  (isCount(unit) || unit?.endsWith('元') === true || isPercent(unit)) &&
  !text.includes('每满');

const rates = ['率', '占比', '比例', '比重', '覆盖', '到位', '%', '％', '度'];

/** 每低1% of what is itself a rate: a percentage point, or one percent of it. */
export const askPercentOrPoint: Question = (asked) =>
  ofKind(asked, 'per-gap')
    .filter(({ step }) => step.unit === '%')
    .filter(({ words, threshold }) => {
      const isOfTarget =
        words?.text.includes('目标值的') === true || words?.text.includes('低于目标的') === true;
      const about = `${words?.text ?? ''}${asked.indicator}`;
      return (
        !isOfTarget && (isPercent(threshold?.unit ?? null) || rates.some((rate) => about.includes(rate)))
      );
    })
    .slice(0, 1)
    .map(({ span }) => ask('percent-or-point', span));

export const askTies: Question = (asked) => {
  const isSettled = ['并列', '得分相同', '同分'].some((word) => asked.text.includes(word));
  const ranked = [
    ...ofKind(asked, 'rank-table').filter(({ method }) => method !== 'M39'),
    ...ofKind(asked, 'rank-step'),
  ];
  return isSettled ? [] : askFirst('tie-unstated', ranked);
};

/** One matter under several levels or prices. */
export const askSameMatter: Question = (asked) => {
  const { statements } = asked;
  const settled = ofKind(asked, 'same-matter');
  if (settled.some(({ rule }) => rule === 'highest')) return [];
  if (settled.length > 0)
    return statements.some(({ method }) => method === 'M36')
      ? askFirst('same-item-highest-or-sum', settled)
      : [];
  const listed = ofKind(asked, 'levels').filter(({ levels }) => levels.length > 1);
  if (listed.length > 0) return askFirst('same-item-highest-or-sum', listed);
  const ranges = ofKind(asked, 'judged').filter(({ points }) => points.kind === 'range');
  if (ranges.length > 1 || isByLevel(ranges)) return askFirst('same-item-highest-or-sum', ranges);
  const cumulated = ofKind(asked, 'tiers').filter(
    ({ method, tiers }) => method === 'M17' || hasSecondValue(method, tiers),
  );
  if (cumulated.length > 0) return askFirst('same-item-highest-or-sum', cumulated);
  const gaps = ofKind(asked, 'per-gap');
  const counted = ofKind(asked, 'per-occurrence');
  if (gaps.length > 0 && counted.length > 0) return askFirst('same-item-highest-or-sum', counted);
  const everyMonth = counted.filter(
    ({ per, words }) => (per.unit === '个月' || per.unit === '月') && words?.text.includes('空白'),
  );
  return askFirst('same-item-highest-or-sum', everyMonth);
};

const isByLevel = (statements: readonly { readonly words: { readonly text: string } | null }[]): boolean =>
  new Set(statements.flatMap(({ words }) => levelsIn(words?.text ?? '', 0).map(({ level }) => level))).size >
  1;

/** A last band on another value than the others. */
const hasSecondValue = (method: string | null, tiers: readonly { readonly bound: unknown }[]): boolean =>
  method === 'M54' && tiers.some(({ bound }) => bound === null);

export const askMarginal: Question = (asked) =>
  askFirst('marginal-or-whole', ofKind(asked, 'marginal-rates'));

export const askVeto: Question = (asked) =>
  askFirst(
    'veto-effect-unstated',
    ofKind(asked, 'veto').filter(({ effect }) => effect === null),
  );
