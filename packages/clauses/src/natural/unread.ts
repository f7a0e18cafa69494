import type { Clause, Phrase } from './phrase.js';
import { isPercent } from './saying-facts.js';
import type { Points, Span, Statement } from './statement.js';
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
  const namings = namingSpans(clauses, text);
  for (const phrase of clauses.flatMap(({ phrases }) => phrases)) {
    const { start, end } = phrase.span;
    if (end > text.length) break;
    if (phrase.kind === 'price' && phrase.isGuess) isPriceGuessed = true;
    const isTold = figures.subarray(start, end).includes(1);
    const isInside = inside[start] === 1;
    if (isInside && !isTold && told[start] !== 1 && isMeasure(phrase)) isPartial = true;
    if (!isInside && !isTold && statements.length > 0 && isShareOrScore(phrase)) isPartial = true;
    if (!isInside && namings.has(start)) isPartial = true;
    const isLeftOut =
      phrase.kind === 'price' &&
      phrase.points.length > 1 &&
      told[start] !== 1 &&
      !areTold(phrase.points, figures);
    if ((looksLikeScoring(phrase) && !isTold) || isLeftOut) unread.push(phrase.span);
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
  // 每超（欠）1%加（扣）0.5分 says two things at once.
  if (/[加增奖][（(][扣减]|[扣减][（(][加增奖]|[超高增升][（(][欠低减降]/.test(text)) isPartial = true;
  // No rule was read in a text that judges: a person should say that it is none.
  if (statements.every(({ method }) => method === null) && judging.test(text)) isPartial = true;
  return { unread: merged(unread), isPriceGuessed, isPartial };
}

const judging =
  /分|考核|评[优先价定选]|扣|奖励|等次|否决|资格|优秀|合格|排名|名次|折算|权重|系数|比例|追究|通报|计算|公式|满意|酌情|视情/;

/** 分别加1、2、3分: every amount, not only the first. */
const areTold = (points: readonly Points[], figures: Uint8Array): boolean =>
  points.every(({ kind, span }) => kind !== 'number' || figures.subarray(span.start, span.end).includes(1));

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
  'veto',
  'departments',
];

/** Signs of a calculation that stands in no statement. */
const isCalculation = (phrase: Phrase): boolean =>
  phrase.kind === 'mark' &&
  ['times', 'divide', 'convert', 'progressive', 'double', 'half'].includes(phrase.mark) &&
  phrase.word !== '*';

/** 按幅度分段计分: how points come about, though no number is named. */
function namingSpans(clauses: readonly Clause[], text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { phrases } of clauses) {
    const first = phrases[0];
    for (const phrase of phrases) {
      if (phrase.kind !== 'price' || phrase.points[0]?.kind !== 'unstated' || first === undefined) continue;
      const before = text.slice(first.span.start, phrase.span.start);
      if (['按', '根据', '依据', '依照', '参照', '以', '由'].some((word) => before.includes(word)))
        found.add(phrase.span.start);
    }
  }
  return found;
}

/** A share or a score that stands in no statement. */
const isShareOrScore = (phrase: Phrase): boolean =>
  (phrase.kind === 'quantity' && (isPercent(phrase.quantity.unit) || phrase.quantity.unit === '分')) ||
  (phrase.kind === 'bound' && isPercent((phrase.bound.low ?? phrase.bound.high)?.unit ?? null));

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
