import { Rational } from '../exact/rational.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { AssessedUnit, FactEntry } from '../format/facts-document.js';
import { presence, type FactColumn, type FactColumns, type UnitHead } from './columns.js';

/** One unit as the exact evaluator reads it: both sides hold the value that counts in this run. */
export function unitFromColumns(
  head: UnitHead,
  facts: readonly Fact[],
  { columns, because }: FactColumns,
  position: number,
): AssessedUnit {
  const entries = facts.flatMap((fact): [string, FactEntry][] => {
    const column = columns.get(fact.id);
    const state = column?.presence?.[position] ?? presence.value;
    if (column === undefined || state === presence.absent) return [];
    if (state === presence.notApplicable) {
      return [[fact.id, { notApplicable: because.get(`${fact.id} ${position}`) ?? '—' }]];
    }
    const value = valueAt(fact, column, position);
    return value === null ? [] : [[fact.id, { declared: value, verified: value }]];
  });
  return { ...head, facts: Object.fromEntries(entries) };
}

/** A fact's value as a facts document has it. */
export function valueAt(fact: Fact, column: FactColumn, at: number): FactValue | null {
  switch (column.kind) {
    case 'number':
      return decimalText(column.values[at], column.decimals);
    case 'boolean':
      return column.values[at] === 1;
    case 'choice':
      return (fact.kind === 'choice' ? fact.options[column.values[at] ?? 0]?.id : undefined) ?? null;
    case 'counts': {
      const ids = (fact.kind === 'ballots' ? fact.options : fact.kind === 'raters' ? fact.groups : []).map(
        ({ id }) => id,
      );
      return Object.fromEntries(
        ids.flatMap((id, part) =>
          column.given[part]?.[at] === 0
            ? []
            : [[id, decimalText(column.parts[part]?.[at], column.decimals)] as const],
        ),
      );
    }
    case 'panel':
      return Array.from({ length: column.counts[at] ?? 0 }, (_, judge) => ({
        judge: String(judge + 1),
        score: decimalText(column.scores[at * column.width + judge], column.decimals),
      }));
    case 'entries':
      return column.values[at] ?? null;
  }
}

/** A scaled integer as the decimal that it stands for. */
export const decimalText = (value: number | undefined, decimals: number): string =>
  Rational.of(BigInt(value ?? 0), 10n ** BigInt(decimals)).toText();
