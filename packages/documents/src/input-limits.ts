/**
 * What a file may cost before it is looked at. A whole county is a few hundred rows; the largest file one person can still
 * look through is far below these.
 */
export const inputLimits = {
  fileBytes: 20_000_000,
  zipEntries: 2_000,
  inflatedBytes: 50_000_000,
  /** Inflated ÷ packed size over the whole archive; honest sheets of repeated text reach 30 or so. */
  ratio: 100,
  /** Below this the ratio says nothing: a small empty sheet may pack very well. */
  ratioFromBytes: 2_000_000,
  sheets: 200,
  rows: 50_000,
  columns: 600,
  cells: 3_000_000,
} as const;
