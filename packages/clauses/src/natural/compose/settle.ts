import { piecesOfKind, type Saying } from '../saying.js';
import type { Quantity, Statement } from '../statement.js';
import { lastOf, lastIndexWhere } from '../last-of.js';

const deducting: readonly Statement['kind'][] = [
  'per-occurrence',
  'per-gap',
  'loss',
  'proportion',
  'relative',
];
const modifying: readonly Statement['kind'][] = [
  'floor',
  'cap',
  'same-matter',
  'item-points',
  'further-loss',
  'per-head',
];

/** Puts together what only the whole shows: points that are lost from, ceilings of counts, matters counted once. */
export function settle(
  statements: readonly Statement[],
  sayings: readonly Saying[],
  text: string,
): Statement[] {
  const counted = merged(withCounts(statements, sayings));
  const perHead = perHeadOf(counted, sayings, text);
  const whole = withTargets(perHead === null ? counted : [perHead, ...counted]);
  const isOnce = whole.some(({ kind }) => kind === 'same-matter');
  return whole.map((statement, at) => {
    if (statement.kind === 'levels' && isOnce) return { ...statement, isHighestOnly: true };
    const before = whole[at - 1];
    if (statement.kind === 'cap' && statement.scope === 'clause' && before?.kind === 'checklist') {
      return {
        kind: 'item-points',
        method: null,
        words: null,
        bound: null,
        points: statement.points,
        span: statement.span,
      };
    }
    return isLostFrom(whole, at) ? itemPoints(statement) : statement;
  });
}

/** An award right before deductions is what they are taken from. */
function isLostFrom(statements: readonly Statement[], at: number): boolean {
  const statement = statements[at];
  const isAward = statement?.kind === 'award' && statement.otherwise === null;
  const isShared = statement?.kind === 'checklist' && statement.shared !== null;
  if (!isAward && !isShared) return false;
  const isFull = statement.kind === 'award' && statement.points.kind === 'full';
  if (isFull && statements[at - 1]?.kind === 'proportion') return true;
  const others = statements.slice(at + 1).filter(({ kind }) => !modifying.includes(kind));
  const next = others.find((other) => !isBeyond(other)) ?? others[0];
  if (next === undefined) return false;
  // 总分10分,其中制度4分,活动6分.
  if (next === statements[at + 1] && next.kind === 'checklist' && isSumOf(statement, next)) return true;
  // 完成10件得5分,每超1件加0.5分: what the target earns belongs to the rule.
  if (others[0] !== undefined && isBeyond(others[0])) return true;
  // （15分）…记满分: both say what the item is worth.
  if (next.kind === 'award' && next.points.kind === 'full') return true;
  return (
    deducting.includes(next.kind) ||
    next.kind === 'panel' ||
    (next.kind === 'tiers' && next.method === 'M24') ||
    ((next.kind === 'levels' || next.kind === 'escalation') && next.effect === 'deduct') ||
    (next.kind === 'judged' && next.effect === 'deduct')
  );
}

/** Whether the parts make up what the award says; for comparing only. */
function isSumOf(award: Statement, list: Extract<Statement, { kind: 'checklist' }>): boolean {
  if (award.kind !== 'award' || award.points.kind !== 'number' || award.bound !== null) return false;
  const sum = list.parts.reduce(
    (all, { points }) => all + (points.kind === 'number' ? Math.round(Number(points.value) * 1000) : 0),
    0,
  );
  return list.parts.length > 1 && sum === Math.round(Number(award.points.value) * 1000);
}

const isBeyond = (statement: Statement): boolean => statement.kind === 'per-unit' && statement.isBeyondTarget;

/** What must be there before anything counts beyond it: the demand of the award right before. */
function withTargets(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement, at) => {
    const before = statements[at - 1];
    if (statement.kind !== 'per-unit' || !statement.isBeyondTarget || before?.kind !== 'award')
      return statement;
    const target = before.otherwise === null ? before.bound?.low : null;
    return target ? { ...statement, target } : statement;
  });
}

function itemPoints(statement: Statement): Statement {
  if (statement.kind === 'award') {
    const { words, bound, points, span } = statement;
    return { kind: 'item-points', method: null, words, bound, points, span };
  }
  if (statement.kind === 'checklist' && statement.shared !== null) {
    return {
      kind: 'item-points',
      method: null,
      words: null,
      bound: null,
      points: statement.shared,
      span: statement.span,
    };
  }
  return statement;
}

/** 每增加1人加0.05分，每减少1人扣0.1分: one rule with two directions. */
function merged(statements: readonly Statement[]): readonly Statement[] {
  const result: Statement[] = [];
  for (const statement of statements) {
    const before = lastOf(result);
    const isOpposite =
      statement.kind === 'per-gap' &&
      before?.kind === 'per-gap' &&
      before.opposite === null &&
      before.effect !== statement.effect &&
      before.step.value === statement.step.value &&
      before.step.unit === statement.step.unit;
    if (isOpposite) {
      const { effect, step, points, span } = statement;
      result[result.length - 1] = {
        ...before,
        method: before.method === 'M23' ? 'M09' : before.method,
        direction: 'either',
        opposite: { effect, step, points },
        span: { start: before.span.start, end: span.end },
      };
    } else result.push(statement);
  }
  return result;
}

/** 全年最多加4次 belongs to the addition before it. */
function withCounts(statements: readonly Statement[], sayings: readonly Saying[]): readonly Statement[] {
  const counts = sayings.flatMap(({ aside }) =>
    aside?.kind === 'limit' && aside.count !== null ? [aside.count] : [],
  );
  const [count] = counts;
  if (count === undefined) return statements;
  const at = lastIndexWhere(statements, ({ kind }) => kind === 'per-unit');
  return statements.map((statement, index) =>
    index === at && statement.kind === 'per-unit'
      ? { ...statement, maxCount: { value: count.value, span: count.span } }
      : statement,
  );
}

/** 人均2元的标准: the points before the distance are for a standard per head. */
function perHeadOf(
  statements: readonly Statement[],
  sayings: readonly Saying[],
  text: string,
): Statement | null {
  if (!statements.some(({ kind }) => kind === 'per-gap')) return null;
  const saying = sayings.find(({ text: said }) => said.includes('人均'));
  const money =
    saying && piecesOfKind(saying.pieces, 'quantity').find(({ quantity }) => quantity.unit?.endsWith('元'));
  if (saying === undefined || money === undefined) return null;
  void text;
  const standard: Quantity = money.quantity;
  const words = { text: saying.text, span: saying.span };
  return { kind: 'per-head', method: 'M18', standard, words, span: saying.span };
}
