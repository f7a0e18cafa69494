import { hasMark, piecesOfKind, trimmed, wordsOf, type Piece, type Saying } from '../saying.js';
import { firstPoints, isPercent } from '../saying-facts.js';
import type { Figure, Points, Span, Statement, Words } from '../statement.js';
import type { Composer, Scope } from './scope.js';
import { spanOfAll } from './part.js';
import { lastOf, lastIndexWhere } from '../last-of.js';

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
  return { statements: [statement, ...capIn(lastOf(sayings))], next };
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
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  if (price !== null || before?.kind !== 'words' || after?.kind !== 'quantity') return false;
  const words = text.slice(before.span.start, before.span.end);
  return rates.some((rate) => words.endsWith(rate)) && !isFractionOfOne(after.quantity.value);
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
    } else if (next?.kind === 'quantity' && isFractionOfOne(next.quantity.value)) {
      weights.push({ words, weight: next.quantity, isPercent: false });
    } else if (next?.kind === 'price' && next.points[0]?.kind === 'number') {
      weights.push({ words, weight: next.points[0], isPercent: false });
    }
  }
  return weights;
}

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

function weighted(weights: readonly Weight[], pieces: readonly Piece[], scope: Scope, span: Span): Statement {
  const votes = scope.text.slice(span.start, span.end).includes('票');
  const isByRaters =
    weights.filter(({ words }) => raters.some((rater) => words?.text.includes(rater))).length * 2 >
    weights.length;
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
  const isToMean = pieces.some((piece) => piece.kind === 'mark' && piece.mark === 'mean');
  if (isToMean) return { kind: 'relative', method: 'M46', to: 'mean', points, words: formula, span };
  const after = scope.sayings[scope.sayings.indexOf(lastOf(sayings) as Saying) + 1];
  const isCapped = after?.aside?.kind === 'limit' || lastOf(sayings)?.aside?.kind === 'limit';
  const first = sayings[0];
  return {
    kind: 'proportion',
    method: isCapped ? 'M05' : 'M04',
    points,
    of: first === undefined ? null : wordsOf(first, scope.text),
    formula,
    isCapped,
    span,
  };
}

/** ×50 at the end of a formula. */
function factorOf(pieces: readonly Piece[]): Points | null {
  const at = lastIndexWhere(pieces, (piece) => piece.kind === 'mark' && piece.mark === 'times');
  const [factor] = piecesOfKind(pieces.slice(at + 1), 'quantity');
  if (at < 0 || factor === undefined || isPercent(factor.quantity.unit)) return null;
  return { kind: 'number', value: factor.quantity.value, span: factor.quantity.span };
}
