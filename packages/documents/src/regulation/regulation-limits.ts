/** What one 细则 may hold, on top of `inputLimits`. The longest seen in public has 70 rows; a provincial one a few hundred. */
export const regulationLimits = {
  tables: 200,
  rows: 5_000,
  columns: 100,
  /** Places of all grids, counting each place that a merged cell covers. */
  cells: 200_000,
  characters: 4_000_000,
  paragraphs: 20_000,
  /** Of `word/document.xml`. */
  xmlBytes: 30_000_000,
  xmlDepth: 200,
} as const;
