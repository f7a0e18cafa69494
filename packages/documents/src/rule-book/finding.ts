import type { Severity, Text } from '@heng/rules';
import { columnLetters, type DocumentProblem, type Place } from '../document-problem.js';

/** One thing to know about a workbook of a rule book: where, why, and what to do about it. Errors keep it from being read. */
export type RuleBookFinding = {
  readonly severity: Severity;
  readonly code: string;
  /** Sheet, row and column as spreadsheets count them, and the heading. */
  readonly place: Place;
  /** The cell, `F7`; null when the whole sheet, row or file is meant. */
  readonly cell: string | null;
  readonly message: Text;
  readonly fix: Text;
};

export const findingAt = (
  severity: Severity,
  code: string,
  place: Place,
  { message, fix }: { readonly message: Text; readonly fix: Text },
): RuleBookFinding => ({ severity, code, place, cell: cellOf(place), message, fix });

export const findingOf = ({ code, place, message, fix }: DocumentProblem, severity: Severity = 'error') =>
  findingAt(severity, code, place, { message, fix });

const cellOf = ({ row, column }: Place): string | null =>
  row === null || column === null ? null : `${columnLetters(column)}${row}`;
