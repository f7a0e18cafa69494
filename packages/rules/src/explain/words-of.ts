import type { Words } from '../families/family.js';
import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Locale } from './locale.js';
import { numberText, percentText } from './number-text.js';

/** Titles and sayings of one book in one language. */
export class BookWords {
  private readonly facts: ReadonlyMap<string, Fact>;

  constructor(
    readonly book: RuleBook,
    readonly locale: Locale,
  ) {
    this.facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  }

  say = (zh: string, en: string): string => (this.locale === 'en' ? en : zh);

  text = (text: Text): string => (this.locale === 'en' ? text.en : text.zh);

  fact = (id: string): string => {
    const fact = this.facts.get(id);
    return fact ? this.text(fact.title) : id;
  };

  option = (factId: string, id: string): string => {
    const fact = this.facts.get(factId);
    if (fact === undefined) return id;
    const options =
      fact.kind === 'choice' || fact.kind === 'ballots'
        ? fact.options
        : fact.kind === 'records'
          ? [...fact.levels, ...(fact.genres ?? [])]
          : fact.kind === 'raters'
            ? fact.groups
            : [];
    const option = options.find((each) => each.id === id);
    return option ? this.text(option.title) : id;
  };

  /** An expression in words: 已建妇联村社区数 ÷ 村社区总数. */
  measure = (measure: Measure): string => {
    const list = (parts: readonly Measure[], sign: string) =>
      parts.map((part) => this.inBrackets(part)).join(sign);
    switch (measure.kind) {
      case 'fact':
        return this.fact(measure.fact);
      case 'constant':
        return measure.value;
      case 'sum':
        return list(measure.of, ' + ');
      case 'difference':
        return list(measure.of, ' − ');
      case 'product':
        return list(measure.of, ' × ');
      case 'ratio':
        return list(measure.of, ' ÷ ');
      case 'greatest':
        return this.say(`较大者（${list(measure.of, '、')}）`, `the greater of (${list(measure.of, ', ')})`);
      case 'least':
        return this.say(`较小者（${list(measure.of, '、')}）`, `the lesser of (${list(measure.of, ', ')})`);
      case 'sample-rate':
        return this.say(
          `${this.inBrackets(measure.positive)} ÷ ${this.inBrackets(measure.sample)}（样本不少于 ${measure.minimumSample}）`,
          `${this.inBrackets(measure.positive)} ÷ ${this.inBrackets(measure.sample)} (sample at least ${measure.minimumSample})`,
        );
      case 'previous':
        return this.say(`上年（${this.measure(measure.of)}）`, `last year's (${this.measure(measure.of)})`);
      case 'count':
        return this.say(`${this.fact(measure.fact)}的条数`, `number of ${this.fact(measure.fact)}`);
      case 'panel-mean':
        return this.panel(measure);
      case 'vote-mean':
        return this.say(
          `${this.fact(measure.fact)}加权平均（${measure.worth.map(({ option, points }) => `${this.option(measure.fact, option)} ${points}`).join('、')}；有效票不少于 ${measure.minimumValid}）`,
          `weighted mean of ${this.fact(measure.fact)} (${measure.worth.map(({ option, points }) => `${this.option(measure.fact, option)} ${points}`).join(', ')}; at least ${measure.minimumValid} valid votes)`,
        );
      case 'vote-share':
        return this.say(
          `${this.fact(measure.fact)}中${measure.options.map((option) => this.option(measure.fact, option)).join('、')}的得票率`,
          `share of ${measure.options.map((option) => this.option(measure.fact, option)).join(', ')} in ${this.fact(measure.fact)}`,
        );
      case 'rater-mean':
        return this.say(`${this.fact(measure.fact)}加权平均`, `weighted mean of ${this.fact(measure.fact)}`);
      case 'indicator-points':
        return this.say(`指标 ${measure.indicator} 得分`, `points of ${measure.indicator}`);
      case 'section-points':
        return this.say(`${measure.section} 类小计`, `subtotal of ${measure.section}`);
      case 'self-gap':
        return this.say('自评分与核定分之差', 'declared minus verified points');
      case 'none':
        return '';
    }
  };

  /** The words of one indicator, for its method family. */
  of(indicator: Indicator): Words {
    const share = this.isShare(indicator.measure);
    return {
      say: this.say,
      number: (exact) => numberText(exact),
      value: (exact) => (share ? percentText(exact) : numberText(exact)),
      measure: this.measure(indicator.measure),
      textOf: this.measure,
      fact: this.fact,
      option: this.option,
      full: indicator.points,
      yesNo: indicator.measure.kind === 'fact' && this.facts.get(indicator.measure.fact)?.kind === 'boolean',
    };
  }

  /** Whether a measure reads naturally as a percentage: a ratio of two numbers of one unit, or a difference of such. */
  isShare(measure: Measure): boolean {
    switch (measure.kind) {
      case 'ratio': {
        const [part, whole] = [this.unitOf(measure.of[0]), this.unitOf(measure.of[1])];
        return part !== null && part === whole;
      }
      case 'sample-rate':
      case 'vote-share':
        return true;
      case 'previous':
        return this.isShare(measure.of);
      case 'difference':
        return measure.of.every((part) => this.isShare(part));
      default:
        return false;
    }
  }

  /** The unit that a count is in; null when it has none or is scaled. People per thousand and yuan per head are no percentages. */
  private unitOf(measure: Measure): string | null {
    switch (measure.kind) {
      case 'fact': {
        const fact = this.facts.get(measure.fact);
        return fact?.kind === 'number' ? fact.unit.zh : null;
      }
      case 'count':
        return 'records';
      case 'previous':
        return this.unitOf(measure.of);
      case 'sum':
      case 'difference':
      case 'greatest':
      case 'least': {
        const units = new Set(measure.of.map((part) => this.unitOf(part)).filter((unit) => unit !== null));
        return units.size === 1 ? ([...units][0] ?? null) : null;
      }
      default:
        return null;
    }
  }

  private inBrackets(measure: Measure): string {
    const text = this.measure(measure);
    return ['sum', 'difference', 'product', 'ratio'].includes(measure.kind) ? `(${text})` : text;
  }

  private panel(measure: Extract<Measure, { kind: 'panel-mean' }>): string {
    const { drop } = measure;
    const dropping = drop
      ? this.say(
          `，满 ${drop.fromJudges} 名评委时去掉 ${drop.high} 个最高分和 ${drop.low} 个最低分`,
          `, from ${drop.fromJudges} judges without the ${drop.high} highest and ${drop.low} lowest`,
        )
      : '';
    return this.say(
      `${this.fact(measure.fact)}平均分（评委不少于 ${measure.minimumJudges} 名${dropping}）`,
      `mean of ${this.fact(measure.fact)} (at least ${measure.minimumJudges} judges${dropping})`,
    );
  }
}
