import { Condition, conditionText, Measure, measureText, type Locale, type RuleBook } from '@heng/rules';

/** The words of a part of a document that may be unfinished: null while the part is none. */
export const sayMeasure = (measure: unknown, book: RuleBook, locale: Locale): string | null => {
  const read = Measure.safeParse(measure);
  return read.success ? measureText(read.data, book, locale) : null;
};

export const sayCondition = (condition: unknown, book: RuleBook, locale: Locale): string | null => {
  const read = Condition.safeParse(condition);
  return read.success ? conditionText(read.data, book, locale) : null;
};
