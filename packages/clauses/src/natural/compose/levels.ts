import { levelsIn } from '../level-words.js';
import { numeralValue } from '../numerals.js';
import { piecesOfKind, wordsOf, type Saying } from '../saying.js';
import { boundsOf, eachOf, firstPoints, gapOf, roleOf } from '../saying-facts.js';
import type { Levels, Part, Statement } from '../statement.js';
import { longestList, partOf, spanOfAll } from './part.js';
import type { Composer, Scope } from './scope.js';
import { lastOf } from '../last-of.js';

/** Prices by level, source or severity, in one saying (省、市分别奖10分、5分) or in several. */
export const composeLevels: Composer = (scope, at) =>
  quotaRates(scope, at) ?? byLevel(scope, at) ?? alone(scope, at);

function byLevel(scope: Scope, at: number) {
  const first = scope.sayings[at] as Saying | undefined;
  if (first === undefined || !isPrice(first)) return null;
  let next = at;
  const last = Math.min(scope.sayings.length, at + longestList);
  while (next < last && isLike(first, scope.sayings[next] as Saying)) next += 1;
  const run = scope.sayings.slice(at, next);
  const spread = run.flatMap((saying) => spreadOf(saying, scope.text) ?? []);
  const parts = run.flatMap((saying) => spreadOf(saying, scope.text) ?? [partOf(saying, scope.text)]);
  if (parts.length < 2 || (spread.length === 0 && !isGraded(run, scope.text))) return null;
  const levels = levelsOf(run, parts, scope.text);
  const limited = mostHandedIn(scope.text);
  return {
    statements: [limited === null ? levels : { ...levels, method: 'M37' as const, maxItems: limited }],
    next,
  };
}

/** 每单位限报1个: one thing is handed in and judged. */
function mostHandedIn(text: string) {
  const found = /(?:限|只能?|最多)(?:申)?报([0-9一二两三四五六七八九十]{1,3})[个项件篇]/.exec(text);
  if (found?.[1] === undefined) return null;
  const start = found.index + found[0].indexOf(found[1]);
  return { value: numeralValue(found[1]), span: { start, end: start + found[1].length } };
}

function levelsOf(run: readonly Saying[], parts: readonly Part[], text: string): Levels {
  const span = spanOfAll(run);
  const first = run[0] as Saying;
  const isDeduction = first.price?.effect === 'deduct';
  const said = text.slice(span.start, span.end);
  const isMedia = mediaWords.some((word) => said.includes(word));
  return {
    kind: 'levels',
    method: isDeduction ? 'M24' : isMedia ? 'M34' : 'M32',
    effect: isDeduction ? 'deduct' : 'add',
    levels: parts,
    isEach: run.some((saying) => eachOf(saying) !== null) || first.price?.effect === 'add',
    quotas: run.flatMap((saying) => (eachOf(saying) === null ? quotasOf(saying) : [])),
    isHighestOnly: false,
    span,
  };
}

const quotasOf = (saying: Saying) =>
  piecesOfKind(saying.pieces, 'quantity')
    .map(({ quantity }) => quantity)
    .filter(({ unit }) => unit !== null);

const mediaWords = [
  '采用',
  '用稿',
  '刊发',
  '刊登',
  '报道',
  '转发',
  '媒体',
  '信息',
  '稿件',
  '刊物',
  '录用',
  '发表',
  '转报',
  '简报',
  '约稿',
];

const isPrice = (saying: Saying): boolean => {
  const role = roleOf(saying);
  return (role === 'award' || role === 'add' || role === 'loss') && gapOf(saying) === null;
};

/** The same effect, and counted alike: once or each. */
const isLike = (first: Saying, saying: Saying): boolean =>
  isPrice(saying) &&
  saying.price?.effect === first.price?.effect &&
  ((eachOf(saying) === null) === (eachOf(first) === null) || isOpened(first, saying));

/** 每发表一篇文章,国家级加3分,省级加2分: the count at the beginning holds for the levels after it. */
const isOpened = (first: Saying, saying: Saying): boolean =>
  eachOf(first)?.isEvery === true &&
  eachOf(saying) === null &&
  first.pieces.some((piece) => piece.kind === 'break' && piece.of === 'comma') &&
  levelsIn(saying.text, 0).length > 0;

/** 被省、市、县督查组巡查发现的,每个分别扣10分、5分、3分: as many levels as amounts. */
function spreadOf(saying: Saying, text: string): readonly Part[] | null {
  const points = saying.price?.points ?? [];
  const words = wordsOf(saying, text);
  if (points.length < 2 || words === null) return null;
  const prizes = prizesIn(words.text, points.length);
  if (prizes.length > 0) {
    return points.map((point, index) => ({
      words: { text: prizes[index] ?? '', span: words.span },
      bound: null,
      points: point,
      span: point.span,
    }));
  }
  const levels = levelsIn(words.text, words.span.start);
  const named = levels.length >= points.length ? levels.slice(-points.length) : [];
  if (named.length === 0) return null;
  return points.map((point, index) => {
    const level = named[index] ?? words;
    return { words: { text: level.text, span: level.span }, bound: null, points: point, span: point.span };
  });
}

const prize = /[特一二三四五]等奖|[金银铜]奖|优秀奖|优胜奖|提名奖|入围|第[一二三四五六123456]名|[冠亚季]军/;

/** 一、二、三等奖; 金、银、铜奖. */
function prizesIn(words: string, count: number): readonly string[] {
  const found = /([特一二三四五六金银铜](?:[、，,和][一二三四五六金银铜])+)(等奖|等次|奖|等|牌)/.exec(
    words.replace(/等奖(?=[、，,和])/g, ''),
  );
  const names = found?.[1]?.split(/[、，,和]/).map((name) => `${name}${found[2] ?? ''}`) ?? [];
  return names.length === count ? names : [];
}

/** Told apart by the level they name, by the amount of what is paid, or as severities of one kind of event. */
function isGraded(run: readonly Saying[], text: string): boolean {
  if (run.length < 2) return false;
  const words = run.map((saying) => wordsOf(saying, text));
  const levels = words.map((one) => (one === null ? [] : levelsIn(one.text, one.span.start)));
  const isEach = run.every((saying) => eachOf(saying) !== null);
  const amounts = new Set(run.map((saying) => valueOf(saying)));
  const names = new Set(levels.map(([level]) => level?.level));
  if (amounts.size > 1 && levels.every(({ length }) => length > 0) && names.size === run.length) return true;
  const isAward = run[0]?.price?.effect !== 'deduct';
  if (isAward && amounts.size > 1 && words.every((one) => prize.test(one?.text ?? ''))) return true;
  if (run[0]?.price?.effect === 'deduct') {
    if (amounts.size === run.length && areSeverities(words.map((one) => one?.text ?? ''))) return true;
    if (amounts.size > 1 && isEach && areKindsOfOne(run, text)) return true;
    return (
      isEach && (amounts.size > 2 || (amounts.size > 1 && sharesEnd(words.map((one) => one?.text ?? ''))))
    );
  }
  if (!isEach || amounts.size < 2) return false;
  if (run.every((saying) => boundsOf(saying).length > 0)) return true;
  return sharesEnd(words.map((one) => one?.text ?? '')) || areMedia(words.map((one) => one?.text ?? ''));
}

const severities =
  /一般|较大|重大|特大|特别|轻微|较重|严重|轻伤|重伤|死亡|诫勉|警告|记过|降级|撤职|撤销|留党察看|开除|轻处分|重处分|移送|立案|责令|约谈|书面检查|拘留|判刑|[一二三四]级|[一二三四]等|[ABCD甲乙丙丁][级等类]|黄牌|红牌|个访|群访|集体访|越级|赴省|进京|到县|到市|到省/;

/** 一般事故扣2分,较大事故扣5分,重大事故扣10分: one kind of event by how bad it is. */
const areSeverities = (words: readonly string[]): boolean => words.every((word) => severities.test(word));

/** 漏报1例扣2分,迟报1例扣1分: kinds of the same failing, counted in the same unit. */
function areKindsOfOne(run: readonly Saying[], text: string): boolean {
  const units = new Set(run.map((saying) => eachOf(saying)?.per.unit ?? null));
  if (units.size > 1) return false;
  const failings = run.map((saying) => {
    const words = text.slice(saying.span.start, eachOf(saying)?.per.span.start ?? saying.span.end);
    const failing = words.replace(/(?:[的者]?[,，]?每?(?:发现|出现|发生|查出|查实|有)?)$/, '');
    return failing.charAt(failing.length - 1);
  });
  return new Set(failings).size === 1;
}

const valueOf = (saying: Saying): string => {
  const points = firstPoints(saying);
  return points.kind === 'number' ? points.value : points.kind;
};

/** …通报表彰的,每次 and …通报表彰的,每次: one kind of event by different bodies. */
function sharesEnd(words: readonly string[]): boolean {
  const cut = words.map((word) => word.slice(0, Math.max(0, word.lastIndexOf('每'))));
  const [one = '', ...others] = cut;
  return one.length > 6 && others.every((other) => other.slice(-5) === one.slice(-5));
}

const areMedia = (words: readonly string[]): boolean =>
  words.filter((word) => mediaWords.some((media) => word.includes(media))).length * 2 > words.length &&
  words.length > 1;

/** 信息被省级采用的每篇加3分 alone counts pieces; only a list by level is a list. */
const alone = (scope: Scope, at: number) => {
  const saying = scope.sayings[at];
  const points = saying?.price?.points ?? [];
  if (saying === undefined || points.length < 2 || !isPrice(saying)) return null;
  const each = eachOf(saying);
  const listed = listedIn(saying, scope.text);
  if (each === null && listed.length !== points.length) return null;
  const statements = points.map((point, index): Statement => {
    const words = listed[index] ?? wordsOf(saying, scope.text);
    const isDeduction = saying.price?.effect === 'deduct';
    if (each === null) {
      return isDeduction
        ? {
            kind: 'loss',
            method: 'M01',
            words,
            bound: null,
            points: point,
            isEvent: false,
            span: saying.span,
          }
        : {
            kind: 'award',
            method: 'M01',
            words,
            bound: null,
            points: point,
            otherwise: null,
            perHeads: null,
            span: saying.span,
          };
    }
    if (isDeduction)
      return {
        kind: 'per-occurrence',
        method: 'M21',
        words,
        per: each.per,
        required: null,
        points: point,
        span: saying.span,
      };
    return {
      kind: 'per-unit',
      method: 'M10',
      words,
      per: each.per,
      points: point,
      isBeyondTarget: false,
      maxCount: null,
      span: saying.span,
    };
  });
  return { statements, next: at + 1, isDoubtful: listed.length !== points.length || hasBounds(saying) };
};

const hasBounds = (saying: Saying): boolean => piecesOfKind(saying.pieces, 'bound').length > 0;

/** What 、 lists in a saying: 无计划、无措施、无总结. */
export function listedIn(saying: Saying, text: string) {
  const groups: (typeof saying.pieces)[number][][] = [[]];
  for (const piece of saying.pieces) {
    if (piece.kind === 'enumeration') groups.push([]);
    else if (piece.kind !== 'every' && piece.kind !== 'quantity') lastOf(groups)?.push(piece);
  }
  return groups.map((pieces) => wordsOf(saying, text, pieces)).filter((words) => words !== null);
}

/** 省级用稿1篇，市级用稿2篇，县级用稿2篇，得5分，多投稿一篇按2：1：0.5比例加分. */
function quotaRates({ sayings, text }: Scope, at: number) {
  const [saying, next] = [sayings[at], sayings[at + 1]];
  if (saying === undefined || next === undefined || roleOf(saying) !== 'award') return null;
  const [ratio] = piecesOfKind(next.pieces, 'ratio');
  if (ratio === undefined) return null;
  const quota = piecesOfKind(saying.pieces, 'quantity').map(({ quantity }) => ({ ...quantity, words: null }));
  const statement: Statement = {
    kind: 'quota-rates',
    method: 'M35',
    quota,
    rates: ratio.figures.map(({ value, span }) => ({ value, span })),
    points: firstPoints(saying),
    span: { start: saying.span.start, end: next.span.end },
  };
  void text;
  return { statements: [statement], next: at + 2 };
}
