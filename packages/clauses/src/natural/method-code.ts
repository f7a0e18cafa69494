/** Codes of the catalogue of scoring methods: M01–M58 score an item, C1–C13 compose and close. */
export type MethodCode = `M${string}` | `C${string}`;

/** Methods that a reader may take for each other without harm: the same shape with other numbers. */
const families: Readonly<Record<string, readonly string[]>> = {
  pass: ['M01', 'M02', 'M27'],
  checklist: ['M03', 'M12'],
  ratio: ['M04', 'M05', 'M06', 'M07', 'M08', 'M14', 'M57'],
  tier: ['M13', 'M15', 'M16', 'M17'],
  'per-unit': ['M10', 'M11', 'M35'],
  deduct: ['M21', 'M22', 'M24', 'M25', 'M26', 'M28', 'M30', 'M31'],
  gap: ['M09', 'M18', 'M23', 'M29', 'M47'],
  bonus: ['M32', 'M33', 'M34', 'M36', 'M37', 'M38', 'M39'],
  rank: ['M40', 'M41', 'M42', 'M43', 'M48'],
  relative: ['M44', 'M45', 'M46'],
  adapt: ['M19', 'M20', 'M49', 'M50', 'M51'],
  judged: ['M52', 'M53', 'M54', 'M55', 'M56', 'M58'],
};

const familyOfCode = new Map(
  Object.entries(families).flatMap(([family, codes]) => codes.map((code) => [code, family] as const)),
);

/** The family of a method; every C code belongs to `compose`. */
export const familyOf = (code: string): string => familyOfCode.get(code) ?? 'compose';
