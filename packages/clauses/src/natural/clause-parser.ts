import { EmbeddedActionsParser, EOF, type IToken, tokenMatcher } from 'chevrotain';
import {
  Any,
  Bullet,
  Close,
  Colon,
  Comma,
  Enumeration,
  Fen,
  Fraction,
  kinds,
  NumberToken,
  Open,
  Semicolon,
  Stop,
  Text,
  vocabularyTokens,
} from './lexer.js';
import { numeralValue } from './numerals.js';
import type { Clause, Phrase, PhraseOf } from './phrase.js';
import type { Bound, Edge, Figure, Points, Quantity, Span } from './statement.js';
import type { VocabularyKind } from './vocabulary.js';
import { lastOf } from './last-of.js';

/** How far ahead a list of amounts is looked for; beyond it a verb is a word. */
const sight = 24;

type Measured = { readonly quantity: Quantity; readonly isInclusive: boolean | null };
type Verb = Exclude<PhraseOf<'price'>['effect'], null>;

/**
 * A grammar for islands of scoring in a sea of text: every token belongs to some phrase, and what starts no phrase is
 * `words`. So there is no syntax error, and no way back: each token is consumed once.
 */
export class ClauseParser extends EmbeddedActionsParser {
  constructor() {
    super(vocabularyTokens, { maxLookahead: 1, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  readonly document = this.RULE('document', (): Clause[] => {
    const clauses: Clause[] = [];
    let phrases: Phrase[] = [];
    this.MANY(() =>
      this.OR({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          {
            ALT: () => {
              const end = this.SUBRULE(this.separator);
              this.ACTION(() => {
                clauses.push({ phrases, end });
                phrases = [];
              });
            },
          },
          {
            ALT: () => {
              const phrase = this.SUBRULE(this.phrase);
              this.ACTION(() => addPhrase(phrases, phrase));
            },
          },
        ],
      }),
    );
    return this.ACTION(() => [...clauses, { phrases, end: 'stop' as const }]);
  });

  private readonly separator = this.RULE('separator', (): Clause['end'] =>
    this.OR([
      { ALT: () => (this.CONSUME(Comma), 'comma') },
      { ALT: () => (this.CONSUME(Semicolon), 'semicolon') },
      { ALT: () => (this.CONSUME(Stop), 'stop') },
      { ALT: () => (this.CONSUME(Colon), 'colon') },
      { ALT: () => (this.CONSUME(Open), 'open') },
      { ALT: () => (this.CONSUME(Close), 'close') },
      { ALT: () => (this.CONSUME(Bullet), 'bullet') },
    ]),
  );

  private readonly phrase = this.RULE('phrase', (): Phrase =>
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { GATE: () => this.isPlain(), ALT: () => this.SUBRULE(this.words) },
        { GATE: () => this.isPriceAhead(), ALT: () => this.SUBRULE(this.price) },
        { ALT: () => this.SUBRULE(this.settled) },
        { GATE: () => this.isLimitAhead(), ALT: () => this.SUBRULE(this.limit) },
        { GATE: () => this.isNumber(2), ALT: () => this.SUBRULE(this.compared) },
        { ALT: () => this.SUBRULE(this.distance) },
        { ALT: () => this.SUBRULE(this.every) },
        { GATE: () => this.isNumber(2), ALT: () => this.SUBRULE(this.rank) },
        { ALT: () => this.SUBRULE(this.floor) },
        { ALT: () => this.SUBRULE(this.measure) },
        { GATE: () => this.isBareMoney(), ALT: () => this.SUBRULE(this.bareMoney) },
        { ALT: () => this.SUBRULE(this.mark) },
        { ALT: () => this.SUBRULE(this.enumeration) },
        { ALT: () => this.SUBRULE2(this.words) },
      ],
    }),
  );

  /** A verb and its amounts: 扣2分, 分别加5、2分, 得基本分600分, 扣0.2分/人. */
  private readonly price = this.RULE('price', (): Phrase => {
    const first = this.LA(1);
    let effect: Verb | null = null;
    let isDistributed = false;
    let ofBase: IToken | null = null;
    this.MANY({
      GATE: () => !this.isNumber(1),
      DEF: () => {
        this.OR([
          { ALT: () => (this.CONSUME(kinds.award), (effect ??= 'award')) },
          { ALT: () => (this.CONSUME(kinds.add), (effect = 'add')) },
          { ALT: () => (this.CONSUME(kinds.deduct), (effect = 'deduct')) },
          { ALT: () => this.CONSUME(kinds.unstated) },
          { ALT: () => (this.CONSUME(kinds.distributive), (isDistributed = true)) },
          { ALT: () => (ofBase = this.CONSUME(kinds.full)) },
          { ALT: () => this.CONSUME(kinds.reach) },
        ]);
      },
    });
    const points = this.SUBRULE(this.amounts);
    const perUnit = this.OPTION2({
      GATE: () => this.isKind(2, 'unit') || this.isKind(2, 'every'),
      DEF: () => {
        this.CONSUME(kinds.divide);
        this.OPTION3(() => this.CONSUME(kinds.every));
        return this.SUBRULE(this.unit);
      },
    });
    return this.ACTION(() => {
      const span = spanOf(first, this.LA(0));
      const isPercent = tokenMatcher(this.LA(0), kinds.percent);
      return {
        kind: 'price',
        effect: effect ?? (ofBase === null ? null : 'award'),
        points: points.map((one) =>
          isPercent && one.kind === 'number' ? { ...one, kind: 'percent' as const } : one,
        ),
        perUnit: perUnit === undefined ? null : { value: '1', unit: perUnit, span },
        isGuess: !isPercent && perUnit === undefined && !tokenMatcher(this.LA(0), Fen),
        isDistributed,
        isFull: ofBase !== null,
        span,
      };
    });
  });

  /** 60分、57分、54分 and 5、2分 and 5—20分. */
  private readonly amounts = this.RULE('amounts', (): Points[] => {
    const first = this.SUBRULE(this.amount);
    const points = [first];
    this.MANY({
      GATE: () => this.isAmount(2),
      DEF: () => {
        this.CONSUME(Enumeration);
        const next = this.SUBRULE2(this.amount);
        this.ACTION(() => points.push(next));
      },
    });
    return points;
  });

  private readonly amount = this.RULE('amount', (): Points => {
    const low = this.SUBRULE(this.figure);
    this.OPTION(() => this.CONSUME(Fen));
    const high = this.OPTION2({
      GATE: () => this.isNumber(2),
      DEF: () => {
        this.CONSUME(kinds.dash);
        const figure = this.SUBRULE2(this.figure);
        this.OPTION3(() => this.CONSUME2(Fen));
        return figure;
      },
    });
    this.OPTION4(() => this.CONSUME(kinds.percent));
    const open = this.OPTION5(() => this.CONSUME(kinds.orMore));
    return this.ACTION(() => pointsOf(low, high, open !== undefined, spanOf(low.token, this.LA(0))));
  });

  /** Prices in words: 不得分, 得满分, 不扣分, 扣分 without a number. */
  private readonly settled = this.RULE('settled', (): Phrase => {
    const token = this.OR([
      { ALT: () => this.CONSUME(kinds.nothing) },
      { ALT: () => this.CONSUME(kinds.noLoss) },
      { ALT: () => this.CONSUME(kinds.noBonus) },
      { ALT: () => this.CONSUME(kinds.full) },
      { ALT: () => this.CONSUME(kinds.unstated) },
    ]);
    return this.ACTION(() => settledPrice(token));
  });

  /** 最高不超过3分, 全年最多加4次, 不超过5分, 总分3分. */
  private readonly limit = this.RULE('limit', (): Phrase => {
    const first = this.LA(1);
    this.OR([{ ALT: () => this.CONSUME(kinds.limit) }, { ALT: () => this.CONSUME(kinds.notAbove) }]);
    this.MANY({
      GATE: () => !this.isNumber(1),
      DEF: () =>
        this.OR2([
          { ALT: () => this.CONSUME(kinds.award) },
          { ALT: () => this.CONSUME(kinds.add) },
          { ALT: () => this.CONSUME(kinds.deduct) },
          { ALT: () => this.CONSUME2(kinds.limit) },
          { ALT: () => this.CONSUME2(kinds.notAbove) },
          { ALT: () => this.CONSUME(kinds.reach) },
          { ALT: () => this.CONSUME(kinds.unstated) },
        ]),
    });
    const measured = this.OPTION({ GATE: () => this.isNumber(1), DEF: () => this.SUBRULE(this.measured) });
    return this.ACTION(() => {
      const span = spanOf(first, this.LA(0));
      const quantity = measured?.quantity ?? null;
      const word = textOf(first, this.LA(0), span);
      if (quantity === null) return { kind: 'limit', points: null, count: null, word, span };
      if (quantity.unit === '分' || quantity.unit === null) {
        const points = { kind: 'number', value: quantity.value, span: quantity.span } as const;
        return { kind: 'limit', points, count: null, word, span };
      }
      return { kind: 'limit', points: null, count: quantity, word, span };
    });
  });

  /** A comparing word and its number: 达到90%以上, 不少于4次, 超过5分. */
  private readonly compared = this.RULE('compared', (): Phrase => {
    const word = this.OR([
      { ALT: () => this.CONSUME(kinds.reach) },
      { ALT: () => this.CONSUME(kinds.exceed) },
      { ALT: () => this.CONSUME(kinds.short) },
      { ALT: () => this.CONSUME(kinds.notAbove) },
    ]);
    const phrase = this.SUBRULE(this.measure);
    return this.ACTION(() => comparedPhrase(word, phrase, spanOf(word, this.LA(0))));
  });

  /** 少1次, 上升1个百分点; without a number only the direction. */
  private readonly distance = this.RULE('distance', (): Phrase => {
    const word = this.OR([
      { ALT: () => this.CONSUME(kinds.lack) },
      { ALT: () => this.CONSUME(kinds.rise) },
      { ALT: () => this.CONSUME(kinds.short) },
      { ALT: () => this.CONSUME(kinds.exceed) },
    ]);
    const measured = this.OPTION({
      GATE: () => this.isNumber(1) && !this.isAmount(1),
      DEF: () => this.SUBRULE(this.measured),
    });
    return this.ACTION(() => ({
      kind: 'distance',
      direction: tokenMatcher(word, kinds.lack) || tokenMatcher(word, kinds.short) ? 'below' : 'above',
      quantity: measured?.quantity ?? null,
      span: spanOf(word, this.LA(0)),
    }));
  });

  private readonly every = this.RULE('every', (): Phrase => {
    const word = this.CONSUME(kinds.every);
    const unit = this.OPTION({
      GATE: () => !this.isKind(1, 'percent') || this.isKind(2, 'deduct') || this.isKind(2, 'add'),
      DEF: () => this.SUBRULE(this.unit),
    });
    return this.ACTION(() => ({ kind: 'every', unit: unit ?? null, span: spanOf(word, this.LA(0)) }));
  });

  /** 前3名, 第一名, 第1、2、3名, 后5位. */
  private readonly rank = this.RULE('rank', (): Phrase => {
    const word = this.OR([
      { ALT: () => this.CONSUME(kinds.front) },
      { ALT: () => this.CONSUME(kinds.back) },
      { ALT: () => this.CONSUME(kinds.nth) },
    ]);
    const ranks: Figure[] = [];
    let [isSpan, unit] = [false, ''];
    const first = this.SUBRULE(this.figure);
    this.ACTION(() => ranks.push(first));
    this.OPTION(() => (unit = this.SUBRULE(this.unit)));
    this.MANY({
      GATE: () => this.isRankAhead(),
      DEF: () => {
        this.OR2([
          { ALT: () => this.CONSUME(Enumeration) },
          { ALT: () => (this.CONSUME(kinds.dash), (isSpan = true)) },
        ]);
        this.OPTION2(() =>
          this.OR3([{ ALT: () => this.CONSUME2(kinds.nth) }, { ALT: () => this.CONSUME2(kinds.back) }]),
        );
        const figure = this.SUBRULE2(this.figure);
        this.ACTION(() => ranks.push(figure));
        this.OPTION3(() => (unit = this.SUBRULE2(this.unit)));
      },
    });
    return this.ACTION(() => ({
      kind: 'rank',
      unit: unit === '' ? null : unit,
      place: tokenMatcher(word, kinds.front) ? 'front' : tokenMatcher(word, kinds.back) ? 'back' : 'nth',
      ranks,
      isSpan,
      span: spanOf(word, this.LA(0)),
    }));
  });

  /** 扣完为止, 扣完20分为止, 可负分. */
  private readonly floor = this.RULE('floor', (): Phrase => {
    const first = this.LA(1);
    const figure = this.OR([
      { ALT: () => (this.CONSUME(kinds.floor), null) },
      { ALT: () => (this.CONSUME(kinds.negative), null) },
      {
        ALT: () => {
          this.CONSUME(kinds.floorWith);
          const found = this.OPTION({
            GATE: () => this.isNumber(1),
            DEF: () => {
              const figure = this.SUBRULE(this.figure);
              this.OPTION2(() => this.CONSUME(Fen));
              return figure;
            },
          });
          this.OPTION3(() => this.CONSUME(kinds.until));
          return found ?? null;
        },
      },
    ]);
    return this.ACTION(() => {
      const span = spanOf(first, this.LA(0));
      return {
        kind: 'floor',
        figure,
        word: `${first.image}${tokenMatcher(this.LA(0), kinds.until) ? '为止' : ''}`,
        span,
      };
    });
  });

  /** A number, what it counts and its end: 90%以上, 5-10亿元, 80%(含)-90%, 3次, 2分, 2：1：0.5. */
  private readonly measure = this.RULE('measure', (): Phrase => {
    const first = this.LA(1);
    const low = this.SUBRULE(this.measured);
    const others: Figure[] = [];
    this.MANY({
      GATE: () => this.isNumber(2) && low.quantity.unit === null,
      DEF: () => {
        this.CONSUME(Colon);
        const other = this.SUBRULE(this.figure);
        this.ACTION(() => others.push(other));
      },
    });
    const high = this.OPTION({
      GATE: () => this.isNumber(2),
      DEF: () => {
        this.CONSUME(kinds.dash);
        return this.SUBRULE2(this.measured);
      },
    });
    const ending = this.OPTION2(() =>
      this.OR([
        { ALT: () => this.CONSUME(kinds.orMore) },
        { ALT: () => this.CONSUME(kinds.orLess) },
        { ALT: () => this.CONSUME(kinds.within) },
      ]),
    );
    const included = this.OPTION3({
      GATE: () => this.isInclusionAhead(),
      DEF: () => this.SUBRULE(this.inclusion),
    });
    const perUnit = this.OPTION4({
      GATE: () => low.quantity.unit === '分' && (this.isKind(2, 'unit') || this.isKind(2, 'every')),
      DEF: () => {
        this.CONSUME(kinds.divide);
        this.OPTION5(() => this.CONSUME(kinds.every));
        return this.SUBRULE(this.unit);
      },
    });
    return this.ACTION(() => {
      const span = spanOf(first, this.LA(0));
      const end = ending === undefined ? null : endingOf(ending);
      if (others.length > 0) return { kind: 'ratio', figures: [low.quantity, ...others], span };
      return measurePhrase({
        low,
        high: high ?? null,
        end,
        included: included ?? null,
        perUnit: perUnit ?? null,
        span,
      });
    });
  });

  /** 亿元以上: one of them. */
  private readonly bareMoney = this.RULE('bareMoney', (): Phrase => {
    const unit = this.CONSUME(kinds.unit);
    const ending = this.OR([
      { ALT: () => this.CONSUME(kinds.orMore) },
      { ALT: () => this.CONSUME(kinds.orLess) },
    ]);
    return this.ACTION(() => {
      const span = spanOf(unit, ending);
      const edge: Edge = { value: '1', unit: unit.image, inclusive: true, span: spanOf(unit, unit) };
      const bound: Bound =
        endingOf(ending) === 'or-less' ? { low: null, high: edge, span } : { low: edge, high: null, span };
      return { kind: 'bound', bound, by: 'ending', word: '', span };
    });
  });

  private readonly measured = this.RULE('measured', (): Measured => {
    const figure = this.SUBRULE(this.figure);
    const unit = this.OPTION(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.unit) }, { ALT: () => this.CONSUME(Fen).image }]),
    );
    const isInclusive = this.OPTION2({
      GATE: () => this.isInclusionAhead(),
      DEF: () => this.SUBRULE(this.inclusion),
    });
    return this.ACTION(() => ({
      quantity: {
        value: figure.value,
        unit:
          unit ??
          (tokenMatcher(figure.token, Fraction) && figure.token.image.startsWith('百分之') ? '%' : null),
        span: spanOf(figure.token, this.LA(0)),
      },
      isInclusive: isInclusive ?? null,
    }));
  });

  private readonly unit = this.RULE('unit', (): string => {
    const token = this.OR([
      { ALT: () => this.CONSUME(kinds.unit) },
      { ALT: () => this.CONSUME(kinds.percent) },
    ]);
    this.OPTION({
      GATE: () => this.isKind(2, 'unit') && tokenMatcher(this.LA(3), Close),
      DEF: () => {
        this.CONSUME(Open);
        this.CONSUME2(kinds.unit);
        this.CONSUME(Close);
      },
    });
    return this.ACTION(() => unitName(token.image));
  });

  /** (含), （含15条）, (不含). */
  private readonly inclusion = this.RULE('inclusion', (): boolean => {
    this.CONSUME(Open);
    const isIncluded = this.OR([
      { ALT: () => (this.CONSUME(kinds.includes), true) },
      { ALT: () => (this.CONSUME(kinds.excludes), false) },
    ]);
    this.OPTION(() => this.SUBRULE(this.measured));
    this.CONSUME(Close);
    return isIncluded;
  });

  private readonly figure = this.RULE('figure', (): Figure & { readonly token: IToken } => {
    const token = this.OR([{ ALT: () => this.CONSUME(NumberToken) }, { ALT: () => this.CONSUME(Fraction) }]);
    return this.ACTION(() => ({
      value: numeralValue(tokenMatcher(token, Fraction) ? afterOf(token.image) : token.image),
      span: spanOf(token, token),
      token,
    }));
  });

  private readonly mark = this.RULE('mark', (): Phrase => {
    const token = this.OR(markKinds.map((kind) => ({ ALT: () => this.CONSUME(kinds[kind]) })));
    return this.ACTION(() => ({
      kind: 'mark',
      mark: markKinds.find((kind) => tokenMatcher(token, kinds[kind])) ?? 'word',
      word: token.image,
      span: spanOf(token, token),
    }));
  });

  private readonly enumeration = this.RULE('enumeration', (): Phrase => {
    const token = this.CONSUME(Enumeration);
    return this.ACTION(() => ({ kind: 'enumeration', span: spanOf(token, token) }));
  });

  private readonly words = this.RULE('words', (): Phrase => {
    const token = this.CONSUME(Any);
    return this.ACTION(() => ({ kind: 'words', span: spanOf(token, token) }));
  });

  /** Text and words without meaning, which are most of a clause, ask for no closer look. */
  private isPlain(): boolean {
    const token = this.LA(1);
    return token.tokenType === Text || tokenMatcher(token, kinds.word);
  }

  private isNumber(ahead: number): boolean {
    const token = this.LA(ahead);
    return tokenMatcher(token, NumberToken) || tokenMatcher(token, Fraction);
  }

  private isKind(ahead: number, kind: VocabularyKind): boolean {
    return tokenMatcher(this.LA(ahead), kinds[kind]);
  }

  /** Numbers that end in 分, or in % after a base (减基本分2%), from here on. */
  private isAmount(ahead: number): boolean {
    let at = ahead;
    while (at < sight) {
      if (!this.isNumber(at)) return false;
      at += 1;
      if (tokenMatcher(this.LA(at), Fen)) return true;
      if (!tokenMatcher(this.LA(at), Enumeration) && !this.isKind(at, 'dash')) return false;
      at += 1;
    }
    return false;
  }

  private isPriceAhead(): boolean {
    let at = 1;
    let [isVerb, isDeduction, isBase] = [false, false, false];
    for (; at < 6 && !this.isNumber(at); at += 1) {
      if (this.isKind(at, 'full')) isBase = true;
      else if (this.isKind(at, 'award') || this.isKind(at, 'add')) isVerb = true;
      else if (this.isKind(at, 'deduct')) [isVerb, isDeduction] = [true, true];
      else if (this.isKind(at, 'reach') || this.isKind(at, 'unstated')) {
        if (!isVerb) return false;
      } else if (!this.isKind(at, 'distributive')) return false;
    }
    if (!isVerb && !isBase && !this.isKind(1, 'distributive')) return false;
    if (this.isAmount(at)) return true;
    if (!this.isNumber(at)) return false;
    if (isVerb && isBase && this.isKind(at + 1, 'percent')) return true;
    return isDeduction && !this.isKind(at + 1, 'unit') && !this.isKind(at + 1, 'percent');
  }

  private isLimitAhead(): boolean {
    if (this.isKind(1, 'limit')) return true;
    return this.isKind(1, 'notAbove') && this.isAmount(2) && !this.isKind(4, 'orMore');
  }

  private isBareMoney(): boolean {
    const isMoney = ['亿元', '万元', '百万元', '千万元'].includes(this.LA(1).image);
    return isMoney && (this.isKind(2, 'orMore') || this.isKind(2, 'orLess'));
  }

  /** Another rank after 、 or -, and no amount of points: 第1、2、3名, 第1名、第2名. */
  private isRankAhead(): boolean {
    if (this.isKind(2, 'nth') || this.isKind(2, 'back')) return this.isNumber(3);
    return this.isNumber(2) && !this.isAmount(2);
  }

  private isInclusionAhead(): boolean {
    if (!tokenMatcher(this.LA(1), Open)) return false;
    if (!this.isKind(2, 'includes') && !this.isKind(2, 'excludes')) return false;
    for (let at = 3; at < 7; at += 1) {
      if (tokenMatcher(this.LA(at), Close)) return true;
      if (!this.isNumber(at) && !this.isKind(at, 'unit') && !this.isKind(at, 'percent')) return false;
    }
    return false;
  }
}

/** Kinds of words that stand for themselves. */
const markKinds = [
  'ranking',
  'limitAfter',
  'times',
  'divide',
  'equals',
  'plus',
  'dash',
  'proportion',
  'discretion',
  'otherwise',
  'others',
  'once',
  'highest',
  'double',
  'half',
  'convert',
  'mean',
  'veto',
  'progressive',
  'consequence',
  'ofBest',
  'previous',
  'target',
  'weight',
  'trim',
  'distributive',
  'frequency',
  'reach',
  'notAbove',
  'orMore',
  'orLess',
  'within',
] as const satisfies readonly VocabularyKind[];

/** Text comes sign by sign from the lexer; a run of it is one phrase. */
function addPhrase(phrases: Phrase[], phrase: Phrase) {
  const last = lastOf(phrases);
  if (phrase.kind === 'words' && last?.kind === 'words') {
    phrases[phrases.length - 1] = { kind: 'words', span: { start: last.span.start, end: phrase.span.end } };
  } else phrases.push(phrase);
}

const spanOf = (first: IToken, last: IToken): Span => ({
  start: first.startOffset,
  end:
    (last.tokenType === EOF ? first : last).startOffset +
    (last.tokenType === EOF ? first : last).image.length,
});

/** The words of a limit, from its first to its last token, are asked only for what they begin with. */
const textOf = (first: IToken, _last: IToken, _span: Span): string => first.image;

const afterOf = (image: string): string => image.slice(image.indexOf('分之') + 2);

/** 个百分点 and 百分点 are one unit, ％ and % are. */
function unitName(image: string): string {
  if (image === '％') return '%';
  if (image === '个百分点' || image === '个百分比') return '百分点';
  return image;
}

function pointsOf(
  low: Figure,
  high: (Figure & { readonly token: IToken }) | undefined,
  isOpen: boolean,
  span: Span,
): Points {
  if (high !== undefined) return { kind: 'range', low: low.value, high: high.value, span };
  if (isOpen) return { kind: 'range', low: low.value, high: null, span };
  return low.value === '0' ? { kind: 'none', span } : { kind: 'number', value: low.value, span };
}

function settledPrice(token: IToken): Phrase {
  const span = spanOf(token, token);
  const price = (effect: PhraseOf<'price'>['effect'], points: Points): Phrase => ({
    kind: 'price',
    effect,
    points: [points],
    perUnit: null,
    isGuess: false,
    isDistributed: false,
    isFull: false,
    span,
  });
  if (tokenMatcher(token, kinds.nothing)) return price('award', { kind: 'none', span });
  if (tokenMatcher(token, kinds.noLoss)) return price('deduct', { kind: 'none', span });
  if (tokenMatcher(token, kinds.noBonus)) return price('add', { kind: 'none', span });
  if (tokenMatcher(token, kinds.full)) return price('award', { kind: 'full', span });
  const isDeduction = token.image.includes('扣') || token.image.includes('减');
  const isAddition = token.image.includes('加') || token.image.includes('奖');
  return price(isDeduction ? 'deduct' : isAddition ? 'add' : 'award', { kind: 'unstated', span });
}

type Ending = 'or-more' | 'or-less';

const endingOf = (token: IToken): Ending => (tokenMatcher(token, kinds.orMore) ? 'or-more' : 'or-less');

type MeasureParts = {
  readonly low: Measured;
  readonly high: Measured | null;
  readonly end: Ending | null;
  readonly included: boolean | null;
  readonly perUnit: string | null;
  readonly span: Span;
};

function measurePhrase({ low, high, end, included, perUnit, span }: MeasureParts): Phrase {
  const { unit } = low.quantity;
  if (high !== null) return rangePhrase({ low, high, span });
  if (end !== null || ((included ?? low.isInclusive) !== null && unit !== '分')) {
    const isInclusive = included ?? low.isInclusive ?? true;
    const edge = edgeOf(low, isInclusive);
    const bound: Bound =
      end === 'or-less' ? { low: null, high: edge, span } : { low: edge, high: null, span };
    return { kind: 'bound', bound, by: 'ending', word: '', span };
  }
  if (unit !== '分') return { kind: 'quantity', quantity: low.quantity, span };
  return {
    kind: 'price',
    effect: null,
    points: [pointsOf(low.quantity, undefined, false, low.quantity.span)],
    perUnit: perUnit === null ? null : { value: '1', unit: perUnit, span },
    isGuess: false,
    isDistributed: false,
    isFull: false,
    span,
  };
}

function rangePhrase({
  low,
  high,
  span,
}: {
  readonly low: Measured;
  readonly high: Measured;
  readonly span: Span;
}): Phrase {
  const unit = high.quantity.unit ?? low.quantity.unit;
  if (unit === '分' && low.isInclusive === null && high.isInclusive === null) {
    const points: Points = { kind: 'range', low: low.quantity.value, high: high.quantity.value, span };
    return {
      kind: 'price',
      effect: null,
      points: [points],
      perUnit: null,
      isGuess: false,
      isDistributed: false,
      isFull: false,
      span,
    };
  }
  const bound: Bound = {
    low: { ...edgeOf(low, low.isInclusive), unit: low.quantity.unit ?? unit },
    high: { ...edgeOf(high, high.isInclusive), unit },
    span,
  };
  return { kind: 'bound', bound, by: 'range', word: '', span };
}

const edgeOf = (measured: Measured, inclusive: boolean | null): Edge => ({
  value: measured.quantity.value,
  unit: measured.quantity.unit,
  inclusive,
  span: measured.quantity.span,
});

/** The comparing word says the side and whether the number itself belongs to it; 以上 after it adds nothing. */
function comparedPhrase(word: IToken, phrase: Phrase, span: Span): Phrase {
  const side = (edge: Edge): Bound => {
    if (tokenMatcher(word, kinds.reach)) return { low: { ...edge, inclusive: true }, high: null, span };
    if (tokenMatcher(word, kinds.exceed)) return { low: { ...edge, inclusive: false }, high: null, span };
    if (tokenMatcher(word, kinds.short)) return { low: null, high: { ...edge, inclusive: false }, span };
    return { low: null, high: { ...edge, inclusive: true }, span };
  };
  if (phrase.kind === 'quantity') {
    return {
      kind: 'bound',
      bound: side({ ...phrase.quantity, inclusive: true }),
      by: 'word',
      word: word.image,
      span,
    };
  }
  if (phrase.kind === 'bound' && phrase.by === 'ending') {
    const edge = phrase.bound.low ?? phrase.bound.high;
    if (edge !== null) return { kind: 'bound', bound: side(edge), by: 'word', word: word.image, span };
  }
  if (phrase.kind === 'bound') return { ...phrase, word: word.image, span };
  const figure = phrase.kind === 'price' && phrase.points[0]?.kind === 'number' ? phrase.points[0] : null;
  if (figure === null) return { ...phrase, span };
  const edge: Edge = { value: figure.value, unit: '分', inclusive: true, span: figure.span };
  return { kind: 'bound', bound: side(edge), by: 'word', word: word.image, span };
}

const parser = new ClauseParser();

/** Phrases of a text, clause by clause. */
export function clausesOf(tokens: IToken[]): Clause[] {
  parser.input = tokens;
  const clauses = parser.document();
  if (parser.errors.length === 0) return clauses;
  throw new Error(`The grammar has no syntax errors, but met one: ${parser.errors[0]?.message ?? ''}`);
}
