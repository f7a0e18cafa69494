import type { CellContext } from '../cells/cell-codec.js';
import type { Names } from '../names.js';
import { getAt, type Row } from './column.js';
import type { PartTable } from './part-tables.js';
import { scoreParameters, type Parameter } from './score-parameters.js';
import type { SheetKey } from './sheets.js';
import type { Cells } from './table-row.js';

/** All cells of one indicator: its own row, its parameters, and its rows on the sheets of parts. */
export type IndicatorCells = {
  readonly own: Cells;
  readonly scoring: readonly Cells[];
  readonly parts: Readonly<Record<PartTable['key'], readonly Cells[]>>;
};

/** A cell of those: the sheet, which of the indicator's rows there, the column. */
export type CellAt = { readonly sheet: SheetKey; readonly index: number; readonly key: string };

/** What the indicator's own cells are read with: the fact that its method reads, and what a percentage means beside its measure. */
export function indicatorContext(indicator: Row, context: CellContext): CellContext {
  const fact = getAt(indicator, ['score', 'fact']);
  const percentIs = percentBeside(indicator['measure'], context.names);
  return {
    ...context,
    ...(typeof fact === 'string' ? { fact } : {}),
    ...(percentIs === undefined ? {} : { percentIs }),
  };
}

/** Deeper nothing is looked at: a measure from a cell may be anything that JSON can hold. */
const deepest = 20;

/** 90% beside a ratio is 0.9, beside a fact in percent it is 90; where the measure is neither, nobody can tell. */
function percentBeside(measure: unknown, names: Names, depth = 0): 'share' | 'number' | undefined {
  if (depth > deepest) return undefined;
  const of = getAt(measure, ['of']);
  const fact = getAt(measure, ['fact']);
  switch (getAt(measure, ['kind'])) {
    case 'ratio':
    case 'vote-share':
    case 'sample-rate':
      return 'share';
    case 'fact':
      return typeof fact === 'string' && names.inPercent(fact) ? 'number' : undefined;
    case 'previous':
    case 'rounded':
      return percentBeside(of, names, depth + 1);
    case 'difference':
    case 'greatest':
    case 'least': {
      if (!Array.isArray(of)) return undefined;
      const [first, ...others] = of.map((part: unknown) => percentBeside(part, names, depth + 1));
      return others.every((other) => other === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

/** The parameters of the indicator's method. */
export function parametersOf(indicator: Row): readonly Parameter[] {
  const method = getAt(indicator, ['score', 'method']);
  return typeof method === 'string' && Object.hasOwn(scoreParameters, method)
    ? scoreParameters[method as keyof typeof scoreParameters]
    : [];
}
