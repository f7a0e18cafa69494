import { extname } from 'node:path';
import { refused } from '../console/refusal.js';

/** @throws Refusal when a file is not named as a workbook */
export function workbookName(file: string): void {
  if (extname(file).toLowerCase() === '.xlsx') return;
  throw refused(
    file,
    ['这里要的是 .xlsx 文件。', 'A file named .xlsx is needed here.'],
    [
      '请把文件名写成以 .xlsx 结尾（.xls 请先另存为 .xlsx）。',
      'Let the name end in .xlsx (save .xls as .xlsx first).',
    ],
    2,
  );
}
