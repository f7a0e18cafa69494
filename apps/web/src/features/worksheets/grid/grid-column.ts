import type { FactValue } from '@heng/rules';

/** What a cell holds: the text as shown and, when the text can be read, the value it means. */
export type CellContent = {
  readonly text: string;
  readonly value: FactValue | null;
  /** The text could not be read as a value; it stays visible and red, and is not sent. */
  readonly unread?: true;
};

export const emptyContent: CellContent = { text: '', value: null };

/** One column as the grid needs it; what a fact is, is told by these functions. */
export type GridColumn = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly section: string;
  readonly width: number;
  /** Structured values open a dialog instead of being typed. */
  readonly entry: 'text' | 'dialog';
  readonly locked: boolean;
  readonly numeric: boolean;
  /** Id of the column whose value this one may not exceed. */
  readonly limit: string | null;
  readonly read: (text: string) => CellContent;
  /** Sentence saying why the value is refused; null when it is fine. */
  readonly problem: (content: CellContent, limit: FactValue | null) => string | null;
};
