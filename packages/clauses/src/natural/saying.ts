import type { Clause, Phrase, PhraseOf } from './phrase.js';
import type { Span, Words } from './statement.js';
import { lastOf, lastIndexWhere, lastWhere } from './last-of.js';

/** A comma, a bracket … between phrases. */
export type Break = { readonly kind: 'break'; readonly of: Clause['end']; readonly span: Span };
export type Piece = Phrase | Break;

/**
 * What is said up to a price, or up to an aside (a ceiling, a floor, "not counted twice"), or up to the end. A price closes
 * a saying; a semicolon or stop does not, because 缺一项扣2分 may price what stands before it: that is `preface` then.
 */
export type Saying = {
  /** Since the last semicolon, stop or bullet. */
  readonly pieces: readonly Piece[];
  /** Earlier, and without a price of its own. */
  readonly preface: readonly Piece[];
  readonly price: PhraseOf<'price'> | null;
  readonly aside: PhraseOf<'limit' | 'floor' | 'mark'> | null;
  /** The price stands in brackets of its own: （15分）. */
  readonly isBracketed: boolean;
  readonly span: Span;
  readonly text: string;
};

const asideMarks: readonly string[] = ['once', 'highest', 'double', 'half', 'limitAfter'];
const hardBreaks: readonly string[] = ['semicolon', 'stop', 'bullet'];

/** Cuts phrases into sayings. A price that is only a noun (加分最多为5分) does not close one. */
export function sayingsOf(clauses: readonly Clause[], text: string): Saying[] {
  const pieces = piecesOf(clauses, text);
  const sayings: Saying[] = [];
  let from = 0;
  const close = (to: number, price: Saying['price'], aside: Saying['aside']) => {
    const own = pieces.slice(from, to);
    const hard = lastIndexWhere(own, (piece) => piece.kind === 'break' && hardBreaks.includes(piece.of));
    // A bare price after a stop (…上墙。10分) belongs to all that stands before it.
    const isBare = own.slice(hard + 1).every(({ kind }) => kind === 'break');
    const cut = isBare ? 0 : hard + 1;
    const [preface, said] = [own.slice(0, cut), own.slice(cut)];
    const start = (said.find(({ kind }) => kind !== 'break') ?? price ?? aside)?.span.start;
    const end = (price ?? aside ?? lastWhere(said, ({ kind }) => kind !== 'break'))?.span.end;
    from = to + 1;
    if (start === undefined || end === undefined) return;
    const before = pieces[to - 1];
    const after = pieces[to + 1];
    sayings.push({
      pieces: said,
      preface,
      price,
      aside,
      isBracketed:
        before?.kind === 'break' && before.of === 'open' && after?.kind === 'break' && after.of === 'close',
      span: { start, end },
      text: text.slice(start, end),
    });
  };
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'price' && !isNoun(pieces, at, from)) close(at, piece, null);
    else if (piece.kind === 'limit' && (piece.points !== null || piece.count !== null))
      close(at, null, piece);
    else if (piece.kind === 'floor') close(at, null, piece);
    else if (piece.kind === 'mark' && asideMarks.includes(piece.mark)) close(at, null, piece);
    else if (piece.kind === 'break' && hardBreaks.includes(piece.of) && speaksForItself(pieces, from, at)) {
      close(at, null, null);
    }
  }
  close(pieces.length, null, null);
  return sayings;
}

const telling: readonly string[] = ['convert', 'veto', 'consequence', 'trim', 'weight'];

/** A sentence that names no points and still says something of scoring must not become what another price is about. */
const speaksForItself = (pieces: readonly Piece[], from: number, to: number): boolean => {
  for (let at = to - 1; at >= from; at -= 1) {
    const piece = pieces[at];
    if (piece?.kind === 'break' && hardBreaks.includes(piece.of)) return false;
    if (piece?.kind === 'mark' && telling.includes(piece.mark)) return true;
  }
  return false;
};

function piecesOf(clauses: readonly Clause[], text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { phrases, end } of clauses) {
    pieces.push(...phrases);
    const start = lastOf(pieces)?.span.end ?? 0;
    pieces.push({ kind: 'break', of: end, span: { start, end: start } });
  }
  return pieces.map(
    (piece, at) =>
      scoreBefore(piece, pieces, at) ??
      lowBefore(piece, pieces[at + 1], text) ??
      takenFrom(piece, pieces[at - 1], text) ??
      piece,
  );
}

/** 扣责任单位2分: who loses stands between the verb and the points. */
function takenFrom(piece: Piece, before: Piece | undefined, text: string): Piece | null {
  if (piece.kind !== 'price' || piece.effect !== null || before?.kind !== 'words') return null;
  const words = text.slice(before.span.start, before.span.end);
  return /[扣减](?!分)[^,，、;；。]{1,10}$/.test(words) ? { ...piece, effect: 'deduct' } : null;
}

/** 80%≤得票率: a number before the sign is the lower end. */
function lowBefore(piece: Piece, next: Piece | undefined, text: string): Piece | null {
  if (piece.kind !== 'quantity' || next === undefined || next.kind === 'break') return null;
  const sign = text.slice(next.span.start, next.span.end);
  const isAt = sign === '≤' || sign === '＜=' || sign === '<=';
  if (!isAt && sign !== '<' && sign !== '＜') return null;
  const low = { ...piece.quantity, inclusive: isAt };
  return {
    kind: 'bound',
    by: 'ending',
    word: '',
    span: piece.span,
    bound: { low, high: null, span: piece.span },
  };
}

/** 90分至95分得4分, 80-89分的计3分: points right before a price are a score that earns it, not a price. */
function scoreBefore(piece: Piece, pieces: readonly Piece[], at: number): Piece | null {
  if (piece.kind !== 'price' || piece.effect !== null || piece.points.length > 1) return null;
  const [points] = piece.points;
  const next = pieces[at + 1];
  const isLinked = next?.kind === 'words' && next.span.end - next.span.start === 1;
  const isRange = points?.kind === 'range';
  const isComma = (one: Piece | undefined): boolean => one?.kind === 'break' && one.of === 'comma';
  let after = at + 1;
  if (isLinked) after += 1;
  if (isRange && isComma(pieces[after])) after += 1;
  const price = pieces[after];
  if (price?.kind !== 'price' || price.effect === null) return null;
  const edge = (value: string) => ({ value, unit: '分', inclusive: null, span: piece.span });
  if (points?.kind === 'range') {
    const high = points.high === null ? null : edge(points.high);
    const bound = { low: edge(points.low), high, span: piece.span };
    return { kind: 'bound', by: 'range', word: '', span: piece.span, bound };
  }
  if (points?.kind !== 'number') return null;
  return {
    kind: 'quantity',
    span: piece.span,
    quantity: { value: points.value, unit: '分', span: piece.span },
  };
}

const turnsToNoun: readonly string[] = ['limit', 'bound', 'price', 'words', 'rank', 'quantity', 'every'];
const awardNeeds: readonly string[] = ['proportion', 'discretion', 'mean', 'convert', 'double', 'half'];

/** 加分 before a limit, or 打分 without 酌情 or 按比例, names something and prices nothing. */
function isNoun(pieces: readonly Piece[], at: number, from: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== 'price' || piece.points[0]?.kind !== 'unstated') return false;
  const next = pieces[at + 1];
  if (next !== undefined && next.kind !== 'break') {
    if (turnsToNoun.includes(next.kind)) return true;
    if (next.kind === 'mark') return true;
  }
  if (piece.effect !== 'award') return false;
  return !pieces
    .slice(Math.max(from, at - 12), at)
    .some((one) => one.kind === 'mark' && awardNeeds.includes(one.mark));
}

/** The words a saying is about, without what opens or closes them. */
export function wordsOf(
  saying: Saying,
  text: string,
  pieces: readonly Piece[] = saying.pieces,
): Words | null {
  const said = pieces.filter(({ kind }) => kind !== 'break' && kind !== 'enumeration');
  const [first, last] = [said[0], lastOf(said)];
  if (first === undefined || last === undefined) return null;
  return trimmed(text, { start: first.span.start, end: last.span.end });
}

const openers = ' \t\n\u3000、,，;；:：。."“”的并其则即为指';
const closers = ' \t\n\u3000、,，;；:：。."“';

export function trimmed(text: string, { start, end }: Span): Words | null {
  let [from, to] = [start, end];
  while (from < to && openers.includes(text.charAt(from))) from += 1;
  while (to > from && closers.includes(text.charAt(to - 1))) to -= 1;
  return from === to ? null : { text: text.slice(from, to), span: { start: from, end: to } };
}

/** Pieces of one kind. */
export const piecesOfKind = <Kind extends Phrase['kind']>(
  pieces: readonly Piece[],
  kind: Kind,
): readonly PhraseOf<Kind>[] => pieces.filter((piece): piece is PhraseOf<Kind> => piece.kind === kind);

export const hasMark = (saying: Saying, ...marks: readonly string[]): boolean =>
  saying.pieces.some((piece) => piece.kind === 'mark' && marks.includes(piece.mark));
