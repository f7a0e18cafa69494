import { extname } from 'node:path';
import { refused } from './refusal.js';

const kinds = ['.json', '.csv', '.xlsx'] as const;
export type FileKind = (typeof kinds)[number];

/** What kind of file a name stands for, by its ending. @throws Refusal for other endings */
export function fileKind(file: string): FileKind {
  const ending = extname(file).toLowerCase();
  const kind = kinds.find((each) => each === ending);
  if (kind !== undefined) return kind;
  throw refused(
    file,
    [
      ending === '' ? '文件名没有后缀，不知道是哪种格式。' : `不认识“${ending}”格式。`,
      ending === ''
        ? 'The name has no ending, so its format is unknown.'
        : `The format "${ending}" is unknown.`,
    ],
    [
      '请用 .json、.csv 或 .xlsx（.xls 请先另存为 .xlsx）。',
      'Use .json, .csv or .xlsx (save .xls as .xlsx first).',
    ],
  );
}
