import { hasMark, piecesOfKind, wordsOf, type Saying } from '../saying.js';
import { eachOf, firstPoints, isPercent, roleOf } from '../saying-facts.js';
import type { Figure, Points, Statement } from '../statement.js';
import { longestList, partOf, spanOfAll } from './part.js';
import type { Composed, Composer, Scope } from './scope.js';
import { lastOf } from '../last-of.js';

type Place = { readonly from: string; readonly to: string };

/** 排名1-5名的依次赋予60分、57分…, 第一名得10分，第二名得8分, 前3名得满分，其他依次递减0.2分, 名次每降低1位减2%. */
export const composeRank: Composer = (scope, at) => {
  const saying = scope.sayings[at];
  if (saying?.price === null || saying === undefined || roleOf(saying) === 'judged') return null;
  const places = stepOf(saying) === null ? placesOf(saying) : [];
  if (places.length === 0) return steps(scope, at) ?? lastPlace(scope, at) ?? bareStep(scope, at);
  return best(scope, at, places) ?? stepAfter(scope, at, places) ?? tableFrom(scope, at);
};

/** The ranks a saying names; a span of ranks with as many points as ranks is taken apart. */
function placesOf(saying: Saying): readonly Place[] {
  const rank = rankIn(saying);
  const count = saying.price?.points.length ?? 0;
  if (rank !== null) {
    const values = rank.ranks.map(({ value }) => value);
    const [first = '1', last = first] = [values[0], lastOf(values)];
    // 后三位分别扣3分、2分、1分: from the third from last to the last, as many as amounts.
    if (rank.place === 'back' && count > 1 && String(count) === last)
      return Array.from({ length: count }, (_, index) => {
        const place = `-${count - index}`;
        return { from: place, to: place };
      });
    if (rank.place === 'back') return values.map((value) => ({ from: `-${value}`, to: `-${value}` }));
    if (rank.place === 'front') return count > 1 ? upTo(1, first) : [{ from: '1', to: first }];
    if (rank.isSpan) return count > 1 ? upTo(Number(first), last) : [{ from: first, to: last }];
    return values.map((value) => ({ from: value, to: value }));
  }
  if (!hasMark(saying, 'ranking')) return [];
  const span = piecesOfKind(saying.pieces, 'bound').find(({ by }) => by === 'range')?.bound;
  if (span?.low && span.high && rankNames.has(span.low.unit ?? '')) {
    return count > 1
      ? upTo(Number(span.low.value), span.high.value)
      : [{ from: span.low.value, to: span.high.value }];
  }
  return [];
}

const rankNames = new Set(['名', '位']);
const rankUnits = new Set(['名', '位', '个']);

/** A rank among units, not 第2项, 第三次 or 前三年. Without a unit only where ranks are spoken of. */
function rankIn(saying: Saying) {
  const [rank] = piecesOfKind(saying.pieces, 'rank');
  if (rank === undefined) return null;
  if (rank.unit !== null) return rankUnits.has(rank.unit) || isPercent(rank.unit) ? rank : null;
  const speaksOfRanks = hasMark(saying, 'ranking') || saying.text.includes('排');
  return speaksOfRanks || (rank.place === 'nth' && roleOf(saying) === 'award') ? rank : null;
}

/** 6-10名 after other ranks, where nobody says 第 or 排名 again. */
function furtherPlaces(saying: Saying): readonly Place[] {
  const places = placesOf(saying);
  if (places.length > 0) return places;
  const span = piecesOfKind(saying.pieces, 'bound').find(({ by }) => by === 'range')?.bound;
  const isRank = span?.low && span.high && rankNames.has(span.high.unit ?? '');
  return isRank && span.low && span.high ? [{ from: span.low.value, to: span.high.value }] : [];
}

const upTo = (from: number, last: string): readonly Place[] =>
  Array.from({ length: Math.max(0, Math.min(Number(last) - from + 1, 100)) }, (_, at) => {
    const rank = String(from + at);
    return { from: rank, to: rank };
  });

/** 其他依次递减0.2分; 名次每降低1位减基本分2%; 每后移一位扣1分. */
function stepOf(
  saying: Saying | undefined,
): { readonly step: Figure; readonly stepIn: 'points' | 'percent' } | null {
  if (saying?.price === null || saying === undefined) return null;
  const isStep =
    hasMark(saying, 'progressive') ||
    (saying.price.effect === 'deduct' &&
      piecesOfKind(saying.pieces, 'every').length > 0 &&
      (hasMark(saying, 'ranking') ||
        ['名', '位', '名次', '位次'].includes(eachOf(saying)?.per.unit ?? '') ||
        saying.text.includes('名次')));
  const points = firstPoints(saying);
  if (!isStep) return null;
  if (points.kind === 'percent') return { step: points, stepIn: 'percent' };
  return points.kind === 'number' ? { step: points, stepIn: 'points' } : null;
}

function stepAfter({ sayings, text }: Scope, at: number, places: readonly Place[]) {
  const saying = sayings[at] as Saying;
  const found = stepOf(sayings[at + 1]);
  const [place] = places;
  if (found === null || place === undefined || places.length !== 1) return null;
  const [rank] = piecesOfKind(saying.pieces, 'rank');
  const span = spanOfAll(sayings.slice(at, at + 2));
  const statement: Statement = {
    kind: 'rank-step',
    method: found.stepIn === 'percent' ? 'M42' : 'M41',
    words: wordsOf(saying, text),
    topFull: { value: place.to, span: rank?.span ?? saying.span },
    isTopStated: true,
    points: pointsAfterBase(sayings, at),
    ...found,
    span,
  };
  return { statements: [statement], next: at + 2 };
}

/** 得基本分200分 is read as all the points and their number; the number says more. */
const pointsAfterBase = (sayings: readonly Saying[], at: number): Points =>
  firstPoints(sayings[at] as Saying);

/** 第1名得6分,其他按第1名的比例得分: all others in proportion to the best. */
function best({ sayings, text }: Scope, at: number, places: readonly Place[]): Composed | null {
  const [saying, next] = [sayings[at] as Saying, sayings[at + 1]];
  const isFirst = places.length === 1 && places[0]?.from === '1' && places[0].to === '1';
  if (!isFirst || next === undefined) return null;
  const isFormula = hasMark(next, 'equals') && hasMark(next, 'divide', 'times');
  const isProportion =
    hasMark(next, 'proportion') && (hasMark(next, 'others', 'convert') || next.text.includes('第'));
  if (!isFormula && !isProportion) return null;
  const span = spanOfAll(sayings.slice(at, at + 2));
  const points = firstPoints(saying);
  const words = wordsOf(saying, text);
  return { statements: [{ kind: 'relative', method: 'M44', to: 'best', points, words, span }], next: at + 2 };
}

const firstTime = /(?:第一|首|初|一|1)次(?:的)?[,，]?$/;
const furtherTime = /(?:第?[二两三四五六2-6]|再|多)次(?:起|以后|及以上|以上|及以后)?(?:每次)?(?:的)?[,，]?$/;

/** 第一次, 首次, 一次 and then 第二次, 再次, 两次. */
function isTime(saying: Saying | undefined, isFurther: boolean): boolean {
  if (saying?.price === null || saying === undefined) return false;
  const isNth = piecesOfKind(saying.pieces, 'rank').some(
    ({ unit, place }) => place === 'nth' && (unit === '次' || unit === '起'),
  );
  const words = saying.text.slice(0, saying.price.span.start - saying.span.start);
  return isNth || (isFurther ? furtherTime : firstTime).test(words);
}

/** 第一次扣1分，第二次扣2分: the price rises with repetition. */
function steps({ sayings, text }: Scope, at: number): Composed | null {
  let next = at;
  while (next < at + longestList && isTime(sayings[next], next > at)) next += 1;
  const run = sayings.slice(at, next);
  if (run.length < 2) return null;
  const parts = run.map((saying) => partOf(saying, text));
  const effect = run[0]?.price?.effect === 'deduct' ? 'deduct' : 'add';
  const method = effect === 'deduct' ? 'M25' : 'M12';
  return { statements: [{ kind: 'escalation', method, effect, steps: parts, span: spanOfAll(run) }], next };
}

/** 排名末位的扣2分. */
function lastPlace({ sayings, text }: Scope, at: number): Composed | null {
  const saying = sayings[at] as Saying;
  if (!saying.text.includes('末位') && !saying.text.includes('最后一名')) return null;
  const ranks = [{ from: '-1', to: '-1', points: firstPoints(saying) }];
  const words = wordsOf(saying, text);
  return {
    statements: [{ kind: 'rank-table', method: 'M40', words, ranks, rest: null, span: saying.span }],
    next: at + 1,
  };
}

/** A step without the ranks before it: 按名次依次递减1分. */
function bareStep({ sayings, text }: Scope, at: number) {
  const saying = sayings[at] as Saying;
  const found = stepOf(saying);
  // 程序不规范每名扣1分: people, not places.
  const isOfPlaces = hasMark(saying, 'progressive', 'ranking') || /名次|位次|排名|排位/.test(text);
  if (found === null || !isOfPlaces) return null;
  const statement: Statement = {
    kind: 'rank-step',
    method: found.stepIn === 'percent' ? 'M42' : 'M41',
    words: wordsOf(saying, text),
    topFull: { value: '1', span: saying.span },
    isTopStated: false,
    points: { kind: 'full', span: saying.span },
    ...found,
    span: saying.span,
  };
  return { statements: [statement], next: at + 1, isGuess: true };
}

/** 其余得7分 after ranks. */
const isRest = (saying: Saying | undefined): boolean =>
  saying !== undefined &&
  saying.price !== null &&
  stepOf(saying) === null &&
  hasMark(saying, 'others') &&
  saying.price.points.length === 1;

function tableFrom({ sayings, text }: Scope, at: number): Composed | null {
  const ranks: { from: string; to: string; points: Points }[] = [];
  let [next, isBonus, isShare] = [at, false, false];
  for (; next < Math.min(sayings.length, at + longestList); next += 1) {
    const saying = sayings[next] as Saying;
    if (next > at && stepOf(saying) !== null) break;
    const places =
      saying.price === null
        ? []
        : (shareOf(saying) ?? (next > at ? furtherPlaces(saying) : placesOf(saying)));
    const points = saying.price?.points ?? [];
    if (places.length === 0 || (points.length > 1 && points.length !== places.length)) break;
    isShare ||= shareOf(saying) !== null;
    isBonus ||= saying.price?.effect === 'add';
    ranks.push(...places.map((place, index) => ({ ...place, points: points[index] ?? firstPoints(saying) })));
  }
  if (ranks.length === 0) return null;
  const first = sayings[at] as Saying;
  const rest = isRest(sayings[next]) ? firstPoints(sayings[next] as Saying) : null;
  if (rest !== null) next += 1;
  // 列全省、市前3名的奖: the rank is one that another body gave.
  const method = isShare ? 'M43' : isBonus ? 'M39' : 'M40';
  const span = spanOfAll(sayings.slice(at, next));
  return {
    statements: [{ kind: 'rank-table', method, words: wordsOf(first, text), ranks, rest, span }],
    next,
  };
}

/** 前30%, 中间40%, 后30%: a share of those ranked. */
function shareOf(saying: Saying): readonly Place[] | null {
  const rank = piecesOfKind(saying.pieces, 'rank').find(({ unit }) => isPercent(unit));
  const share = rank?.ranks[0]?.value;
  if (share !== undefined) return [{ from: share, to: share }];
  const middle = piecesOfKind(saying.pieces, 'quantity').find(({ quantity }) =>
    isPercent(quantity.unit),
  )?.quantity;
  return middle !== undefined && saying.text.includes('中间')
    ? [{ from: middle.value, to: middle.value }]
    : null;
}
