import type { FromResults } from '../../src/format/fact.js';
import type { Question, SheetByHand } from './assess-by-hand.js';
import {
  big,
  divide,
  greater,
  integer,
  lesser,
  nothing,
  rounded,
  total,
  whole,
  written,
  type BigFraction,
} from './big-fraction.js';
import { keep } from './measure-by-hand.js';

/** The value that a unit gets from the results of another assessment, as text; null is missing (RULES.md ME17). */
export function valueFromResults(
  from: FromResults,
  { units }: Pick<Question, 'units'>,
  sheets: readonly SheetByHand[],
  code: string,
): string | null {
  const numbers = sheets
    .filter((sheet, index) => (from.results === 'own' ? sheet.code : units[index]?.parent) === code)
    .map((sheet) => valueOf(from, sheet))
    .filter((value) => value !== null);
  if (numbers.length < Math.max(1, from.minimum ?? 1)) return null;
  const kept =
    from.keep === undefined
      ? numbers
      : keep(
          numbers.map((answer) => ({ answer })),
          from.keep,
        ).map(({ answer }) => answer);
  return written(rounded(taken(from, kept), from.rounding));
}

function valueOf({ value }: FromResults, sheet: SheetByHand): BigFraction | null {
  const told = (text: string | null | undefined): BigFraction | null =>
    text === null || text === undefined ? null : big(text);
  switch (value.of) {
    case 'total':
      return told(sheet.total);
    case 'rank':
      return sheet.rank === null ? null : integer(sheet.rank);
    case 'indicator':
      return told(sheet.indicators.find(({ id }) => id === value.indicator)?.points);
    case 'section':
      return told(sheet.sections.find(({ id }) => id === value.section)?.points);
    case 'grade':
      return sheet.grade === null ? null : value.grades.includes(sheet.grade) ? whole : nothing;
  }
}

function taken({ take }: FromResults, values: readonly BigFraction[]): BigFraction {
  switch (take) {
    case 'count':
      return integer(values.length);
    case 'sum':
      return total(values);
    case 'mean':
      return divide(total(values), integer(values.length));
    case 'least':
      return values.reduce(lesser);
    case 'greatest':
      return values.reduce(greater);
  }
}
