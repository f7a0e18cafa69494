import type { Bound, Part, Points, Span, Statement } from '../statement.js';
import { ask, askFirst, ofKind, type Asked, type Question } from './asked.js';
import { itemPointsOf } from './limits.js';
import { requiredCount } from './largest-loss.js';
import { lastOf } from '../last-of.js';

/** The rule needs the item's points and the text does not say them. */
export const askFullPoints: Question = (asked) => {
  const fromTotal = ['倒扣', '扣分因素', '扣分项', '加减分', '减分项'].some((word) =>
    asked.indicator.includes(word),
  );
  let isStated = false;
  const needs = asked.statements.filter((statement) => {
    isStated ||= statesPoints(statement);
    return !isStated && !fromTotal && needsPoints(statement, asked);
  });
  return askFirst('full-points-from-context', needs);
};

function statesPoints(statement: Statement): boolean {
  switch (statement.kind) {
    case 'item-points':
    case 'award':
      return statement.points.kind === 'number';
    case 'checklist':
    case 'tiers':
    case 'departments':
      return true;
    case 'cap':
      return statement.of === 'score';
    case 'proportion':
    case 'relative':
      return statement.points?.kind === 'number';
    case 'rank-step':
      return statement.points.kind === 'number';
    case 'per-unit':
    case 'rank-table':
      return true;
    default:
      return false;
  }
}

function needsPoints(statement: Statement, { statements, points, indicator }: Asked): boolean {
  switch (statement.kind) {
    case 'per-occurrence':
    case 'converted':
      return true;
    case 'loss':
      // What only empties the item needs no number; but 未落实的不计分 is all there is to earn.
      return !(statement.isEvent && statement.points.kind === 'none' && statements.length === 1);
    case 'per-gap':
    case 'levels':
    case 'escalation':
      return statement.effect === 'deduct';
    case 'judged':
      return (
        statement.effect === 'deduct' &&
        (statement.points.kind === 'unstated' || statement.points.kind === 'range') &&
        points !== null &&
        indicator !== ''
      );
    case 'award':
    case 'item-points':
    case 'rank-step':
      return statement.points.kind === 'full';
    case 'proportion':
    case 'relative':
      return true;
    case 'scaled':
      return statement.method === 'M25';
    default:
      return false;
  }
}

const targetWords =
  '目标 任务 计划数 下达 时序 年度计划 规定次数 规定数 要求的数 指标 定额 责任书 规定标准 规定人数 规定时数 应配 核定数 计划'.split(
    ' ',
  );
const reaching = ['未完成', '完成', '达到', '未达到', '超', '低于', '差', '少', '/', '÷', '占'];

/** The required number or plan is not here. */
export const askTarget: Question = (asked) => {
  let since = 0;
  const found = asked.statements.filter((statement) => {
    const local = { start: since, end: statement.span.end };
    if (losing.includes(statement.kind)) since = statement.span.end;
    switch (statement.kind) {
      case 'per-gap':
        return statement.threshold === null && statement.from === 'elsewhere' && isTargetNamed(asked.text);
      case 'proportion':
        return isTargetNamed(asked.text) || asked.text.includes('≥') || asked.text.includes('≤');
      case 'per-unit':
        return statement.isBeyondTarget && statement.target === undefined;
      case 'loss':
      case 'award':
        return statement.bound === null && statement.words !== null && isTargetNamed(statement.words.text);
      case 'per-occurrence':
        return (
          isCountMissing(statement.words?.text ?? '', statement.per.unit, asked, local) ||
          (statement.required === null && isTargetNamed(statement.words?.text ?? ''))
        );
      default:
        return false;
    }
  });
  return askFirst('target-elsewhere', found);
};

function isTargetNamed(text: string): boolean {
  const at = targetWords.map((word) => text.indexOf(word)).filter((index) => index >= 0);
  return at.some((index) =>
    reaching.some((word) => text.slice(Math.max(0, index - 24), index).includes(word)),
  );
}

/** 少一次, and nothing since the loss before it says how many there should be. */
const isCountMissing = (words: string, unit: string | null, asked: Asked, since: Span): boolean =>
  unit === '次' &&
  ['少一次', '少1次', '缺少一次', '缺少1次', '每少', '少 1 次'].some((word) => words.includes(word)) &&
  requiredCount(unit, asked, since) === null;

const losing: readonly string[] = ['per-occurrence', 'per-gap', 'floor'];

/** 折算, 平均, 按比例扣分 without saying of what, against what. */
export const askBase: Question = (asked) => {
  const found = asked.statements.filter(
    (statement) =>
      statement.kind === 'converted' ||
      (statement.kind === 'relative' &&
        statement.words?.text.includes('=') === false &&
        asked.text.includes('比例')) ||
      (statement.kind === 'proportion' && statement.of?.text.startsWith('超过') === true) ||
      (statement.kind === 'proportion' &&
        statement.formula === null &&
        statement.points === null &&
        statement.of?.text.includes('扣') === true) ||
      (statement.kind === 'per-gap' && statement.from === 'previous-period'),
  );
  const deducted = asked.sayings.filter(({ price, pieces }) => {
    const isProportion = pieces.some((piece) => piece.kind === 'mark' && piece.mark === 'proportion');
    return price?.effect === 'deduct' && price.points[0]?.kind === 'unstated' && isProportion;
  });
  const weighed = asked.text.includes('加权平均') && !asked.statements.some(({ kind }) => kind === 'weights');
  if (weighed) return askFirst('base-unstated', asked.statements);
  if (found.length > 0) return askFirst('base-unstated', found);
  return deducted[0] === undefined ? [] : [ask('base-unstated', deducted[0].span)];
};

/** Points are given or taken, and how many is not said. */
export const askAmount: Question = (asked) => {
  const found = asked.statements.filter((statement) => {
    switch (statement.kind) {
      case 'loss':
      case 'per-occurrence':
        return statement.points.kind === 'unstated';
      case 'levels':
        return statement.levels.some(({ points }) => points.kind === 'unstated');
      case 'diminishing':
      case 'own-items':
        return true;
      case 'judged':
        return (
          statement.points.kind === 'unstated' && statement.effect !== 'award' && itemPointsOf(asked) === null
        );
      default:
        return false;
    }
  });
  return askFirst('amount-unstated', found);
};

export const askDiscretion: Question = (asked) => {
  const judged = ofKind(asked, 'judged', 'diminishing');
  return askFirst('discretionary', judged);
};

/** Several requirements share points. */
export const askSplit: Question = (asked) => {
  const shared = ofKind(asked, 'checklist').filter(({ shared: points }) => points !== null);
  if (shared.length > 0) return askFirst('split-unstated', shared);
  const capped = ofKind(asked, 'judged').filter(({ effect, words }) => effect === 'award' && words !== null);
  const isWhole = asked.statements.some(({ kind }) => kind === 'cap');
  return isWhole ? askFirst('split-unstated', capped) : [];
};

/** The parts do not add up, the maximum is above the points. */
export const askContradiction: Question = (asked) => {
  const points = asked.points === null ? null : Number(asked.points);
  const found = asked.statements.filter((statement) => {
    if (statement.kind === 'checklist' && statement.shared === null)
      return doesNotAddUp(statement.parts, points, asked);
    if (statement.kind === 'departments') return doesNotAddUp(statement.parts, points, asked);
    if (statement.kind !== 'cap') return false;
    const stated = itemPointsOf(asked);
    const isAdded =
      asked.statements.some((other) => 'effect' in other && other.effect === 'add') || hasOpposite(asked);
    return !isAdded && statement.scope === 'clause' && stated !== null && valueOf(statement.points) > stated;
  });
  return askFirst('contradiction', found);
};

const hasOpposite = (asked: Asked): boolean =>
  ofKind(asked, 'per-gap').some(({ opposite }) => opposite !== null) || ofKind(asked, 'per-unit').length > 0;

const valueOf = (points: Points): number => (points.kind === 'number' ? Number(points.value) : 0);

function doesNotAddUp(parts: readonly Part[], points: number | null, asked: Asked): boolean {
  const total = ofKind(asked, 'cap', 'item-points').map(({ points: stated }) => valueOf(stated))[0] ?? points;
  if (total === null || total === 0) return false;
  const sum = parts.reduce((all, { points: part }) => all + Math.round(valueOf(part) * 1000), 0);
  return sum !== Math.round(total * 1000);
}

/** Bands that touch, or leave a hole. */
export const askBoundary: Question = (asked) => {
  const graded = ofKind(asked, 'grades').filter(
    ({ grades }) =>
      !asked.text.includes('[') &&
      grades.some(({ bound: { low, high } }) => low !== null && high !== null && low.inclusive === null),
  );
  if (graded.length > 0) return askFirst('boundary-open', graded);
  const found = ofKind(asked, 'tiers').filter(({ tiers }) => {
    const edges = tiers
      .flatMap(({ bound }) => [bound?.low ?? null, bound?.high ?? null])
      .filter((edge) => edge !== null);
    return edges.some((edge) => {
      const same = edges.filter(({ value, unit }) => value === edge.value && unit === edge.unit);
      return (
        same.length > 1 &&
        !same.some(({ inclusive }) => inclusive === false) &&
        same.some(({ inclusive }) => inclusive !== true || same.length > 1)
      );
    });
  });
  const settled = found.filter(({ tiers }) => !isSettledByIncluding(tiers));
  return askFirst('boundary-open', settled);
};

/** 80%(含)-90% and 90%及以上: the marked end decides for its neighbour. */
function isSettledByIncluding(tiers: readonly Part[]): boolean {
  const ranges = tiers.filter(({ bound }) => bound?.low && bound.high);
  return (
    ranges.length > 0 &&
    ranges.every(({ bound }) => bound?.low?.inclusive === true || bound?.high?.inclusive === true)
  );
}

/** A possible case has no score. */
export const askUncovered: Question = (asked) => {
  const quotas = ofKind(asked, 'quota-rates');
  const levels = ofKind(asked, 'levels').filter(({ quotas: asks }) => asks.length > 0);
  const choices = ofKind(asked, 'tiers').filter(
    ({ tiers }) => tiers.every(({ bound }) => bound === null) && !isClosed(tiers),
  );
  const holed = ofKind(asked, 'tiers').filter(
    ({ tiers }) => hasHole(tiers) || hasHoleBetween(tiers.map(({ bound }) => bound)),
  );
  const graded = ofKind(asked, 'grades').filter(({ grades }) =>
    hasHoleBetween(grades.map(({ bound }) => bound)),
  );
  const lines = asked.statements.length === 1 ? ofKind(asked, 'award').filter(isOneSided) : [];
  const since = ofKind(asked, 'per-gap').filter(
    ({ from, opposite, points, effect }) =>
      from === 'previous-period' && opposite === null && effect === 'deduct' && points.kind === 'number',
  );
  return askFirst('uncovered-case', [
    ...quotas,
    ...levels,
    ...choices,
    ...holed,
    ...graded,
    ...lines,
    ...since,
  ]);
};

/** 聘任率100%得2分, and not a word of less. */
const isOneSided = ({ bound, otherwise, points }: Extract<Statement, { kind: 'award' }>): boolean =>
  bound !== null && otherwise === null && points.kind === 'number';

/** 80-89 beside 90: a score of 89.5 is in neither. */
function hasHoleBetween(bounds: readonly (Bound | null)[]): boolean {
  const lows = bounds.flatMap((bound) => (bound?.low ? [Number(bound.low.value)] : []));
  return bounds.some((bound) => {
    if (!bound?.high || !bound.low) return false;
    const high = Number(bound.high.value);
    return lows.every((low) => low !== high) && lows.some((low) => low > high && low - high <= 1);
  });
}

/** 无 …, 否则, 其他: the last case takes what is left. */
function isClosed(tiers: readonly Part[]): boolean {
  const last = lastOf(tiers)?.words?.text ?? '';
  return ['无', '否则', '其他', '其余', '余', '没有', '不', '未', '差', '较差'].some((word) =>
    last.startsWith(word),
  );
}

/** Two closed bands side by side whose ends differ: 80-90, 60-70. */
function hasHole(tiers: readonly Part[]): boolean {
  const ranges = tiers
    .map(({ bound }) => bound)
    .filter((bound) => bound !== null && bound.low !== null && bound.high !== null);
  return ranges.some((bound, at) => {
    const next = ranges[at + 1];
    if (next === undefined || next === null || bound === null) return false;
    const [low, high] = [Number(bound.low?.value), Number(next.high?.value)];
    return low - high > 1 && Number(bound.low?.value) > Number(next.low?.value);
  });
}
