const numbered = (letter: string, count: number, digits: number): string[] =>
  Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(digits, '0'));

/** The codes of the catalogue of scoring methods: 58 methods M01–M58 and 13 compositions C1–C13. */
export const catalogueCodes: readonly string[] = [...numbered('M', 58, 2), ...numbered('C', 13, 1)];

/** The file of an entry under `cases/catalogue/`: two digits, so that a listing is in order. */
export const catalogueFile = (code: string): string => `${code.replace(/^C(\d)$/, 'C0$1')}.json`;
