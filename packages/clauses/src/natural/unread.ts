import type { Clause, Phrase } from './phrase.js';
import { isPercent } from './saying-facts.js';
import type { Span, Statement } from './statement.js';
import { lastOf } from './last-of.js';

type Read = {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly left: readonly Span[];
};

/** Words that speak of points; in a run of plain text nobody has understood them. */
const telling = [
  '扣',
  '倒扣',
  '加分',
  '减分',
  '得分',
  '否决',
  '分值',
  '计分',
  '记分',
  '满分',
  '封顶',
  '罚分',
];

/**
 * A second look, independent of the constructions: every price and limit must lie inside a statement, every number with 分
 * or % must be in one, and plain text must not speak of points.
 */
export function unreadOf({ text, clauses, statements, left }: Read) {
  const figures = marked(text.length, figureSpans(statements));
  const inside = marked(
    text.length,
    statements.map(({ span }) => span),
  );
  const told = marked(
    text.length,
    statements.filter(({ kind }) => tellsAll.includes(kind)).map(({ span }) => span),
  );
  const unread: Span[] = [...left];
  let [isPriceGuessed, isPartial] = [false, false];
  for (const phrase of clauses.flatMap(({ phrases }) => phrases)) {
    const { start, end } = phrase.span;
    if (end > text.length) break;
    if (phrase.kind === 'price' && phrase.isGuess) isPriceGuessed = true;
    const isTold = figures.subarray(start, end).includes(1);
    const isInside = inside[start] === 1;
    if (isInside && !isTold && told[start] !== 1 && isMeasure(phrase)) isPartial = true;
    if (looksLikeScoring(phrase) && !isTold) unread.push(phrase.span);
    else if (
      !isInside &&
      (isCalculation(phrase) || (phrase.kind === 'words' && speaksOfPoints(text, phrase.span)))
    ) {
      unread.push(phrase.span);
    }
  }
  const isShare = (phrase: Phrase) => phrase.kind === 'quantity' && isPercent(phrase.quantity.unit);
  if (statements.length === 0) {
    unread.push(
      ...clauses
        .flatMap(({ phrases }) => phrases)
        .filter(isShare)
        .map(({ span }) => span),
    );
  }
  return { unread: merged(unread), isPriceGuessed, isPartial };
}

/** One for every place inside one of the spans. */
function marked(length: number, spans: readonly Span[]): Uint8Array {
  const places = new Uint8Array(length);
  for (const { start, end } of spans) places.fill(1, start, end);
  return places;
}

/** Statements whose numbers have no place of their own. */
const tellsAll: readonly Statement['kind'][] = [
  'rank-table',
  'rank-step',
  'escalation',
  'relative',
  'shared',
  'proviso',
  'cap',
  'panel',
];

/** Signs of a calculation that stands in no statement. */
const isCalculation = (phrase: Phrase): boolean =>
  phrase.kind === 'mark' &&
  ['times', 'divide', 'convert', 'progressive', 'double', 'half'].includes(phrase.mark) &&
  phrase.word !== '*';

/** A demand, a percentage or a rank inside a statement that none of its numbers tells. */
const isMeasure = (phrase: Phrase): boolean =>
  phrase.kind === 'bound' ||
  phrase.kind === 'rank' ||
  (phrase.kind === 'quantity' && isPercent(phrase.quantity.unit)) ||
  (phrase.kind === 'distance' && phrase.quantity !== null);

function looksLikeScoring(phrase: Phrase): boolean {
  if (phrase.kind === 'price') return phrase.points.some(({ kind }) => kind === 'number' || kind === 'range');
  if (phrase.kind === 'limit') return phrase.points !== null || phrase.count !== null;
  return phrase.kind === 'ratio';
}

const speaksOfPoints = (text: string, { start, end }: Span): boolean => {
  const words = text.slice(start, end);
  return telling.some((word) => words.includes(word));
};

/** The places of all numbers in the statements: every object with a `span` below the top. */
function figureSpans(statements: readonly Statement[]): readonly Span[] {
  const spans: Span[] = [];
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const one of value) visit(one, depth);
    else {
      const { span } = value as { readonly span?: Span };
      const isFigure = 'value' in value || ('kind' in value && depth > 0) || 'low' in value;
      if (isFigure && span !== undefined) spans.push(span);
      for (const [key, inner] of Object.entries(value))
        if (key !== 'span' && key !== 'words') visit(inner, depth + 1);
    }
  };
  for (const statement of statements) visit(statement, 0);
  return spans;
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = lastOf(result);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}
