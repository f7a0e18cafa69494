import type { Fact, FactValue, PanelScore } from '../format/fact.js';
import { presence, scaledInteger, type FactColumn } from './columns.js';
import type { FactBounds } from './schema.js';

/** Writes one value into a column. @throws RangeError when the schema has no room for it */
export function putValue(
  fact: Fact,
  column: FactColumn,
  bounds: FactBounds,
  position: number,
  value: FactValue | null,
): void {
  if (value === null) {
    if (column.presence === null) throw outside(fact, 'absent');
    column.presence[position] = presence.absent;
  }
  switch (column.kind) {
    case 'number':
      column.values[position] = value === null ? 0 : integer(fact, bounds, value);
      break;
    case 'boolean':
      column.values[position] = value === true ? 1 : 0;
      break;
    case 'choice': {
      const index = fact.kind === 'choice' ? fact.options.findIndex(({ id }) => id === value) : -1;
      if (value !== null && index < 0) throw outside(fact, String(value));
      column.values[position] = Math.max(0, index);
      break;
    }
    case 'counts':
      putCounts(fact, column, bounds, position, value);
      break;
    case 'panel': {
      // Values of a panel fact are lists of scores, as the parser checks.
      const scores = ((value ?? []) as PanelScore[]).filter(({ recused }) => recused !== true);
      if (scores.length > column.width) throw outside(fact, `${scores.length} judges`);
      // All are read before any is written: a refused value changes nothing.
      const scaled = scores.map(({ score }) => integer(fact, bounds, score));
      column.counts[position] = scaled.length;
      for (let judge = 0; judge < column.width; judge += 1) {
        column.scores[position * column.width + judge] = scaled[judge] ?? 0;
      }
      break;
    }
    case 'entries':
      // The batch took the column over when it was bound.
      (column.values as (FactValue | null)[])[position] = value;
      break;
  }
  if (value !== null && column.presence !== null) column.presence[position] = presence.value;
}

function putCounts(
  fact: Fact,
  column: Extract<FactColumn, { kind: 'counts' }>,
  bounds: FactBounds,
  position: number,
  value: FactValue | null,
): void {
  const ids = fact.kind === 'ballots' ? fact.options : fact.kind === 'raters' ? fact.groups : [];
  // Values of ballots and raters are maps, as the parser checks.
  const counts = (value ?? {}) as Readonly<Record<string, string>>;
  const scaled = ids.map(({ id }, part) => {
    const own = Object.prototype.hasOwnProperty.call(counts, id) ? counts[id] : undefined;
    const isFixed = (column.given[part] ?? null) === null;
    if (own === undefined && isFixed && value !== null && fact.kind === 'raters') throw outside(fact, id);
    return own === undefined ? null : integer(fact, bounds, own);
  });
  scaled.forEach((own, part) => {
    column.parts[part]![position] = own ?? 0;
    const given = column.given[part] ?? null;
    if (given !== null) given[position] = own === null ? 0 : 1;
  });
}

function integer(fact: Fact, { decimals, low, high }: FactBounds, value: FactValue): number {
  const scaled = scaledInteger(String(value), decimals);
  if (!(scaled >= low && scaled <= high)) throw outside(fact, String(value));
  return scaled;
}

const outside = ({ id }: Fact, value: string) =>
  new RangeError(
    `The schema of this batch has no room for ${value} as "${id}". Make a schema of facts that hold such a value and bind again.`,
  );
