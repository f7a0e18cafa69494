import { indicatorsOf } from '../engine/book-index.js';
import { Rational } from '../exact/rational.js';
import type { ClauseSpeech } from '../families/family.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { plainText } from './clause-keywords.js';
import { ClauseNames, optionsOf, quoted, type Named } from './clause-names.js';
import type { Locale } from './locale.js';
import { measureUnit, type MeasureUnit } from './measure-unit.js';
import { BookWords } from './words-of.js';

/** Titles and sayings of one book as its clauses have them: exact, with units, and names that can be told apart. */
export class ClauseWords extends BookWords {
  private readonly names: ClauseNames;
  private readonly indicators: readonly Named[];
  private readonly sections: readonly Named[];

  constructor(
    book: RuleBook,
    locale: Locale,
    /** The remark on a zero denominator where the clause does not make one for all. */
    override readonly zeroRemark: (ratio: Extract<Measure, { kind: 'ratio' }>) => string = () => '',
  ) {
    super(book, locale);
    ({ names: this.names, indicators: this.indicators, sections: this.sections } = namesOf(book));
  }

  override fact = (id: string): string => this.named(this.book.facts, id);

  override section = (id: string): string => this.named(this.sections, id);

  override indicator = (id: string): string => this.named(this.indicators, id);

  override option = (factId: string, id: string): string => {
    const fact = this.book.facts.find((each) => each.id === factId);
    return this.named(fact ? optionsOf(fact) : [], id);
  };

  phrase = (text: Text): string => (this.locale === 'en' ? `"${text.en}"` : quoted(text.zh));

  called = (text: Text, what: string): string => {
    const own = this.locale === 'en' ? text.en : text.zh;
    const isSame = this.book.facts.some(({ title, id }) => title.zh === text.zh && this.fact(id) === what);
    if (isSame) return what;
    return this.locale === 'en' ? `"${own}" (${what})` : `${quoted(own)}（${what}）`;
  };

  override day = (day: string): string => {
    const [year = '', month = '', date = ''] = day.split('-');
    return this.say(`${year} 年 ${Number(month)} 月 ${Number(date)} 日`, day);
  };

  override exact = (exact: string): string => Rational.parse(exact).toText().replace(/^-/, '−');

  percent = (exact: string): string => `${this.exact(hundredfold(exact))}%`;

  /** A value of a measure with its unit: 5 天, 98%. */
  override amountOf(exact: string, unit: MeasureUnit): string {
    switch (unit.kind) {
      case 'share':
        return this.percent(exact);
      case 'percent':
        return `${this.exact(exact)}%`;
      case 'unit':
        return `${this.exact(exact)} ${this.unit(unit.title)}`;
      case 'none':
        return this.exact(exact);
    }
  }

  /** A distance between two values: 5 天, 2 个百分点. */
  spanOf(exact: string, unit: MeasureUnit): string {
    const number = unit.kind === 'share' ? this.exact(hundredfold(exact)) : this.exact(exact);
    return unit.kind === 'share' || unit.kind === 'percent'
      ? this.say(`${number} 个百分点`, `${number} percentage point${number === '1' ? '' : 's'}`)
      : this.amountOf(exact, unit);
  }

  override unitOf = (measure: Measure): MeasureUnit => measureUnit(measure, this.facts);

  /** A number of the book in the unit of what it is compared with, or another measure. */
  operandOf(operand: string | Measure, unit: MeasureUnit): string {
    return typeof operand === 'string' ? this.amountOf(operand, unit) : this.measure(operand);
  }

  /** The words of one indicator, for its method family. */
  speechOf(indicator: Indicator): ClauseSpeech {
    const { measure } = indicator;
    const unit = this.unitOf(measure);
    return {
      say: this.say,
      number: this.exact,
      percent: this.percent,
      amount: (exact) => this.amountOf(exact, unit),
      span: (exact) => this.spanOf(exact, unit),
      step: (other) => this.stepOf(other ? this.unitOf(other) : unit),
      actual: this.actualIn(unit),
      operand: (operand) => this.operandOf(operand, unit),
      textOf: this.measure,
      fact: this.fact,
      option: this.option,
      choices: (id) => this.choices(id),
      phrase: this.phrase,
      called: this.called,
      day: this.day,
      full: this.exact(indicator.points),
      isLateness: measure.kind === 'days',
      yesNo: measure.kind === 'fact' && this.facts.get(measure.fact)?.kind === 'boolean',
    };
  }

  private stepOf(unit: MeasureUnit) {
    const size = unit.kind === 'share' ? '0.01' : '1';
    return { text: this.spanOf(size, unit), size };
  }

  private actualIn(unit: MeasureUnit): string {
    switch (unit.kind) {
      case 'unit':
        return this.say(`实际值（以${this.unit(unit.title)}计）`, `actual (in ${unit.title.en})`);
      case 'percent':
        return this.say('实际值（以百分点计）', 'actual (in percentage points)');
      default:
        return this.say('实际值', 'actual');
    }
  }

  private choices(factId: string): readonly string[] {
    const fact = this.facts.get(factId);
    const list = fact === undefined ? [] : fact.kind === 'records' ? fact.levels : optionsOf(fact);
    return list.map(({ id }) => id);
  }

  private unit = (title: Text): string => (this.locale === 'en' ? title.en : this.names.unit(title.zh));

  /** The title of one of several, told from others of the same title by its id. */
  private named(list: readonly Named[], id: string): string {
    const own = list.find((each) => each.id === id);
    if (own === undefined) return this.locale === 'en' ? id : quoted(id);
    const isOne = list.every((each) => each === own || plainText(each.title.zh) !== plainText(own.title.zh));
    const mark = isOne ? '' : this.say(`〔${id}〕`, ` [${id}]`);
    return (this.locale === 'en' ? englishName(own.title.en) : this.names.name(own.title.zh)) + mark;
  }
}

const hundredfold = (exact: string): string => Rational.parse(exact).times(Rational.integer(100)).toText();

/** Titles with signs of their own stand in quotation marks. */
const englishName = (title: string): string => (/[^\p{L}\p{N} '’-]/u.test(title) ? `"${title}"` : title);

type BookNames = {
  readonly names: ClauseNames;
  readonly indicators: readonly Named[];
  readonly sections: readonly Named[];
};

// Every clause of a book asks for the same names, and which of them need 「」 takes a comparison of all with all.
const namesByBook = new WeakMap<RuleBook, BookNames>();

function namesOf(book: RuleBook): BookNames {
  const known = namesByBook.get(book);
  if (known) return known;
  const all = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...all(section.sections ?? [])]);
  const sections = all(book.sections).map(({ id, title }) => ({ id, title }));
  const indicators = indicatorsOf(book).map(({ indicator: { id, title } }) => ({ id, title }));
  const made = { names: new ClauseNames({ facts: book.facts, indicators, sections }), indicators, sections };
  namesByBook.set(book, made);
  return made;
}
