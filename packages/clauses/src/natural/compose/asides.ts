import { hasMark, piecesOfKind, wordsOf, type Saying } from '../saying.js';
import { firstPoints, lastPhrase, roleOf } from '../saying-facts.js';
import type { Statement } from '../statement.js';
import { requirementsOf } from './prices.js';
import type { Composed, Composer, Scope } from './scope.js';

/** Ceilings: of the clause, of additions over several items, of a count; or all there is: 最高得10分. */
export const composeLimit: Composer = (scope, at) => {
  const { sayings, text } = scope;
  const saying = sayings[at];
  if (saying === undefined) return null;
  if (isOverrun(saying)) return overrun(scope, at);
  const whole = upToAll(saying, sayings.length === 1);
  if (whole !== null) return { statements: [whole], next: at + 1 };
  const { aside } = saying;
  if (aside?.kind === 'mark' && aside.mark === 'limitAfter') return null;
  if (aside?.kind !== 'limit') return null;
  if (aside.points === null) return null;
  const isTotal = aside.word.startsWith('总') || aside.word.startsWith('共') || aside.word === '满分值';
  const isNamed =
    saying.text.includes('加分') || saying.text.includes('得分') || saying.text.includes('扣分');
  const isAlone = !sayings.some(({ price }, index) => price !== null && !isOverrun(sayings[index] as Saying));
  const of = ofWhat(saying.text);
  if (isTotal && isAlone && !isNamed) {
    return {
      statements: [
        {
          kind: 'item-points',
          method: null,
          words: null,
          bound: null,
          points: aside.points,
          span: saying.span,
        },
      ],
      next: at + 1,
    };
  }
  const own = ownItems(scope, at);
  if (own !== null) return own;
  const cap: Statement = {
    kind: 'cap',
    method: isAlone && isNamed ? 'C4' : null,
    scope: isAlone && isNamed ? 'items' : 'clause',
    of,
    ...(/[多高限]可?加/.test(text.slice(aside.span.start, aside.span.end)) && { isOfAdding: true }),
    points: aside.points,
    span: saying.span,
  };
  // 加扣分最高不超过5分 is two limits in one.
  const isDoubtful = /加[、和（(]?[扣减]|[扣减][、和（(]?加/.test(saying.text);
  if (!isAlone || isNamed) return { statements: [cap], next: at + 1, isDoubtful };
  const requirements = requirementsOf(saying, text);
  if (requirements.length === 0)
    return { statements: [{ ...cap, method: 'C4', scope: 'items' }], next: at + 1 };
  const judged: Statement = {
    kind: 'judged',
    method: 'M58',
    words: wordsOf(saying, text),
    effect: of === 'deduction' ? 'deduct' : 'award',
    points: { kind: 'unstated', span: saying.span },
    span: saying.span,
  };
  return { statements: [judged, cap], next: at + 1 };
};

/** 最高得分不超过该项满分: the item's points are the ceiling. */
function upToAll(saying: Saying, isAlone: boolean): Statement | null {
  const last = lastPhrase(saying.pieces);
  const isLimited = last?.kind === 'limit' || (last?.kind === 'mark' && last.mark === 'notAbove');
  const points = saying.price?.points[0];
  if (!isLimited || points?.kind !== 'full') return null;
  const method = isAlone ? 'C4' : null;
  return { kind: 'cap', method, scope: 'clause', of: ofWhat(saying.text), points, span: saying.span };
}

const ofWhat = (words: string): 'deduction' | 'addition' | 'score' => {
  if (words.includes('扣') || words.includes('减')) return 'deduction';
  return words.includes('加') ? 'addition' : 'score';
};

/** 加分超过5分的按5分计算, 考核分数超过100分,按100分计算. */
function isOverrun(saying: Saying): boolean {
  const price = saying.price;
  const bound = piecesOfKind(saying.pieces, 'bound').find(({ bound: { low } }) => low?.unit === '分')?.bound;
  const points = price === null ? null : firstPoints(saying);
  return bound?.low?.inclusive === false && points?.kind === 'number' && points.value === bound.low.value;
}

function overrun({ sayings }: Scope, at: number) {
  const saying = sayings[at] as Saying;
  const hasCap = sayings.slice(0, at).some(({ aside }) => aside?.kind === 'limit');
  const of = ofWhat(saying.text);
  const statement: Statement = {
    kind: 'cap',
    method: hasCap ? null : 'C4',
    scope: 'items',
    of,
    points: firstPoints(saying),
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
}

/** 5分封顶: the price before it is the ceiling. */
export const composeCapAfter: Composer = ({ sayings }, at) => {
  const [saying, next] = [sayings[at], sayings[at + 1]];
  if (saying?.price?.effect !== null && roleOf(saying as Saying) !== 'award') return null;
  if (saying?.price === null || saying === undefined) return null;
  if (next?.aside?.kind !== 'mark' || next.aside.mark !== 'limitAfter' || next.pieces.length > 0) return null;
  const statement: Statement = {
    kind: 'cap',
    method: null,
    scope: 'clause',
    of: 'score',
    points: firstPoints(saying),
    span: { start: saying.span.start, end: next.span.end },
  };
  return { statements: [statement], next: at + 2 };
};

/** 扣完为止, 可负分, 扣完20分为止, 扣满20分的追加扣除20分. */
export const composeFloor: Composer = ({ sayings }, at) => {
  const saying = sayings[at];
  if (saying?.aside?.kind !== 'floor') return null;
  const { figure, word } = saying.aside;
  const next = sayings[at + 1];
  const span = saying.span;
  if (word.includes('满') && next?.price?.effect === 'deduct' && figure !== null) {
    const further: Statement = {
      kind: 'further-loss',
      method: null,
      trigger: figure,
      points: firstPoints(next),
      span: { start: span.start, end: next.span.end },
    };
    return { statements: [further], next: at + 2 };
  }
  if (figure !== null && figure.value !== '0') {
    const points = { kind: 'number', value: figure.value, span: figure.span } as const;
    return {
      statements: [{ kind: 'cap', method: null, scope: 'clause', of: 'deduction', points, span }],
      next: at + 1,
    };
  }
  const isNegativeAllowed = word === '不保底' || (/负|倒扣/.test(word) && !word.includes('不'));
  return { statements: [{ kind: 'floor', method: null, isNegativeAllowed, span }], next: at + 1 };
};

/** 不重复计分, 取最高; 加倍扣分; 全年最多加4次. */
export const composeModifier: Composer = ({ sayings, text }, at) => {
  const saying = sayings[at];
  const aside = saying?.aside;
  if (saying === undefined || aside === null || aside === undefined) return null;
  if (aside.kind === 'limit' && aside.count !== null) {
    return { statements: [], next: at + 1 };
  }
  if (aside.kind !== 'mark') return null;
  const words = wordsOf(saying, text);
  if (aside.mark === 'once' || aside.mark === 'highest') {
    const rule = aside.mark === 'once' ? 'once' : 'highest';
    const said = { text: saying.text, span: saying.span };
    return {
      statements: [{ kind: 'same-matter', method: null, rule, words: said, span: saying.span }],
      next: at + 1,
    };
  }
  if (aside.mark !== 'double' && aside.mark !== 'half') return null;
  const factor = { value: aside.mark === 'double' ? '2' : '0.5', span: aside.span };
  const isHandedDown = saying.text.includes('检查中') || hasMark(saying, 'previous');
  const isDeduction = text.includes('扣') || text.includes('减分');
  const statement: Statement = {
    kind: 'scaled',
    method: isHandedDown ? 'M30' : isDeduction ? 'M25' : 'M34',
    words,
    factors: [{ bound: null, factor }],
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
};

/** 自设奖分项(最多5条)，每项不超过2分: items that the assessed set themselves. */
function ownItems({ sayings, text }: Scope, at: number): Composed | null {
  const saying = sayings[at] as Saying;
  if (
    saying.aside?.kind !== 'limit' ||
    !['自设', '自选', '自定', '自主申报'].some((word) => text.includes(word))
  )
    return null;
  const count = sayings.find(({ aside }) => aside?.kind === 'limit' && aside.count !== null)?.aside;
  const statement: Statement = {
    kind: 'own-items',
    method: 'M38',
    maxItems: count?.kind === 'limit' ? count.count : null,
    maxPerItem: saying.aside.points,
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
}
