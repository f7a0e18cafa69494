import { findSection } from '../engine/assessment-run.js';
import { indicatorsOf } from '../engine/book-index.js';
import type { Words } from '../families/family.js';
import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Locale } from './locale.js';
import { measureWords } from './measure-words.js';
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
  measure = (measure: Measure): string => measureWords(measure, this);

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
      case 'rounded':
        return this.isShare(measure.of);
      case 'cohort':
        return measure.take !== 'count' && this.isShare(measure.of);
      case 'mean':
        return measure.of.every((part) => this.isShare(part.measure));
      case 'difference':
      case 'selected':
      case 'first-known':
      case 'greatest':
      case 'least':
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
      case 'rounded':
        return this.unitOf(measure.of);
      case 'cohort':
        return measure.take === 'count' ? null : this.unitOf(measure.of);
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
}
