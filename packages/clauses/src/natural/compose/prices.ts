import { levelsIn } from '../level-words.js';
import { hasMark, piecesOfKind, wordsOf, type Saying } from '../saying.js';
import {
  type Each,
  boundsOf,
  directionOf,
  eachOf,
  edgeOf,
  firstPoints,
  gapOf,
  isCount,
  isPercent,
  roleOf,
} from '../saying-facts.js';
import type { Bound, Edge, Part, Points, Quantity, Statement, Words } from '../statement.js';
import { listedIn } from './levels.js';
import { longestList, partOf, spanOfAll } from './part.js';
import type { Composer, Scope } from './scope.js';
import { lastOf, lastWhere } from '../last-of.js';

/** 酌情扣分, 视情节减分, 扣5—10分, 由领导酌情给分. */
export const composeJudged: Composer = (scope, at) => {
  const { sayings, text } = scope;
  const saying = sayings[at];
  if (saying === undefined || roleOf(saying) !== 'judged') return null;
  const run = rangesByLevel(scope, at);
  const effect = saying.price?.effect ?? 'award';
  const judged = (points: Points): Statement => {
    return { kind: 'judged', method: 'M58', words: wordsOf(saying, text), effect, points, span: saying.span };
  };
  if (run === null) return { statements: (saying.price?.points ?? []).map(judged), next: at + 1 };
  const levels: Statement = {
    kind: 'levels',
    method: effect === 'deduct' ? 'M24' : 'M32',
    effect: effect === 'deduct' ? 'deduct' : 'add',
    levels: run.map((one) => partOf(one, text)),
    isEach: false,
    quotas: [],
    isHighestOnly: false,
    span: spanOfAll(run),
  };
  return { statements: [levels, judged({ kind: 'unstated', span: saying.span })], next: at + run.length };
};

/** 市级通报减5—20分;省级批评减10分以上: a span for each level. */
function rangesByLevel({ sayings, text }: Scope, at: number): readonly Saying[] | null {
  let next = at;
  const isRange = (saying: Saying | undefined): boolean =>
    saying !== undefined && roleOf(saying) === 'judged' && firstPoints(saying).kind === 'range';
  while (next < at + longestList && isRange(sayings[next])) next += 1;
  const run = sayings.slice(at, next);
  const names = new Set(run.map((saying) => levelsIn(wordsOf(saying, text)?.text ?? '', 0)[0]?.level));
  return run.length > 1 && names.size === run.length && !names.has(undefined) ? run : null;
}

/** 不足按比例得分, 未完成按完成比例扣分: in proportion to a target, so not above the points. */
export const composeProportion: Composer = ({ sayings, text }, at) => {
  const saying = sayings[at];
  if (saying === undefined || roleOf(saying) !== 'proportional') return null;
  const before = sayings[at - 1];
  // A condition for full points before it, or a shortfall in it, makes the points a ceiling.
  const isCapped =
    [before, sayings[at + 1]].some((other) => other !== undefined && roleOf(other) === 'award') ||
    piecesOfKind(saying.pieces, 'distance').length > 0 ||
    saying.price?.effect === 'deduct';
  const statement: Statement = {
    kind: 'proportion',
    method: isCapped ? 'M05' : 'M04',
    points: null,
    of: wordsOf(saying, text),
    formula: null,
    isCapped,
    ...targetBefore(before),
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
};

/** 收缴率达100%得2分,未达到的按比例: what earns everything is where the proportion begins. */
function targetBefore(before: Saying | undefined): { readonly target?: Edge } {
  if (before === undefined || roleOf(before) !== 'award') return {};
  const low = boundsOf(before).length === 1 ? boundsOf(before)[0]?.low : null;
  if (low) return { target: low };
  const percent = piecesOfKind(before.pieces, 'quantity').find(({ quantity }) => isPercent(quantity.unit));
  return percent === undefined ? {} : { target: { ...percent.quantity, inclusive: true } };
}

/** 每低1个百分点扣0.5分, 每超平均年龄1岁的扣0.5分, 上升1个百分点扣1分. */
export const composeGap: Composer = (scope, at) => {
  const { sayings, text } = scope;
  const saying = sayings[at];
  const gap = saying === undefined ? null : gapOf(saying);
  if (saying === undefined || gap === null) return null;
  const role = roleOf(saying);
  if (role !== 'loss' && role !== 'add' && role !== 'award') return null;
  if (role === 'award' && gap.direction === 'either') return null;
  if (role !== 'loss' && isBonusAlone(scope, at, gap.direction)) return null;
  const threshold = thresholdOf(scope, at, gap.step);
  const isAbove = hasMark(saying, 'mean') || saying.text.includes('平均');
  const isPrevious = hasMark(saying, 'previous') || (threshold === null && isAgainstPrevious(sayings, at));
  const statement: Statement = {
    kind: 'per-gap',
    method: isPrevious ? 'M47' : isAbove ? 'M29' : 'M23',
    words: wordsOf(saying, text),
    direction: gap.direction,
    effect: role === 'loss' ? 'deduct' : 'add',
    step: gap.step,
    points: firstPoints(saying),
    opposite: null,
    threshold,
    from: isPrevious
      ? 'previous-period'
      : isAbove
        ? 'group-mean'
        : threshold === null
          ? 'elsewhere'
          : 'threshold',
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
};

/** 比上年下降的得4分,每上升5%扣1分: against the year before, which the saying or the one before it names. */
function isAgainstPrevious(sayings: readonly Saying[], at: number): boolean {
  const [saying, before] = [sayings[at] as Saying, sayings[at - 1]];
  if (hasMark(saying, 'previous')) return true;
  return before !== undefined && hasMark(before, 'previous') && boundsOf(before).length === 0;
}

/** 每超1个百分点加0.5分 with nothing for the other direction: pieces beyond a target, not a distance. */
function isBonusAlone({ sayings }: Scope, at: number, direction: string): boolean {
  const saying = sayings[at] as Saying;
  if (hasMark(saying, 'previous', 'mean') || saying.text.includes('平均') || direction !== 'above')
    return false;
  return ![sayings[at - 1], sayings[at + 1]].some(
    (other) => other !== undefined && roleOf(other) === 'loss' && gapOf(other) !== null,
  );
}

/** The level from which a distance counts: in the saying itself, or in the one before it that earns all points. */
function thresholdOf({ sayings }: Scope, at: number, step: Quantity): Edge | null {
  const saying = sayings[at] as Saying;
  const own = boundsOf(saying).find((bound) => edgeOf(bound) !== null);
  if (own !== undefined) return edgeOf(own);
  for (let before = at - 1; before >= 0 && before >= at - 2; before -= 1) {
    const earlier = sayings[before] as Saying;
    const role = roleOf(earlier);
    if (role !== 'award' && role !== 'exempt') continue;
    const [bound] = boundsOf(earlier);
    if (bound !== undefined) return edgeOf(bound);
    const percent = piecesOfKind(earlier.pieces, 'quantity').find(({ quantity }) => isPercent(quantity.unit));
    if (percent !== undefined && isPercent(step.unit)) return { ...percent.quantity, inclusive: true };
  }
  return null;
}

/** 缺席1次扣1分, 每少一次扣0.25分, 1例错登扣0.5分, 0.2分/人. */
export const composeOccurrence: Composer = ({ sayings, text, points }, at) => {
  const saying = sayings[at];
  const each = saying === undefined ? null : eachOf(saying);
  if (saying === undefined || each === null || roleOf(saying) !== 'loss') return null;
  const price = firstPoints(saying);
  // “十个一”有一个完成不了,扣10分 of 10: the count names when the item is lost, not a price for each.
  const isWhole = !each.isEvery && price.kind === 'number' && price.value === points;
  if (isWhole) return null;
  const statement: Statement = {
    kind: 'per-occurrence',
    method: isBlock(sayings, at, each) ? 'M22' : 'M21',
    words: wordsOf(saying, text),
    per: each.per,
    required: requiredFor(sayings, at, each.per.unit),
    points: price,
    span: saying.span,
  };
  // 0.1 of a count is no count: 每高0.1个比点.
  return {
    statements: [statement],
    next: at + 1,
    isDoubtful: each.per.value.includes('.') && isCount(each.per.unit),
  };
};

/** 每满10户, 每5户…不足5户不扣: only whole blocks count. */
function isBlock(sayings: readonly Saying[], at: number, each: Each): boolean {
  const [saying, next] = [sayings[at] as Saying, sayings[at + 1]];
  if (!each.isEvery || each.per.value === '1' || !isCount(each.per.unit)) return false;
  return saying.text.includes('每满') || (next !== undefined && isRemainder(next, each.per));
}

/** 不足5户不扣. */
export function isRemainder(saying: Saying, per: Quantity): boolean {
  const role = roleOf(saying);
  if (role !== 'exempt' && role !== 'no-bonus' && role !== 'zero') return false;
  const edge = piecesOfKind(saying.pieces, 'bound').map(({ bound }) => bound.high)[0];
  return edge?.value === per.value && edge.unit === per.unit && saying.text.startsWith('不');
}

/** The number that must be there, from which 每少1次 counts: in the saying, before it, or in what earns all points. */
function requiredFor(sayings: readonly Saying[], at: number, unit: string | null): Edge | null {
  const saying = sayings[at] as Saying;
  const earlier = sayings[at - 1];
  const pieces = [
    ...(earlier !== undefined && roleOf(earlier) === 'award' ? [...earlier.preface, ...earlier.pieces] : []),
    ...saying.preface,
    ...saying.pieces,
  ];
  const bounds = piecesOfKind(pieces, 'bound').map(({ bound }) => edgeOf(bound));
  return bounds.find((edge) => edge !== null && edge.unit === unit) ?? null;
}

/** 每提请1个企业加0.5分, 1次1分, 办结1件得1分; 每超目标任务引进1个加2分 counts only what goes beyond. */
export const composePerUnit: Composer = ({ sayings, text }, at) => {
  const saying = sayings[at];
  const each = saying === undefined ? null : (eachOf(saying) ?? eachUpTo(saying, sayings[at + 1]));
  if (saying === undefined || each === null) return null;
  const role = roleOf(saying);
  if (role !== 'add' && role !== 'award') return null;
  const direction = directionOf(saying);
  const isBeyondTarget =
    ((direction === 'above' && !isOnlyReached(saying)) || isOverTarget(saying)) &&
    (each.isEvery || hasMark(saying, 'target')) &&
    !increases.some((word) => saying.text.includes(word));
  const statement: Statement = {
    kind: 'per-unit',
    method: isBeyondTarget ? 'M11' : 'M10',
    words: wordsOf(saying, text),
    per: each.per,
    points: firstPoints(saying),
    isBeyondTarget,
    maxCount: null,
    span: saying.span,
  };
  // 每户1分,不合格的不得分: what does not count earns nothing anyway.
  const following = sayings[at + 1];
  return {
    statements: [statement],
    next: following !== undefined && isShortDenial(following) ? at + 2 : at + 1,
  };
};

const isShortDenial = (saying: Saying): boolean =>
  isDenial(saying) &&
  saying.text.length <= 12 &&
  boundsOf(saying).length === 0 &&
  saying.preface.every(({ kind }) => kind === 'break');

/** 超额完成任务的,每多发展1户: the words before say that only the rest counts. */
const isOverTarget = ({ text }: Saying): boolean =>
  ['超额', '超出任务', '超目标', '超任务', '超过任务', '超过目标', '超出目标'].some((word) =>
    text.includes(word),
  );

/** 每完成1件, 每达到10%: so many, not more than so many. */
const isOnlyReached = ({ pieces }: Saying): boolean =>
  piecesOfKind(pieces, 'bound').some(
    ({ by, word }) => by === 'word' && /完成$|达到?$|满$|至少|累计/.test(word),
  ) && !piecesOfKind(pieces, 'distance').some(({ direction }) => direction === 'above');

/** 每新增1个 is more than before, not more than a target. */
const increases = ['新增', '增设', '增加'];

/** 组织一次活动得1分,满分5分: the ceiling shows that the one is counted. */
function eachUpTo(saying: Saying, next: Saying | undefined): Each | null {
  if (next === undefined || saying.price?.points.length !== 1) return null;
  const most = ceilingOf(next);
  const own = firstPoints(saying);
  if (most?.kind !== 'number' || own.kind !== 'number' || Number(most.value) <= Number(own.value))
    return null;
  const one = piecesOfKind(saying.pieces, 'quantity').find(
    ({ quantity }) => quantity.value === '1' && isCount(quantity.unit),
  );
  return one === undefined ? null : { per: one.quantity, isEvery: false };
}

/** 满分5分 alone, or 最高5分. */
function ceilingOf(saying: Saying): Points | null {
  if (saying.aside?.kind === 'limit') return saying.aside.points;
  const isBare = saying.price?.isFull === true && saying.pieces.every(({ kind }) => kind === 'break');
  return isBare ? firstPoints(saying) : null;
}

/** 每培训100人次得1分,满分5分: after what is counted, all points are the most that can be counted. */
export const composeFullAfterCount: Composer = ({ sayings, text }, at) => {
  const saying = sayings[at];
  const before = lastWhere(sayings.slice(0, at), (earlier) => ceilingOf(earlier) === null);
  if (saying?.price === null || saying === undefined || before === undefined) return null;
  if (saying.price.effect === 'deduct' || saying.price.effect === 'add') return null;
  const role = roleOf(before);
  if ((role !== 'award' && role !== 'add') || (eachOf(before) ?? eachUpTo(before, saying)) === null)
    return null;
  const words = wordsOf(saying, text)?.text ?? '';
  const isReached = saying.price.points[0]?.kind === 'full' && words !== '' && countsAs(saying, before);
  const points = ceilingOf(saying) ?? (itself.includes(words) || isReached ? firstPoints(saying) : null);
  if (points === null) return null;
  const cap: Statement = {
    kind: 'cap',
    method: null,
    scope: 'clause',
    of: 'score',
    points,
    span: saying.span,
  };
  return { statements: [cap], next: at + 1 };
};

/** 办够5期即得满分: a number of the same pieces. */
const countsAs = (saying: Saying, before: Saying): boolean => {
  const unit = eachOf(before)?.per.unit ?? null;
  const counts = [
    ...piecesOfKind(saying.pieces, 'quantity').map(({ quantity }) => quantity),
    ...boundsOf(saying).map(edgeOf),
  ];
  return counts.some((count) => count !== null && count.unit === unit && isCount(unit));
};

/** A list of things with their own points: 有A得2分,有B得2分; what follows only to deny one (无方案不计分) belongs to it. */
export const composeChecklist: Composer = (scope, at) => {
  const { sayings, text } = scope;
  const parts: Part[] = [];
  let next = at;
  while (
    next < Math.min(sayings.length, at + longestList) &&
    isListed(sayings[next] as Saying) &&
    !isThresholdPair(sayings, next)
  ) {
    parts.push(partOf(sayings[next] as Saying, text));
    next += 1;
    if (next < sayings.length && isDenial(sayings[next] as Saying)) next += 1;
  }
  // …；标语12幅记2分,缺1幅扣1分: the last earns what the loss after it is taken from.
  if (isBase(sayings, next - 1)) {
    parts.pop();
    next -= 1;
  }
  if (parts.length < 2 || isBoundThroughout(parts)) return null;
  const span = spanOfAll(sayings.slice(at, next));
  return {
    statements: [{ kind: 'checklist', method: 'M03', parts, shared: null, requirements: [], span }],
    next,
  };
};

/** An award that opens a sentence, with a counted loss in the same sentence. */
function isBase(sayings: readonly Saying[], at: number): boolean {
  const [saying, next] = [sayings[at], sayings[at + 1]];
  if (saying === undefined || next === undefined || saying.preface.length === 0) return false;
  const isCounted = roleOf(next) === 'loss' && (eachOf(next) !== null || gapOf(next) !== null);
  return roleOf(saying) === 'award' && isCounted && next.preface.length === 0;
}

/** 80%以上的计2分,未达到的计0分: a threshold that says both sides is a rule of its own. */
const isThresholdPair = (sayings: readonly Saying[], at: number): boolean =>
  boundsOf(sayings[at] as Saying).length > 0 &&
  sayings[at + 1] !== undefined &&
  isDenial(sayings[at + 1] as Saying);

function isListed(saying: Saying): boolean {
  return (
    roleOf(saying) === 'award' &&
    saying.price?.points.length === 1 &&
    eachOf(saying) === null &&
    !(saying.price.isFull && saying.pieces.every(({ kind }) => kind === 'break')) &&
    !isHeading(saying)
  );
}

/** （15分）: the points of the item or of what follows, not of a part. */
const isHeading = (saying: Saying): boolean => saying.isBracketed && saying.preface.length > 0;

/** Demands on values of different things are not one list of things. */
const isBoundThroughout = (parts: readonly Part[]): boolean => parts.every(({ bound }) => bound !== null);

const denials = ['未', '不', '没有', '无', '上述', '以上', '两项'];

/** 无方案不计分, 未达到的计0分, 上述两项均不符合0分. */
function isDenial(saying: Saying): boolean {
  const words = saying.text;
  return (
    roleOf(saying) === 'zero' &&
    (denials.some((denial) => words.startsWith(denial)) || hasMark(saying, 'otherwise', 'others'))
  );
}

/** Points once, when something is met; with what the text says of the contrary. */
export const composeAward: Composer = (scope, at) => {
  const saying = scope.sayings[at];
  if (saying === undefined) return null;
  const role = roleOf(saying);
  if (role === 'add' || role === 'no-bonus') return addition(scope, at);
  if (role !== 'award') return null;
  const listed = saying.price?.isDistributed === true ? listedIn(saying, scope.text) : [];
  if (listed.length > 1) {
    const points = firstPoints(saying);
    const parts = listed.map((words): Part => ({ words, bound: null, points, span: words.span }));
    const list: Statement = {
      kind: 'checklist',
      method: 'M03',
      parts,
      shared: null,
      requirements: [],
      span: saying.span,
    };
    return { statements: [list], next: at + 1 };
  }
  const next = scope.sayings[at + 1];
  if (saying.price?.effect === null && next?.aside?.kind === 'floor' && next.pieces.length === 0) {
    const points = firstPoints(saying);
    return {
      statements: [
        { kind: 'item-points', method: null, words: null, bound: null, points, span: saying.span },
      ],
      next: at + 1,
    };
  }
  if (namesTheItem(scope, at)) {
    const points = firstPoints(saying);
    const { span } = saying;
    return {
      statements: [{ kind: 'item-points', method: null, words: null, bound: null, points, span }],
      next: at + 1,
    };
  }
  const contrary = contraryOf(scope, at);
  const shared = sharedList(scope, at);
  if (shared !== null && contrary === null) return shared;
  const bound = demandOf(saying, scope);
  const statement: Statement = {
    kind: 'award',
    method: bound === null && headsOf(saying) === null ? 'M01' : 'M02',
    words: wordsOf(saying, scope.text) ?? wordsOf(saying, scope.text, saying.preface),
    bound,
    points: firstPoints(saying),
    otherwise: contrary?.points ?? null,
    perHeads: headsOf(saying),
    span: saying.span,
  };
  return { statements: [statement], next: contrary === null ? at + 1 : at + 2 };
};

const itself = ['此项', '本项', '该项', '共', '计', '此项共', '本项共', '该项共', '小计'];

/** …，满分2分; 此项十五分: what the item is worth, after what is lost from it. */
function namesTheItem({ sayings, text }: Scope, at: number): boolean {
  const saying = sayings[at] as Saying;
  const words = wordsOf(saying, text)?.text ?? '';
  if (saying.preface.some(({ kind }) => kind !== 'break')) return false;
  const isNamed =
    ((saying.price?.isFull === true || saying.isBracketed) && words === '') || itself.includes(words);
  return isNamed && sayings.slice(0, at).some((earlier) => earlier.price !== null);
}

function addition({ sayings, text }: Scope, at: number) {
  const saying = sayings[at] as Saying;
  if (roleOf(saying) === 'no-bonus') return null;
  const isHonour = honours.some((word) => saying.text.includes(word));
  const [bound] = boundsOf(saying);
  if (!isHonour && bound !== undefined) {
    const met: Statement = {
      kind: 'award',
      method: 'M02',
      words: wordsOf(saying, text),
      bound,
      points: firstPoints(saying),
      otherwise: null,
      perHeads: null,
      span: saying.span,
    };
    return { statements: [met], next: at + 1, isGuess: true };
  }
  if (!isHonour) {
    const once: Statement = {
      kind: 'per-unit',
      method: 'M10',
      words: wordsOf(saying, text),
      per: { value: '1', unit: null, span: saying.span },
      points: firstPoints(saying),
      isBeyondTarget: false,
      maxCount: null,
      span: saying.span,
    };
    return { statements: [once], next: at + 1, isGuess: true };
  }
  const statement: Statement = {
    kind: 'levels',
    method: 'M32',
    effect: 'add',
    levels: [partOf(saying, text)],
    isEach: false,
    quotas: [],
    isHighestOnly: false,
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
}

const honours =
  '表彰 表扬 通报 荣誉 获奖 称号 批示 推广 示范 先进 嘉奖 等奖 经验 国家级 省级 市级 县级 授予 命名 肯定 典型'.split(
    ' ',
  );

/** 按3000人口1个的比例配备: one for so many. */
function headsOf(saying: Saying): Quantity | null {
  if (!hasMark(saying, 'proportion')) return null;
  const heads = piecesOfKind(saying.pieces, 'quantity').find(
    ({ quantity }) => (quantity.unit === '人口' || quantity.unit === '人') && quantity.value.length > 1,
  );
  return heads?.quantity ?? null;
}

/** The demand in the words of the saying, or in the indicator when the saying only says 达标. */
function demandOf(saying: Saying, scope: Scope): Bound | null {
  const [bound] = boundsOf(saying);
  if (bound !== undefined) return bound;
  const percent = piecesOfKind(saying.pieces, 'quantity').find(({ quantity }) => isPercent(quantity.unit));
  if (percent !== undefined)
    return { low: { ...percent.quantity, inclusive: true }, high: null, span: percent.span };
  return saying.text.includes('达标') ? scope.demand : null;
}

/** The saying after an award, when it only says what happens otherwise. */
function contraryOf({ sayings, text }: Scope, at: number): { readonly points: Points } | null {
  const [award, next] = [sayings[at] as Saying, sayings[at + 1]];
  if (next === undefined || award.isBracketed) return null;
  const role = roleOf(next);
  if (isDenial(next) || (role === 'zero' && isOtherSide(award, next))) return { points: firstPoints(next) };
  const words = wordsOf(next, text)?.text ?? '';
  const isShort = words === '否则' || words.length <= 6;
  const [gain, loss] = [firstPoints(award), firstPoints(next)];
  const isEqual = gain.kind === 'number' && loss.kind === 'number' && gain.value === loss.value;
  if (
    role === 'loss' &&
    isEqual &&
    isShort &&
    eachOf(next) === null &&
    denials.some((denial) => words.startsWith(denial))
  ) {
    return { points: loss };
  }
  return null;
}

/** 达到15条计50分;少于15条计0分; 少于每月一次不计分. */
const isOtherSide = (award: Saying, next: Saying): boolean => {
  const [one, other] = [edgeOf(boundsOf(award)[0]), edgeOf(boundsOf(next)[0])];
  if (one !== null && other !== null) return one.value === other.value;
  return directionOf(next) === 'below' || hasMark(next, 'otherwise');
};

const purposes = [
  '保证',
  '确保',
  '做到',
  '以',
  '促进',
  '保障',
  '切实',
  '进一步',
  '按',
  '根据',
  '查阅',
  '查看',
  '推进',
];

/** Several requirements before one bare number: 设立委员会,建立队伍。10分. */
function sharedList({ sayings, text }: Scope, at: number) {
  const saying = sayings[at] as Saying;
  const points = firstPoints(saying);
  if (points.kind !== 'number' || boundsOf(saying).length > 0) return null;
  const clauses = requirementsOf(saying, text);
  const requirements = clauses.length < 2 ? parallelIn(saying, text) : clauses;
  if (requirements.length < 2) return null;
  const statement: Statement = {
    kind: 'checklist',
    method: 'M03',
    parts: [],
    shared: points,
    requirements,
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
}

/** 有计划、有总结、有记录: three or more that begin alike. */
function parallelIn(saying: Saying, text: string): readonly Words[] {
  const listed = listedIn(saying, text);
  const begins = new Set(listed.map(({ text: words }) => words.charAt(0)));
  return listed.length > 2 && begins.size === 1 ? listed : [];
}

/** The clauses of the last sentence that say something to be done; a heading before them (建立组织、队伍。) is none. */
export function requirementsOf(saying: Saying, text: string): readonly Words[] {
  const pieces = [...saying.preface, ...saying.pieces];
  const sentences: (typeof pieces)[] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'break' && piece.of === 'stop') sentences.push([]);
    else lastOf(sentences)?.push(piece);
  }
  const last = lastWhere(sentences, (sentence) => sentence.some(({ kind }) => kind !== 'break')) ?? [];
  const clauses: (typeof pieces)[] = [[]];
  for (const piece of last) {
    if (piece.kind === 'break' && piece.of !== 'open' && piece.of !== 'close') clauses.push([]);
    else lastOf(clauses)?.push(piece);
  }
  return clauses
    .map((clause) => wordsOf(saying, text, clause))
    .filter((words) => words !== null)
    .filter(({ text: words }) => words.length > 3 && !purposes.some((purpose) => words.startsWith(purpose)));
}

const events = ['出现', '发生', '发现', '如', '有', '凡', '因', '被', '弄虚作假', '违反', '造成'];

/** A loss that happens once, of some points or of the item. */
export const composeLoss: Composer = ({ sayings, text, demand }, at) => {
  const saying = sayings[at];
  if (saying === undefined) return null;
  const role = roleOf(saying);
  if (role !== 'loss' && role !== 'zero') return null;
  const price = saying.price;
  if (role === 'loss' && text.slice(price?.span.start, price?.span.end).startsWith('追加')) {
    const points = firstPoints(saying);
    const further: Statement = {
      kind: 'further-loss',
      method: null,
      trigger: null,
      points,
      span: saying.span,
    };
    return { statements: [further], next: at + 1 };
  }
  const words = wordsOf(saying, text) ?? wordsOf(saying, text, saying.preface);
  const isEvent = events.some((event) => words?.text.startsWith(event));
  const [own] = boundsOf(saying);
  const isShort = words?.text.includes('达标') === true;
  const bound = own ?? (isShort ? (demand ?? demandBefore(sayings, at)) : null);
  const loss = (of: Words | null): Statement => ({
    kind: 'loss',
    method: role === 'zero' && isEvent ? 'M27' : bound === null ? 'M01' : 'M02',
    words: of,
    bound,
    points: firstPoints(saying),
    isEvent,
    span: saying.span,
  });
  const listed = price?.isDistributed === true ? listedIn(saying, text) : [];
  return { statements: listed.length > 1 ? listed.map(loss) : [loss(words)], next: at + 1 };
};

/** 面积不少于20平方米(2分),不达标的扣1分. */
function demandBefore(sayings: readonly Saying[], at: number): Bound | null {
  const before = sayings[at - 1];
  if (before === undefined || roleOf(before) !== 'award') return null;
  const bounds = piecesOfKind([...before.preface, ...before.pieces], 'bound');
  return bounds.length === 1 ? (bounds[0]?.bound ?? null) : null;
}

const demandIn = (saying: Saying): boolean =>
  boundsOf(saying).length > 0 ||
  piecesOfKind(saying.pieces, 'quantity').some(({ quantity }) => isPercent(quantity.unit));

/** 不扣分 excuses; with a bound it only says from where a distance counts, and the distance says it again. */
export const composeExemption: Composer = ({ sayings, text }, at) => {
  const saying = sayings[at];
  if (saying === undefined || roleOf(saying) !== 'exempt') return null;
  const next = sayings[at + 1];
  const isThreshold = demandIn(saying) && next !== undefined && gapOf(next) !== null;
  const before = sayings[at - 1];
  const each = before === undefined ? null : eachOf(before);
  if (isThreshold || (each !== null && isRemainder(saying, each.per)))
    return { statements: [], next: at + 1 };
  return {
    statements: [{ kind: 'exemption', method: 'M49', words: wordsOf(saying, text), span: saying.span }],
    next: at + 1,
  };
};

/** A price without its number. */
export const composeUnstated: Composer = ({ sayings, text }, at) => {
  const saying = sayings[at];
  if (saying === undefined || roleOf(saying) !== 'unstated') return null;
  const next = sayings[at + 1];
  // 给予加分。(每个火点加2分), 按差距进行扣分,每差1个扣0.5分: the number follows.
  if (next?.price?.effect === saying.price?.effect && next !== undefined && roleOf(next) !== 'unstated') {
    return { statements: [], next: at + 1 };
  }
  const words = wordsOf(saying, text);
  const points = firstPoints(saying);
  const each = eachOf(saying);
  const statement: Statement =
    saying.price?.effect === 'deduct'
      ? each === null
        ? { kind: 'loss', method: 'M01', words, bound: null, points, isEvent: true, span: saying.span }
        : {
            kind: 'per-occurrence',
            method: 'M21',
            words,
            per: each.per,
            required: null,
            points,
            span: saying.span,
          }
      : {
          kind: 'levels',
          method: 'M32',
          effect: 'add',
          levels: [partOf(saying, text)],
          isEach: each !== null,
          quotas: [],
          isHighestOnly: false,
          span: saying.span,
        };
  return { statements: [statement], next: at + 1 };
};
