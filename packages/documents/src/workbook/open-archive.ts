import yauzl from 'yauzl';
import { documentProblem, nowhere, type DocumentProblem } from '../document-problem.js';
import { inputLimits } from '../input-limits.js';

export type ArchiveFile = { readonly name: string; readonly bytes: Uint8Array };
export type OpenedArchive =
  | { readonly ok: true; readonly files: readonly ArchiveFile[] }
  | { readonly ok: false; readonly problem: DocumentProblem };

/**
 * Unpacks a zip within limits, counting what really comes out: headers lie. Nothing else ever inflates what people send us.
 * Refuses encrypted, nested and strangely named entries, macros and links to other workbooks.
 */
export async function openArchive(bytes: Uint8Array): Promise<OpenedArchive> {
  if (bytes.byteLength > inputLimits.fileBytes) return refused(tooLarge());
  try {
    return { ok: true, files: await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (error instanceof ArchiveRefused) return refused(error.problem);
    return refused(notAWorkbook());
  }
}

const refused = (problem: DocumentProblem): OpenedArchive => ({ ok: false, problem });

class ArchiveRefused extends Error {
  constructor(readonly problem: DocumentProblem) {
    super(problem.code);
  }
}

async function unpack(buffer: Buffer): Promise<ArchiveFile[]> {
  const archive = await opened(buffer);
  if (archive.entryCount > inputLimits.zipEntries) throw new ArchiveRefused(bomb());
  const entries = await listed(archive);
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  checkSize(declared, buffer.length);
  const names = new Set<string>();
  const files: ArchiveFile[] = [];
  let inflated = 0;
  for (const entry of entries) {
    checkEntry(entry, names);
    const content = await inflate(archive, entry, (more) => {
      inflated += more;
      checkSize(inflated, buffer.length);
    });
    files.push({ name: entry.fileName, bytes: content });
  }
  return files;
}

function checkSize(inflated: number, packed: number): void {
  if (inflated > inputLimits.inflatedBytes) throw new ArchiveRefused(bomb());
  if (inflated > inputLimits.ratioFromBytes && inflated > packed * inputLimits.ratio) {
    throw new ArchiveRefused(bomb());
  }
}

function checkEntry(entry: yauzl.Entry, names: Set<string>): void {
  const name = entry.fileName.toLowerCase();
  if (names.has(name) || /\.(zip|xlsx|xlsm|exe|dll)$/.test(name)) throw new ArchiveRefused(notAWorkbook());
  names.add(name);
  if (entry.isEncrypted()) throw new ArchiveRefused(encrypted());
  if (name.endsWith('vbaproject.bin')) throw new ArchiveRefused(macros());
  if (name.startsWith('xl/externallinks/')) throw new ArchiveRefused(externalLinks());
}

const opened = (buffer: Buffer): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: true },
      (error, archive) => (error ? reject(error) : resolve(archive)),
    );
  });

const listed = (archive: yauzl.ZipFile): Promise<yauzl.Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    archive.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      archive.readEntry();
    });
    archive.on('end', () => resolve(entries));
    archive.on('error', reject);
    archive.readEntry();
  });

const inflate = (
  archive: yauzl.ZipFile,
  entry: yauzl.Entry,
  count: (bytes: number) => void,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        try {
          count(chunk.length);
          chunks.push(chunk);
        } catch (refusal) {
          stream.destroy();
          reject(refusal);
        }
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', reject);
    });
  });

const again: readonly [string, string] = [
  '请在 Excel 或 WPS 中打开，另存为新的 .xlsx 文件。',
  'Open it in Excel or WPS and save it as a new .xlsx file.',
];

export const notAWorkbook = (): DocumentProblem =>
  documentProblem(
    'NOT_A_WORKBOOK',
    nowhere,
    ['这不是完好的 .xlsx 工作簿。', 'This is no sound .xlsx workbook.'],
    again,
  );

export const oldWorkbook = (): DocumentProblem =>
  documentProblem(
    'NOT_A_WORKBOOK',
    nowhere,
    ['这是旧格式 .xls 或加了密码的工作簿。', 'This is an old .xls or a workbook with a password.'],
    ['请去掉密码，另存为 .xlsx 文件。', 'Remove the password and save it as .xlsx.'],
  );

const tooLarge = (): DocumentProblem =>
  documentProblem(
    'FILE_TOO_LARGE',
    nowhere,
    [
      `文件超过 ${inputLimits.fileBytes / 1_000_000} MB。`,
      `The file is larger than ${inputLimits.fileBytes / 1_000_000} MB.`,
    ],
    [
      '请删去图片和无关的工作表，或分成几个文件。',
      'Remove pictures and other sheets, or split it into several files.',
    ],
  );

export const bomb = (): DocumentProblem =>
  documentProblem(
    'ARCHIVE_TOO_LARGE',
    nowhere,
    ['工作簿解压后过大，未予读取。', 'The workbook unpacks to too much; it was not read.'],
    [
      '请把需要的单元格复制到新的工作簿再导入。',
      'Copy the cells you need into a new workbook and read that.',
    ],
  );

const encrypted = (): DocumentProblem =>
  documentProblem(
    'ENCRYPTED',
    nowhere,
    ['工作簿加了密码。', 'The workbook has a password.'],
    ['请去掉密码后再导入。', 'Remove the password first.'],
  );

const macros = (): DocumentProblem =>
  documentProblem(
    'MACROS',
    nowhere,
    ['工作簿带有宏，不予读取。', 'The workbook contains macros and is not read.'],
    ['请另存为不带宏的 .xlsx 文件。', 'Save it as .xlsx without macros.'],
  );

const externalLinks = (): DocumentProblem =>
  documentProblem(
    'EXTERNAL_LINKS',
    nowhere,
    [
      '工作簿引用了别的工作簿，数值可能已经过时。',
      'The workbook refers to other workbooks, whose figures may be stale.',
    ],
    ['请复制后“选择性粘贴—数值”，并断开链接。', 'Copy and paste as values, and break the links.'],
  );
