import { Rational, type Fact, type Measure, type MeasureUnit, type Score } from '@heng/rules';
import { unreadable } from './clause-problem.js';
import type {
  BoundaryNode,
  CalledNode,
  LinearTermNode,
  MeasureNode,
  NumberNode,
  PlacesNode,
  RangeItemNode,
  RecordsNode,
  ScoreNode,
  SideNode,
} from './clause-syntax.js';
import { spanOf } from './resolve-names.js';
import { countOf, decimalOf, rateOf, shareOf, valueOf } from './resolve-numbers.js';
import { dayOf, pick, type MeasureResolver } from './resolve-measure.js';

export type Resolved = { readonly measure: Measure; readonly score: Score };

type Node<K extends ScoreNode['kind']> = Extract<ScoreNode, { kind: K }>;

/** Makes a method of what the grammar found. */
export class ScoreResolver {
  constructor(
    private readonly measures: MeasureResolver,
    /** The indicator's points, which a clause says again where they are earned. */
    private readonly full: string,
  ) {}

  resolve(node: ScoreNode, subject: MeasureNode | null, required: MeasureNode | null): Resolved {
    const needed: Measure = required === null ? { kind: 'none' } : this.measures.measure(required);
    if (node.kind === 'checklist') return { measure: needed, score: this.checklist(node) };
    if (node.kind === 'tally') return { measure: needed, score: this.tally(node) };
    if (subject === null) return noSubject(node);
    if (node.kind === 'choice') {
      const fact = this.measures.factIn(subject, 'choice');
      return { measure: needed, score: this.choice(node, fact) };
    }
    if (node.kind === 'records') {
      const fact = this.measures.factIn(subject, 'records');
      return { measure: needed, score: this.records(node, fact) };
    }
    if (required !== null)
      return unreadable(
        'NEEDED_TWICE',
        spanOf(required.at),
        ['这种算法本身就有要算的数，不能再写“须有…的数据”。', 'This method has a number of its own already.'],
        ['请去掉“须有…的数据”。', 'Leave out what has to be there.'],
      );
    const measure = this.measures.measure(subject);
    return { measure, score: this.ofMeasure(node, this.measures.unitOf(measure), subject) };
  }

  private ofMeasure(
    node: Exclude<ScoreNode, { kind: 'checklist' | 'tally' | 'choice' | 'records' }>,
    unit: MeasureUnit,
    subject: MeasureNode,
  ): Score {
    switch (node.kind) {
      case 'yes-no':
        this.measures.factIn(subject, 'boolean');
        return {
          method: 'threshold',
          comparison: 'at-least',
          at: '1',
          metPoints: decimalOf(node.met),
          unmetPoints: decimalOf(node.unmet),
        };
      case 'threshold': {
        const { comparison, bound, points } = this.single(node.item);
        return {
          method: 'threshold',
          comparison,
          at: this.measures.operand(bound, unit),
          metPoints: decimalOf(points),
          unmetPoints: decimalOf(node.unmet),
        };
      }
      case 'proportion':
        return this.proportion(node, unit);
      case 'inverse': {
        const { bound } = this.single(node.item, 'at-most');
        const form = pick(node.form, {
          '超过的按目标值÷实际值的比例得分': 'target-over-actual' as const,
          超过的按超出部分占目标值的比例扣分: 'excess-share' as const,
        });
        return { method: 'inverse', form, target: this.measures.operand(bound, unit) };
      }
      case 'complement':
        return { method: 'inverse', form: 'complement' };
      case 'tiers':
        return this.tiers(node, unit);
      case 'linear':
        return linear(node);
      case 'steps':
        return this.steps(node, unit);
      case 'best':
        return { method: 'relative', to: 'best', better: node.better };
      case 'mean':
        return {
          method: 'relative',
          to: 'mean',
          better: node.better,
          ...(node.low ? { low: shareOf(node.low) } : {}),
          ...(node.high ? { high: shareOf(node.high) } : {}),
        };
      case 'beyond':
        this.mustBeFull(node.points);
        return {
          method: 'relative',
          to: 'beyond-mean',
          better: node.better,
          deduct: rateOf(decimalOf(node.lost), node.per, unit),
        };
      case 'efficacy':
        return {
          method: 'efficacy',
          c: decimalOf(node.c),
          d: decimalOf(node.d),
          better: node.better,
          low: this.boundary(node.low, unit),
          high: this.boundary(node.high, unit),
          whenEqual: shareOf(node.whenEqual),
        };
      case 'ranked':
        return ranked(node.places, { better: node.better, tied: node.tied });
      case 'judged':
        this.mustBeFull(node.points);
        return { method: 'judged', reasonRequired: node.reasonRequired };
    }
  }

  /** Where a clause says full points again, they are the same. */
  private mustBeFull(points: NumberNode): void {
    const said = decimalOf(points);
    if (said === this.full) return;
    unreadable(
      'OTHER_POINTS',
      spanOf(points.digits),
      [
        `这里写的是 ${said} 分，开头写的分值是 ${this.full} 分。`,
        `It says ${said} points here and ${this.full} at the beginning.`,
      ],
      ['请把两处改成一样。', 'Let both be the same.'],
    );
  }

  /** A range with one end, earning a fixed number of points. */
  private single({ range, title, worth }: RangeItemNode, only?: 'at-least' | 'at-most') {
    const [end] = range.ends;
    if (
      end === undefined ||
      range.ends.length !== 1 ||
      title !== null ||
      worth.kind !== 'flat' ||
      (only !== undefined && end.comparison !== only)
    )
      return unreadable(
        'ONE_BOUND',
        spanOf(range.at),
        ['这种算法只比较一个数。', 'This method compares with one number.'],
        only === 'at-most'
          ? ['请写“不超过 … 的得 … 分”。', 'Write "full points up to …".']
          : ['请写“达到 … 的得 … 分”。', 'Write "full points at …".'],
      );
    if (only !== undefined) this.mustBeFull(worth.points);
    return { comparison: end.comparison, bound: end.bound, points: worth.points };
  }

  private proportion({ item, isCapped, cap, minimum }: Node<'proportion'>, unit: MeasureUnit): Score {
    const { bound } = this.single(item, 'at-least');
    return {
      method: 'proportion',
      target: this.measures.operand(bound, unit),
      capShare: isCapped ? '1' : cap === null ? null : shareOf(cap),
      ...(minimum ? { minimumShare: shareOf(minimum) } : {}),
    };
  }

  private tiers({ items, isMarginal }: Node<'tiers'>, unit: MeasureUnit): Score {
    const isSloped = items.some(({ worth }) => worth.kind === 'slope');
    const bands = items.map((item, index) => {
      const { range, title, worth } = item;
      const bounds = this.measures.band(range, unit);
      const named = title === null ? {} : { title: this.measures.names.phrase(title) };
      if ((worth.kind === 'rate') !== isMarginal) return mixed(item);
      if (worth.kind === 'rate')
        return { ...bounds, ...named, rate: rateOf(decimalOf(worth.points), worth.per, unit) };
      const next = items[index + 1];
      const nextFrom = next && this.measures.band(next.range, unit).from;
      const canSlope = bounds.from !== undefined && nextFrom !== undefined;
      if (isSloped && (worth.kind === 'slope') !== canSlope) return mixed(item);
      if (worth.kind === 'slope' && next && next.worth.kind !== 'rate')
        this.mustMeet(worth.next, next.worth.points);
      return { ...bounds, ...named, points: decimalOf(worth.points) };
    });
    return {
      method: 'tiers',
      form: isMarginal ? 'marginal' : isSloped ? 'interpolate' : 'step',
      bands,
    };
  }

  /** A straight line ends where the next band begins. */
  private mustMeet(end: NumberNode, start: NumberNode): void {
    if (decimalOf(end) === decimalOf(start)) return;
    unreadable(
      'LINE_BROKEN',
      spanOf(end.digits),
      [
        `直线计到 ${decimalOf(end)} 分，下一档却从 ${decimalOf(start)} 分起。`,
        `The line ends at ${decimalOf(end)} points and the next band begins with ${decimalOf(start)}.`,
      ],
      ['请把两处改成一样。', 'Let both be the same.'],
    );
  }

  private steps({ base, sides }: Node<'steps'>, unit: MeasureUnit): Score {
    let origin: string | Measure = '0';
    const found: { above?: SideNode; below?: SideNode } = {};
    for (const side of sides) {
      const which = ['每少', '每低'].includes(side.direction.image) ? 'below' : 'above';
      const from = side.origin === null ? '0' : this.measures.operand(side.origin, unit);
      const isOther = Object.keys(found).length > 0 && JSON.stringify(from) !== JSON.stringify(origin);
      if (found[which] !== undefined || isOther)
        return unreadable(
          'SIDES',
          spanOf(side.direction),
          [
            '每高、每低各写一次，并且都从同一个数算起。',
            'Above and below are said once each, and from one and the same number.',
          ],
          ['请改成同一个起点。', 'Let both begin at the same number.'],
        );
      [found[which], origin] = [side, from];
    }
    const sideOf = (side: SideNode | undefined) =>
      side && {
        points: signed(side.points, side.loses),
        per: valueOf(side.per, unit),
        partial: pick(side.partial, {
          的按比例计: 'proportional' as const,
          的部分不计: 'down' as const,
          的按: 'up' as const,
        }),
        ...(side.limit ? { limit: decimalOf(side.limit) } : {}),
      };
    const [above, below] = [sideOf(found.above), sideOf(found.below)];
    return {
      method: 'steps',
      base: base === null ? '0' : decimalOf(base),
      origin,
      ...(above ? { above } : {}),
      ...(below ? { below } : {}),
    };
  }

  private tally({ base, terms }: Node<'tally'>): Score {
    return {
      method: 'tally',
      base: base === null ? '0' : decimalOf(base),
      terms: terms.map(({ term, per, loses, points }) => {
        const of = this.measures.measure(term.of);
        return {
          title: this.titleOf(term),
          of,
          points: rateOf(signed(points, loses), per, this.measures.unitOf(of)),
        };
      }),
    };
  }

  private checklist({ items }: Node<'checklist'>): Score {
    return {
      method: 'checklist',
      items: items.map(({ item, points }) => ({
        fact: this.measures.factIn(item.of, 'boolean').id,
        title: this.titleOf(item),
        points: decimalOf(points),
      })),
    };
  }

  /** The phrase, or the title of the fact that stands alone. */
  private titleOf({ phrase, of }: CalledNode) {
    if (phrase !== null) return this.measures.names.phrase(phrase);
    if (of.kind === 'fact') return this.measures.names.text(this.measures.names.fact(of.name).title.zh);
    return unreadable(
      'NAME_NEEDED',
      spanOf(of.at),
      ['算式前面要写它的名称，如“「逾期」（…）”。', 'An expression needs a name in front, as in "late" (…).'],
      [
        '请在算式前补上「名称」，算式放在括号里。',
        'Put a name in 「」 in front and the expression in brackets.',
      ],
    );
  }

  private choice({ worth }: Node<'choice'>, fact: Extract<Fact, { kind: 'choice' }>): Score {
    return {
      method: 'choice',
      fact: fact.id,
      worth: worth.map(({ option, points }) => ({
        option: this.measures.names.option(fact, option),
        points: decimalOf(points),
      })),
    };
  }

  private records(node: RecordsNode, fact: Extract<Fact, { kind: 'records' }>): Score {
    const { rows, genres, amount, split, period, notBefore, same, others, matters } = node;
    if (same === null)
      return unreadable(
        'MATTER_UNSAID',
        spanOf(node.at),
        ['没有写明同一事项怎么计。', 'What entries about one matter count is not said.'],
        [
          '请补上“同一事项只计分值最大的一项”或“同一事项的各项都计”。',
          'Say that the one worth most counts, or that all do.',
        ],
      );
    const level = (name: (typeof rows)[number]['level']) =>
      this.measures.names.option(fact, name, fact.levels);
    const genre = (name: (typeof rows)[number]['level']) =>
      this.measures.names.option(fact, name, fact.genres ?? []);
    return {
      method: 'records-worth',
      fact: fact.id,
      worth: rows.map((row) => ({
        level: level(row.level),
        ...(row.genre ? { genre: genre(row.genre) } : {}),
        points: signed(row.points, row.loses),
      })),
      ...(genres.length > 0
        ? {
            genres: genres.map((each) => ({
              genre: genre(each.genre),
              coefficient: decimalOf(each.coefficient),
            })),
          }
        : {}),
      ...(amount ? { amount: amount.most === null ? {} : { most: decimalOf(amount.most) } } : {}),
      ...(split
        ? {
            split:
              split.by === 'listed'
                ? { by: 'listed' as const, shares: split.shares.map((shares) => shares.map(decimalOf)) }
                : { by: split.by },
          }
        : {}),
      sameMatter: pick(same, {
        同一事项的各项都计: 'all' as const,
        同一事项只计分值最大的一项: 'highest' as const,
        同一事项只计分值最大的两个层级: 'two-highest' as const,
        '同一事项分值最大的一项全额计,其余乘以系数': 'diminishing' as const,
      }),
      ...(others ? { othersCoefficient: decimalOf(others) } : {}),
      ...(matters ? { bestMatters: countOf(matters) } : {}),
      ...(period ? { period: { from: dayOf(period.from), to: dayOf(period.to) } } : {}),
      ...(notBefore ? { notBefore: 'previous' as const } : {}),
    };
  }

  private boundary(node: BoundaryNode, unit: MeasureUnit): 'cohort' | string | Measure {
    return node.kind === 'cohort' ? 'cohort' : this.measures.operand(node.measure, unit);
  }
}

const signed = (points: NumberNode, loses: boolean): string => {
  const value = Rational.parse(decimalOf(points));
  return (loses ? value.negate() : value).toText();
};

const mixed = ({ range }: RangeItemNode): never =>
  unreadable(
    'BANDS_MIXED',
    spanOf(range.at),
    [
      '各档的写法不一致：得固定分、按直线计、分段累计不能混用。',
      'Bands earn fixed points, go along lines or pay by the part; not one so and another otherwise.',
    ],
    ['请把各档写成同一种。', 'Write all bands the same way.'],
  );

const noSubject = (node: ScoreNode): never =>
  unreadable(
    'SUBJECT_ABSENT',
    spanOf(node.at),
    ['没有写明按什么数计分。', 'What is measured is not said.'],
    ['请在前面写上要算的数和冒号。', 'Write the measure and a colon in front.'],
  );

function linear({ terms, low, high, at }: Node<'linear'>): Score {
  const value = ({ digits, isNegative }: LinearTermNode): string => {
    const magnitude = Rational.parse(digits?.image ?? '1');
    return (isNegative ? magnitude.negate() : magnitude).toText();
  };
  const [slopes, constants] = [terms.filter((term) => term.isActual), terms.filter((term) => !term.isActual)];
  const [slope, second] = slopes;
  if (slope === undefined || second !== undefined)
    return unreadable(
      'ACTUAL_ONCE',
      spanOf(at),
      ['算式里的“实际值”应当只出现一次。', 'The actual value should stand in the formula once.'],
      ['请写成“得分为 a + b × 实际值”。', 'Write "points = a + b × actual".'],
    );
  const [constant] = constants;
  return {
    method: 'linear',
    intercept: constant ? value(constant) : '0',
    slope: value(slope),
    low: decimalOf(low),
    high: decimalOf(high),
  };
}

function ranked(
  places: PlacesNode,
  common: { readonly better: 'higher' | 'lower'; readonly tied: 'highest' | 'mean' },
): Score {
  switch (places.form) {
    case 'table':
      return {
        method: 'ranked',
        form: 'table',
        ...common,
        points: places.points.map(decimalOf),
        beyond: decimalOf(places.beyond),
      };
    case 'step': {
      const points = decimalOf(places.points);
      if (places.again !== null && decimalOf(places.again) !== points)
        return unreadable(
          'OTHER_STEP',
          spanOf(places.again.digits),
          ['第 1 名和以后各名减的分应当一样。', 'The first place and each further one lose the same.'],
          ['请把两处改成一样。', 'Let both be the same.'],
        );
      return {
        method: 'ranked',
        form: 'step',
        ...common,
        free: places.free === null ? 0 : countOf(places.free),
        points,
      };
    }
    case 'percent':
      return { method: 'ranked', form: 'percent', ...common, share: shareOf(places.share) };
    case 'tier':
      return {
        method: 'ranked',
        form: 'tier',
        ...common,
        places: pick(places.places, {
          各档名额四舍五入: 'half-up' as const,
          各档名额舍去小数: 'down' as const,
          各档名额逢小数进一: 'up' as const,
          各档名额除不尽时前档多取: 'larger-first' as const,
        }),
        tiers: places.tiers.map(({ upTo, share }) => ({
          upTo:
            upTo === null
              ? '1'
              : upTo.denominator === null
                ? Rational.parse(decimalOf(upTo.number)).over(Rational.integer(100)).toText()
                : `${decimalOf(upTo.number)}/${decimalOf(upTo.denominator)}`,
          share: shareOf(share),
        })),
      };
  }
}
