import { parseFacts, type AssessedUnit, type Fact, type RuleBook } from '@heng/rules';
import { complaintOf } from '../commands/book-input.js';
import { Refusal, refused } from '../console/refusal.js';
import { cellOf, filledIn, withoutSigns } from './cells.js';
import type { Row } from './csv-rows.js';
import type { FactColumn, TableAssessment } from './truth-table.js';

/** A unit of a published table with all rows that make it. */
export type TableUnit = { readonly code: string; readonly rows: readonly [Row, ...Row[]] };

export type TableUnits = {
  readonly assessed: readonly AssessedUnit[];
  readonly inTable: readonly TableUnit[];
};

/**
 * Rows as units under a book; rows with the same code make one unit. The facts pass the same door as any facts.
 * Values are verified only: published inputs are nobody's own declaration.
 * @throws Refusal for a column that is not there, a fact given twice, and whatever the door refuses
 */
export function unitsOfRows(
  rows: readonly Row[],
  { unit, facts, data }: Pick<TableAssessment, 'unit' | 'facts' | 'data'>,
  book: RuleBook,
): TableUnits {
  const byCode = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const code = filledIn(unit.code, row, data);
    const before = byCode.get(code);
    if (before === undefined) byCode.set(code, [row]);
    else before.push(row);
  }
  const kinds = new Map(book.facts.map((fact) => [fact.id, fact]));
  const units = [...byCode].map(([code, own]) => ({
    code,
    name: unit.name === undefined ? code : filledIn(unit.name, own[0], data),
    type: unit.type === undefined ? book.unitTypes[0] : filledIn(unit.type, own[0], data),
    ...(unit.parent === undefined ? {} : { parent: filledIn(unit.parent, own[0], data) }),
    ...(unit.attributes === undefined
      ? {}
      : {
          attributes: Object.fromEntries(
            Object.entries(unit.attributes).map(([id, pattern]) => [id, filledIn(pattern, own[0], data)]),
          ),
        }),
    facts: factsOf(own, facts, kinds, data),
  }));
  const read = parseFacts({ format: 'heng-facts/1', units }, book);
  if (!read.ok) throw new Refusal(read.problems.map((problem) => complaintOf(problem, data)));
  const inTable = [...byCode].map(([code, own]) => ({ code, rows: own }));
  return { assessed: read.document.units, inTable };
}

type Entry = { readonly verified: unknown } | { readonly notApplicable: string };

function factsOf(
  rows: readonly Row[],
  columns: readonly FactColumn[],
  kinds: ReadonlyMap<string, Fact>,
  file: string,
): Record<string, Entry> {
  const facts = new Map<string, Entry>();
  for (const row of rows) {
    for (const column of columns) {
      const rule = typeof column === 'string' ? { fact: column } : column;
      const id = filledIn(rule.fact, row, file);
      const entry = entryOf(row, { ...rule, fact: id }, kinds.get(id), file);
      const before = facts.get(id);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(entry))
        throw givenTwice(`${file}:${row.line}`, id);
      facts.set(id, entry);
    }
  }
  return Object.fromEntries(facts);
}

type FactRule = Exclude<FactColumn, string>;

function entryOf(row: Row, rule: FactRule, fact: Fact | undefined, file: string): Entry {
  const printed = (column: string) => withoutSigns(cellOf(row, column, file), rule.ignore);
  if (rule.columns !== undefined) return { verified: composed(rule.columns, printed) };
  const text = printed(rule.column ?? rule.fact);
  if (text === '' && rule.empty !== undefined && rule.empty !== 'missing') {
    return 'value' in rule.empty ? { verified: rule.empty.value } : rule.empty;
  }
  if (text === '') return { verified: null };
  const meant = meaningOf(text, rule.values);
  if (meant !== text) return { verified: meant };
  if (fact?.kind === 'panel') return { verified: marks(text.split(rule.separator ?? ' ')) };
  return { verified: text };
}

/** A fact out of several cells: marks of judges in order, or votes and scores by option; empty cells are absent. */
function composed(
  columns: readonly string[] | Readonly<Record<string, string>>,
  printed: (column: string) => string,
) {
  if (Array.isArray(columns)) return marks(columns.map(printed));
  const cells = Object.entries(columns).map(([id, column]) => [id, printed(column)] as const);
  const filled = cells.filter(([, text]) => text !== '');
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

function marks(texts: readonly string[]) {
  const given = texts.map((text, at) => ({ judge: `J${at + 1}`, score: text.trim() }));
  const filled = given.filter(({ score }) => score !== '');
  return filled.length === 0 ? null : filled;
}

/** What a printed text stands for: itself, unless the table says otherwise. */
export const meaningOf = <T>(text: string, values: Readonly<Record<string, T>> = {}): T | string =>
  // What is listed is there: null is one of its meanings.
  Object.hasOwn(values, text) ? (values[text] as T) : text;

const givenTwice = (place: string, id: string) =>
  refused(
    place,
    [`同一单位的“${id}”在两行中不同。`, `"${id}" of one unit differs between two rows.`],
    [
      '几行合成一个单位时，事实的标识要带上区分各行的列，如 marks-{dive}。',
      'Where several rows make a unit, put the column that tells them apart into the id, as in marks-{dive}.',
    ],
  );
