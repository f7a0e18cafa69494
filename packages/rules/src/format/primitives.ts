import { z } from 'zod';

/** A decimal number as text, `-12.50`. Never a JSON number: a double would round it before we see it. At most 15 digits before and 20 after the dot. */
export const DecimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,20})?$/, 'a decimal as text, such as "12.5"');
export type DecimalText = z.infer<typeof DecimalText>;

/** An identifier inside one rule book: letters, digits, `-` and `_`, starting with a letter. */
export const Id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'an identifier such as "H01" or "village-count"');
export type Id = z.infer<typeof Id>;

/** A sentence or title. Chinese is the original; English is its translation for the English screen. */
export const Text = z.strictObject({ zh: z.string().min(1).max(2000), en: z.string().min(1).max(4000) });
export type Text = z.infer<typeof Text>;

/** A calendar day, `2026-12-31`. */
export const Day = z.iso.date();

/**
 * How a number is rounded: to `digits` decimals (0..10) or to a multiple of `step`.
 * `half-up` is half away from zero, as Excel ROUND and SQL numeric do; `down` is toward zero; `up` is away from zero.
 */
export const Rounding = z.union([
  z.strictObject({
    mode: z.enum(['half-up', 'half-even', 'down', 'up']),
    digits: z.number().int().min(0).max(10),
  }),
  z.strictObject({ mode: z.enum(['half-up', 'half-even', 'down', 'up']), step: DecimalText }),
]);
export type Rounding = z.infer<typeof Rounding>;

/** The five comparisons; the Chinese words are 达到, 高于, 不超过, 低于, 等于. */
export const Comparison = z.enum(['at-least', 'more-than', 'at-most', 'less-than', 'equal']);
export type Comparison = z.infer<typeof Comparison>;

/** `best`: this many best ones. Else all but the extremes; dropping never leaves nobody. */
export const Selection = z.union([
  z.strictObject({ best: z.number().int().min(1).max(100), better: z.enum(['higher', 'lower']) }),
  z.strictObject({
    dropLowest: z.number().int().min(0).max(100),
    dropHighest: z.number().int().min(0).max(100),
  }),
]);
export type Selection = z.infer<typeof Selection>;
