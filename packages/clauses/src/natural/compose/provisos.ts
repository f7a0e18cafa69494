import type { PhraseOf } from '../phrase.js';
import { hasMark, piecesOfKind, wordsOf, type Piece, type Saying } from '../saying.js';
import { eachOf, isPercent, roleOf } from '../saying-facts.js';
import type { Bound, Figure, Statement, Words } from '../statement.js';
import { isRater } from './formula.js';
import { longestList } from './part.js';
import type { Composed, Composer, Scope } from './scope.js';
import { lastOf, lastWhere } from '../last-of.js';

/** What a saying without a price of its own can mean for scoring: shares, weights, grades, means, conversions, provisos. */
export const composeProviso: Composer = (scope, at) =>
  authors(scope, at) ??
  votes(scope, at) ??
  shareOfOffices(scope, at) ??
  reviewed(scope, at) ??
  factors(scope, at) ??
  departments(scope, at) ??
  panel(scope, at) ??
  grades(scope, at) ??
  weights(scope, at) ??
  shares(scope, at) ??
  notApplicable(scope, at) ??
  diminishing(scope, at) ??
  year(scope, at) ??
  proof(scope, at) ??
  converted(scope, at) ??
  veto(scope, at) ??
  ties(scope, at);

const said = (saying: Saying, text: string): Words | null =>
  wordsOf(saying, text) ?? wordsOf(saying, text, saying.preface);

/** 2人以上署名的按署名人数平均得分. */
function authors({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined) return null;
  const isShared = ['署名', '合写', '合作', '作者', '共同完成'].some((word) => saying.text.includes(word));
  const [ratio] = piecesOfKind(saying.pieces, 'ratio');
  if (!isShared || (!hasMark(saying, 'mean') && ratio === undefined)) return null;
  const statement: Statement = {
    kind: 'shared',
    method: 'M36',
    words: said(saying, text),
    ratio: ratio?.figures.map(({ value, span }) => ({ value, span })) ?? [],
    span: saying.span,
  };
  return { statements: [statement], next: at + 1 };
}

/** 人数1000以上的*0.9的系数; 以采用得分乘以2计分. */
function factors({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined || (saying.price !== null && saying.price.points[0]?.kind !== 'unstated'))
    return null;
  const found: { readonly bound: ReturnType<typeof boundBefore>; readonly factor: Figure }[] = [];
  for (const [index, piece] of saying.pieces.entries()) {
    const next = saying.pieces[index + 1];
    if (piece.kind !== 'mark' || piece.mark !== 'times' || next?.kind !== 'quantity') continue;
    if (isPercent(next.quantity.unit)) continue;
    found.push({
      bound: boundBefore(saying, index),
      factor: { value: next.quantity.value, span: next.quantity.span },
    });
  }
  if (found.length === 0) return null;
  const isSize = saying.text.includes('系数') || found.some(({ bound }) => bound !== null);
  const statement: Statement = {
    kind: 'scaled',
    method: isSize ? 'M51' : 'M34',
    words: said(saying, text),
    factors: found,
    span: saying.span,
  };
  return { statements: [statement], next: at + 1, isDoubtful: !isSize && !saying.text.includes('采用') };
}

function boundBefore(saying: Saying, index: number) {
  const piece = lastWhere(saying.pieces.slice(0, index), ({ kind }) => kind === 'bound');
  return piece?.kind === 'bound' ? piece.bound : null;
}

const quoted = /[“"「]([^“”"「」]{1,8})[”"」]/g;

/** 测评票“好”“较好”“一般”“差”分别按100、85、60、0分计: what a vote is worth; a formula after it says what follows anyway. */
function votes({ sayings, text }: Scope, at: number): Composed | null {
  const saying = sayings[at];
  const points = saying?.price?.points ?? [];
  if (saying === undefined) return null;
  if (points.length === 1) return votesEach(sayings, at, text);
  if (points.length < 2 || !saying.text.includes('票')) return null;
  const until = saying.price?.span.start ?? saying.span.end;
  const before = text.slice(saying.span.start, until);
  const named = [...before.matchAll(quoted)].map(([, name]) => name ?? '');
  const names = named.length > 0 ? named : namesBefore(before);
  if (names.length !== points.length) return null;
  const weights = points.flatMap((point, index) =>
    point.kind === 'number' || point.kind === 'none'
      ? [
          {
            words: { text: names[index] ?? '', span: saying.span },
            weight: { value: point.kind === 'number' ? point.value : '0', span: point.span },
          },
        ]
      : [],
  );
  if (weights.length !== points.length) return null;
  const next = sayings[at + 1];
  const isFormula = next !== undefined && hasMark(next, 'equals') && next.text.includes('票');
  const last = isFormula ? next : saying;
  const span = { start: saying.span.start, end: last.span.end };
  return {
    statements: [{ kind: 'weights', method: 'M53', weights, plus: null, span }],
    next: at + (isFormula ? 2 : 1),
  };
}

/** 优秀票每票1分,良好票每票0.8分. */
function votesEach(sayings: readonly Saying[], at: number, text: string): Composed | null {
  let next = at;
  while (
    next < Math.min(sayings.length, at + longestList) &&
    eachOf(sayings[next] as Saying)?.per.unit === '票'
  )
    next += 1;
  const run = sayings.slice(at, next);
  const weights = run.flatMap((saying) => {
    const [point] = saying.price?.points ?? [];
    const weight = point?.kind === 'number' ? { value: point.value, span: point.span } : null;
    return weight === null ? [] : [{ words: wordsOf(saying, text), weight }];
  });
  if (run.length < 2 || weights.length !== run.length) return null;
  const span = { start: run[0]?.span.start ?? 0, end: lastOf(run)?.span.end ?? 0 };
  return { statements: [{ kind: 'weights', method: 'M53', weights, plus: null, span }], next };
}

const namesBefore = (words: string): readonly string[] =>
  words
    .replace(/(?:票|等次|档次)?(?:分别|各).*$/, '')
    .split(/[、,，]/)
    .filter((word) => word !== '');

const offices = ['科', '室', '办', '局', '委', '部', '站', '中心', '所', '组', '办公室', '会'];

/** 由组织部、宣传部、统战部分别按40分、35分、25分进行考核: departments that score, and what each may give. */
function shareOfOffices({ sayings, text }: Scope, at: number): Composed | null {
  const saying = sayings[at];
  const points = saying?.price?.points ?? [];
  if (saying === undefined || points.length < 2) return null;
  // 统战部分别: the lexer takes 部 to 分别.
  const until = saying.price?.span.start ?? saying.span.end;
  const before = text.slice(saying.span.start, text.startsWith('部', until) ? until + 1 : until);
  const listed = /由([^由]+?)(?:分别|各)?(?:按|占|以)?$/.exec(before.replace(/[（(]$/, ''))?.[1] ?? '';
  const names = listed.split(/[、和,，]/).filter((name) => name !== '');
  if (names.length !== points.length) return null;
  if (!names.every((name) => offices.some((office) => name.endsWith(office)))) return null;
  const parts = points.map((point, index) => ({
    words: { text: names[index] ?? '', span: saying.span },
    bound: null,
    points: point,
    span: point.span,
  }));
  return { statements: [{ kind: 'departments', method: 'C6', parts, span: saying.span }], next: at + 1 };
}

const marking = ['打分', '评分', '测评', '评价', '评议', '赋分'];

/** 由县四套班子领导打分,取平均分: the mean of those who mark, and no other construction. */
function reviewed({ sayings, text }: Scope, at: number): Composed | null {
  const saying = sayings[at];
  if (saying === undefined || (saying.price !== null && saying.price.points[0]?.kind !== 'unstated'))
    return null;
  const isMean = hasMark(saying, 'mean') && !hasMark(saying, 'convert', 'weight', 'trim', 'previous');
  const words = text.slice(saying.preface[0]?.span.start ?? saying.span.start, saying.span.end);
  const isMarked =
    /由[^,，。;；]{1,30}/.test(words) &&
    marking.some((word) => words.includes(word)) &&
    words.includes('平均');
  if (!isMean || !isMarked) return null;
  const start = saying.preface[0]?.span.start ?? saying.span.start;
  return {
    statements: [
      {
        kind: 'panel',
        method: 'M52',
        parts: [],
        trimHigh: null,
        trimLow: null,
        minJudges: null,
        weights: [],
        span: { start, end: saying.span.end },
      },
    ],
    next: at + 1,
  };
}

/** 由党建科室(组织科4分、农村科3分…): departments that score, and what each may give. */
function departments({ sayings, text }: Scope, at: number) {
  const first = sayings[at];
  if (first === undefined || !first.text.startsWith('由') || roleOf(first) !== 'award') return null;
  let next = at;
  while (next < Math.min(sayings.length, at + longestList) && roleOf(sayings[next] as Saying) === 'award')
    next += 1;
  const run = sayings.slice(at, next);
  if (
    run.length < 2 ||
    !run.every((saying) => offices.some((office) => wordsOf(saying, text)?.text.endsWith(office)))
  )
    return null;
  const parts = run.map((saying) => ({
    words: wordsOf(saying, text),
    bound: null,
    points: saying.price?.points[0] ?? { kind: 'unstated' as const, span: saying.span },
    span: saying.span,
  }));
  const span = { start: first.span.start, end: lastOf(run)?.span.end ?? first.span.end };
  return { statements: [{ kind: 'departments' as const, method: 'C6' as const, parts, span }], next };
}

/** 去掉一个最高分和一个最低分后求平均分; 重点评价…(5分)、…(5分);结果按平均值得分. */
function panel(scope: Scope, at: number) {
  const { sayings, text } = scope;
  const saying = sayings[at];
  if (saying === undefined) return null;
  const parts: Saying[] = [];
  let next = at;
  while (
    next < Math.min(sayings.length, at + longestList) &&
    (sayings[next] as Saying).isBracketed &&
    roleOf(sayings[next] as Saying) === 'award'
  ) {
    parts.push(sayings[next] as Saying);
    next += 1;
  }
  const closing = sayings[next];
  if (closing === undefined) return null;
  const isTrimmed = hasMark(closing, 'trim');
  const isMeanOfParts = parts.length > 1 && hasMark(closing, 'mean');
  const bodies = parts.length > 1 ? weightsOfBodies(closing) : [];
  if (!(parts.length === 0 && isTrimmed) && !isMeanOfParts && bodies.length === 0) return null;
  const one: Figure = { value: '1', span: closing.span };
  const people = piecesOfKind([...closing.preface, ...closing.pieces], 'bound').find(({ bound }) =>
    ['人', '名', '位'].includes(bound.low?.unit ?? bound.high?.unit ?? ''),
  )?.bound;
  const edge = people?.low ?? people?.high ?? null;
  const statement: Statement = {
    kind: 'panel',
    method: bodies.length > 0 ? 'M55' : 'M52',
    weights: bodies,
    parts: parts.map((part) => ({
      words: wordsOf(part, text),
      bound: null,
      points: part.price?.points[0] ?? { kind: 'unstated', span: part.span },
      span: part.span,
    })),
    trimHigh: isTrimmed ? one : null,
    trimLow: isTrimmed && closing.text.includes('低') ? one : null,
    minJudges: isTrimmed && edge !== null ? { value: edge.value, span: edge.span } : null,
    span: { start: saying.span.start, end: closing.span.end },
  };
  return { statements: [statement], next: next + 1 };
}

/** …分别以70%、30%比例评价: whose marks count how much. */
function weightsOfBodies(closing: Saying): readonly Figure[] {
  const shares = piecesOfKind(closing.pieces, 'quantity').filter(({ quantity }) => isPercent(quantity.unit));
  const sum = shares.reduce((all, { quantity }) => all + Math.round(Number(quantity.value) * 1000), 0);
  return shares.length > 1 && sum === 100_000 ? shares.map(({ quantity }) => quantity) : [];
}

const gradeWords = [
  '优秀',
  '良好',
  '合格',
  '称职',
  '等次',
  '档次',
  '一等',
  '先进',
  '评为',
  '等级',
  '一般',
  '达标单位',
  '选票',
  '评优',
];

/** A 90-100, B 70-90 …; 优秀:80以上合格:60—80分; 大于等于90分的最多不超过3人. */
function grades({ sayings, text }: Scope, at: number): Composed | null {
  if (at > 0 || !gradeWords.some((word) => text.includes(word))) return null;
  if (sayings.some(({ price }) => price !== null && !isRangeOnly(price))) return null;
  const pieces = sayings.flatMap((saying): readonly Piece[] => [
    ...saying.preface,
    ...saying.pieces,
    ...(saying.aside === null ? [] : [saying.aside]),
    ...(saying.price === null ? [] : [saying.price]),
  ]);
  const found: { words: Words | null; bound: Bound; quota: Figure | null }[] = [];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'limit' && piece.count !== null) setQuota(found, piece.count);
    const bound = piece.kind === 'price' ? boundOfRange(piece) : piece.kind === 'bound' ? piece.bound : null;
    if (bound === null) continue;
    const edge = bound.low ?? bound.high;
    if (edge?.unit === '人' || edge?.unit === '名' || edge?.unit === '个') setQuota(found, edge);
    else if (edge?.unit === '分' || edge?.unit === null) {
      const words = wordsOf(sayings[0] as Saying, text, pieces.slice(from, index));
      found.push({ words, bound, quota: null });
      from = index + 1;
    }
  }
  if (found.length < 2) return null;
  const span = { start: sayings[0]?.span.start ?? 0, end: lastOf(sayings)?.span.end ?? 0 };
  return { statements: [{ kind: 'grades', method: 'C7', grades: found, span }], next: sayings.length };
}

const isRangeOnly = ({ effect, points }: PhraseOf<'price'>): boolean =>
  effect === null && points[0]?.kind === 'range';

/** 60—80分 beside 优秀 and 合格 is a band of the score, not a price. */
function boundOfRange({ points }: PhraseOf<'price'>): Bound | null {
  const [range] = points;
  if (range?.kind !== 'range') return null;
  const edge = (value: string) => ({ value, unit: '分', inclusive: null, span: range.span });
  return { low: edge(range.low), high: range.high === null ? null : edge(range.high), span: range.span };
}

function setQuota(found: { quota: Figure | null }[], figure: Figure) {
  const last = lastOf(found);
  if (last !== undefined) last.quota = { value: figure.value, span: figure.span };
}

/** 网上考核占80%,现场考核占20%; 平时60%、年终40%. */
function weights({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined || saying.price !== null || !hasMark(saying, 'weight')) return null;
  const found: { readonly words: Words | null; readonly weight: Figure }[] = [];
  const pieces = [...saying.preface, ...saying.pieces];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (piece.kind !== 'mark' || piece.mark !== 'weight' || next?.kind !== 'quantity') continue;
    if (!isPercent(next.quantity.unit)) continue;
    const words = wordsOf(saying, text, pieces.slice(from, index));
    found.push({ words, weight: { value: next.quantity.value, span: next.quantity.span } });
    from = index + 2;
  }
  if (found.length < 2) return null;
  return {
    statements: [
      {
        kind: 'weights' as const,
        method: weightsMethod(found),
        weights: found,
        plus: null,
        span: saying.span,
      },
    ],
    next: at + 1,
  };
}

/** 领导评价占30%,群众评价占40%: those who judge are weighed, not parts of the work. */
const weightsMethod = (weights: readonly { readonly words: Words | null }[]): 'M55' | 'C1' => {
  // 由领导、职工分别按50%、30%: all names stand before the first share.
  const named = weights.filter(({ words }) => words !== null);
  return named.filter(({ words }) => isRater(words?.text ?? '')).length * 2 > named.length ? 'M55' : 'C1';
};

/** 平时考核60%、年终考核40%: percentages that make a whole. */
function shares({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined || saying.price !== null || saying.aside !== null) return null;
  const pieces = [...saying.preface, ...saying.pieces];
  const found: { readonly words: Words | null; readonly weight: Figure }[] = [];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'quantity' || !isPercent(piece.quantity.unit)) continue;
    found.push({ words: wordsOf(saying, text, pieces.slice(from, index)), weight: piece.quantity });
    from = index + 1;
  }
  const sum = found.reduce((all, { weight }) => all + Math.round(Number(weight.value) * 1000), 0);
  if (found.length < 2 || sum !== 100_000) return null;
  return {
    statements: [
      {
        kind: 'weights' as const,
        method: weightsMethod(found),
        weights: found,
        plus: null,
        span: saying.span,
      },
    ],
    next: at + 1,
    isGuess: true,
  };
}

const withoutUnits = ['无此项', '没有此项', '无该项', '没有该项', '无相关工作', '无任务', '未下达任务'];
const absent = ['不涉及', '没有', '未承担', '无此项', '不承担', '无该项', '未涉及', '不适用'];
const substitutes = ['平均分', '满分', '剔除', '折算', '不计', '不考核', '缺项'];

/** 不涉及的单位得满分, 没有新进人员的按同类单位平均分计. */
function notApplicable({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined) return null;
  const points = saying.price?.points[0];
  const isOpen = points === undefined || points.kind === 'full' || points.kind === 'unstated';
  const about = saying.text;
  const isAbout =
    (absent.some((word) => about.includes(word)) && (about.includes('单位') || about.includes('不涉及'))) ||
    /(?:没有|未|不)(?:承担|涉及|安排|下达|开展此项).{0,16}(?:折算|平均分|剔除|得满分)/.test(about) ||
    (withoutUnits.some((word) => about.startsWith(word)) && points?.kind === 'full');
  if (!isOpen || !isAbout || !substitutes.some((word) => about.includes(word))) return null;
  return {
    statements: [
      { kind: 'exemption' as const, method: 'M50' as const, words: said(saying, text), span: saying.span },
    ],
    next: at + 1,
    isGuess: true,
  };
}

/** 同一表彰文件设有各个层次的,最高层次按规定分值加分,其它层次依次酌减. */
function diminishing({ sayings, text }: Scope, at: number) {
  if (at > 0) return null;
  const rest = sayings.slice(at);
  const first = rest[0];
  if (first === undefined || rest.some(({ price }) => price?.points[0]?.kind === 'number')) return null;
  if (
    !/^同一|^同|一个文件/.test(text) ||
    !text.includes('层次') ||
    !['酌减', '递减', '减半'].some((word) => text.includes(word))
  ) {
    return null;
  }
  const span = { start: first.span.start, end: lastOf(rest)?.span.end ?? first.span.end };
  const words = said(first, text);
  return {
    statements: [{ kind: 'diminishing' as const, method: 'M33' as const, words, span }],
    next: sayings.length,
  };
}

/** 2012年2月以后对2011年工作的表彰…列入2012年度加分. */
function year({ sayings, text }: Scope, at: number) {
  if (at > 0) return null;
  const rest = sayings.slice(at);
  const first = rest[0];
  if (first === undefined || rest.some(({ price }) => price?.points[0]?.kind === 'number')) return null;
  const years = rest
    .flatMap(({ pieces }) => piecesOfKind(pieces, 'quantity'))
    .filter(({ quantity }) => quantity.value.length === 4);
  const isYear = years.length > 1 || text.includes('上年度') || text.includes('跨年');
  const isAbout = ['分', '奖', '表彰', '荣誉', '成果'].some((word) => text.includes(word));
  if (!isYear || !['列入', '计入', '纳入'].some((word) => text.includes(word)) || !isAbout) return null;
  return proviso(rest, 'C12');
}

/** 须提供文件或证书原件,否则不予认定. */
const proofDemanded =
  /(?:提供|提交|附|出具|凭).{0,20}(?:文件|证书|证明|材料|原件|凭证|依据).{0,20}(?:否则|未提供|无|没有|不提供|不能提供).{0,12}(?:不予|不计|不加|不得|视为)/;

/** 无表彰文件佐证的,不加分. */
function proof({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined) return null;
  const isDemanded = at === 0 && proofDemanded.test(text);
  if (isDemanded && sayings.every(({ price }) => price?.points[0]?.kind !== 'number'))
    return proviso(sayings, 'C11');
  const role = roleOf(saying);
  const lacks = ['佐证', '证明材料', '凭证', '依据', '证据', '支撑材料', '文件'].some((word) =>
    saying.text.includes(word),
  );
  if (
    (role !== 'no-bonus' && role !== 'zero') ||
    !lacks ||
    !['无', '未', '没有', '不'].some((no) => saying.text.includes(no))
  )
    return null;
  if (role === 'zero' && !saying.text.includes('佐证') && !saying.text.includes('证据')) return null;
  return proviso(sayings.slice(at, at + 1), 'C11', at + 1);
}

function proviso(sayings: readonly Saying[], method: 'C10' | 'C11' | 'C12' | 'C13', next?: number) {
  const [first, last] = [sayings[0], lastOf(sayings)];
  if (first === undefined || last === undefined) return null;
  const span = { start: first.span.start, end: last.span.end };
  const words = { text: sayings.map(({ text }) => text).join(''), span };
  return {
    statements: [{ kind: 'proviso' as const, method, words, sample: null, span }],
    next: next ?? Number.MAX_SAFE_INTEGER,
  };
}

/** 引用…考核得分,相应进行折算; 根据日常检查平均分值折算; 取各排名分的平均分. */
function converted({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined) return null;
  const last = lastWhere(saying.pieces, ({ kind }) => kind !== 'break');
  const isInto = last?.kind === 'mark' && last.mark === 'convert' && /得分|成绩|考核|总分/.test(saying.text);
  if (saying.price !== null && saying.price.points[0]?.kind !== 'unstated' && !isInto) return null;
  const words = said(saying, text);
  const statements: Statement[] = [];
  if (isOwnRate(saying) && !/其他|其它|得分率/.test(saying.text)) {
    const own: Statement = {
      kind: 'proportion',
      method: 'M04',
      points: null,
      of: words,
      formula: null,
      isCapped: false,
      span: saying.span,
    };
    return { statements: [own], next: at + 1 };
  }
  if (hasMark(saying, 'mean') && (hasMark(saying, 'convert') || saying.text.includes('取'))) {
    statements.push({ kind: 'mean', method: 'C2', words, span: saying.span });
  }
  if (hasMark(saying, 'convert'))
    statements.push({ kind: 'converted', method: 'C3', words, span: saying.span });
  if (isInto && saying.price !== null) {
    const points = saying.price.points[0] ?? { kind: 'unstated', span: saying.span };
    statements.push({
      kind: 'item-points',
      method: null,
      words: null,
      bound: null,
      points,
      span: saying.span,
    });
  }
  return statements.length === 0 ? null : { statements, next: at + 1 };
}

/** 按参会率折算得分: the rate itself becomes points, no score of another body. */
const isOwnRate = (saying: Saying): boolean =>
  hasMark(saying, 'convert') &&
  /(?:率|比例|比重|占比)(?:进行|相应|来)?(?:折算|换算|折合)/.test(saying.text) &&
  !/考核得分|成绩|扣分/.test(saying.text);

const effects = [
  '直接判',
  '定为',
  '取消',
  '不得',
  '撤销',
  '不予',
  '降',
  '不合格',
  '零分',
  '0分',
  '不能',
  '评先',
  '评优',
];

/** 取消当年评先评优资格, 不得评为优秀, 确定为不合格等次: what follows is said without any points. */
const consequences =
  /取消.{0,18}(?:资格|评优|评先|称号|奖励|先进)|(?:不得|不能|不予)(?:参加|参与)?(?:评为|评定为|确定为|评优|评先|推荐为|列为|参评|被评)|(?:直接)?(?:确定|评定|判定|定|列|评|降)为[^,，。;；]{0,6}(?:不合格|不称职|不达标|较差|末位|下一|最低)|降低?.{0,3}[个]?(?:等次|档次|等级)|等次.{0,4}(?:下调|降低)/;

const isVetoed = (saying: Saying): boolean =>
  hasMark(saying, 'veto', 'consequence') || (saying.price === null && consequences.test(saying.text));

/** 实行一票否决, with what follows from it or without. */
function veto({ sayings, text }: Scope, at: number) {
  const saying = sayings[at];
  const isPriced = saying?.price !== null && saying?.price?.points[0]?.kind !== 'none';
  if (saying === undefined || isPriced || !isVetoed(saying)) return null;
  const effect = effects.some((word) => saying.text.includes(word)) ? said(saying, text) : null;
  return {
    statements: [
      { kind: 'veto' as const, method: 'C8' as const, words: said(saying, text), effect, span: saying.span },
    ],
    next: at + 1,
  };
}

/** 保留两位小数, 得分相同的…, 按无效票处理; 随机抽查2个社区. */
function ties({ sayings }: Scope, at: number) {
  const saying = sayings[at];
  if (saying === undefined || saying.price?.points[0]?.kind === 'number') return null;
  const has = (...words: readonly string[]) => words.some((word) => saying.text.includes(word));
  if (has('小数', '四舍五入', '并列', '得分相同', '分数相同', '无效票', '同分'))
    return proviso([saying], 'C10', at + 1);
  if (
    has('抽查', '抽取', '随机') &&
    piecesOfKind(saying.pieces, 'quantity').length > 0 &&
    has('结果', '成绩', '得分')
  ) {
    return proviso([saying], 'C13', at + 1);
  }
  return null;
}
