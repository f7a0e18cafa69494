import { documentProblem, nowhere, type DocumentProblem } from '../document-problem.js';
import { inputLimits } from '../input-limits.js';

/** What a file is, going by its first bytes and its name; the bytes decide where they can. */
export type FileKind = 'archive' | DocumentProblem;

/** An archive goes on to be opened; everything else is refused with what to do instead. */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (bytes.byteLength === 0) return emptyFile();
  if (bytes.byteLength > inputLimits.fileBytes) return fileTooLarge();
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'archive';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return oldContainer(bytes, extension);
  if (bytes[0] === 0x25 && bytes[1] === 0x50) return pdfFile();
  if (extension === 'et' || extension === 'wps') return wpsFile(extension);
  return unknownFile();
}

/** `D0 CF 11 E0` holds old Office and WPS files, and new ones that have a password. */
function oldContainer(bytes: Uint8Array, extension: string): DocumentProblem {
  if (holds(bytes, 'EncryptedPackage')) return passwordFile();
  if (extension === 'et' || extension === 'wps') return wpsFile(extension);
  const isWord = extension === 'doc' || (extension !== 'xls' && holds(bytes, 'WordDocument'));
  return isWord ? oldWord() : oldExcel();
}

/** Names in the old container are UTF-16. */
const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

const emptyFile = (): DocumentProblem =>
  documentProblem(
    'EMPTY_FILE',
    nowhere,
    ['文件是空的（0 字节）。', 'The file is empty (0 bytes).'],
    ['请重新保存或重新上传这份细则。', 'Save it again, or upload it once more.'],
  );

const fileTooLarge = (): DocumentProblem =>
  documentProblem(
    'FILE_TOO_LARGE',
    nowhere,
    [
      `文件超过 ${inputLimits.fileBytes / 1_000_000} MB。`,
      `The file is larger than ${inputLimits.fileBytes / 1_000_000} MB.`,
    ],
    ['请删去图片和无关的内容再导入。', 'Remove pictures and what is not needed.'],
  );

const passwordFile = (): DocumentProblem =>
  documentProblem(
    'ENCRYPTED',
    nowhere,
    ['文件加了打开密码，无法读取。', 'The file has a password and cannot be read.'],
    [
      '请在 Word、Excel 或 WPS 中去掉密码，保存后再导入。',
      'Remove the password in Word, Excel or WPS, and save it.',
    ],
  );

const oldWord = (): DocumentProblem =>
  documentProblem(
    'OLD_WORD',
    nowhere,
    ['这是旧格式的 Word 文档（.doc）。', 'This is a Word document of the old format (.doc).'],
    ['请在 Word 或 WPS 中另存为 .docx，再导入。', 'Save it as .docx in Word or WPS.'],
  );

const oldExcel = (): DocumentProblem =>
  documentProblem(
    'OLD_EXCEL',
    nowhere,
    ['这是旧格式的 Excel 工作簿（.xls）。', 'This is an Excel workbook of the old format (.xls).'],
    ['请在 Excel 或 WPS 中另存为 .xlsx，再导入。', 'Save it as .xlsx in Excel or WPS.'],
  );

const wpsFile = (extension: string): DocumentProblem =>
  documentProblem(
    'WPS_FILE',
    nowhere,
    [`这是 WPS 自有格式（.${extension}）。`, `This is a file of WPS’s own format (.${extension}).`],
    extension === 'et'
      ? ['请在 WPS 表格中另存为 .xlsx，再导入。', 'Save it as .xlsx in WPS Spreadsheets.']
      : ['请在 WPS 文字中另存为 .docx，再导入。', 'Save it as .docx in WPS Writer.'],
  );

const pdfFile = (): DocumentProblem =>
  documentProblem(
    'PDF',
    nowhere,
    [
      '这是 PDF，表格的格子已经丢失，不能照着读。',
      'This is a PDF; its cells are lost and cannot be read reliably.',
    ],
    ['请导入原来的 Word 或 Excel 文件。', 'Import the Word or Excel file it was made from.'],
  );

const unknownFile = (): DocumentProblem =>
  documentProblem(
    'UNKNOWN_FILE',
    nowhere,
    ['这不是 .xlsx 工作簿，也不是 .docx 文档。', 'This is neither an .xlsx workbook nor a .docx document.'],
    ['请导入 Excel（.xlsx）或 Word（.docx）的细则。', 'Import the rules as Excel (.xlsx) or Word (.docx).'],
  );

export const archiveWithoutRules = (): DocumentProblem =>
  documentProblem(
    'UNKNOWN_FILE',
    nowhere,
    [
      '这个压缩包里没有工作簿，也没有 Word 文档。',
      'This archive holds neither a workbook nor a Word document.',
    ],
    ['请先解压，再导入其中的 .xlsx 或 .docx。', 'Unpack it and import the .xlsx or .docx inside.'],
  );

export const brokenDocument = (): DocumentProblem =>
  documentProblem(
    'NOT_A_DOCUMENT',
    nowhere,
    ['这不是完好的 .docx 文档。', 'This is no sound .docx document.'],
    [
      '请在 Word 或 WPS 中打开，另存为新的 .docx 文件。',
      'Open it in Word or WPS and save it as a new .docx file.',
    ],
  );

export const tooMuch = (what: readonly [string, string], most: number): DocumentProblem =>
  documentProblem(
    'TOO_LARGE_FOR_RULES',
    nowhere,
    [
      `${what[0]}超过 ${most}，不像一份细则。`,
      `More than ${most} ${what[1]}; this does not look like rules.`,
    ],
    ['请只保留细则本身，另存后再导入。', 'Keep the rules alone, save them and import that.'],
  );

export const notARegulation = (): DocumentProblem =>
  documentProblem(
    'NOT_A_REGULATION',
    nowhere,
    [
      '没有找到细则：既没有带“考核内容、分值、评分标准”一类列标题的表格，也没有逐条写明分值的条文。',
      'No rules were found: neither a table with headings such as 考核内容, 分值, 评分标准, nor numbered items with their points.',
    ],
    [
      '请确认选对了文件；表格请保留列标题一行，条文请在每条后写明“（N分）”。',
      'Check that this is the right file. Keep the row of headings of the table, or write “（N分）” at each item.',
    ],
  );

export const noRows = (): DocumentProblem =>
  documentProblem(
    'NO_ROWS',
    nowhere,
    [
      '找到了细则的列标题，下面却没有任何考核项目。',
      'The headings of the rules are there, but no item stands below them.',
    ],
    ['请填入考核项目，或导入填好的细则。', 'Enter the items, or import the completed rules.'],
  );
