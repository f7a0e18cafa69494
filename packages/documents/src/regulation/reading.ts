import type { DocumentProblem } from '../document-problem.js';
import type { Grid } from './grid.js';
import type { LeftOut, RegulationFinding } from './regulation.js';

/** A paragraph outside tables, numbered among its like. */
export type Paragraph = {
  readonly number: number;
  readonly text: string;
  readonly centred: boolean;
};

export type Block =
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph };

/** A file as grids and paragraphs in their order, whatever its format; what could not be taken along is told. */
export type Reading =
  | {
      readonly ok: true;
      readonly format: 'xlsx' | 'docx';
      readonly blocks: readonly Block[];
      readonly findings: readonly RegulationFinding[];
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

export const refusedReading = (...problems: readonly DocumentProblem[]): Reading => ({ ok: false, problems });
