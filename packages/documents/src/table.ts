/** One row with its number as Excel counts, from 1; cells are text, blank is ''. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] };

/** A sheet or a CSV file as text. Rows that are entirely blank are left out. */
export type Table = { readonly sheet: string | null; readonly rows: readonly TableRow[] };
