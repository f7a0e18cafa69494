import type { MethodCode } from './method-code.js';
import type { Parameters, ParameterValue } from './reading.js';
import { isCount } from './saying-facts.js';
import type { Bound, Edge, Part, Points, Statement } from './statement.js';

type Draft = Record<string, ParameterValue>;

/** The numbers of the statements by the names of `cases/README.md`. */
export function parametersOf(statements: readonly Statement[]): Parameters {
  const top: Draft = {};
  const items = statements.filter((statement) => statement.kind === 'item-points');
  const parts: Draft[] = [];
  for (const statement of statements) {
    if (statement.kind === 'item-points') {
      if (items.length === 1) Object.assign(top, pointsAs('points', statement.points));
      else parts.push(pointsAs('points', statement.points));
    } else if (statement.method === null || statement.kind === 'cap')
      Object.assign(top, modifierOf(statement));
    else parts.push({ m: statement.method, ...numbersOf(statement) });
  }
  const [first, ...others] = parts;
  if (first === undefined) return top;
  if (others.length > 0) return { ...top, parts };
  const { m: _method, ...numbers } = first;
  return { ...numbers, ...top };
}

/** Distinct codes in order of first appearance. */
export const methodsOf = (statements: readonly Statement[]): MethodCode[] => [
  ...new Set(statements.flatMap(({ method }) => (method === null ? [] : [method]))),
];

const pointsAs = (name: string, points: Points | null): Draft =>
  points?.kind === 'number' ? { [name]: points.value } : {};

/** Signed, for what happens when something is not met. */
function failOf(points: Points | null): Draft {
  if (points === null) return {};
  if (points.kind === 'none' || points.kind === 'full') return { fail: '0' };
  return points.kind === 'number' ? { fail: `-${points.value}` } : {};
}

const capName = ({ of, isOfAdding }: Extract<Statement, { kind: 'cap' }>): string =>
  of === 'deduction' ? 'maxDeduct' : isOfAdding === true ? 'maxAdd' : 'cap';

function modifierOf(statement: Statement): Draft {
  if (statement.kind === 'floor')
    return statement.isNegativeAllowed ? { negativeAllowed: true } : { floor: '0' };
  if (statement.kind === 'cap') return pointsAs(capName(statement), statement.points);
  if (statement.kind === 'further-loss') {
    return {
      ...(statement.points.kind === 'number' && { extraDeduct: statement.points.value }),
      ...(statement.trigger !== null && { trigger: statement.trigger.value }),
    };
  }
  return {};
}

function numbersOf(statement: Statement): Draft {
  switch (statement.kind) {
    case 'award':
      return {
        ...(statement.method === 'M02' ? thresholdOf(statement.bound) : {}),
        ...(statement.perHeads === null ? {} : { per: statement.perHeads.value }),
        ...pointsAs('pass', statement.points),
        ...(statement.otherwise === null ? {} : contraryOf(statement.otherwise)),
      };
    case 'loss':
      return { ...thresholdOf(statement.bound), ...failOf(statement.points) };
    case 'checklist':
      return statement.shared === null
        ? { items: statement.parts.map(({ points }) => valueOf(points)) }
        : pointsAs('points', statement.shared);
    case 'proportion':
      return {
        ...pointsAs('points', statement.points),
        ...(statement.target === undefined ? {} : { target: statement.target.value }),
      };
    case 'relative':
      return pointsAs('points', statement.points);
    case 'tiers':
      return tiersOf(statement.tiers);
    case 'marginal-rates':
      return {
        perUnit: valueOf(statement.rates[0]?.points ?? null),
        tiers: statement.rates.map(({ bound, per }) => [
          ...endsOf(bound, smallestUnit(statement.rates)),
          per.value,
        ]),
      };
    case 'per-unit':
      return {
        ...pointsAs('perUnit', statement.points),
        ...(statement.per.unit === null ? {} : { unit: statement.per.unit }),
        ...(statement.per.value === '1' ? {} : { per: statement.per.value }),
        ...(statement.maxCount === null ? {} : { maxCount: statement.maxCount.value }),
        ...(statement.target === undefined ? {} : { target: statement.target.value }),
      };
    case 'quota-rates':
      return {
        ...pointsAs('points', statement.points),
        quota: statement.quota.map(({ value }) => value),
        perUnit: statement.rates.map(({ value }) => value),
      };
    case 'per-occurrence':
      return {
        ...pointsAs('perOccurrence', statement.points),
        ...(statement.per.unit === null ? {} : { unit: statement.per.unit }),
        ...(statement.per.value === '1'
          ? {}
          : { [statement.method === 'M22' ? 'perBlock' : 'per']: statement.per.value }),
      };
    case 'per-gap':
      return {
        ...(statement.threshold === null ? {} : { threshold: statement.threshold.value }),
        gap: statement.step.value,
        ...(statement.step.unit === null ? {} : { gapUnit: statement.step.unit }),
        ...gapPointsOf(statement),
      };
    case 'levels':
      return {
        levels: statement.levels.map(({ words, points }) => [words?.text ?? '', valueOf(points)]),
        ...escalationOf(statement.levels),
        ...(statement.maxItems === undefined ? {} : { maxItems: statement.maxItems.value }),
        ...(statement.quotas.length === 0 ? {} : { quota: statement.quotas.map(({ value }) => value) }),
      };
    case 'rank-table':
      return {
        ranks: statement.ranks.map(({ from, points }) => [from.replace('-', '倒数'), valueOf(points)]),
        ...(statement.rest === null ? {} : { other: valueOf(statement.rest) }),
      };
    case 'escalation':
      return { steps: statement.steps.map(({ points }) => valueOf(points)) };
    case 'rank-step':
      return {
        ...pointsAs('points', statement.points),
        ...(statement.stepIn === 'points' && statement.isTopStated
          ? { topFull: statement.topFull.value }
          : {}),
        [statement.stepIn === 'points' ? 'step' : 'stepPercent']: statement.step.value,
      };
    case 'scaled':
      return scalesOf(statement.factors);
    case 'own-items':
      return {
        ...(statement.maxItems === null ? {} : { maxItems: statement.maxItems.value }),
        ...pointsAs('maxPerItem', statement.maxPerItem),
      };
    case 'shared':
      return { share: statement.ratio.length === 0 ? 'equal' : statement.ratio.map(({ value }) => value) };
    case 'judged':
      return statement.points.kind === 'range'
        ? { range: [statement.points.low, statement.points.high] }
        : {};
    case 'panel':
      return {
        ...(statement.parts.length === 0
          ? {}
          : { items: statement.parts.map(({ points }) => valueOf(points)) }),
        ...(statement.trimHigh === null ? {} : { trimHigh: statement.trimHigh.value }),
        ...(statement.trimLow === null ? {} : { trimLow: statement.trimLow.value }),
        ...(statement.minJudges === null ? {} : { minJudges: statement.minJudges.value }),
        ...(statement.weights.length === 0 ? {} : { weights: statement.weights.map(({ value }) => value) }),
      };
    case 'weights':
      return { weights: statement.weights.map(({ words, weight }) => [words?.text ?? '', weight.value]) };
    case 'departments':
      return { items: statement.parts.map(({ points }) => valueOf(points)) };
    case 'grades':
      return gradesOf(statement);
    case 'per-head':
      return { perCapita: statement.standard.value, unit: statement.standard.unit };
    case 'proviso':
      return statement.sample === null ? {} : { sample: statement.sample.value };
    default:
      return {};
  }
}

/** 出现三次以上的 costs more: the count from which it does. */
function escalationOf(levels: readonly Part[]): Draft {
  const edge = levels.map(({ bound }) => bound?.low ?? null).find((low) => low !== null && isCount(low.unit));
  return edge ? { threshold: edge.value } : {};
}

function gapPointsOf(gap: Extract<Statement, { kind: 'per-gap' }>): Draft {
  if (gap.opposite === null && gap.method === 'M47')
    return pointsAs(gap.effect === 'add' ? 'perGapUp' : 'perGapDown', gap.points);
  if (gap.opposite === null) return pointsAs('perGap', gap.points);
  const [up, down] =
    gap.effect === 'add' ? [gap.points, gap.opposite.points] : [gap.opposite.points, gap.points];
  return { ...pointsAs('perGapUp', up), ...pointsAs('perGapDown', down) };
}

const contraryOf = (points: Points): Draft => failOf(points);

function valueOf(points: Points | null): ParameterValue {
  if (points === null || points.kind === 'unstated' || points.kind === 'full') return null;
  if (points.kind === 'none') return '0';
  return points.kind === 'range' ? [points.low, points.high] : points.value;
}

function thresholdOf(bound: Bound | null): Draft {
  const edge = bound?.low ?? bound?.high ?? null;
  return edge === null || edge.value.includes('/') ? {} : { threshold: edge.value };
}

/** Bands told apart by words are grades; an open band ends where its neighbour begins. */
function tiersOf(tiers: readonly Part[]): Draft {
  const banded = tiers.filter(({ bound }) => bound !== null);
  const others = tiers.filter(({ bound }) => bound === null);
  if (banded.length === 0)
    return { grades: tiers.map(({ words, points }) => [words?.text ?? '', valueOf(points)]) };
  const unit = smallestUnit(banded);
  const rest = others.length === 1 ? { other: valueOf(others[0]?.points ?? null) } : {};
  return { tiers: banded.map(({ bound, points }) => [...endsOf(bound, unit), valueOf(points)]), ...rest };
}

const moneyZeros: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/** The smallest unit of money among bands, so that 1000元 and 1万元 can stand in one list. */
function smallestUnit(parts: readonly Part[]): string | null {
  const units = parts
    .flatMap(({ bound }) => [bound?.low?.unit, bound?.high?.unit])
    .filter((unit) => unit !== undefined);
  const money = units.filter((unit) => unit !== null && moneyZeros[unit] !== undefined);
  return (
    [...money].sort((one, other) => (moneyZeros[one ?? ''] ?? 0) - (moneyZeros[other ?? ''] ?? 0))[0] ?? null
  );
}

const endsOf = (bound: Bound | null, unit: string | null): readonly ParameterValue[] => [
  inUnit(bound?.low ?? null, unit),
  inUnit(bound?.high ?? null, unit),
];

function inUnit(edge: Edge | null, unit: string | null): ParameterValue {
  if (edge === null) return null;
  const zeros = (moneyZeros[edge.unit ?? ''] ?? 0) - (moneyZeros[unit ?? ''] ?? 0);
  return zeros > 0 && unit !== null && !edge.value.includes('.')
    ? `${edge.value}${'0'.repeat(zeros)}`
    : edge.value;
}

function scalesOf(factors: Extract<Statement, { kind: 'scaled' }>['factors']): Draft {
  const [first] = factors;
  if (factors.length === 1 && first?.bound === null) return { factor: first.factor.value };
  return { tiers: factors.map(({ bound, factor }) => [...endsOf(bound, null), factor.value]) };
}

function gradesOf({ grades }: Extract<Statement, { kind: 'grades' }>): Draft {
  if (grades.some(({ quota }) => quota !== null)) {
    return { quotas: grades.map(({ bound, quota }) => [...endsOf(bound, null), quota?.value ?? null]) };
  }
  return { grades: grades.map(({ words, bound }) => [words?.text ?? '', ...endsOf(bound, null)]) };
}
