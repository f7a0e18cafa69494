export type Look = 'title' | 'head' | 'text' | 'centre' | 'strong';

/** A cell at its place, from 1, reaching over rows and columns. */
export type TableCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  readonly look: Look;
};

export type Table = { readonly cells: readonly TableCell[]; readonly widths: readonly number[] };

type Given = {
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly look?: Look;
};

/** A table while it is being typed, from the top down. */
export class TableTyping {
  private readonly cells: TableCell[] = [];
  row = 0;

  constructor(private readonly widths: readonly number[]) {}

  get width(): number {
    return this.widths.length;
  }

  down(rows = 1): void {
    this.row += rows;
  }

  put(text: string, { column, rows = 1, columns = 1, look = 'text' }: Given): void {
    this.cells.push({ row: this.row, column, rows, columns, text, look });
  }

  /** A row that is one merged cell. */
  across(text: string, look: Look): void {
    this.down();
    this.put(text, { column: 1, columns: this.width, look });
  }

  table(): Table {
    return { cells: this.cells, widths: this.widths };
  }
}
