import { canonicalJson, type Fact, type FactEntry, type FactsDocument, type RuleBook } from '@heng/rules';
import { writeCell } from './cell-value.js';
import { factHeading, headings, type Side } from './facts-layout.js';
import { unitTypeNames } from './unit-type-names.js';

export type FactsRows = {
  /** Over the heads: label and day of the figures. */
  readonly about: readonly (readonly string[])[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A facts document as one row a unit; a fact takes one column, or two where declared and verified values differ. */
export function factsToRows({ units, label, asOf }: FactsDocument, book: RuleBook): FactsRows {
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
    about: [...(label ? [['#标签', label.zh, label.en]] : []), ...(asOf ? [['#截至日期', asOf]] : [])],
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
  entry?.notApplicable === undefined
    ? canonicalJson(entry?.declared ?? null) === canonicalJson(entry?.verified ?? null)
    : (entry.declared ?? null) === null;

function cellOf(fact: Fact, entry: FactEntry | undefined, side: Side): string {
  // What was declared before the scorer found it not applicable stays.
  if (entry?.notApplicable !== undefined && (side !== 'declared' || (entry.declared ?? null) === null))
    return `不涉及：${entry.notApplicable}`;
  const value = (side === 'declared' ? entry?.declared : entry?.verified) ?? null;
  return value === null ? '' : writeCell(fact, value);
}
