import { readFile, stat, writeFile } from 'node:fs/promises';
import { refused, type Refusal } from './refusal.js';

/** More than a nation's facts in one file would be; reading it would only fill the memory. */
const mostMegabytes = 512;

/** The bytes of a file that a person named. @throws Refusal when it cannot be read */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > mostMegabytes * 1_048_576) throw tooLarge(file);
    return await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The text of a file in UTF-8. @throws Refusal */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    // Drops a byte-order mark and refuses what is not UTF-8, rather than reading names that nobody wrote.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused(
      file,
      ['文件不是 UTF-8 编码的文本。', 'The file is not text in UTF-8.'],
      ['请另存为 UTF-8 编码（或用 .xlsx）。', 'Save it as UTF-8 (or use .xlsx).'],
    );
  }
}

/** @throws Refusal when the file cannot be written */
export async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw refused(
      file,
      [`文件写不进去（${codeOf(error)}）。`, `The file cannot be written (${codeOf(error)}).`],
      [
        '请检查文件夹是否存在、是否有写入权限，以及文件是否正被 Excel 或 WPS 打开。',
        'Check that the folder exists and may be written to, and that the file is not open in Excel or WPS.',
      ],
    );
  }
}

function unreadable(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return refused(
      file,
      ['找不到这个文件。', 'There is no such file.'],
      ['请检查路径和文件名。', 'Check the path and the name.'],
    );
  }
  if (code === 'EISDIR') {
    return refused(
      file,
      ['这是文件夹，不是文件。', 'This is a folder, not a file.'],
      ['请写明文件夹里的哪个文件。', 'Name the file in it.'],
    );
  }
  if (code === '') return error;
  return refused(
    file,
    [`文件读不出来（${code}）。`, `The file cannot be read (${code}).`],
    ['请检查读取权限。', 'Check that it may be read.'],
  );
}

const tooLarge = (file: string): Refusal =>
  refused(
    file,
    [`文件超过 ${mostMegabytes} MB。`, `The file is larger than ${mostMegabytes} MB.`],
    ['请分成几份文件。', 'Split it into several files.'],
  );

/** The system's code of a failed file operation, '' for other failures. */
function codeOf(error: unknown): string {
  const isCoded = typeof error === 'object' && error !== null && 'code' in error;
  return isCoded && typeof error.code === 'string' ? error.code : '';
}
