import { hasMark, piecesOfKind, wordsOf, type Piece, type Saying } from '../saying.js';
import { boundsOf, eachOf, firstPoints, gapOf, isPercent, roleOf } from '../saying-facts.js';
import type { Bound, Edge, Part, Quantity, Statement, Words } from '../statement.js';
import { longestList, partOf, spanOfAll } from './part.js';
import type { Composer, Scope } from './scope.js';

/** 捐款100—1000元的，每100元加1分；1001—5000元的，每400元加1分: a rate for each band. */
export const composeMarginalRates: Composer = ({ sayings, text }, at) => {
  const rates: (Part & { readonly per: Quantity })[] = [];
  let next = at;
  for (; next < Math.min(sayings.length, at + longestList); next += 1) {
    const saying = sayings[next] as Saying;
    const each = eachOf(saying);
    const [bound] = boundsOf(saying);
    if (saying.price === null || each === null || bound === undefined) break;
    if (gapOf(saying) !== null || !isMeasured(each.per, bound)) break;
    rates.push({ ...partOf(saying, text), bound, per: each.per });
  }
  if (rates.length < 2) return null;
  const span = spanOfAll(sayings.slice(at, next));
  return { statements: [{ kind: 'marginal-rates', method: 'M16', rates, span }], next };
};

/** The band and the step are in the same unit: money, hours, percent. */
const isMeasured = (per: Quantity, bound: Bound): boolean =>
  per.unit !== null && [bound.low?.unit, bound.high?.unit].some((unit) => sameUnit(unit ?? null, per.unit));

const sameUnit = (one: string | null, other: string | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.endsWith('元') && other.endsWith('元')) ||
  (isPercent(one) && isPercent(other));

/** 建家率达70%得3分,60%得2分,50%得1分; 10亿元以上、5-10亿元分别加20、10分; 累计达到10小时加2分. */
export const composeTiers: Composer = (scope, at) =>
  distributed(scope, at) ?? namedGrades(scope, at) ?? consecutive(scope, at);

/** 分优、良、中、差四个等次,分别得10分、8分、6分、3分. */
function namedGrades({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  const points = saying?.price?.points ?? [];
  if (saying === undefined || points.length < 2 || roleOf(saying) !== 'award') return null;
  const before = text.slice(saying.span.start, saying.price?.span.start);
  const found =
    /([^、，,]{1,6}(?:[、和][^、，,和]{1,5})+?)(?:[二两三四五六2-6]个|[二两三四五六2-6])?(?:等次|档次|等级|级别|[档等级类种])(?:情况|情形)?(?:的|评定)?[，,:：]?$/.exec(
      before,
    );
  const names =
    found?.[1]
      ?.split(/[、和]/)
      .map((name) => name.replace(/^(?:.*分(?:为|成)?|按)|[二两三四五六2-6]个?$/g, '')) ?? [];
  if (names.length !== points.length) return null;
  const tiers = points.map((point, index): Part => ({
    words: { text: names[index] ?? '', span: saying.span },
    bound: null,
    points: point,
    span: point.span,
  }));
  const words = wordsOf(saying, text);
  return {
    statements: [{ kind: 'tiers' as const, method: 'M13' as const, words, tiers, span: saying.span }],
    next: at + 1,
    isGuess: true,
  };
}

function distributed({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  const points = saying?.price?.points ?? [];
  if (saying === undefined || points.length < 2) return null;
  const bounds = boundListOf(saying);
  if (bounds.length !== points.length) return null;
  const tiers = bounds.map((bound, index): Part => {
    const point = points[index] ?? firstPoints(saying);
    return { words: null, bound, points: point, span: bound.span };
  });
  const words = wordsOf(
    saying,
    text,
    saying.pieces.slice(
      0,
      saying.pieces.findIndex(({ kind }) => kind === 'bound'),
    ),
  );
  return {
    statements: [
      {
        kind: 'tiers' as const,
        method: saying.price?.effect === 'deduct' ? ('M24' as const) : ('M13' as const),
        words,
        tiers,
        span: saying.span,
      },
    ],
    next: at + 1,
  };
}

/** 低于80%、70%、60%的: the side of the first holds for the others. */
function boundListOf(saying: Saying): readonly Bound[] {
  const [first, ...others] = piecesOfKind(saying.pieces, 'bound').map(({ bound }) => bound);
  if (first === undefined || others.length > 0) return first === undefined ? [] : [first, ...others];
  const edge = first.low ?? first.high;
  const same = piecesOfKind(saying.pieces, 'quantity').filter(
    ({ quantity, span }) => quantity.unit === edge?.unit && span.start > first.span.start,
  );
  const inclusive = edge?.inclusive ?? null;
  return [
    first,
    ...same.map(({ quantity, span }): Bound => {
      const other: Edge = { ...quantity, inclusive };
      return first.low === null ? { low: null, high: other, span } : { low: other, high: null, span };
    }),
  ];
}

type Tier = { readonly saying: Saying; readonly part: Part; readonly subject: string };

function consecutive(scope: Scope, at: number) {
  const tiers: Tier[] = [];
  let next = at;
  for (; next < Math.min(scope.sayings.length, at + longestList); next += 1) {
    const tier = tierOf(scope, scope.sayings[next] as Saying, tiers);
    if (tier === null) break;
    tiers.push(tier);
  }
  const first = tiers[0];
  if (first === undefined || tiers.length < 2 || isPassOrFail(tiers)) return null;
  const span = spanOfAll(scope.sayings.slice(at, next));
  const statement: Statement = {
    kind: 'tiers',
    method: methodOf(scope.text.slice(span.start, span.end), tiers),
    words: subjectOf(first.saying, scope.text),
    tiers: tiers.map(({ part }) => part),
    span,
  };
  const full = tiers.find(({ saying }) => saying.price?.isFull === true);
  // Amounts that make up the item's points look like parts that are all earned.
  const amounts = tiers.map(({ saying }) => numberOf(saying));
  const isDoubtful = scope.points !== null && sumOf(amounts) === Number(scope.points);
  if (full === undefined) return { statements: [statement], next, isDoubtful };
  const { points } = full.part;
  const whole: Statement = {
    kind: 'item-points',
    method: null,
    words: null,
    bound: null,
    points,
    span: full.saying.span,
  };
  return { statements: [whole, statement], next };
}

/** ≥15 得50分，<15 得0分 is one threshold, not two bands. */
const isPassOrFail = (tiers: readonly Tier[]): boolean =>
  tiers.length === 2 && tiers.some(({ part }) => part.points.kind === 'none');

function tierOf(scope: Scope, saying: Saying, before: readonly Tier[]): Tier | null {
  const role = roleOf(saying);
  const first = before[0];
  if (saying.price === null || saying.price.points.length > 1 || eachOf(saying)?.isEvery === true)
    return null;
  if (role !== 'award' && role !== 'add' && role !== 'loss' && role !== 'zero') return null;
  if (role === 'loss' && boundsOf(saying).length === 0) return null;
  // 控制在5%以内记6分,超过0.1个百分点扣1分: what is earned and what is lost are not bands of one table.
  if (role !== 'zero' && before.some((tier) => (roleOf(tier.saying) === 'loss') !== (role === 'loss')))
    return null;
  const subject = subjectOf(saying, scope.text)?.text ?? '';
  const bound = boundOf(saying, scope, before);
  const isRest =
    first !== undefined && before.length > 1 && (role === 'zero' || hasMark(saying, 'others', 'otherwise'));
  if (bound === null && !isRest && !isCompound(saying, first)) return null;
  if (first !== undefined && !isSameSubject(first, subject, bound))
    return isRest || (before.length > 2 && isCompound(saying, first)) ? restTier(saying, scope) : null;
  return {
    saying,
    subject,
    part: { words: wordsOf(saying, scope.text), bound, points: firstPoints(saying), span: saying.span },
  };
}

const restTier = (saying: Saying, { text }: Scope): Tier => ({
  saying,
  subject: '',
  part: { ...partOf(saying, text), bound: null },
});

/** A bound in words, a plain percentage (60%得2分), or 达标 where the demand is in the indicator. */
function boundOf(saying: Saying, scope: Scope, before: readonly Tier[]): Bound | null {
  const [bound] = boundsOf(saying);
  if (bound !== undefined) return bound;
  const [quantity] = piecesOfKind(saying.pieces, 'quantity');
  if (quantity !== undefined && (isPercent(quantity.quantity.unit) || before.length > 0)) {
    const edge: Edge = { ...quantity.quantity, inclusive: true };
    return { low: edge, high: null, span: quantity.span };
  }
  return saying.text.includes('达标') && before.length === 0 ? scope.demand : null;
}

/** 基本称职、不称职合计得票率达到三分之一的,得130分: a further band on something else. */
const isCompound = (saying: Saying, first: Tier | undefined): boolean =>
  first !== undefined && saying.text.includes('率') && first.saying.text.includes('率');

function isSameSubject(first: Tier, subject: string, bound: Bound | null): boolean {
  if (subject === '' || connectors.has(subject)) return true;
  if (sharedStart(first.subject, subject) >= Math.min(3, first.subject.length)) return true;
  if (subject.length > 2 && first.subject.endsWith(subject)) return true;
  const [unit, other] = [
    bound?.low?.unit ?? bound?.high?.unit,
    first.part.bound?.low?.unit ?? first.part.bound?.high?.unit,
  ];
  return unit === other && subject.length <= 3 && !subject.includes('率');
}

const connectors = new Set([
  '达',
  '达到',
  '的',
  '在',
  '为',
  '完成',
  '按',
  '比例',
  '得分率',
  '低于',
  '不足',
  '未达',
]);

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

/** The words before the bound or the number. */
export function subjectOf(saying: Saying, text: string): Words | null {
  const at = saying.pieces.findIndex(
    (piece: Piece) => piece.kind === 'bound' || (piece.kind === 'quantity' && isPercent(piece.quantity.unit)),
  );
  const pieces = at < 0 ? saying.pieces : saying.pieces.slice(0, at);
  return wordsOf(saying, text, pieces);
}

function methodOf(text: string, tiers: readonly Tier[]): 'M13' | 'M17' | 'M54' | 'M24' {
  if (text.includes('得票率') || text.includes('优秀率') || text.includes('优秀票')) return 'M54';
  const roles = tiers.map(({ saying }) => roleOf(saying));
  if (roles.includes('loss') && roles.every((role) => role === 'loss' || role === 'zero')) return 'M24';
  return text.includes('累计达到') || text.includes('累计') ? 'M17' : 'M13';
}

const gradeWords = [
  '优秀',
  '良好',
  '优',
  '良',
  '好',
  '较好',
  '一般',
  '差',
  '较差',
  '合格',
  '不合格',
  '基本合格',
  'A级',
  'B级',
  'C级',
];

/** (1)独立用房15分(2)共用9分(3)无 0分: one of several cases, told apart by words. */
export const composeChoices: Composer = ({ sayings, text, points }, at) => {
  let next = at;
  while (next < Math.min(sayings.length, at + longestList) && isChoice(sayings[next] as Saying)) next += 1;
  const run = sayings.slice(at, next);
  if (run.length < 2 || run.every((saying) => boundsOf(saying).length > 0)) return null;
  const amounts = run.map((saying) => numberOf(saying));
  const isFalling = amounts.every((amount, index) => index === 0 || amount < (amounts[index - 1] ?? 0));
  const isTop = points === null ? run.length > 2 : amounts[0] === Number(points);
  const isGraded = run.every((saying) => {
    const words = wordsOf(saying, text)?.text ?? '';
    return (
      gradeNames.test(words) ||
      gradeWords.some(
        (grade) => words.endsWith(grade) || words.endsWith(`${grade}的`) || words.endsWith(`${grade}等次`),
      )
    );
  });
  // The first earns all points already: the others are no further parts.
  const isOneOf = isTop && points !== null && sumOf(amounts) > Number(points);
  const isTrend = run.every((saying) => trends.test(wordsOf(saying, text)?.text ?? ''));
  if (!isFalling || !((isTop && isAlike(run, text)) || isGraded || isTrend || isOneOf)) return null;
  const tiers = run.map((saying) => partOf(saying, text));
  const statement: Statement = { kind: 'tiers', method: 'M13', words: null, tiers, span: spanOfAll(run) };
  const isDoubtful = isTrend || tiers.some(({ bound }) => bound !== null);
  return { statements: [statement], next, isGuess: !isGraded, isDoubtful };
};

/** A级, 三星级, 一等, 优秀档: names of grades. */
const gradeNames =
  /(?:[A-Ea-eＡ-Ｅ甲乙丙丁][级类等档]?|[一二三四五][级类等档星]级?|(?:优秀|良好|合格|基本合格|不合格|较好|一般|较差|优|良|中|差)[等档]?次?)(?:等次|档次|单位|村|社区)?[的者]?$/;

/** 下降的, 持平的, 上升的. */
const trends = /(?:上升|下降|持平|增长|减少|增加|提高|降低|不变|进步|退步)的?$/;

function isChoice(saying: Saying): boolean {
  const role = roleOf(saying);
  return (
    (role === 'award' || role === 'zero') &&
    saying.price?.points.length === 1 &&
    eachOf(saying)?.isEvery !== true
  );
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Only for comparing amounts with each other; no score is computed here. */
const numberOf = (saying: Saying): number => {
  const points = firstPoints(saying);
  return points.kind === 'number' ? Number(points.value) : 0;
};

/** The cases speak of the same thing: the first two share two signs in a row. */
function isAlike(run: readonly Saying[], text: string): boolean {
  const [one = '', ...others] = run.map((saying) => wordsOf(saying, text)?.text ?? '');
  const pairs = Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => one.slice(at, at + 2));
  return (
    others.slice(0, -1).every((other) => pairs.some((pair) => other.includes(pair))) && others.length > 1
  );
}
