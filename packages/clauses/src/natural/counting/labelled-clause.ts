import type { NaturalContext, Executable } from '../reading.js';

/** A clause with the labels of a person; the format is described in `cases/README.md`. */
export type LabelledClause = {
  readonly id: string;
  readonly text: string;
  readonly context: NaturalContext;
  readonly methods: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly ambiguities: readonly string[];
  readonly executable: Executable;
  readonly uncertain?: boolean;
};

/** Clauses from lines of JSON. */
export const labelledClauses = (lines: string): readonly LabelledClause[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledClause);
