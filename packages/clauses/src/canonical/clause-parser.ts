import type { ClauseKeyword } from '@heng/rules';
import type { IToken } from 'chevrotain';
import type {
  BoundaryNode,
  CalledNode,
  ClauseNode,
  FinishNode,
  MeasureNode,
  NumberNode,
  PlacesNode,
  QuantityNode,
  LinearTermNode,
  NameNode,
  RangeItemNode,
  RecordRowNode,
  RecordsNode,
  ScoreNode,
  SideNode,
  UpToNode,
} from './clause-syntax.js';
import {
  Close,
  Colon,
  DayWord,
  Decimal,
  Minus,
  Open,
  Over,
  Percent,
  Plus,
  Quoted,
  Times,
  UnitWord,
  word,
} from './clause-tokens.js';
import { MeasureParser, comparisons } from './measure-parser.js';

const sides: readonly ClauseKeyword[] = ['每', '每超过', '每多', '每少', '比'];
const rangeStarts: readonly ClauseKeyword[] = ['任何数值', ...comparisons.map(([keyword]) => keyword)];

/** A whole clause: what it is worth, what is measured, how it becomes points, the last steps. */
export class ClauseParser extends MeasureParser {
  clause = this.RULE('clause', (): ClauseNode => {
    const { role, points } = this.SUBRULE(this.worth);
    const required = this.OPTION(() => {
      this.CONSUME(word('须有'));
      const measure = this.SUBRULE(this.measure);
      this.CONSUME(word('的数据'));
      this.CONSUME(Colon);
      return measure;
    });
    const { subject, score } = this.OR<{ subject: MeasureNode | null; score: ScoreNode }>([
      { ALT: () => ({ subject: null, score: this.SUBRULE(this.ownScore) }) },
      { ALT: () => this.SUBRULE(this.subjectAndScore) },
    ]);
    const last: FinishNode[] = [];
    this.MANY(() => last.push(this.SUBRULE(this.finish)));
    return { role, points, required: required ?? null, subject, score, last };
  });

  worth = this.RULE('worth', (): Pick<ClauseNode, 'role' | 'points'> =>
    this.OR<Pick<ClauseNode, 'role' | 'points'>>([
      {
        ALT: () => {
          this.CONSUME(word('满分'));
          const points = this.SUBRULE(this.number);
          this.CONSUME(word('分'));
          const derived = this.OPTION({
            GATE: () => this.isNext(2, [word('不计入总分')]),
            DEF: () => {
              this.CONSUME(Open);
              this.CONSUME(word('不计入总分'));
              return this.CONSUME(Close);
            },
          });
          return { role: derived === undefined ? 'base' : 'derived', points };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('最高加'));
          const points = this.SUBRULE2(this.number);
          this.CONSUME2(word('分'));
          return { role: 'bonus', points };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('最多扣'));
          const points = this.SUBRULE3(this.number);
          this.CONSUME3(word('分'));
          return { role: 'deduction', points };
        },
      },
    ]),
  );

  /** Methods that name their facts themselves. */
  ownScore = this.RULE('ownScore', (): ScoreNode =>
    this.OR<ScoreNode>([
      { ALT: () => this.SUBRULE(this.checklist) },
      {
        ALT: () => {
          const at = this.LA(1);
          const base = this.SUBRULE(this.base);
          return { kind: 'tally', base, terms: this.SUBRULE(this.terms), at };
        },
      },
    ]),
  );

  base = this.RULE('base', (): NumberNode | null =>
    this.OR<NumberNode | null>([
      { ALT: () => (this.CONSUME(word('从0分起计')), null) },
      {
        ALT: () => {
          this.CONSUME(word('基础分'));
          const points = this.SUBRULE(this.number);
          this.CONSUME(word('分'));
          return points;
        },
      },
    ]),
  );

  /** A measure and what follows it: with a colon its score, without one the first of several counted things. */
  subjectAndScore = this.RULE('subjectAndScore', () => {
    const at = this.LA(1);
    const first = this.SUBRULE(this.called);
    return this.OR<{ subject: MeasureNode | null; score: ScoreNode }>([
      {
        ALT: () => {
          this.CONSUME(Colon);
          return { subject: first.of, score: this.SUBRULE(this.score) };
        },
      },
      {
        ALT: () => {
          const terms = [this.SUBRULE(this.term, { ARGS: [first] })];
          this.MANY(() => terms.push(this.SUBRULE(this.nextTerm)));
          return { subject: null, score: { kind: 'tally', base: null, terms, at } };
        },
      },
    ]);
  });

  /** 「逾期」（逾期件数）, or a measure by itself. */
  called = this.RULE('called', (): CalledNode =>
    this.OR<CalledNode>([
      {
        GATE: () => this.isNext(1, [Quoted]) && this.isCallingBracket(),
        ALT: () => {
          const phrase = this.CONSUME(Quoted);
          return { phrase, of: this.SUBRULE(this.bracketed) };
        },
      },
      { ALT: () => ({ phrase: null, of: this.SUBRULE(this.measure) }), IGNORE_AMBIGUITIES: true },
    ]),
  );

  /** Whether the bracket behind a phrase holds what it stands for, not a remark on a measure. */
  private isCallingBracket(): boolean {
    const remarks: readonly ClauseKeyword[] = [
      '缺数的取',
      '四舍五入',
      '四舍六入五成双',
      '只舍不入',
      '只入不舍',
      '层级为',
      '类别为',
    ];
    return this.isNext(2, [Open]) && !this.isNext(3, remarks.map(word));
  }

  terms = this.RULE('terms', () => {
    const list: ReturnType<typeof this.nextTerm>[] = [];
    this.AT_LEAST_ONE(() => list.push(this.SUBRULE(this.nextTerm)));
    return list;
  });

  nextTerm = this.RULE('nextTerm', () => {
    const term = this.SUBRULE(this.called);
    return this.SUBRULE(this.term, { ARGS: [term] });
  });

  term = this.RULE('term', (term: CalledNode) => {
    this.CONSUME(word('每'));
    const per = this.SUBRULE(this.quantity);
    const loses = this.SUBRULE(this.sign);
    const points = this.SUBRULE(this.number);
    this.CONSUME(word('分'));
    return { term, per, loses, points };
  });

  sign = this.RULE('sign', (): boolean =>
    this.OR([
      { ALT: () => (this.CONSUME(word('加')), false) },
      { ALT: () => (this.CONSUME(word('扣')), true) },
    ]),
  );

  checklist = this.RULE('checklist', (): ScoreNode => {
    const at = this.CONSUME(word('逐项计分后相加'));
    this.OPTION(() => this.CONSUME(Colon));
    const items: { item: CalledNode; points: NumberNode }[] = [];
    this.AT_LEAST_ONE(() => {
      const item = this.SUBRULE(this.called);
      this.CONSUME(word('得'));
      const points = this.SUBRULE(this.number);
      this.CONSUME(word('分'));
      items.push({ item, points });
    });
    return { kind: 'checklist', items, at };
  });

  score = this.RULE('score', (): ScoreNode =>
    this.OR<ScoreNode>([
      { ALT: () => this.SUBRULE(this.ranges) },
      { ALT: () => this.SUBRULE(this.marginal) },
      { ALT: () => this.SUBRULE(this.yesNo) },
      { ALT: () => this.SUBRULE(this.steps) },
      { ALT: () => this.SUBRULE(this.linear) },
      {
        ALT: () => {
          const at = this.CONSUME(word('得分为满分×(1-实际值)'));
          return { kind: 'complement', at };
        },
      },
      { ALT: () => this.SUBRULE(this.best) },
      { ALT: () => this.SUBRULE(this.besideMean) },
      { ALT: () => this.SUBRULE(this.beyondMean) },
      { ALT: () => this.SUBRULE(this.efficacy) },
      { ALT: () => this.SUBRULE(this.ranked) },
      { ALT: () => this.SUBRULE(this.judged) },
      { ALT: () => this.SUBRULE(this.byName) },
    ]),
  );

  rangeItem = this.RULE('rangeItem', (): RangeItemNode => {
    const range = this.SUBRULE(this.range);
    const title = this.OPTION(() => {
      this.CONSUME(Open);
      const phrase = this.CONSUME(Quoted);
      this.CONSUME(Close);
      return phrase;
    });
    const worth = this.OR<RangeItemNode['worth']>([
      {
        ALT: () => {
          this.CONSUME(word('的得'));
          const points = this.SUBRULE(this.number);
          this.CONSUME(word('分'));
          return { kind: 'flat', points };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('的按直线由'));
          const points = this.SUBRULE2(this.number);
          this.CONSUME(word('分计至'));
          const next = this.SUBRULE3(this.number);
          this.CONSUME2(word('分'));
          return { kind: 'slope', points, next };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('的部分每'));
          const per = this.SUBRULE(this.quantity);
          this.CONSUME(word('得'));
          const points = this.SUBRULE4(this.number);
          this.CONSUME3(word('分'));
          return { kind: 'rate', per, points };
        },
      },
    ]);
    return { range, title: title ?? null, worth };
  });

  /** One range with what is outside of it, or bands. */
  ranges = this.RULE('ranges', (): ScoreNode => {
    const at = this.LA(1);
    const item = this.SUBRULE(this.rangeItem);
    const single = this.OPTION(() =>
      this.OR<ScoreNode>([
        {
          ALT: () => {
            this.CONSUME(word('否则得'));
            const unmet = this.SUBRULE(this.number);
            this.CONSUME(word('分'));
            return { kind: 'threshold', item, unmet, at };
          },
        },
        { ALT: () => this.SUBRULE(this.proportion, { ARGS: [item, at] }) },
        {
          ALT: () => {
            const form = this.oneOf(1, [
              '超过的按目标值÷实际值的比例得分',
              '超过的按超出部分占目标值的比例扣分',
            ]);
            return { kind: 'inverse', item, form, at };
          },
        },
      ]),
    );
    const items = [item];
    this.MANY({
      GATE: () => this.isNext(1, rangeStarts.map(word)),
      DEF: () => items.push(this.SUBRULE2(this.rangeItem)),
    });
    return single ?? { kind: 'tiers', items, isMarginal: false, at };
  });

  proportion = this.RULE('proportion', (item: RangeItemNode, at: IToken): ScoreNode => {
    this.CONSUME(word('未达到的按实际值÷目标值的比例得分'));
    let cap: QuantityNode | null = null;
    const isCapped = this.OR([
      { ALT: () => (this.CONSUME(word('超过的不加分')), true) },
      {
        ALT: () => {
          this.CONSUME(word('超过的按同一比例加分'));
          cap =
            this.OPTION(() => {
              this.CONSUME(word('完成比例最高按'));
              const most = this.SUBRULE(this.quantity);
              this.CONSUME(word('计'));
              return most;
            }) ?? null;
          return false;
        },
      },
    ]);
    const minimum = this.OPTION2(() => {
      this.CONSUME(word('完成比例低于'));
      const least = this.SUBRULE2(this.quantity);
      this.CONSUME(word('的不得分'));
      return least;
    });
    return { kind: 'proportion', item, isCapped, cap, minimum: minimum ?? null, at };
  });

  marginal = this.RULE('marginal', (): ScoreNode => {
    const at = this.CONSUME(word('分段累计'));
    this.OPTION(() => this.CONSUME(Colon));
    const items: RangeItemNode[] = [];
    this.AT_LEAST_ONE(() => items.push(this.SUBRULE(this.rangeItem)));
    return { kind: 'tiers', items, isMarginal: true, at };
  });

  yesNo = this.RULE('yesNo', (): ScoreNode => {
    const at = this.CONSUME(word('是的得'));
    const met = this.SUBRULE(this.number);
    this.CONSUME(word('分'));
    this.CONSUME(word('否的得'));
    const unmet = this.SUBRULE2(this.number);
    this.CONSUME2(word('分'));
    return { kind: 'yes-no', met, unmet, at };
  });

  steps = this.RULE('steps', (): ScoreNode => {
    const at = this.LA(1);
    const base = this.SUBRULE(this.base);
    const list: SideNode[] = [];
    this.MANY({
      GATE: () => this.isNext(1, sides.map(word)),
      DEF: () => list.push(this.SUBRULE(this.side)),
    });
    return { kind: 'steps', base, sides: list, at };
  });

  side = this.RULE('side', (): SideNode => {
    let origin: MeasureNode | null = null;
    const direction = this.OR<IToken>([
      { ALT: () => this.oneOf(1, ['每', '每超过', '每多', '每少']) },
      {
        ALT: () => {
          this.CONSUME(word('比'));
          origin = this.SUBRULE(this.measure);
          return this.oneOf(2, ['每高', '每低']);
        },
      },
    ]);
    const per = this.SUBRULE(this.quantity);
    const loses = this.SUBRULE(this.sign);
    const points = this.SUBRULE(this.number);
    this.CONSUME(word('分'));
    this.CONSUME(word('不足'));
    this.SUBRULE2(this.quantity);
    const partial = this.OR2<IToken>([
      { ALT: () => this.CONSUME(word('的按比例计')) },
      { ALT: () => this.CONSUME(word('的部分不计')) },
      {
        ALT: () => {
          const token = this.CONSUME(word('的按'));
          this.SUBRULE3(this.quantity);
          this.CONSUME(word('计'));
          return token;
        },
      },
    ]);
    const limit = this.OPTION(() => {
      this.oneOf(3, ['累计最多加', '累计最多扣']);
      const most = this.SUBRULE2(this.number);
      this.CONSUME2(word('分'));
      return most;
    });
    return { direction, origin, per, loses, points, partial, limit: limit ?? null };
  });

  linear = this.RULE('linear', (): ScoreNode => {
    const at = this.CONSUME(word('得分为'));
    const terms = [this.SUBRULE(this.linearTerm)];
    this.OPTION(() => {
      const falls = this.OR([
        { ALT: () => (this.CONSUME(Plus), false) },
        { ALT: () => (this.CONSUME(Minus), true) },
      ]);
      const term = this.SUBRULE2(this.linearTerm);
      terms.push({ ...term, isNegative: term.isNegative !== falls });
    });
    this.CONSUME(word('限于'));
    const low = this.SUBRULE(this.number);
    this.CONSUME(word('分至'));
    const high = this.SUBRULE2(this.number);
    this.CONSUME(word('分'));
    return { kind: 'linear', terms, low, high, at };
  });

  linearTerm = this.RULE('linearTerm', (): LinearTermNode => {
    const isNegative = this.OPTION(() => this.CONSUME(Minus)) !== undefined;
    return this.OR<LinearTermNode>([
      { ALT: () => (this.SUBRULE(this.actual), { isNegative, digits: null, isActual: true }) },
      {
        ALT: () => {
          const digits = this.CONSUME(Decimal);
          const times = this.OPTION2(() => {
            this.CONSUME(Times);
            return this.SUBRULE2(this.actual);
          });
          return { isNegative, digits, isActual: times !== undefined };
        },
      },
    ]);
  });

  /** The indicator's own value, with what it is counted in. */
  actual = this.RULE('actual', (): IToken => {
    const at = this.CONSUME(word('实际值'));
    this.OPTION(() => {
      this.CONSUME(Open);
      this.CONSUME(word('以'));
      this.OR([
        { ALT: () => this.CONSUME(word('百分点计')) },
        {
          ALT: () => {
            this.OR2([{ ALT: () => this.CONSUME(Quoted) }, { ALT: () => this.CONSUME(UnitWord) }]);
            this.CONSUME(word('计'));
          },
        },
      ]);
      this.CONSUME(Close);
    });
    return at;
  });

  best = this.RULE('best', (): ScoreNode =>
    this.OR<ScoreNode>([
      {
        ALT: () => {
          const at = this.CONSUME(word('同组实际值最高的得满分'));
          this.CONSUME(word('其余按实际值÷同组最高值的比例得分'));
          this.OPTION(() => this.CONSUME(word('最高值不大于0的都得0分')));
          return { kind: 'best', better: 'higher', at };
        },
      },
      {
        ALT: () => {
          const at = this.CONSUME(word('同组实际值最低的得满分'));
          this.CONSUME(word('其余按同组最低值÷实际值的比例得分'));
          this.OPTION2(() => this.CONSUME(word('实际值不大于0的得满分')));
          return { kind: 'best', better: 'lower', at };
        },
      },
    ]),
  );

  besideMean = this.RULE('besideMean', (): ScoreNode => {
    const at = this.LA(1);
    const better = this.OR([
      { ALT: () => (this.CONSUME(word('得分为满分×实际值÷同组平均值')), 'higher' as const) },
      { ALT: () => (this.CONSUME(word('得分为满分×同组平均值÷实际值')), 'lower' as const) },
    ]);
    const low = this.OPTION(() => {
      this.CONSUME(word('比值最低按'));
      const share = this.SUBRULE(this.quantity);
      this.CONSUME(word('计'));
      return share;
    });
    const high = this.OPTION2(() => {
      this.CONSUME(word('比值最高按'));
      const share = this.SUBRULE2(this.quantity);
      this.CONSUME2(word('计'));
      return share;
    });
    this.OPTION3(() => this.CONSUME(word('实际值为0的按最高比值计')));
    return { kind: 'mean', better, low: low ?? null, high: high ?? null, at };
  });

  beyondMean = this.RULE('beyondMean', (): ScoreNode => {
    const at = this.LA(1);
    const better = this.OR([
      { ALT: () => (this.CONSUME(word('不高于同组平均值的得')), 'lower' as const) },
      { ALT: () => (this.CONSUME(word('不低于同组平均值的得')), 'higher' as const) },
    ]);
    const points = this.SUBRULE(this.number);
    this.CONSUME(word('分'));
    this.oneOf(1, ['每高出', '每低于']);
    const per = this.SUBRULE(this.quantity);
    this.CONSUME(word('扣'));
    const lost = this.SUBRULE2(this.number);
    this.CONSUME2(word('分'));
    this.OPTION(() => {
      this.CONSUME(word('不足'));
      this.SUBRULE2(this.quantity);
      this.CONSUME(word('的按比例计'));
    });
    return { kind: 'beyond', better, points, per, lost, at };
  });

  efficacy = this.RULE('efficacy', (): ScoreNode => {
    const at = this.CONSUME(word('按功效系数法计分'));
    this.OPTION(() => this.CONSUME(Colon));
    this.CONSUME(word('得分为满分×['));
    const d = this.SUBRULE(this.number);
    this.CONSUME(Plus);
    const c = this.SUBRULE2(this.number);
    this.CONSUME(Times);
    const better = this.OR([
      { ALT: () => (this.CONSUME(word('(实际值-下限)÷(上限-下限)]')), 'higher' as const) },
      { ALT: () => (this.CONSUME(word('(上限-实际值)÷(上限-下限)]')), 'lower' as const) },
    ]);
    this.CONSUME(word('下限为'));
    const low = this.SUBRULE(this.boundary);
    this.CONSUME(word('上限为'));
    const high = this.SUBRULE2(this.boundary);
    this.CONSUME(word('超出上下限的按上下限计'));
    this.CONSUME(word('上下限相等的得满分的'));
    const whenEqual = this.SUBRULE(this.quantity);
    return { kind: 'efficacy', d, c, better, low, high, whenEqual, at };
  });

  boundary = this.RULE('boundary', (): BoundaryNode =>
    this.OR<BoundaryNode>([
      { ALT: () => (this.oneOf(1, ['同组最低值', '同组最高值']), { kind: 'cohort' }) },
      { ALT: () => ({ kind: 'operand', measure: this.SUBRULE(this.measure) }) },
    ]),
  );

  ranked = this.RULE('ranked', (): ScoreNode => {
    const at = this.LA(1);
    const better = this.OR([
      { ALT: () => (this.CONSUME(word('按同组从高到低的名次计分')), 'higher' as const) },
      { ALT: () => (this.CONSUME(word('按同组从低到高的名次计分')), 'lower' as const) },
    ]);
    this.OPTION(() => this.CONSUME(Colon));
    const places = this.SUBRULE(this.places);
    const tied = this.OR2([
      { ALT: () => (this.CONSUME(word('并列的都按高名次计')), 'highest' as const) },
      { ALT: () => (this.CONSUME(word('并列的取所占名次的平均')), 'mean' as const) },
    ]);
    return { kind: 'ranked', better, places, tied, at };
  });

  places = this.RULE('places', (): PlacesNode =>
    this.OR<PlacesNode>([
      { ALT: () => this.SUBRULE(this.placeTable) },
      {
        ALT: () => {
          this.CONSUME(word('第1名减'));
          const points = this.SUBRULE(this.number);
          this.CONSUME(word('分'));
          this.CONSUME(word('以后每降1名再减'));
          const again = this.SUBRULE2(this.number);
          this.CONSUME2(word('分'));
          return { form: 'step', free: null, points, again };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('第1名得满分'));
          this.CONSUME(word('以后每降1名减'));
          this.CONSUME(word('满分的'));
          return { form: 'percent', share: this.SUBRULE(this.quantity) };
        },
      },
      { ALT: () => this.SUBRULE(this.placesFromFirst) },
      {
        ALT: () => {
          const share = this.SUBRULE(this.restTier);
          return { form: 'tier', tiers: [{ upTo: null, share }], places: this.SUBRULE(this.tierPlaces) };
        },
      },
    ]),
  );

  placeTable = this.RULE('placeTable', (): PlacesNode => {
    const points: NumberNode[] = [];
    this.CONSUME(word('依次得'));
    this.AT_LEAST_ONE(() => points.push(this.SUBRULE(this.number)));
    this.CONSUME(word('分'));
    this.CONSUME(word('以后各名得'));
    const beyond = this.SUBRULE2(this.number);
    this.CONSUME2(word('分'));
    return { form: 'table', points, beyond };
  });

  /** 前 3 名得满分, or 前 20% 的得满分的 100% and further tiers. */
  placesFromFirst = this.RULE('placesFromFirst', (): PlacesNode => {
    this.CONSUME(word('前'));
    const number = this.SUBRULE(this.number);
    return this.OR<PlacesNode>([
      {
        ALT: () => {
          this.CONSUME(word('名得满分'));
          this.CONSUME(word('以后每降1名减'));
          const points = this.SUBRULE2(this.number);
          this.CONSUME(word('分'));
          return { form: 'step', free: number, points, again: null };
        },
      },
      {
        ALT: () => {
          const tiers: { upTo: UpToNode | null; share: QuantityNode }[] = [
            this.SUBRULE(this.tierEnd, { ARGS: [number] }),
          ];
          this.MANY(() => {
            this.CONSUME2(word('前'));
            const next = this.SUBRULE3(this.number);
            tiers.push(this.SUBRULE2(this.tierEnd, { ARGS: [next] }));
          });
          this.OPTION(() => tiers.push({ upTo: null, share: this.SUBRULE(this.restTier) }));
          return { form: 'tier', tiers, places: this.SUBRULE(this.tierPlaces) };
        },
      },
    ]);
  });

  tierEnd = this.RULE('tierEnd', (number: NumberNode) => {
    const upTo = this.OR<UpToNode>([
      { ALT: () => (this.CONSUME(Percent), { number, denominator: null, isPercent: true }) },
      {
        ALT: () => {
          this.CONSUME(Over);
          return { number, denominator: this.SUBRULE(this.number), isPercent: false };
        },
      },
    ]);
    this.CONSUME(word('的得满分的'));
    return { upTo, share: this.SUBRULE(this.quantity) };
  });

  restTier = this.RULE('restTier', (): QuantityNode => {
    this.CONSUME(word('其余的得满分的'));
    return this.SUBRULE(this.quantity);
  });

  tierPlaces = this.RULE('tierPlaces', (): IToken =>
    this.oneOf(1, ['各档名额四舍五入', '各档名额舍去小数', '各档名额逢小数进一', '各档名额除不尽时前档多取']),
  );

  judged = this.RULE('judged', (): ScoreNode => {
    const at = this.CONSUME(word('由评分部门在0至'));
    const points = this.SUBRULE(this.number);
    this.CONSUME(word('分之间酌情评定'));
    const reason = this.OPTION(() => this.CONSUME(word('扣分的须写明理由')));
    return { kind: 'judged', points, reasonRequired: reason !== undefined, at };
  });

  /** What each option of a choice, or each level of records, is worth. */
  byName = this.RULE('byName', (): ScoreNode => {
    const at = this.LA(1);
    const first = this.SUBRULE(this.name);
    return this.OR<ScoreNode>([
      { ALT: () => this.SUBRULE(this.choice, { ARGS: [first, at] }) },
      { ALT: () => this.SUBRULE(this.records, { ARGS: [first, at] }) },
    ]);
  });

  choice = this.RULE('choice', (first: NameNode, at: IToken): ScoreNode => {
    const worth = [{ option: first, points: this.SUBRULE(this.given) }];
    this.MANY(() => {
      const option = this.SUBRULE(this.name);
      worth.push({ option, points: this.SUBRULE2(this.given) });
    });
    this.OPTION(() => this.CONSUME(word('其余得0分')));
    return { kind: 'choice', worth, at };
  });

  given = this.RULE('given', (): NumberNode => {
    this.CONSUME(word('得'));
    const points = this.SUBRULE(this.number);
    this.CONSUME(word('分'));
    return points;
  });

  records = this.RULE('records', (first: NameNode, at: IToken): ScoreNode => {
    const rows: RecordRowNode[] = [this.SUBRULE(this.recordRow, { ARGS: [first] })];
    const genres: { genre: NameNode; coefficient: NumberNode }[] = [];
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(word('其余层级不计分')) },
        {
          ALT: () => {
            const name = this.SUBRULE(this.name);
            this.OR2([
              {
                ALT: () => {
                  this.CONSUME(word('的乘以系数'));
                  genres.push({ genre: name, coefficient: this.SUBRULE(this.number) });
                },
              },
              { ALT: () => rows.push(this.SUBRULE2(this.recordRow, { ARGS: [name] })) },
            ]);
          },
        },
      ]),
    );
    const counting = this.SUBRULE(this.counting);
    return { kind: 'records', rows, genres, ...counting, at };
  });

  recordRow = this.RULE('recordRow', (level: NameNode): RecordRowNode => {
    const genre = this.OPTION(() => {
      this.CONSUME(Open);
      const name = this.SUBRULE(this.name);
      this.CONSUME(Close);
      return name;
    });
    const loses = this.OR([
      { ALT: () => (this.CONSUME(word('每项得')), false) },
      { ALT: () => (this.CONSUME(word('每项扣')), true) },
    ]);
    const points = this.SUBRULE(this.number);
    this.CONSUME(word('分'));
    return { level, genre: genre ?? null, loses, points };
  });

  /** Which entries count, and how much of each. */
  counting = this.RULE('counting', () => {
    let amount: RecordsNode['amount'] = null;
    let split: RecordsNode['split'] = null;
    let period: RecordsNode['period'] = null;
    let [same, others, matters]: [IToken | null, NumberNode | null, NumberNode | null] = [null, null, null];
    let notBefore = false;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(word('每项再乘以数量'));
            amount = {
              most:
                this.OPTION(() => {
                  this.CONSUME(word('数量最多按'));
                  const most = this.SUBRULE(this.number);
                  this.CONSUME(word('计'));
                  return most;
                }) ?? null,
            };
          },
        },
        { ALT: () => (this.CONSUME(word('合作完成的均分')), (split = { by: 'equal' })) },
        { ALT: () => (this.CONSUME(word('合作完成的归第一完成单位')), (split = { by: 'first' })) },
        { ALT: () => (split = { by: 'listed', shares: this.SUBRULE(this.listedShares) }) },
        {
          ALT: () => {
            this.CONSUME(word('只计日期在'));
            const from = this.CONSUME(DayWord);
            this.CONSUME(word('至'));
            period = { from, to: this.CONSUME2(DayWord) };
            this.CONSUME(word('之间的'));
          },
        },
        { ALT: () => (this.CONSUME(word('上年已列的事项不再计')), (notBefore = true)) },
        {
          ALT: () =>
            (same = this.oneOf(1, [
              '同一事项的各项都计',
              '同一事项只计分值最大的一项',
              '同一事项只计分值最大的两个层级',
            ])),
        },
        {
          ALT: () => {
            same = this.CONSUME(word('同一事项分值最大的一项全额计,其余乘以系数'));
            others = this.SUBRULE2(this.number);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word('只计分值最大的'));
            matters = this.SUBRULE3(this.number);
            this.CONSUME(word('个事项'));
          },
        },
      ]);
    });
    return { amount, split, period, notBefore, same, others, matters };
  });

  listedShares = this.RULE('listedShares', (): NumberNode[][] => {
    const lists: NumberNode[][] = [];
    this.CONSUME(word('合作完成的按次序占'));
    this.AT_LEAST_ONE(() => {
      const shares: NumberNode[] = [];
      this.AT_LEAST_ONE_SEP({ SEP: Colon, DEF: () => shares.push(this.SUBRULE(this.number)) });
      lists.push(shares);
    });
    this.OPTION(() => this.CONSUME(word('家数不在其列的均分')));
    return lists;
  });

  finish = this.RULE('finish', (): FinishNode =>
    this.OR<FinishNode>([
      { ALT: () => this.SUBRULE(this.exception) },
      {
        ALT: () => {
          this.CONSUME(word('扣分不超过指标'));
          const name = this.SUBRULE(this.name);
          this.CONSUME(word('的扣分'));
          return { kind: 'linked-cap', name };
        },
      },
      { ALT: () => (this.CONSUME(word('扣完为止')), { kind: 'to-the-end' }) },
      {
        ALT: () => {
          this.CONSUME(word('最低得'));
          const points = this.SUBRULE(this.number);
          this.CONSUME(word('分'));
          return { kind: 'floor', points };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('最高得'));
          const points = this.SUBRULE2(this.number);
          this.CONSUME2(word('分'));
          return { kind: 'cap', points };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('得分'));
          return { kind: 'rounding', rounding: this.SUBRULE(this.rounding) };
        },
      },
      { ALT: () => ({ kind: 'unrounded', at: this.CONSUME(word('得分不取整')) }) },
      {
        ALT: () => {
          this.CONSUME(word('符合条件'));
          this.CONSUME(Open);
          const when = this.SUBRULE(this.condition);
          this.CONSUME(Close);
          this.CONSUME(word('的视为不涉及'));
          return { kind: 'applies-not', when };
        },
      },
      {
        ALT: () => ({
          kind: 'not-applicable',
          policy: 'exclude',
          at: this.CONSUME(word('不涉及的剔除,总分按适用满分折算')),
        }),
      },
      {
        ALT: () => ({ kind: 'not-applicable', policy: 'full', at: this.CONSUME(word('不涉及的得满分')) }),
      },
      {
        ALT: () => ({
          kind: 'not-applicable',
          policy: 'cohort-mean',
          at: this.CONSUME(word('不涉及的取同组平均分')),
        }),
      },
      {
        ALT: () => {
          const at = this.CONSUME(word('不涉及的得'));
          const points = this.SUBRULE3(this.number);
          this.CONSUME3(word('分'));
          return { kind: 'not-applicable-points', points, at };
        },
      },
      { ALT: () => (this.CONSUME(word('没有数据的暂不计分')), { kind: 'missing', policy: 'wait' }) },
      { ALT: () => (this.CONSUME(word('没有数据的得0分')), { kind: 'missing', policy: 'zero' }) },
      {
        ALT: () => (this.CONSUME(word('没有数据的取同组平均分')), { kind: 'missing', policy: 'cohort-mean' }),
      },
      {
        ALT: () => {
          const at = this.LA(1);
          return { kind: 'zero', zero: this.SUBRULE(this.zero), at };
        },
      },
      { ALT: () => this.SUBRULE(this.evidence) },
    ]),
  );

  exception = this.RULE('exception', (): FinishNode => {
    this.CONSUME(word('有'));
    const because = this.CONSUME(Quoted);
    this.CONSUME(word('情形'));
    this.CONSUME(Open);
    const when = this.SUBRULE(this.condition);
    this.CONSUME(Close);
    return this.OR<FinishNode>([
      { ALT: () => (this.CONSUME(word('的得满分')), { kind: 'exception', because, when, points: null }) },
      {
        ALT: () => {
          this.CONSUME(word('的得'));
          const points = this.SUBRULE(this.number);
          this.CONSUME(word('分'));
          return { kind: 'exception', because, when, points };
        },
      },
    ]);
  });

  evidence = this.RULE('evidence', (): FinishNode => {
    const list: { name: NameNode; proof: IToken }[] = [];
    this.CONSUME(word('佐证材料'));
    this.OPTION(() => this.CONSUME(Colon));
    this.AT_LEAST_ONE(() => {
      const name = this.SUBRULE(this.name);
      this.CONSUME(word('凭'));
      list.push({ name, proof: this.CONSUME(Quoted) });
    });
    return { kind: 'evidence', list };
  });

  /** For the check that every rule is complete before the first clause is read. */
  ready(): this {
    this.performSelfAnalysis();
    return this;
  }
}
