import type { ProposedRow, RowStatus } from './propose-row.js';

export type ProposalFigures = {
  readonly rows: number;
  /** Rules without any question. */
  readonly unquestioned: number;
  /** Rules with no question but those that have a usual answer. */
  readonly understood: number;
  readonly asked: number;
  readonly byHand: number;
  readonly leftOut: number;
  /** Lines without a standard: nothing was there to understand. */
  readonly blank: number;
};

/** How much of a document became rules without help. */
export function figuresOf(rows: readonly ProposedRow[]): ProposalFigures {
  const count = (status: RowStatus) => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.length,
    unquestioned: rows.filter(({ status, questions }) => status === 'understood' && questions.length === 0)
      .length,
    understood: count('understood'),
    asked: count('asked'),
    byHand: count('by-hand'),
    leftOut: count('left-out'),
    blank: rows.filter(({ text, role }) => text.trim() === '' && role !== 'veto').length,
  };
}
