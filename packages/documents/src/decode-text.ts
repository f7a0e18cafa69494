import { documentProblem, nowhere, type DocumentProblem } from './document-problem.js';

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * Bytes of a text file as text: UTF-8 with or without its mark, UTF-16 with its mark ("Unicode text" of Excel), else GB18030,
 * as Chinese Excel and WPS save CSV. A file that is none of these is refused rather than shown with wrong characters.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== null && !text.includes('\u0000')) return { ok: true, text };
  }
  return {
    ok: false,
    problems: [
      documentProblem(
        'NOT_TEXT',
        nowhere,
        ['这不是 UTF-8 或 GB18030 编码的文本文件。', 'This is no text file in UTF-8 or GB18030.'],
        [
          '请在 Excel 或 WPS 中另存为“CSV UTF-8”，或直接使用 .xlsx。',
          'Save it as "CSV UTF-8" in Excel or WPS, or use the .xlsx itself.',
        ],
      ),
    ],
  };
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Bytes that do not belong to this encoding; the next one is tried.
    return null;
  }
}
