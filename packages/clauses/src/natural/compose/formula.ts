import { hasMark, piecesOfKind, trimmed, wordsOf, type Piece, type Saying } from '../saying.js';
import { firstPoints, isPercent } from '../saying-facts.js';
import type { Figure, Points, Span, Statement, Words } from '../statement.js';
import type { Composer, Scope } from './scope.js';
import { spanOfAll } from './part.js';
import { lastOf, lastIndexWhere, lastWhere } from '../last-of.js';

const operators = ['times', 'divide', 'equals', 'plus'] as const;

/** 得分=a/b×50, 事件处理率*15分, 甲得分×20%+乙得分×40%, votes times their worth over the valid votes. */
export const composeFormula: Composer = (scope, at) => {
  const sayings = formulaSayings(scope, at);
  if (sayings === null) return null;
  const next = at + sayings.length;
  const pieces = sayings.flatMap(piecesWithPrice);
  const span = spanOfAll(sayings);
  const weights = weightsIn(pieces, scope.text);
  const statement =
    weights.length > 1 ? weighted(weights, pieces, scope, span) : proportionOf(sayings, pieces, scope, span);
  const isPlain = !pieces.some(
    (piece) => piece.kind === 'mark' && (piece.mark === 'times' || piece.mark === 'divide'),
  );
  const isDoubtful = statement.kind === 'proportion' && (statement.method === 'M06' || isPlain);
  return { statements: [statement, ...capIn(lastOf(sayings))], next, isDoubtful };
};

/** …×50,最高得50分: the ceiling closes the same saying. */
function capIn(saying: Saying | undefined): readonly Statement[] {
  if (saying?.aside?.kind !== 'limit' || saying.aside.points === null) return [];
  const { points, span } = saying.aside;
  return [{ kind: 'cap', method: null, scope: 'clause', of: 'score', points, span }];
}

function formulaSayings({ sayings, text }: Scope, at: number): readonly Saying[] | null {
  const first = sayings[at];
  if (first === undefined) return null;
  const isFormula =
    hasMark(first, 'equals') ||
    isRateTimes(first, text) ||
    isQuotientTimes(first) ||
    isTimesBeforePrice(first) ||
    isPriceTimes(first, sayings[at + 1]);
  if (!isFormula) return null;
  let to = at + 1;
  while (to < sayings.length && isContinued(sayings[to - 1], sayings[to])) to += 1;
  return sayings.slice(at, to);
}

const rates = ['率', '比', '比例', '占比', '比重', '度', '系数得分'];

/** 以评定的好路率X120. */
function isRateTimes({ pieces, price }: Saying, text: string): boolean {
  const at = pieces.findIndex((piece) => piece.kind === 'mark' && piece.mark === 'times');
  const after = pieces[at + 1];
  const before = lastWhere(pieces.slice(0, Math.max(0, at)), ({ kind }) => kind !== 'break');
  if (price !== null || before === undefined || after?.kind !== 'quantity') return false;
  if (before.kind !== 'words' && !(before.kind === 'mark' && before.mark === 'proportion')) return false;
  const words = text.slice(before.span.start, before.span.end);
  return rates.some((rate) => words.endsWith(rate)) && !isFractionOfOne(after.quantity.value);
}

/** 按实际完成数/任务数×10计分: a quotient and then its points, without an equals sign. */
function isQuotientTimes({ pieces, price }: Saying): boolean {
  const divided = pieces.findIndex((piece) => piece.kind === 'mark' && piece.mark === 'divide');
  const times = pieces.findIndex((piece) => piece.kind === 'mark' && piece.mark === 'times');
  return price === null && divided >= 0 && times > divided && pieces[times + 1]?.kind === 'quantity';
}

/** 事件处理率*15分. */
function isTimesBeforePrice({ pieces, price }: Saying): boolean {
  const last = lastOf(pieces);
  return price !== null && last?.kind === 'mark' && last.mark === 'times';
}

/** 60分乘以完成投资占年度计划的比. */
function isPriceTimes(first: Saying, next: Saying | undefined): boolean {
  const piece = next?.pieces[0];
  return first.price?.effect === null && piece?.kind === 'mark' && piece.mark === 'times';
}

function isContinued(before: Saying | undefined, saying: Saying | undefined): boolean {
  if (saying === undefined || saying.preface.length > 0) return false;
  const first = saying.pieces.find((piece) => piece.kind !== 'break');
  void before;
  return first?.kind === 'mark' && (operators as readonly string[]).includes(first.mark);
}

const piecesWithPrice = (saying: Saying): readonly Piece[] =>
  saying.price === null
    ? [...saying.preface, ...saying.pieces]
    : [...saying.preface, ...saying.pieces, saying.price];

type Weight = { readonly words: Words | null; readonly weight: Figure; readonly isPercent: boolean };

/** What stands before × and a percentage, or before × and points. */
function weightsIn(pieces: readonly Piece[], text: string): readonly Weight[] {
  const weights: Weight[] = [];
  let from = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'mark' && (piece.mark === 'plus' || piece.mark === 'equals')) from = at + 1;
    if (piece.kind !== 'mark' || piece.mark !== 'times') continue;
    const next = pieces[at + 1];
    const words = wordsBetween(pieces.slice(from, at), text);
    if (next?.kind === 'quantity' && isPercent(next.quantity.unit)) {
      weights.push({ words, weight: next.quantity, isPercent: true });
    } else if (next?.kind === 'quantity' && (isFractionOfOne(next.quantity.value) || isOfVotes(words))) {
      weights.push({ words, weight: next.quantity, isPercent: false });
    } else if (next?.kind === 'price' && next.points[0]?.kind === 'number') {
      weights.push({ words, weight: next.points[0], isPercent: false });
    }
  }
  return weights;
}

/** 优秀票数×1+良好票数×0.8, but not what is taken of all votes after them. */
const isOfVotes = (words: Words | null): boolean =>
  words !== null && /票数?$/.test(words.text) && !/总|有效/.test(words.text);

const isFractionOfOne = (value: string): boolean => value.startsWith('0.');

function wordsBetween(pieces: readonly Piece[], text: string): Words | null {
  const said = pieces.filter(({ kind }) => kind !== 'break');
  const [first, last] = [said[0], lastOf(said)];
  if (first === undefined || last === undefined) return null;
  return trimmed(text, { start: first.span.start, end: last.span.end });
}

const raters = [
  '领导',
  '职工',
  '考核组',
  '群众',
  '评委',
  '同级',
  '互评',
  '测评',
  '自评',
  '上级',
  '部门',
  '代表',
  '本处',
  '主管',
];

/** Someone who judges: 领导评价, 群众测评. */
export const isRater = (words: string): boolean => raters.some((rater) => words.includes(rater));

function weighted(weights: readonly Weight[], pieces: readonly Piece[], scope: Scope, span: Span): Statement {
  const votes = scope.text.slice(span.start, span.end).includes('票');
  const isByRaters = weights.filter(({ words }) => isRater(words?.text ?? '')).length * 2 > weights.length;
  const plus = lastIndexWhere(pieces, (piece) => piece.kind === 'mark' && piece.mark === 'plus');
  const tail = pieces.slice(plus + 1);
  const isPlus = plus >= 0 && !tail.some((piece) => piece.kind === 'mark' && piece.mark === 'times');
  return {
    kind: 'weights',
    method: votes ? 'M53' : isByRaters ? 'M55' : 'C1',
    weights: weights.map(({ words, weight }) => ({
      words,
      weight: { value: weight.value, span: weight.span },
    })),
    plus: isPlus ? wordsBetween(tail, scope.text) : null,
    span,
  };
}

function proportionOf(
  sayings: readonly Saying[],
  pieces: readonly Piece[],
  scope: Scope,
  span: Span,
): Statement {
  const priced = sayings.find(({ price }) => price !== null);
  const factor = factorOf(pieces);
  const points: Points | null =
    priced !== undefined && firstPoints(priced).kind === 'number' ? firstPoints(priced) : factor;
  const formula = trimmed(scope.text, span);
  if (pieces.some((piece) => piece.kind === 'mark' && piece.mark === 'ofBest')) {
    return { kind: 'relative', method: 'M44', to: 'best', points, words: formula, span };
  }
  // ÷平均值 compares with the mean; 平均完成率×20 only takes one.
  const divided = pieces.findIndex((piece) => piece.kind === 'mark' && piece.mark === 'divide');
  const isToMean =
    divided >= 0 && pieces.slice(divided).some((piece) => piece.kind === 'mark' && piece.mark === 'mean');
  if (isToMean) return { kind: 'relative', method: 'M46', to: 'mean', points, words: formula, span };
  const after = scope.sayings[scope.sayings.indexOf(lastOf(sayings) as Saying) + 1];
  const isCapped = after?.aside?.kind === 'limit' || lastOf(sayings)?.aside?.kind === 'limit';
  const first = sayings[0];
  return {
    kind: 'proportion',
    method: isInverse(formula?.text ?? '') ? 'M06' : isCapped ? 'M05' : 'M04',
    points,
    of: first === undefined ? null : wordsOf(first, scope.text),
    formula,
    isCapped,
    span,
  };
}

/** (1-返工率)×20: the smaller, the better. */
const isInverse = (formula: string): boolean =>
  /(?:^|[（(=＝按])(?:1|100%?)[-－–—−]/.test(formula.replace(/\s/g, ''));

/** ×50 at the end of a formula. */
function factorOf(pieces: readonly Piece[]): Points | null {
  const at = lastIndexWhere(pieces, (piece) => piece.kind === 'mark' && piece.mark === 'times');
  const [factor] = piecesOfKind(pieces.slice(at + 1), 'quantity');
  if (at < 0 || factor === undefined || isPercent(factor.quantity.unit)) return null;
  return { kind: 'number', value: factor.quantity.value, span: factor.quantity.span };
}
