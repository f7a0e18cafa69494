import { z } from 'zod';
import { RuleBook, Text } from '@heng/rules';

const Place = z.object({
  sheet: z.string().nullable(),
  /** Counted from 1, as spreadsheets do. */
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  heading: z.string().nullable(),
});

/** Where something stands in a workbook or a Word document; `row` of a paragraph counts the paragraphs outside tables. */
export const RegulationPlace = Place.extend({
  kind: z.enum(['sheet', 'table', 'paragraph']),
  table: z.number().int().nullable(),
  /** `考核表!C7`; in Word `T1R7C3` or `P12`. */
  address: z.string(),
});
export type RegulationPlace = z.infer<typeof RegulationPlace>;

export const RegulationRow = z.object({
  number: z.string().nullable(),
  item: z.string(),
  requirement: z.string().nullable(),
  points: z.string().nullable(),
  pointsFrom: z.enum(['cell', 'text']).nullable(),
  standard: z.string().nullable(),
  department: z.string().nullable(),
  evidence: z.string().nullable(),
  remark: z.string().nullable(),
  place: RegulationPlace,
});
export type RegulationRow = z.infer<typeof RegulationRow>;

const sectionFields = {
  number: z.string().nullable(),
  title: z.string(),
  named: z.boolean(),
  points: z.string().nullable(),
  role: z.enum(['base', 'bonus', 'deduction', 'veto']),
  rows: z.array(RegulationRow),
  place: RegulationPlace,
};
export type RegulationSection = {
  readonly [Key in keyof typeof sectionFields]: z.infer<(typeof sectionFields)[Key]>;
} & { readonly sections: readonly RegulationSection[] };
export const RegulationSection: z.ZodType<RegulationSection> = z.lazy(() =>
  z.object({ ...sectionFields, sections: z.array(RegulationSection) }),
);

/** An ordinary 细则 as it stands in the file; clauses are not read here. */
export const Regulation = z.object({
  fileName: z.string(),
  format: z.enum(['xlsx', 'docx']),
  title: z.string().nullable(),
  year: z.number().int().nullable(),
  issuer: z.string().nullable(),
  total: z.object({ points: z.string(), text: z.string(), place: RegulationPlace }).nullable(),
  sections: z.array(RegulationSection),
  notes: z.array(z.object({ text: z.string(), place: RegulationPlace })),
  findings: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(['mismatch', 'notice']),
      place: RegulationPlace,
      numbers: z.record(z.string(), z.string()),
      message: Text,
      fix: Text,
    }),
  ),
  leftOut: z.array(z.object({ code: z.string(), place: RegulationPlace, text: z.string(), reason: Text })),
});
export type Regulation = z.infer<typeof Regulation>;

/** One thing to know about a workbook of a rule book, at its cell. */
export const WorkbookFinding = z.object({
  severity: z.enum(['error', 'warning', 'advice']),
  code: z.string(),
  place: Place,
  /** `F7`; null when the whole sheet, row or file is meant. */
  cell: z.string().nullable(),
  message: Text,
  fix: Text,
});
export type WorkbookFinding = z.infer<typeof WorkbookFinding>;

/**
 * What a file holds: a workbook of our own layout, which is a rule book or a list of what keeps it from being one, or an ordinary 细则.
 * Nothing is stored. A file that is neither is refused with its reasons.
 */
export const RuleBookReadingResponse = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rule-book'),
    book: RuleBook.nullable(),
    findings: z.array(WorkbookFinding),
    /** The same workbook with every place marked, in base64; null when the book could be read or the file not be marked. */
    corrected: z.string().nullable(),
  }),
  z.object({ kind: z.literal('regulation'), regulation: Regulation }),
]);
export type RuleBookReadingResponse = z.infer<typeof RuleBookReadingResponse>;
