import type { Text } from '@heng/rules';

/** A place a clerk can find: the sheet, the row and column as Excel counts them, and the heading above. Null is "the whole". */
export type Place = {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly heading: string | null;
};

/** One thing that keeps a document from being read: where, why, and what to do about it. */
export type DocumentProblem = {
  readonly code: string;
  readonly place: Place;
  readonly message: Text;
  readonly fix: Text;
};

export const nowhere: Place = { sheet: null, row: null, column: null, heading: null };

export const documentProblem = (
  code: string,
  place: Place,
  message: readonly [zh: string, en: string],
  fix: readonly [zh: string, en: string],
): DocumentProblem => ({
  code,
  place,
  message: { zh: message[0], en: message[1] },
  fix: { zh: fix[0], en: fix[1] },
});

/** A place as spreadsheets name it, with the heading: `数据!C7 已建妇联的村数`. Empty for the whole document. */
export function cellName({ sheet, row, column, heading }: Place): string {
  const cell = row === null ? '' : column === null ? `${row}:${row}` : `${columnLetters(column)}${row}`;
  const address = sheet === null ? cell : cell === '' ? sheet : `${sheet}!${cell}`;
  return [address, heading ?? ''].filter((part) => part !== '').join(' ');
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let [rest, letters] = [column, ''];
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** Cut so that a hostile or pasted-over cell cannot flood the message. */
export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** More than anybody corrects in one sitting. */
export const mostProblems = 200;

/** The first problems, with a last one that says how many were left out. */
export function firstProblems(problems: readonly DocumentProblem[]): readonly DocumentProblem[] {
  const rest = problems.length - mostProblems;
  if (rest <= 0) return problems;
  return [
    ...problems.slice(0, mostProblems),
    documentProblem(
      'MORE_PROBLEMS',
      nowhere,
      [`另有 ${rest} 处问题未列出。`, `Problems not listed: ${rest} more.`],
      ['请先改正已列出的，再导入一次。', 'Correct those listed first, then read the file again.'],
    ),
  ];
}
