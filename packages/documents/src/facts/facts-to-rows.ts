import { canonicalJson, type Fact, type FactEntry, type FactsDocument, type RuleBook } from '@heng/rules';
import { writeCell } from './cell-value.js';
import { factHeading, headings, type Side } from './facts-layout.js';
import { unitTypeNames } from './unit-type-names.js';

export type FactsRows = { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A facts document as one row a unit; a fact takes one column, or two where declared and verified values differ. */
export function factsToRows({ units }: FactsDocument, book: RuleBook): FactsRows {
  const attributes = [...new Set(units.flatMap((unit) => Object.keys(unit.attributes ?? {})))].sort();
  const columns = book.facts.flatMap((fact): { readonly fact: Fact; readonly side: Side }[] =>
    units.every((unit) => isAlike(unit.facts[fact.id]))
      ? [{ fact, side: 'both' }]
      : [
          { fact, side: 'declared' },
          { fact, side: 'verified' },
        ],
  );
  return {
    heads: [
      headings.code,
      headings.name,
      headings.type,
      headings.parent,
      ...attributes.map((attribute) => `${headings.attribute}${attribute}`),
      ...columns.map(({ fact, side }) => factHeading(fact, side)),
    ],
    rows: units.map((unit) => [
      unit.code,
      unit.name,
      unitTypeNames[unit.type] ?? unit.type,
      unit.parent ?? '',
      ...attributes.map((attribute) => unit.attributes?.[attribute] ?? ''),
      ...columns.map(({ fact, side }) => cellOf(fact, unit.facts[fact.id], side)),
    ]),
  };
}

const isAlike = (entry: FactEntry | undefined): boolean =>
  canonicalJson(entry?.declared ?? null) === canonicalJson(entry?.verified ?? null);

function cellOf(fact: Fact, entry: FactEntry | undefined, side: Side): string {
  if (entry?.notApplicable !== undefined) return `不涉及：${entry.notApplicable}`;
  const value = (side === 'declared' ? entry?.declared : entry?.verified) ?? null;
  return value === null ? '' : writeCell(fact, value);
}
