import { optionsOf, type Fact, type Measure, type RuleBook } from '@heng/rules';
import type { z } from 'zod';
import { schemaName, shapeOf, type Variant } from './schema-shape.js';
import { variantPath, wordPath } from './schema-words.js';

type Schema = z.core.$ZodType;

/** What a new part can be filled from. */
export type Starting = {
  readonly book: RuleBook;
  /** The fact whose options the part speaks of. */
  readonly fact: Fact | null;
};

/** By the last step of the place; anything else begins at 0. */
const firstDecimals: Readonly<Record<string, string>> = {
  per: '1',
  weight: '1',
  coefficient: '1',
  minimumSample: '1',
  target: '1',
  capShare: '1',
  upTo: '1',
  whenEqual: '1',
  c: '0.4',
  d: '0.6',
  step: '0.5',
  exponent: '2',
  othersCoefficient: '0.5',
};

/** A value to begin a part with: what must be there, with numbers that make sense and names left to choose. */
export function initialValue(schema: Schema, place: string, starting: Starting): unknown {
  const path = wordPath(schema, place);
  if (schemaName(schema) === 'measure') return blankMeasure;
  if (schemaName(schema) === 'condition') return { kind: 'is-true', fact: '' };
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'decimal':
      return place === 'measure/cohort/share' ? '0.5' : (firstDecimals[lastOf(place)] ?? '0');
    case 'integer':
      return Math.max(shape.least ?? 0, lastOf(place) === 'degree' ? 2 : 1);
    case 'id':
      return '';
    case 'line':
      return '';
    case 'text':
      return { zh: '', en: '' };
    case 'day':
      return lastOf(place) === 'from' ? starting.book.effective.from : starting.book.effective.to;
    case 'boolean':
      return true;
    case 'words':
      return shape.words[0];
    case 'fixed':
      return shape.value;
    case 'lists-by-name':
      return {};
    case 'pair':
      return shape.of.map((each, index) => initialValue(each, `${path}/${index}`, starting));
    case 'list':
      return (
        rowsForFact(path, starting.fact, []) ??
        Array.from({ length: Math.max(1, shape.least) }, () => initialValue(shape.of, path, starting))
      );
    case 'object':
      return Object.fromEntries(
        shape.members
          .filter(({ optional }) => !optional)
          .map(({ key, schema: member }) => [key, initialValue(member, `${path}/${key}`, starting)]),
      );
    case 'variants': {
      const [first] = shape.variants;
      return first === undefined ? null : initialVariant(first, path, starting);
    }
  }
}

export const initialVariant = (variant: Variant, path: string, starting: Starting): unknown =>
  variant.schema === null
    ? variant.value
    : initialValue(variant.schema, variantPath(variant, path), starting);

const blankMeasure: Measure = { kind: 'fact', fact: '' };

/** Lists that have one row for each thing that can be chosen of a fact: the member that names it. */
const rowMembers: Readonly<Record<string, string>> = {
  'choice/worth': 'option',
  'records-worth/worth': 'level',
  'measure/vote-mean/worth': 'option',
  'measure/rater-mean/weights': 'group',
};

/** The rows of such a list for a fact; those of the same name are kept. Null for another list, or without a fact. */
export function rowsForFact(path: string, fact: Fact | null, rows: readonly unknown[]): unknown[] | null {
  const member = rowMembers[path];
  if (member === undefined || fact === null) return null;
  const nameOf = (row: unknown) => (row as Readonly<Record<string, unknown>> | null)?.[member];
  const worth = member === 'group' ? { weight: '1' } : { points: '0' };
  return choicesFor(path, fact).flatMap(({ id }) => {
    const kept = rows.filter((row) => nameOf(row) === id);
    return kept.length > 0 ? kept : [{ [member]: id, ...worth }];
  });
}

/** What can be chosen of a fact at a place: its levels or genres, its groups, the options that are valid votes. */
export function choicesFor(
  place: string,
  fact: Fact,
): { readonly id: string; readonly title: Fact['title'] }[] {
  if (fact.kind === 'records') return [...(/genres?$/.test(place) ? (fact.genres ?? []) : fact.levels)];
  if (fact.kind === 'ballots') return fact.options.filter(({ valid }) => valid !== false);
  return [...optionsOf(fact)];
}

const lastOf = (place: string): string => place.split('/').pop() ?? '';
