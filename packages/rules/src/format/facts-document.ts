import { z } from 'zod';
import { FactValue } from './fact.js';
import { Id, Text } from './primitives.js';

/**
 * One fact of one unit: what the unit declared (自评) and what the scorer verified (核定). Null or absent is missing.
 * `notApplicable` says the unit has no such business, with a reason.
 */
export const FactEntry = z.strictObject({
  declared: FactValue.nullable().optional(),
  verified: FactValue.nullable().optional(),
  notApplicable: z.string().min(1).max(500).optional(),
});
export type FactEntry = z.infer<typeof FactEntry>;

/** An assessed unit as the engine sees it. `parent` is the code of the body above it, `attributes` feed cohorts and `appliesTo`. */
export const AssessedUnit = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(100),
  type: z.string().min(1),
  parent: z.string().optional(),
  attributes: z.record(Id, z.string()).optional(),
  /** Short form in documents: a bare value is declared and verified alike. The parser turns it into the long form. */
  facts: z.record(Id, FactEntry),
});
export type AssessedUnit = z.infer<typeof AssessedUnit>;

/** The facts of all units under one rule book: input of `heng score`, documented in docs/formats.md. */
export const FactsDocument = z.strictObject({
  format: z.literal('heng-facts/1'),
  /** Label shown wherever these facts are shown, such as 演示数据 with the era of the figures. */
  label: Text.optional(),
  asOf: z.iso.date().optional(),
  units: z.array(AssessedUnit),
});
export type FactsDocument = z.infer<typeof FactsDocument>;
