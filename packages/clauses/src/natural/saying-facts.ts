import { hasMark, piecesOfKind, type Piece, type Saying } from './saying.js';
import type { Bound, Edge, Points, Quantity } from './statement.js';
import { lastOf, lastIndexWhere, lastWhere } from './last-of.js';

export type Role =
  | 'award'
  | 'add'
  | 'loss'
  | 'zero'
  | 'exempt'
  | 'no-bonus'
  | 'judged'
  | 'proportional'
  | 'unstated'
  | 'aside'
  | 'none';

/** What the price of a saying does. */
export function roleOf(saying: Saying): Role {
  const { price, aside } = saying;
  if (price === null) return aside === null ? 'none' : 'aside';
  const points = firstPoints(saying);
  if (hasMark(saying, 'discretion') || points.kind === 'range') return 'judged';
  if (points.kind === 'none') return settled(price.effect);
  if (hasMark(saying, 'proportion') && (points.kind === 'unstated' || points.kind === 'full'))
    return 'proportional';
  if (points.kind === 'unstated') return 'unstated';
  if (price.effect === 'deduct') return 'loss';
  return price.effect === 'add' ? 'add' : 'award';
}

const settled = (effect: string | null): Role =>
  effect === 'deduct' ? 'exempt' : effect === 'add' ? 'no-bonus' : 'zero';

/** The first of a saying's amounts; only sayings with a price have one. */
export function firstPoints(saying: Saying): Points {
  return saying.price?.points[0] ?? { kind: 'unstated', span: saying.span };
}

const countUnits = new Set(
  `次 个 项 期 篇 人 名 件 例 起 处 条 户 家 份 场 人次 件次 户次 场次 村 队 宗 节 幅 块 株 台 套 周 季度 月 月份 批 组 张 本 对 种 个月 个季度 页 面 所 支 门 点 人(次) 次(件) 件(次) 人/次 次/人 次数 层 轮 环节 类 段 座 辆 只 头 期次 篇次 天 日 工作日 个工作日 位`.split(
    ' ',
  ),
);
const timeFrames = new Set(['年', '月', '日', '季度', '周', '岁', '级', '年度']);

export const isCount = (unit: string | null): boolean => unit !== null && countUnits.has(unit);
export const isPercent = (unit: string | null): boolean =>
  unit === '%' || unit === '百分点' || unit === '‰' || unit === '千分点';

/** The step in which something is counted, and whether the text says 每. */
export type Each = { readonly per: Quantity; readonly isEvery: boolean };

const one = (unit: string | null, span: Quantity['span']): Quantity => ({ value: '1', unit, span });

/** What a price is paid for: 每次, 缺1项, 发现1例, 0.2分/人. `null` when the price stands once. */
export function eachOf(saying: Saying): Each | null {
  const { price, pieces } = saying;
  if (price?.perUnit) return { per: price.perUnit, isEvery: true };
  const last = lastPhrase(pieces);
  if (last?.kind === 'mark' && last.mark === 'frequency') {
    return { per: one(last.word.slice(1), last.span), isEvery: true };
  }
  if (last?.kind === 'every' && last.unit !== null) return { per: one(last.unit, last.span), isEvery: true };
  const at = lastIndexWhere(pieces, (piece) => piece.kind === 'every');
  const every = pieces[at];
  if (every?.kind !== 'every') return countedOf(saying);
  const after = pieces.slice(at + 1);
  if (every.unit === null) {
    const quantity = quantityAfter(after);
    if (quantity !== null) return { per: quantity, isEvery: true };
    return after.length > 0 ? { per: one(null, every.span), isEvery: true } : countedOf(saying);
  }
  // 每期…少一次扣2分, 每个乡镇省级用稿1篇: this 每 is about when or who.
  const counted = countedOf(saying);
  if (counted !== null) return { ...counted, isEvery: true };
  // 每期不少于50人,得4分: a demand on each, not a price for each.
  if (price?.effect !== 'deduct' && piecesOfKind(after, 'bound').length > 0) return null;
  return startsAnew(every.unit, after) ? null : { per: one(every.unit, every.span), isEvery: true };
}

/** 每个乡镇省级用稿1篇: the 每 is about who, not about how often. */
const startsAnew = (unit: string, after: readonly Piece[]): boolean =>
  unit === '个' && piecesOfKind(after, 'quantity').length > 1;

function quantityAfter(pieces: readonly Piece[]): Quantity | null {
  for (const piece of pieces) {
    if (piece.kind === 'quantity') return piece.quantity;
    if (piece.kind === 'distance' && piece.quantity !== null) return piece.quantity;
    if (piece.kind === 'bound' && piece.by === 'word') {
      const edge = piece.bound.low ?? piece.bound.high;
      if (edge !== null) return { value: edge.value, unit: edge.unit, span: edge.span };
    }
  }
  return null;
}

/** Without 每: a loss is counted by any count in its words, what is earned only by a count right before the price. */
function countedOf({ pieces, price }: Saying): Each | null {
  const own = price?.effect === 'deduct' ? lastPhrase(pieces) : lastOf(pieces);
  if (own?.kind === 'quantity' && isCount(own.quantity.unit) && own.quantity.value === '1')
    return { per: own.quantity, isEvery: false };
  if (own?.kind === 'distance' && own.quantity !== null) return { per: own.quantity, isEvery: false };
  if (price?.effect !== 'deduct') return null;
  const counted = lastWhere(
    pieces,
    (piece) =>
      (piece.kind === 'quantity' &&
        isCount(piece.quantity.unit) &&
        !timeFrames.has(piece.quantity.unit ?? '')) ||
      (piece.kind === 'distance' && piece.quantity !== null && isCount(piece.quantity.unit)),
  );
  if (counted?.kind === 'quantity') return { per: counted.quantity, isEvery: false };
  if (counted?.kind === 'distance' && counted.quantity !== null)
    return { per: counted.quantity, isEvery: false };
  return null;
}

export function lastPhrase(pieces: readonly Piece[]): Piece | undefined {
  return lastWhere(pieces, (piece) => piece.kind !== 'break' && piece.kind !== 'enumeration');
}

/** A step of a distance that is measured, not counted: 每低1个百分点, 上升1%, 每超平均年龄1岁. */
export type Gap = { readonly direction: 'below' | 'above' | 'either'; readonly step: Quantity };

export function gapOf(saying: Saying): Gap | null {
  const each = eachOf(saying) ?? pointsBeyond(saying);
  if (each === null || isCount(each.per.unit) || each.per.unit === null || each.per.unit === '分')
    return null;
  const direction = directionOf(saying);
  if (direction === null && !isPercent(each.per.unit)) return null;
  return { direction: direction ?? 'either', step: each.per };
}

/** 超过0.1个百分点扣1分: a number of percentage points is a distance even without 每. */
function pointsBeyond({ pieces }: Saying): Each | null {
  const last = lastPhrase(pieces);
  if (last?.kind !== 'bound' || last.by !== 'word') return null;
  const edge = last.bound.low ?? last.bound.high;
  return edge?.unit === '百分点'
    ? { per: { value: edge.value, unit: edge.unit, span: edge.span }, isEvery: false }
    : null;
}

/** The last word of a distance before the step: 低, 少, 超, 上升. */
export function directionOf({ pieces, price }: Saying): 'below' | 'above' | null {
  const every = lastIndexWhere(pieces, ({ kind }) => kind === 'every');
  const piece = pieces.slice(every + 1).find(({ kind }) => kind === 'distance' || kind === 'bound');
  if (piece?.kind === 'distance') return piece.direction;
  if (piece?.kind === 'bound' && piece.by === 'word') return piece.bound.low === null ? 'below' : 'above';
  void price;
  return null;
}

/** The bounds a saying names, except one that is itself the step of a distance. */
export function boundsOf(saying: Saying): readonly Bound[] {
  const step = (eachOf(saying) ?? pointsBeyond(saying))?.per.span;
  const bounds = piecesOfKind(saying.pieces, 'bound')
    .map(({ bound }) => bound)
    .filter(({ low, high }) => (low ?? high)?.span.start !== step?.start);
  const [first, second, ...others] = bounds;
  const band = first !== undefined && second !== undefined ? bandOf(first, second) : null;
  return band === null ? bounds : [band, ...others];
}

/** 达80%及以上不足90%: two sides of one band. */
function bandOf(one: Bound, other: Bound): Bound | null {
  const low = one.low ?? other.low;
  const high = one.high ?? other.high;
  const isTwoSided =
    (one.low === null) !== (one.high === null) && (one.low === null) !== (other.low === null);
  if (!isTwoSided || (other.low === null) === (other.high === null) || low === null || high === null)
    return null;
  if (low.unit !== high.unit || Number(low.value) >= Number(high.value)) return null;
  return { low, high, span: { start: one.span.start, end: other.span.end } };
}

export const edgeOf = (bound: Bound | undefined): Edge | null => bound?.low ?? bound?.high ?? null;
