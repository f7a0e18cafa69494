import {
  measureUnit,
  plainText,
  type Condition,
  type Fact,
  type Measure,
  type MeasureUnit,
} from '@heng/rules';
import type { IToken } from 'chevrotain';
import type { ClauseContext } from './clause-context.js';
import { unreadable } from './clause-problem.js';
import type {
  AbsenceNode,
  ConditionNode,
  MeasureNode,
  NameNode,
  QuantityNode,
  RangeNode,
  ZeroNode,
} from './clause-syntax.js';
import { NamesOfContext, spanOf } from './resolve-names.js';
import { countOf, decimalOf, roundingOf, shareOf, spanOfQuantity, valueOf } from './resolve-numbers.js';

export type WhenZero = Extract<Measure, { kind: 'ratio' }>['whenZero'];

type Bounds = { from?: string; fromIncluded?: boolean; to?: string; toIncluded?: boolean };

/** Makes measures and conditions of what the grammar found. */
export class MeasureResolver {
  readonly names: NamesOfContext;
  private readonly facts: ReadonlyMap<string, Fact>;

  constructor(
    context: ClauseContext,
    /** What the clause says of all zero denominators; null where it says nothing. */
    private readonly whenZero: WhenZero | null,
  ) {
    this.names = new NamesOfContext(context);
    this.facts = new Map(context.facts.map((fact) => [fact.id, fact]));
  }

  unitOf = (measure: Measure): MeasureUnit => measureUnit(measure, this.facts);

  /** A number in the unit of what it is compared with, or a measure. */
  operand(node: MeasureNode, unit: MeasureUnit): string | Measure {
    return node.kind === 'constant' ? valueOf(node.quantity, unit) : this.measure(node);
  }

  /** A number of the book; where only one can stand. */
  numberIn(node: MeasureNode, unit: MeasureUnit): string {
    if (node.kind === 'constant') return valueOf(node.quantity, unit);
    return unreadable(
      'NUMBER_EXPECTED',
      spanOf(node.at),
      ['这里只能写数。', 'Only a number can stand here.'],
      ['请写一个数。', 'Write a number.'],
    );
  }

  measure(node: MeasureNode): Measure {
    switch (node.kind) {
      case 'brackets':
        return this.measure(node.of);
      case 'constant':
        return { kind: 'constant', value: constantOf(node.quantity) };
      case 'sum':
      case 'product':
      case 'greatest':
      case 'least':
        return { kind: node.kind, of: node.of.map((part) => this.measure(part)) };
      case 'difference':
        return { kind: 'difference', of: this.pair(node.of) };
      case 'ratio':
        return this.ratio(node);
      case 'fact':
        return { kind: 'fact', fact: this.names.fact(node.name).id };
      case 'previous':
        return { kind: 'previous', of: this.measure(node.of) };
      case 'count':
        return this.count(node);
      case 'days':
        return { kind: 'days', fact: this.factOf(node.name, 'date').id, since: dayOf(node.since) };
      case 'panel':
        return this.panel(node);
      case 'votes': {
        const fact = this.factOf(node.name, 'ballots');
        return {
          kind: 'vote-mean',
          fact: fact.id,
          worth: node.worth.map(({ name, number }) => ({
            option: this.names.option(fact, name),
            points: decimalOf(number),
          })),
          minimumValid: countOf(node.minimum),
        };
      }
      case 'raters': {
        const fact = this.factOf(node.name, 'raters');
        return {
          kind: 'rater-mean',
          fact: fact.id,
          weights: node.weights.map(({ name, number }) => ({
            group: this.names.option(fact, name),
            weight: decimalOf(number),
          })),
          absent: pick(node.absent, {
            缺主体的由其余主体分担: 'renormalise',
            缺主体的按0分计: 'zero',
            缺主体的无法计算: 'cannot-compute',
          }),
        };
      }
      case 'share': {
        const fact = this.factOf(node.name, 'ballots');
        return {
          kind: 'vote-share',
          fact: fact.id,
          options: node.options.map((option) => this.names.option(fact, option)),
          minimumValid: countOf(node.minimum),
        };
      }
      case 'indicator':
        return { kind: 'indicator-points', indicator: this.names.indicator(node.name) };
      case 'section':
        return { kind: 'section-points', section: this.names.section(node.name) };
      case 'self-gap':
        return { kind: 'self-gap' };
      case 'rounded':
        return { kind: 'rounded', of: this.measure(node.of), rounding: roundingOf(node.rounding) };
      case 'logarithm':
        return {
          kind: 'logarithm',
          of: this.measure(node.of),
          base: pick(node.at, { ln: 'e', log2: '2', log10: '10' }),
        };
      case 'root': {
        const degree = node.degree === null ? pick(node.at, { 平方根: 2, 立方根: 3 }) : countOf(node.degree);
        return { kind: 'root', of: this.measure(node.of), degree };
      }
      case 'power':
        return { kind: 'power', of: this.measure(node.of), exponent: decimalOf(node.exponent) };
      case 'exponential':
        return { kind: 'exponential', of: this.measure(node.of) };
      case 'banded': {
        const of = this.measure(node.of);
        const unit = this.unitOf(of);
        return {
          kind: 'banded',
          of,
          bands: node.bands.map(({ range, value }) => ({
            ...this.band(range, unit),
            value: decimalOf(value),
          })),
        };
      }
      case 'mean':
        return this.mean(node);
      case 'selected':
        return this.selected(node);
      case 'first-known':
        return { kind: 'first-known', of: node.of.map((part) => this.measure(part)) };
      case 'cohort':
        return this.cohort(node);
      case 'place':
        return {
          kind: 'place',
          of: this.measure(node.of),
          better: pick(node.order, { 从高到低: 'higher', 从低到高: 'lower' }),
          ...amongOf(node.at),
        };
    }
  }

  condition(node: ConditionNode): Condition {
    switch (node.kind) {
      case 'is-true':
        return { kind: 'is-true', fact: this.factIn(node.of, 'boolean').id };
      case 'is-option': {
        const fact = this.factIn(node.of, 'choice');
        return {
          kind: 'is-option',
          fact: fact.id,
          options: node.options.map((option) => this.names.option(fact, option)),
        };
      }
      case 'compare': {
        const left = this.measure(node.left);
        const { comparison, bound } = node.bound;
        return { kind: 'compare', left, comparison, right: this.operand(bound, this.unitOf(left)) };
      }
      case 'all':
      case 'any':
        return { kind: node.kind, of: node.of.map((part) => this.condition(part)) };
      case 'not':
        return { kind: 'not', of: this.condition(node.of) };
    }
  }

  /** The ends of a band: 达到 and 高于 begin it, 低于 and 不超过 end it. */
  band({ ends, at }: RangeNode, unit: MeasureUnit): Bounds {
    const band: Bounds = {};
    for (const { comparison, bound } of ends) {
      const value = this.numberIn(bound, unit);
      const isLow = comparison === 'at-least' || comparison === 'more-than' || comparison === 'equal';
      const isHigh = comparison === 'at-most' || comparison === 'less-than' || comparison === 'equal';
      if ((isLow && band.from !== undefined) || (isHigh && band.to !== undefined))
        return unreadable(
          'BAND_ENDS',
          spanOf(at, bound.at),
          ['一档只能有一个起点和一个终点。', 'A band has one beginning and one end.'],
          ['请写成“达到…、低于…”。', 'Write "at least … and below …".'],
        );
      if (isLow) band.from = value;
      if (comparison === 'more-than') band.fromIncluded = false;
      if (isHigh) band.to = value;
      if (comparison === 'at-most' || comparison === 'equal') band.toIncluded = true;
    }
    return band;
  }

  /** The fact that a name means, of the kind that is asked for. */
  factOf<K extends Fact['kind']>(name: NameNode, kind: K): Extract<Fact, { kind: K }> {
    const fact = this.names.fact(name);
    // The kind was just compared; TypeScript does not narrow a union by a type parameter.
    if (fact.kind === kind) return fact as Extract<Fact, { kind: K }>;
    const [zh, en] = kindNames[kind];
    return unreadable(
      'OTHER_KIND',
      spanOf(name.title, name.mark ?? name.title),
      [`“${fact.title.zh}”不是${zh}。`, `"${fact.title.en}" is no ${en}.`],
      [`请改用${zh}的数据项。`, `Use a fact that is a ${en}.`],
    );
  }

  /** The fact that stands alone where a measure could. */
  factIn<K extends Fact['kind']>(node: MeasureNode, kind: K): Extract<Fact, { kind: K }> {
    if (node.kind === 'fact') return this.factOf(node.name, kind);
    const [zh, en] = kindNames[kind];
    return unreadable(
      'FACT_EXPECTED',
      spanOf(node.at),
      [`这里应写一个${zh}的数据项。`, `A fact that is a ${en} should stand here.`],
      ['请写数据项的名称。', 'Write the title of the fact.'],
    );
  }

  whenZeroOf(zero: ZeroNode): WhenZero {
    return zero.kind === 'value' ? { value: shareOf(zero.quantity) } : zero.kind;
  }

  private pair(of: readonly MeasureNode[]): [Measure, Measure] {
    const [left, right] = of;
    if (left === undefined || right === undefined) throw new Error('the grammar gives both sides');
    return [this.measure(left), this.measure(right)];
  }

  private ratio(node: Extract<MeasureNode, { kind: 'sum' | 'difference' | 'product' | 'ratio' }>): Measure {
    const [part, whole] = this.pair(node.of);
    if (node.remark?.kind === 'sample')
      return {
        kind: 'sample-rate',
        positive: part,
        sample: whole,
        minimumSample: decimalOf(node.remark.minimum),
      };
    const said = node.remark ? this.whenZeroOf(node.remark.zero) : this.whenZero;
    const isNeverZero = whole.kind === 'constant' && !/^-?0(\.0*)?$/.test(whole.value);
    if (said === null && !isNeverZero)
      return unreadable(
        'ZERO_UNSAID',
        spanOf(node.at),
        ['没有写明分母为 0 怎么办。', 'What a denominator of 0 means is not said.'],
        [
          '请补上“分母为 0 的无法计算”“分母为 0 的视为不涉及”或“分母为 0 的按…计”。',
          'Say that it cannot be computed, is not applicable, or counts as a number.',
        ],
      );
    return { kind: 'ratio', of: [part, whole], whenZero: said ?? 'cannot-compute' };
  }

  private count(node: Extract<MeasureNode, { kind: 'count' }>): Measure {
    const fact = this.factOf(node.name, 'records');
    const levels = node.levels.map((level) => this.names.option(fact, level, fact.levels));
    const genres = node.genres.map((genre) => this.names.option(fact, genre, fact.genres ?? []));
    return {
      kind: 'count',
      fact: fact.id,
      ...(levels.length > 0 ? { levels } : {}),
      ...(genres.length > 0 ? { genres } : {}),
    };
  }

  private panel({ name, sumFor, panel }: Extract<MeasureNode, { kind: 'panel' }>): Measure {
    const { drop, minimum, withoutSelf } = panel;
    return {
      kind: 'panel-mean',
      fact: this.factOf(name, 'panel').id,
      ...(drop
        ? {
            drop: {
              high: countOf(drop.high),
              low: countOf(drop.low),
              fromJudges: countOf(drop.from),
            },
          }
        : {}),
      minimumJudges: countOf(minimum),
      ...(sumFor ? { sumFor: countOf(sumFor) } : {}),
      ...(withoutSelf ? { withoutSelf } : {}),
    };
  }

  private mean({ at, parts, absence }: Extract<MeasureNode, { kind: 'mean' }>): Measure {
    return {
      kind: 'mean',
      form: pick(at, {
        平均值: 'arithmetic',
        加权平均值: 'arithmetic',
        几何平均值: 'geometric',
        加权几何平均值: 'geometric',
        调和平均值: 'harmonic',
        加权调和平均值: 'harmonic',
      }),
      of: parts.map(({ measure, weight }) => ({
        measure: this.measure(measure),
        weight: weight === null ? '1' : decimalOf(weight),
      })),
      ...absenceOf(absence),
    };
  }

  private selected(node: Extract<MeasureNode, { kind: 'selected' }>): Measure {
    const { best, drop, take, of, absence, at } = node;
    return {
      kind: 'selected',
      of: of.map((part) => this.measure(part)),
      keep:
        best === null
          ? {
              dropLowest: drop ? countOf(drop.low) : 0,
              dropHighest: drop ? countOf(drop.high) : 0,
            }
          : { best: countOf(best), better: pick(at, { 取最高: 'higher', 取最低: 'lower' }) },
      take: pick(take, {
        项的合计: 'sum',
        项的平均: 'mean',
        项后的合计: 'sum',
        项后的平均: 'mean',
      }),
      ...absenceOf(absence),
    };
  }

  private cohort({ of, take, share, at }: Extract<MeasureNode, { kind: 'cohort' }>): Measure {
    return {
      kind: 'cohort',
      of: this.measure(of),
      take: pick(take, {
        的平均值: 'mean',
        的合计: 'sum',
        的家数: 'count',
        的最低值: 'least',
        的最高值: 'greatest',
        的中位数: 'median',
        的第: 'percentile',
        的标准差: 'deviation',
        的样本标准差: 'sample-deviation',
      }),
      ...(share ? { share: shareOf({ number: share, unit: { ...at, image: '%' } }) } : {}),
      ...amongOf(at),
    };
  }
}

const kindNames: Readonly<Record<Fact['kind'], readonly [zh: string, en: string]>> = {
  number: ['数', 'number'],
  percent: ['百分数', 'percentage'],
  boolean: ['是否题', 'yes/no question'],
  choice: ['选项', 'choice'],
  date: ['日期', 'date'],
  records: ['记录', 'list of records'],
  ballots: ['测评票', 'ballot'],
  panel: ['评委打分', 'panel of judges'],
  raters: ['多主体评分', 'set of rater groups'],
};

const amongOf = (at: IToken): { among?: 'all' } => (at.image === '全部单位' ? { among: 'all' } : {});

/** The meaning of a keyword token. */
export function pick<T>({ image }: IToken, meanings: Readonly<Record<string, T>>): T {
  const meaning = meanings[plainText(image)];
  if (meaning === undefined) throw new Error(`the grammar gave ${image}`);
  return meaning;
}

const absenceOf = ({ absent, minimum }: AbsenceNode) => ({
  absent: pick(absent, {
    缺项即无法计算: 'no-number',
    缺项按0计: 'zero',
    缺项不计: 'leave-out',
  } as const),
  ...(minimum ? { minimum: countOf(minimum) } : {}),
});

/** 2026-07-31 of 2026年7月31日. */
export function dayOf({ image }: IToken): string {
  const [year = '', month = '', day = ''] = image.split(/[-年月日]/);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A number inside an expression: plain, or a percentage. */
function constantOf(quantity: QuantityNode): string {
  if (quantity.unit !== null && quantity.unit.image !== '%')
    return unreadable(
      'UNIT_IN_EXPRESSION',
      spanOfQuantity(quantity),
      ['算式里的数不带单位。', 'Numbers inside an expression have no unit.'],
      ['请去掉单位。', 'Leave the unit out.'],
    );
  return shareOf(quantity);
}
