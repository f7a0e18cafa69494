import { placeIn, type GridName, type RegulationPlace } from './regulation-place.js';

/** A cell with its place, from 1, and how far it reaches. Its text is trimmed. */
export type GridCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
};

/** A sheet or a Word table: at every place the cell that covers it, so that a merged cell is found from all its rows. */
export class Grid {
  private readonly lines: (GridCell | undefined)[][] = [];
  private widest = 0;

  constructor(readonly name: GridName) {}

  get rowCount(): number {
    return this.lines.length;
  }

  get columnCount(): number {
    return this.widest;
  }

  put(cell: GridCell): void {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      const line = this.line(row);
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
        line[column - 1] = cell;
        this.widest = Math.max(this.widest, column);
      }
    }
  }

  private line(row: number): (GridCell | undefined)[] {
    while (this.lines.length < row) this.lines.push([]);
    return this.lines[row - 1] ?? [];
  }

  at(row: number, column: number): GridCell | undefined {
    return this.lines[row - 1]?.[column - 1];
  }

  /** The cells with text that cover places of this row, each once, from the left. */
  across(row: number): readonly GridCell[] {
    const seen = new Set<GridCell>();
    for (const cell of this.lines[row - 1] ?? []) if (cell !== undefined && cell.text !== '') seen.add(cell);
    return [...seen];
  }

  /** The cells with text that begin in this row. */
  beginning(row: number): readonly GridCell[] {
    return this.across(row).filter((cell) => cell.row === row);
  }

  place(cell: { readonly row: number | null; readonly column: number | null }): RegulationPlace {
    return placeIn(this.name, { row: cell.row, column: cell.column });
  }
}
