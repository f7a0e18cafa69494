import { findSection } from '../engine/assessment-run.js';
import { indicatorsOf } from '../engine/book-index.js';
import type { Words } from '../families/family.js';
import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import { optionsOf } from './clause-names.js';
import type { Locale } from './locale.js';
import { isShare, type MeasureUnit } from './measure-unit.js';
import { measureWords } from './measure-words.js';
import { numberText, percentText } from './number-text.js';

/** Titles and sayings of one book in one language. */
export class BookWords {
  protected readonly facts: ReadonlyMap<string, Fact>;

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

  section = (id: string): string => {
    const section = findSection(this.book.sections, id);
    return section ? this.text(section.title) : id;
  };

  indicator = (id: string): string => {
    const found = indicatorsOf(this.book).find(({ indicator }) => indicator.id === id);
    return found ? this.text(found.indicator.title) : id;
  };

  option = (factId: string, id: string): string => {
    const fact = this.facts.get(factId);
    const option = fact && optionsOf(fact).find((each) => each.id === id);
    return option ? this.text(option.title) : id;
  };

  /** An expression in words: 已建妇联村社区数 ÷ 村社区总数. */
  measure = (measure: Measure): string => measureWords(measure, this);

  /** A number of the book. */
  exact = (exact: string): string => exact;

  day = (day: string): string => day;

  /** A value with the unit of what it is read from. */
  amountOf(exact: string, unit: MeasureUnit): string {
    return this.valueText(unit.kind === 'share')(exact);
  }

  unitOf = (measure: Measure): MeasureUnit => (this.isShare(measure) ? { kind: 'share' } : { kind: 'none' });

  /** What a zero denominator means, where that is told beside the ratio. */
  readonly zeroRemark: (ratio: Extract<Measure, { kind: 'ratio' }>) => string = () => '';

  /** How a value is written: a share as a percentage. */
  valueText = (share: boolean) => (share ? percentText : (exact: string) => numberText(exact));

  /** The words of one indicator, for its method family. */
  of(indicator: Indicator): Words {
    const share = this.isShare(indicator.measure);
    return {
      say: this.say,
      number: (exact) => numberText(exact),
      value: this.valueText(share),
      measure: this.measure(indicator.measure),
      textOf: this.measure,
      fact: this.fact,
      option: this.option,
      full: indicator.points,
      yesNo: indicator.measure.kind === 'fact' && this.facts.get(indicator.measure.fact)?.kind === 'boolean',
    };
  }

  /** Whether a measure reads naturally as a percentage: a ratio of two numbers of one unit, or a difference of such. */
  isShare = (measure: Measure): boolean => isShare(measure, this.facts);
}
