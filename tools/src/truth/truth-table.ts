import { DecimalText, Id, Rounding, Text } from '@heng/rules';
import { z } from 'zod';

/** A name out of a row's cells: `{iso3}` is the cell of that column, everything else stands as written. */
const Pattern = z.string().min(1);

/** Which rows: for each column the texts its cell may be. */
const Rows = z.record(z.string(), z.array(z.string()).min(1));

/** What an empty cell says of its fact: nothing is known, there is no such business, or this text. */
const EmptyCell = z.union([
  z.literal('missing'),
  z.strictObject({ notApplicable: z.string().min(1) }),
  z.strictObject({ value: z.string().min(1) }),
]);

/**
 * How cells become a fact. A bare text is a column called as the fact is. In a long table, where several rows make one unit, the
 * fact's name holds the column that tells the rows apart (`marks-{dive}`).
 */
export const FactColumn = z.union([
  z.string().min(1),
  z.strictObject({
    fact: Pattern,
    /** Absent: the column called as the fact is. */
    column: z.string().optional(),
    /** For a panel one column for each judge; for ballots and rater groups the column of each option or group. */
    columns: z.union([z.array(z.string()).min(1), z.record(Id, z.string())]).optional(),
    /** Between the judges' marks of a panel in one cell; absent: a space. */
    separator: z.string().min(1).optional(),
    /** Characters of the print that are no part of the value: thousands commas, a percent sign. */
    ignore: z.string().min(1).optional(),
    /** What words mean, `{"yes": true, "n/a": null}`; null is no value, and a text that is not listed stands for itself. */
    values: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).optional(),
    empty: EmptyCell.optional(),
  }),
]);
export type FactColumn = z.infer<typeof FactColumn>;

/** A figure of a unit's result. */
export const Figure = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('total') }),
  z.strictObject({ of: z.literal('so-far') }),
  z.strictObject({ of: z.literal('rank') }),
  z.strictObject({ of: z.literal('cohort-size') }),
  z.strictObject({ of: z.literal('grade') }),
  z.strictObject({ of: z.literal('indicator'), indicator: Id }),
  z.strictObject({ of: z.literal('section'), section: Id }),
]);
export type Figure = z.infer<typeof Figure>;

const Expected = z.strictObject({ matched: z.number().int().min(0), of: z.number().int().min(1) });

/** One published column beside one figure of the results. Without rounding or tolerance both must be the same number. */
export const Check = z.strictObject({
  id: Id,
  title: Text,
  column: z.string(),
  result: Figure,
  /** How the source rounds before it prints, where the book itself does not round. */
  rounding: Rounding.optional(),
  /** By how much the two may differ. */
  tolerance: DecimalText.optional(),
  /** For ranks: units whose cell of this column is the same may stand in either order. */
  eitherOrderIn: z.string().optional(),
  /** Characters of the print that are no part of the value: `=` beside a shared rank. */
  ignore: z.string().min(1).optional(),
  /** What words mean: the id of a grade, or a number; a text that is not listed stands for itself. */
  values: z.record(z.string(), z.string()).optional(),
  /** `filled` (absent): what is printed must be found. `empty`: where nothing is printed there must be no number either. */
  cells: z.enum(['filled', 'empty']).optional(),
  /** False: told beside the table's figure, and not in it. */
  counted: z.boolean().optional(),
  expected: Expected,
});
export type Check = z.infer<typeof Check>;

/** One book over the rows of one file. */
export const TableAssessment = z.strictObject({
  book: z.string().min(1),
  data: z.string().min(1),
  /** Absent: a comma. */
  separator: z.string().length(1).optional(),
  where: Rows.optional(),
  /** Each value of these columns is an assessment of its own: a year, an event. */
  split: z.array(z.string()).min(1).optional(),
  unit: z.strictObject({
    code: Pattern,
    /** Absent: the code. */
    name: Pattern.optional(),
    /** Absent: the book's first unit type. */
    type: Pattern.optional(),
    parent: Pattern.optional(),
    attributes: z.record(Id, Pattern).optional(),
  }),
  facts: z.array(FactColumn).min(1),
  /** The rows of the period before, for measures that compare years: of the same file unless another is named, read the same way. */
  previous: z.strictObject({ data: z.string().min(1).optional(), where: Rows.optional() }).optional(),
  checks: z.array(Check),
});
export type TableAssessment = z.infer<typeof TableAssessment>;

/** A wrong reading of the rules that must be seen to fail: the book with these values at these JSON pointers gives this many matches. */
export const CounterCheck = z.strictObject({
  title: Text,
  /** The file of the book that is changed. */
  book: z.string().min(1),
  change: z.record(z.string().startsWith('/'), z.unknown()),
  /** Only these rows: a part of a long table is enough to see the difference. */
  where: Rows.optional(),
  check: Id,
  expected: Expected,
});
export type CounterCheck = z.infer<typeof CounterCheck>;

/**
 * A published table and how Heng is to reproduce it. Assessments run in order: a book whose facts come from earlier results
 * (`from`) sees those of the assessments before it in the same split.
 */
export const TruthTable = z.strictObject({
  format: z.literal('heng-truth/1'),
  id: z.string().min(1),
  title: Text,
  assessments: z.array(TableAssessment).min(1),
  counterChecks: z.array(CounterCheck).optional(),
});
export type TruthTable = z.infer<typeof TruthTable>;
