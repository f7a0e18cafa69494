import { z } from 'zod';
import { DecimalText, Id, Text } from '../format/primitives.js';
import { catalogueCodes } from './catalogue-codes.js';

/** Parts of a rule book as JSON; {@link exampleBook} completes them and `parseRuleBook` judges them. */
const Json = z.record(z.string(), z.unknown());

/**
 * The parts of a rule book that an example is about. `indicators` stand in one section of the given `role` (absent: base) unless
 * `sections` say otherwise. Everything else is a key of the rule book as the format has it.
 */
export const ExampleBook = z.looseObject({
  facts: z.array(Json).min(1),
  role: z.enum(['base', 'bonus', 'deduction', 'derived']).optional(),
  indicators: z.array(Json).optional(),
  sections: z.array(Json).optional(),
});
export type ExampleBook = z.infer<typeof ExampleBook>;

/** What differs from the entry's book: `indicators` as an object changes some by id, as a list replaces them all; `add` puts more after them. */
export const BookChange = z.looseObject({
  facts: z.array(Json).optional(),
  role: z.enum(['base', 'bonus', 'deduction', 'derived']).optional(),
  indicators: z.union([z.array(Json), z.record(Id, Json)]).optional(),
  add: z.array(Json).optional(),
  sections: z.array(Json).optional(),
});
export type BookChange = z.infer<typeof BookChange>;

/** A unit in the short form of facts documents; `type` and `name` are filled in. */
export const ExampleUnit = z.strictObject({
  code: z.string(),
  type: z.string().optional(),
  parent: z.string().optional(),
  attributes: z.record(Id, z.string()).optional(),
  facts: z.record(Id, z.unknown()),
});
export type ExampleUnit = z.infer<typeof ExampleUnit>;

/** Exact text, worked out by hand. An indicator that is scored is told by its points alone. */
const ExpectedIndicator = z.union([
  z.string(),
  z.strictObject({ state: z.string(), points: z.string().nullable(), reason: z.string().optional() }),
]);
export type ExpectedIndicator = z.infer<typeof ExpectedIndicator>;

/** What is expected of one unit; what is not mentioned is not looked at. */
export const ExpectedUnit = z.strictObject({
  indicators: z.record(Id, ExpectedIndicator).optional(),
  sections: z.record(Id, z.string().nullable()).optional(),
  total: z.string().optional(),
  soFar: z.string().optional(),
  rank: z.number().int().nullable().optional(),
  tied: z.boolean().optional(),
  cohort: z.string().optional(),
  grade: z.string().nullable().optional(),
  vetoes: z.array(z.string()).optional(),
  noAward: z.boolean().optional(),
});
export type ExpectedUnit = z.infer<typeof ExpectedUnit>;

/** What an example shows: the worked example of the sources, another reading of them, or an edge. */
export const Edge = z.enum([
  'worked',
  'reading',
  'boundary',
  'cap',
  'floor',
  'zero',
  'missing',
  'not-applicable',
  'tie',
  'rounding',
  'other',
]);
export type Edge = z.infer<typeof Edge>;

export const CatalogueExample = z.strictObject({
  edge: Edge,
  title: Text,
  /** What is exact, rounded or assumed in the printed figures. */
  note: Text.optional(),
  change: BookChange.optional(),
  units: z.array(ExampleUnit).min(1),
  /** Last year's facts. */
  previous: z.array(ExampleUnit).optional(),
  /** Other assessments whose results become facts here (`from`), by the id of their book. */
  results: z.array(z.strictObject({ id: Id, book: ExampleBook, units: z.array(ExampleUnit) })).optional(),
  expected: z.record(z.string(), ExpectedUnit),
  /** Codes of the named problems of the whole assessment. */
  problems: z.array(z.string()).optional(),
  /** Codes with which the book or its facts are refused instead. */
  refused: z.array(z.string()).optional(),
});
export type CatalogueExample = z.infer<typeof CatalogueExample>;

/**
 * The picture of an entry, computed by the engine. `line` and `dots` run one number fact of the worked example's first unit over a range;
 * `cases` are single facts of that unit side by side; `units` are the units of an example; `policies` are the worked example and its other readings.
 */
export const CatalogueChart = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['line', 'dots']),
    fact: Id,
    /** The indicator whose points are drawn, or `total`. Absent: `I`. */
    of: z.string().optional(),
    from: DecimalText,
    to: DecimalText,
    steps: z.number().int().min(1).max(200),
    axis: Text,
    /** Other facts of the unit, and last year's. */
    with: z.record(Id, z.unknown()).optional(),
    previous: z.record(Id, z.unknown()).optional(),
  }),
  z.strictObject({
    kind: z.literal('cases'),
    of: z.string().optional(),
    cases: z.array(z.strictObject({ label: Text, facts: z.record(Id, z.unknown()) })).min(1),
  }),
  z.strictObject({
    kind: z.literal('units'),
    of: z.string().optional(),
    example: z.number().int().optional(),
    axis: Text,
  }),
  z.strictObject({ kind: z.literal('policies'), of: z.string().optional(), axis: Text }),
]);
export type CatalogueChart = z.infer<typeof CatalogueChart>;

/** One entry of the catalogue of scoring methods, as it stands in `cases/catalogue/`. */
export const CatalogueEntry = z.strictObject({
  code: z
    .string()
    .refine((code) => catalogueCodes.includes(code), 'a code of the catalogue, M01–M58 or C1–C13'),
  family: z.enum(['absolute', 'deduction', 'bonus', 'relative', 'review', 'composition']),
  name: Text,
  formula: Text,
  /** What the sources leave open and the author of a book must choose. */
  choices: Text,
  /** Documents of the study of public rule books (A1–A20 of women's federations, B1–B36 comparable), `software` or common `practice`. */
  sources: z.array(z.string().regex(/^([AB]\d{1,2}|software|practice)$/)).min(1),
  book: ExampleBook,
  chart: CatalogueChart,
  examples: z.array(CatalogueExample).min(1),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
