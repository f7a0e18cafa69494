import type { ClauseKeyword, Comparison } from '@heng/rules';
import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import { deepest, tooDeep } from './clause-problem.js';
import { grammarMessages } from './grammar-messages.js';
import type {
  AbsenceNode,
  BoundNode,
  ConditionNode,
  MeasureNode,
  NameNode,
  NumberNode,
  QuantityNode,
  RangeNode,
  RaterNode,
  RatioRemark,
  RoundingNode,
  ZeroNode,
} from './clause-syntax.js';
import { spanOf } from './resolve-names.js';
import {
  Close,
  DayWord,
  Decimal,
  IdMark,
  Minus,
  Name,
  Open,
  Over,
  Percent,
  Plus,
  Power,
  Quoted,
  Separator,
  Times,
  UnitWord,
  clauseTokens,
  word,
} from './clause-tokens.js';

export const comparisons: readonly (readonly [ClauseKeyword, Comparison])[] = [
  ['达到', 'at-least'],
  ['高于', 'more-than'],
  ['不超过', 'at-most'],
  ['低于', 'less-than'],
  ['等于', 'equal'],
];

const modes: readonly ClauseKeyword[] = ['四舍五入', '四舍六入五成双', '只舍不入', '只入不舍'];
const absences: readonly ClauseKeyword[] = ['缺项即无法计算', '缺项按0计', '缺项不计'];
const zeros: readonly ClauseKeyword[] = ['分母为0的无法计算', '分母为0的视为不涉及', '分母为0的按'];
const takes: readonly ClauseKeyword[] = [
  '的平均值',
  '的合计',
  '的家数',
  '的最低值',
  '的最高值',
  '的中位数',
  '的标准差',
  '的样本标准差',
];
const means: readonly ClauseKeyword[] = [
  '平均值',
  '加权平均值',
  '几何平均值',
  '加权几何平均值',
  '调和平均值',
  '加权调和平均值',
];
const raterAbsences: readonly ClauseKeyword[] = [
  '缺主体的由其余主体分担',
  '缺主体的按0分计',
  '缺主体的无法计算',
];

/** Numbers, names, measures and conditions. One place decides at each fork by the token that follows; nothing is tried twice. */
export class MeasureParser extends EmbeddedActionsParser {
  constructor() {
    super(clauseTokens, {
      maxLookahead: 2,
      recoveryEnabled: false,
      skipValidations: false,
      errorMessageProvider: grammarMessages,
    });
  }

  protected isNext(position: number, types: readonly TokenType[]): boolean {
    return types.includes(this.LA(position).tokenType);
  }

  /** One of several keywords; `index` tells the calls in one rule apart, and is kept away from those that the rule makes itself. */
  protected oneOf(index: number, keywords: readonly ClauseKeyword[]): IToken {
    const own = 100 + index;
    return this.or(own, {
      DEF: keywords.map((keyword) => ({ ALT: () => this.consume(own, word(keyword)) })),
    });
  }

  /** Counts the steps by which an expression becomes deeper: A − B − C is two, A + B + C one. */
  private deeper(steps: number, kind: MeasureNode['kind'], left: MeasureNode): number {
    const next = (kind === 'sum' || kind === 'product') && left.kind === kind ? steps : steps + 1;
    if (next > deepest) tooDeep(spanOf(this.LA(0)));
    return next;
  }

  number = this.RULE('number', (): NumberNode => {
    const sign = this.OPTION(() => this.CONSUME(Minus));
    return { isNegative: sign !== undefined, digits: this.CONSUME(Decimal) };
  });

  name = this.RULE('name', (): NameNode => {
    const title = this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(Quoted) }]);
    return { title, mark: this.OPTION(() => this.CONSUME(IdMark)) ?? null };
  });

  quantity = this.RULE('quantity', (): QuantityNode => {
    const number = this.SUBRULE(this.number);
    const unit = this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(UnitWord) }, { ALT: () => this.CONSUME(Quoted) }]),
    );
    return { number, unit: unit ?? null };
  });

  measure = this.RULE('measure', (): MeasureNode => {
    const at = this.LA(1);
    let left = this.SUBRULE(this.product);
    let steps = 0;
    this.MANY(() => {
      const kind = this.OR([
        { ALT: () => (this.CONSUME(Plus), 'sum' as const) },
        { ALT: () => (this.CONSUME(Minus), 'difference' as const) },
      ]);
      const right = this.SUBRULE2(this.product);
      steps = this.deeper(steps, kind, left);
      left = joined(kind, left, right, at);
    });
    return left;
  });

  product = this.RULE('product', (): MeasureNode => {
    const at = this.LA(1);
    let left = this.SUBRULE(this.factor);
    let steps = 0;
    this.MANY(() => {
      const kind = this.OR([
        { ALT: () => (this.CONSUME(Times), 'product' as const) },
        { ALT: () => (this.CONSUME(Over), 'ratio' as const) },
      ]);
      const right = this.SUBRULE2(this.factor);
      const remark = this.OPTION({
        GATE: () =>
          kind === 'ratio' &&
          this.isNext(1, [Open]) &&
          this.isNext(2, [...zeros, '样本不少于' as const].map(word)),
        DEF: () => this.SUBRULE(this.ratioRemark),
      });
      steps = this.deeper(steps, kind, left);
      left = joined(kind, left, right, at, remark);
    });
    return left;
  });

  ratioRemark = this.RULE('ratioRemark', (): RatioRemark => {
    this.CONSUME(Open);
    const remark = this.OR<RatioRemark>([
      { ALT: () => ({ kind: 'zero', zero: this.SUBRULE(this.zero) }) },
      {
        ALT: () => {
          this.CONSUME(word('样本不少于'));
          const minimum = this.SUBRULE(this.number);
          this.OPTION(() => this.CONSUME(Separator));
          this.OPTION2(() => this.CONSUME(word('不足的无法计算')));
          return { kind: 'sample', minimum };
        },
      },
    ]);
    this.CONSUME(Close);
    return remark;
  });

  zero = this.RULE('zero', (): ZeroNode =>
    this.OR<ZeroNode>([
      { ALT: () => (this.CONSUME(word('分母为0的无法计算')), { kind: 'cannot-compute' }) },
      { ALT: () => (this.CONSUME(word('分母为0的视为不涉及')), { kind: 'not-applicable' }) },
      {
        ALT: () => {
          this.CONSUME(word('分母为0的按'));
          const quantity = this.SUBRULE(this.quantity);
          this.CONSUME(word('计'));
          return { kind: 'value', quantity };
        },
      },
    ]),
  );

  /** A primary with what stands behind it: a power, a rounding, what stands in for it. */
  factor = this.RULE('factor', (): MeasureNode => {
    const at = this.LA(1);
    let of = this.SUBRULE(this.primary);
    let steps = 0;
    this.MANY({
      GATE: () =>
        this.isNext(1, [Power]) ||
        (this.isNext(1, [Open]) && this.isNext(2, [...modes, '缺数的取' as const].map(word))),
      DEF: () => {
        const inner = of;
        steps = this.deeper(steps, 'power', inner);
        of = this.OR<MeasureNode>([
          {
            ALT: () => {
              this.CONSUME(Power);
              return { kind: 'power', of: inner, exponent: this.SUBRULE(this.number), at };
            },
          },
          {
            ALT: () => {
              this.CONSUME(Open);
              const node = this.OR2<MeasureNode>([
                {
                  ALT: () => ({ kind: 'rounded', of: inner, rounding: this.SUBRULE(this.rounding), at }),
                },
                {
                  ALT: () => {
                    this.CONSUME(word('缺数的取'));
                    const others = [this.SUBRULE(this.measure)];
                    this.MANY2(() => {
                      this.OPTION(() => this.CONSUME(Separator));
                      this.CONSUME(word('再缺的取'));
                      others.push(this.SUBRULE2(this.measure));
                    });
                    return { kind: 'first-known', of: [inner, ...others], at };
                  },
                },
              ]);
              this.CONSUME(Close);
              return node;
            },
          },
        ]);
      },
    });
    return of;
  });

  rounding = this.RULE('rounding', (): RoundingNode => {
    const mode = this.oneOf(1, modes);
    return this.OR2<RoundingNode>([
      { ALT: () => (this.CONSUME(word('取整数')), { mode, places: null, isStep: false }) },
      {
        ALT: () => {
          this.CONSUME(word('保留'));
          const places = this.SUBRULE(this.number);
          this.CONSUME(word('位小数'));
          return { mode, places, isStep: false };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('到'));
          const places = this.SUBRULE2(this.number);
          this.CONSUME(word('的倍数'));
          return { mode, places, isStep: true };
        },
      },
    ]);
  });

  primary = this.RULE('primary', (): MeasureNode => {
    const at = this.LA(1);
    return this.OR<MeasureNode>([
      {
        ALT: () => {
          this.CONSUME(Open);
          const of = this.SUBRULE(this.measure);
          this.CONSUME(Close);
          return { kind: 'brackets', of, at };
        },
      },
      { ALT: () => ({ kind: 'constant', quantity: this.SUBRULE(this.quantity), at }) },
      { ALT: () => ({ kind: 'greatest', of: this.listAfter(1, '最大值'), at }) },
      { ALT: () => ({ kind: 'least', of: this.listAfter(2, '最小值'), at }) },
      { ALT: () => ({ kind: 'previous', of: this.oneAfter(3, '上年'), at }) },
      {
        ALT: () => {
          this.CONSUME(word('指标'));
          const name = this.SUBRULE(this.name);
          this.CONSUME(word('的得分'));
          return { kind: 'indicator', name, at };
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('小节'));
          const name = this.SUBRULE2(this.name);
          this.CONSUME(word('的小计'));
          return { kind: 'section', name, at };
        },
      },
      { ALT: () => (this.CONSUME(word('自评分与核定分之差')), { kind: 'self-gap', at }) },
      { ALT: () => ({ kind: 'logarithm', of: this.oneAfter(4, 'ln'), at }) },
      { ALT: () => ({ kind: 'logarithm', of: this.oneAfter(5, 'log2'), at }) },
      { ALT: () => ({ kind: 'logarithm', of: this.oneAfter(6, 'log10'), at }) },
      { ALT: () => ({ kind: 'exponential', of: this.oneAfter(7, 'e^'), at }) },
      { ALT: () => ({ kind: 'root', of: this.oneAfter(8, '平方根'), degree: null, at }) },
      { ALT: () => ({ kind: 'root', of: this.oneAfter(9, '立方根'), degree: null, at }) },
      { ALT: () => this.SUBRULE(this.anyRoot) },
      { ALT: () => this.SUBRULE(this.banded) },
      { ALT: () => this.SUBRULE(this.mean) },
      { ALT: () => this.SUBRULE(this.selected) },
      { ALT: () => this.SUBRULE(this.cohort) },
      { ALT: () => this.SUBRULE(this.ofFact) },
    ]);
  });

  private listAfter(index: number, keyword: ClauseKeyword): MeasureNode[] {
    this.consume(index, word(keyword));
    return this.subrule(index, this.bracketedList);
  }

  private oneAfter(index: number, keyword: ClauseKeyword): MeasureNode {
    this.consume(index, word(keyword));
    return this.subrule(index, this.bracketed);
  }

  bracketed = this.RULE('bracketed', (): MeasureNode => {
    this.CONSUME(Open);
    const of = this.SUBRULE(this.measure);
    this.CONSUME(Close);
    return of;
  });

  bracketedList = this.RULE('bracketedList', (): MeasureNode[] => {
    const list: MeasureNode[] = [];
    this.CONSUME(Open);
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => list.push(this.SUBRULE(this.measure)) });
    this.CONSUME(Close);
    return list;
  });

  anyRoot = this.RULE('anyRoot', (): MeasureNode => {
    const at = this.CONSUME(word('开'));
    const degree = this.SUBRULE(this.number);
    this.CONSUME(word('次方'));
    return { kind: 'root', of: this.SUBRULE(this.bracketed), degree, at };
  });

  banded = this.RULE('banded', (): MeasureNode => {
    const at = this.CONSUME(word('按'));
    const of = this.SUBRULE(this.measure);
    this.CONSUME(word('所在档的取值'));
    this.CONSUME(Open);
    const bands: { range: RangeNode; value: NumberNode }[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: Separator,
      DEF: () => {
        const range = this.SUBRULE(this.range);
        this.CONSUME(word('的取'));
        bands.push({ range, value: this.SUBRULE(this.number) });
      },
    });
    this.CONSUME(Close);
    return { kind: 'banded', of, bands, at };
  });

  range = this.RULE('range', (): RangeNode => {
    const at = this.LA(1);
    return this.OR<RangeNode>([
      { ALT: () => (this.CONSUME(word('任何数值')), { ends: [], at }) },
      {
        ALT: () => {
          const ends = [this.SUBRULE(this.bound)];
          this.OPTION({
            GATE: () =>
              this.isNext(
                this.isNext(1, [Separator]) ? 2 : 1,
                comparisons.map(([keyword]) => word(keyword)),
              ),
            DEF: () => {
              this.OPTION2(() => this.CONSUME(Separator));
              ends.push(this.SUBRULE2(this.bound));
            },
          });
          return { ends, at };
        },
      },
    ]);
  });

  bound = this.RULE('bound', (): BoundNode => {
    const comparison = this.OR(
      comparisons.map(([keyword, kind]) => ({ ALT: () => (this.CONSUME(word(keyword)), kind) })),
    );
    return { comparison, bound: this.SUBRULE(this.measure) };
  });

  mean = this.RULE('mean', (): MeasureNode => {
    const at = this.oneOf(1, means);
    const parts: { measure: MeasureNode; weight: NumberNode | null }[] = [];
    this.CONSUME(Open);
    this.AT_LEAST_ONE({
      GATE: () => !this.isNext(1, absences.map(word)),
      DEF: () => {
        const measure = this.SUBRULE(this.measure);
        const weight = this.OPTION(() => (this.CONSUME(word('权重')), this.SUBRULE(this.number)));
        this.CONSUME(Separator);
        parts.push({ measure, weight: weight ?? null });
      },
    });
    const absence = this.SUBRULE(this.absence);
    this.CONSUME(Close);
    return { kind: 'mean', parts, absence, at };
  });

  absence = this.RULE('absence', (): AbsenceNode => {
    const absent = this.oneOf(1, absences);
    const minimum = this.OPTION(() => {
      this.CONSUME(Separator);
      this.CONSUME(word('至少'));
      const least = this.SUBRULE(this.number);
      this.CONSUME(word('项有数'));
      return least;
    });
    return { absent, minimum: minimum ?? null };
  });

  selected = this.RULE('selected', (): MeasureNode => {
    const at = this.LA(1);
    let [best, drop]: [NumberNode | null, { high: NumberNode; low: NumberNode } | null] = [null, null];
    const take = this.OR<IToken>([
      {
        ALT: () => {
          this.oneOf(1, ['取最高', '取最低']);
          best = this.SUBRULE(this.number);
          return this.oneOf(2, ['项的合计', '项的平均']);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word('取去掉最高'));
          const high = this.SUBRULE2(this.number);
          this.CONSUME(word('项和最低'));
          drop = { high, low: this.SUBRULE3(this.number) };
          return this.oneOf(3, ['项后的合计', '项后的平均']);
        },
      },
    ]);
    const of: MeasureNode[] = [];
    this.CONSUME(Open);
    this.AT_LEAST_ONE({
      GATE: () => !this.isNext(1, absences.map(word)),
      DEF: () => {
        of.push(this.SUBRULE(this.measure));
        this.CONSUME(Separator);
      },
    });
    const absence = this.SUBRULE(this.absence);
    this.CONSUME(Close);
    return { kind: 'selected', of, best, drop, take, absence, at };
  });

  cohort = this.RULE('cohort', (): MeasureNode => {
    const at = this.oneOf(1, ['同组各单位', '全部单位']);
    const of = this.OR2<MeasureNode>([
      { ALT: () => this.SUBRULE(this.bracketed) },
      { ALT: () => this.SUBRULE(this.plainFact) },
    ]);
    return this.OR3<MeasureNode>([
      {
        ALT: () => {
          const order = this.oneOf(4, ['从高到低', '从低到高']);
          this.CONSUME(word('的名次'));
          return { kind: 'place', of, order, at };
        },
      },
      {
        ALT: () => {
          const take = this.CONSUME(word('的第'));
          const share = this.SUBRULE(this.number);
          this.CONSUME(Percent);
          this.CONSUME(word('分位值'));
          return { kind: 'cohort', of, take, share, at };
        },
      },
      { ALT: () => ({ kind: 'cohort', of, take: this.oneOf(5, takes), share: null, at }) },
    ]);
  });

  plainFact = this.RULE('plainFact', (): MeasureNode => {
    const at = this.LA(1);
    return { kind: 'fact', name: this.SUBRULE(this.name), at };
  });

  ofFact = this.RULE('ofFact', (): MeasureNode => {
    const at = this.LA(1);
    const name = this.SUBRULE(this.name);
    const own = this.OPTION({
      GATE: () => !this.isNext(1, [Open]) || this.isNext(2, (['层级为', '类别为'] as const).map(word)),
      DEF: () =>
        this.OR<MeasureNode>([
          { ALT: () => this.SUBRULE(this.days, { ARGS: [name, at] }) },
          { ALT: () => this.SUBRULE(this.count, { ARGS: [name, at] }) },
          {
            ALT: () => {
              this.CONSUME(word('的平均分'));
              const panel = this.SUBRULE(this.panel);
              return { kind: 'panel', name, sumFor: null, panel, at };
            },
          },
          {
            ALT: () => {
              this.CONSUME(word('按'));
              const sumFor = this.SUBRULE(this.number);
              this.CONSUME(word('名评委折算的总分'));
              return { kind: 'panel', name, sumFor, panel: this.SUBRULE2(this.panel), at };
            },
          },
          { ALT: () => this.SUBRULE(this.weighted, { ARGS: [name, at] }) },
          { ALT: () => this.SUBRULE(this.voteShare, { ARGS: [name, at] }) },
        ]),
    });
    return own ?? { kind: 'fact', name, at };
  });

  days = this.RULE('days', (name: NameNode, at: IToken): MeasureNode => {
    this.CONSUME(word('晚于'));
    const since = this.CONSUME(DayWord);
    this.CONSUME(word('的天数'));
    return { kind: 'days', name, since, at };
  });

  count = this.RULE('count', (name: NameNode, at: IToken): MeasureNode => {
    let [levels, genres]: NameNode[][] = [[], []];
    this.OPTION(() => {
      this.CONSUME(Open);
      this.OPTION2(() => {
        this.CONSUME(word('层级为'));
        levels = this.SUBRULE(this.names);
      });
      this.OPTION3(() => {
        this.OPTION4(() => this.CONSUME(Separator));
        this.CONSUME(word('类别为'));
        genres = this.SUBRULE2(this.names);
      });
      this.CONSUME(Close);
    });
    this.CONSUME(word('的条数'));
    return { kind: 'count', name, levels: levels ?? [], genres: genres ?? [], at };
  });

  /** Names with or without signs between, which count only inside brackets. */
  names = this.RULE('names', (): NameNode[] => {
    const list = [this.SUBRULE(this.name)];
    this.MANY({
      GATE: () => this.isNext(this.isNext(1, [Separator]) ? 2 : 1, [Name, Quoted]),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Separator));
        list.push(this.SUBRULE2(this.name));
      },
    });
    return list;
  });

  panel = this.RULE('panel', () => {
    this.CONSUME(Open);
    this.CONSUME(word('评委不少于'));
    const minimum = this.SUBRULE(this.number);
    this.CONSUME(word('名'));
    this.OPTION(() => {
      this.CONSUME(Separator);
      this.CONSUME(word('不足的无法计算'));
    });
    const drop = this.OPTION2({
      GATE: () => this.isNext(2, [word('满')]),
      DEF: () => {
        this.CONSUME2(Separator);
        this.CONSUME(word('满'));
        const from = this.SUBRULE2(this.number);
        this.CONSUME(word('名评委时去掉'));
        const high = this.SUBRULE3(this.number);
        this.CONSUME(word('个最高分和'));
        const low = this.SUBRULE4(this.number);
        this.CONSUME(word('个最低分'));
        return { from, high, low };
      },
    });
    const self = this.OPTION3(() => {
      this.CONSUME3(Separator);
      return this.CONSUME(word('不计本单位自己打的分'));
    });
    this.CONSUME(Close);
    return { minimum, drop: drop ?? null, withoutSelf: self !== undefined };
  });

  /** Ballots by what each option is worth, or groups of raters by their weight: what comes last tells them apart. */
  weighted = this.RULE('weighted', (name: NameNode, at: IToken): MeasureNode => {
    this.CONSUME(word('的加权平均分'));
    this.CONSUME(Open);
    const list: RaterNode[] = [];
    this.AT_LEAST_ONE(() => {
      const each = this.SUBRULE(this.name);
      this.OPTION(() => this.CONSUME(word('权重')));
      const number = this.SUBRULE(this.number);
      this.OPTION2(() => this.CONSUME(word('分')));
      this.CONSUME(Separator);
      list.push({ name: each, number });
    });
    const node = this.OR<MeasureNode>([
      { ALT: () => ({ kind: 'votes', name, worth: list, minimum: this.SUBRULE(this.validVotes), at }) },
      { ALT: () => ({ kind: 'raters', name, weights: list, absent: this.oneOf(1, raterAbsences), at }) },
    ]);
    this.CONSUME(Close);
    return node;
  });

  validVotes = this.RULE('validVotes', (): NumberNode => {
    this.CONSUME(word('有效票不少于'));
    const minimum = this.SUBRULE(this.number);
    this.CONSUME(word('张'));
    this.OPTION(() => {
      this.CONSUME(Separator);
      this.CONSUME(word('不足的无法计算'));
    });
    return minimum;
  });

  voteShare = this.RULE('voteShare', (name: NameNode, at: IToken): MeasureNode => {
    this.CONSUME(word('中'));
    const options = this.SUBRULE(this.names);
    this.CONSUME(word('的得票率'));
    this.CONSUME(Open);
    const minimum = this.SUBRULE(this.validVotes);
    this.CONSUME(Close);
    return { kind: 'share', name, options, minimum, at };
  });

  condition = this.RULE('condition', (): ConditionNode =>
    this.OR<ConditionNode>([
      {
        ALT: () => (this.CONSUME(word('同时满足')), { kind: 'all', of: this.SUBRULE(this.conditions) }),
      },
      {
        ALT: () => (this.CONSUME(word('满足其一')), { kind: 'any', of: this.SUBRULE2(this.conditions) }),
      },
      {
        ALT: () => {
          this.CONSUME(word('不满足'));
          this.CONSUME(Open);
          const of = this.SUBRULE(this.condition);
          this.CONSUME(Close);
          return { kind: 'not', of };
        },
      },
      { ALT: () => this.SUBRULE(this.comparison) },
    ]),
  );

  conditions = this.RULE('conditions', (): ConditionNode[] => {
    const list: ConditionNode[] = [];
    this.CONSUME(Open);
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => list.push(this.SUBRULE(this.condition)) });
    this.CONSUME(Close);
    return list;
  });

  comparison = this.RULE('comparison', (): ConditionNode => {
    const left = this.SUBRULE(this.measure);
    return this.OR<ConditionNode>([
      { ALT: () => (this.CONSUME(word('为是')), { kind: 'is-true', of: left }) },
      {
        ALT: () => {
          const options: NameNode[] = [];
          this.CONSUME(word('为'));
          this.AT_LEAST_ONE_SEP({ SEP: word('或'), DEF: () => options.push(this.SUBRULE(this.name)) });
          return { kind: 'is-option', of: left, options };
        },
      },
      { ALT: () => ({ kind: 'compare', left, bound: this.SUBRULE(this.bound) }) },
    ]);
  });
}

/** A + B + C is one sum of three; anything else is taken from the left. */
function joined(
  kind: 'sum' | 'difference' | 'product' | 'ratio',
  left: MeasureNode,
  right: MeasureNode,
  at: IToken,
  remark?: RatioRemark,
): MeasureNode {
  if ((kind === 'sum' || kind === 'product') && left.kind === kind)
    return { kind, of: [...left.of, right], at };
  return { kind, of: [left, right], at, ...(remark ? { remark } : {}) };
}
