import { isCount } from '../saying-facts.js';
import type { Bound, Points, Span, Statement } from '../statement.js';
import type { Asked } from './asked.js';
import { requirementsOf } from '../compose/prices.js';

/** The most that the statements together can take, or `null` when a count has no end. For comparing only. */
export function largestLoss(asked: Asked): number | null {
  let sum = 0;
  let before: Statement | null = null;
  for (const statement of asked.statements) {
    const loss = lossOf(statement, asked);
    if (loss === null) return null;
    // 未成立扣10分;不健全扣2分: what was not set up cannot be incomplete as well.
    const isLesser =
      statement.kind === 'loss' &&
      before?.kind === 'loss' &&
      lacksQuality(statement.words?.text ?? '') &&
      loss > 0;
    if (!isLesser) sum += loss;
    before = statement;
  }
  return sum;
}

const lacksQuality = (words: string): boolean =>
  ['不健全', '不完善', '不规范', '不全', '不完整'].some((word) => words.includes(word));

const valueOf = (points: Points): number => (points.kind === 'number' ? Number(points.value) : 0);

function lossOf(statement: Statement, asked: Asked): number | null {
  switch (statement.kind) {
    case 'loss':
      return valueOf(statement.points);
    case 'per-gap':
      return statement.effect === 'deduct' || statement.opposite !== null ? null : 0;
    case 'escalation':
      return statement.effect === 'deduct' ? sumOf(statement) : 0;
    case 'levels':
      return statement.effect === 'deduct' ? null : 0;
    case 'scaled':
      return statement.method === 'M25' || statement.method === 'M30' ? null : 0;
    case 'judged':
      return statement.points.kind === 'range' && statement.effect === 'deduct' ? null : 0;
    case 'per-occurrence': {
      const count = requiredCount(statement.per.unit, asked, { start: 0, end: asked.text.length });
      return count === null || !isShortfall(statement.words?.text ?? '')
        ? null
        : count * valueOf(statement.points);
    }
    default:
      return 0;
  }
}

/** 第三次起每次扣3分 has no end; otherwise all steps can come together. */
function sumOf({ steps }: Extract<Statement, { kind: 'escalation' }>): number | null {
  const last = steps[steps.length - 1]?.words?.text ?? '';
  // 第三次不得分 empties the item, which is where it ends.
  if (steps.some(({ points }) => points.kind === 'none')) return 0;
  if (['起', '以上', '以后', '每', '再', '多次'].some((word) => last.includes(word))) return null;
  return steps.reduce((sum, { points }) => sum + valueOf(points), 0);
}

/** Only what is missing of a required number has an end. */
const isShortfall = (words: string): boolean => ['少', '缺', '漏', '无'].some((word) => words.includes(word));

const quarterly: readonly (readonly [words: string, times: number])[] = [
  ['每季度', 4],
  ['每月', 12],
  ['每半年', 2],
];

/** How many there must be, by the text (from `start` to `end`) or the indicator: 全年不少于10次, 每季度一次, or a list. */
export function requiredCount(unit: string | null, asked: Asked, { start, end }: Span): number | null {
  const isIn = ({ span }: Bound): boolean => span.start >= start && span.end <= end;
  const said = asked.text.slice(start, end);
  return (
    boundedCount(unit, asked.textBounds.filter(isIn)) ??
    frequencyIn(unit, said) ??
    (unit === '项' ? listedCount(asked) : null) ??
    boundedCount(unit, asked.indicatorBounds) ??
    frequencyIn(unit, asked.indicator)
  );
}

function boundedCount(unit: string | null, bounds: readonly Bound[]): number | null {
  const required = bounds.find(({ low }) => low !== null && low.unit === unit && isCount(unit))?.low;
  return required ? Number(required.value) : null;
}

function frequencyIn(unit: string | null, text: string): number | null {
  if (unit !== '次') return null;
  return quarterly.find(([words]) => text.includes(words))?.[1] ?? null;
}

/** 有A、有B、有C;缺一项扣2分: as many as are listed. */
function listedCount({ sayings, text }: Asked): number | null {
  const saying = sayings.find(({ price }) => price?.effect === 'deduct');
  if (saying === undefined || saying.preface.length === 0) return null;
  const clauses = requirementsOf({ ...saying, pieces: [] }, text);
  const listed = saying.preface.filter(({ kind }) => kind === 'enumeration').length + 1;
  return Math.max(listed, clauses.length) > 1 ? Math.max(listed, clauses.length) : null;
}
