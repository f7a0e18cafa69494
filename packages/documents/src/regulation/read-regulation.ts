import type { DocumentProblem } from '../document-problem.js';
import { openArchive } from '../workbook/open-archive.js';
import { buildRegulation } from './build-regulation.js';
import { archiveWithoutRules, brokenDocument, fileKind } from './file-problems.js';
import { readWorkbook } from './read-workbook.js';
import type { Regulation } from './regulation.js';
import { readDocument } from './word/read-document.js';

export type ReadRegulation =
  | { readonly ok: true; readonly regulation: Regulation }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * Reads an ordinary 细则, a table in an .xlsx workbook or a .docx document or numbered paragraphs in the latter, as plain data
 * with the place of every part. What could not be used is told with its reason; a file that is no rules at all is refused.
 */
export async function readRegulation(bytes: Uint8Array, fileName: string): Promise<ReadRegulation> {
  const kind = fileKind(bytes, fileName);
  if (kind !== 'archive') return { ok: false, problems: [kind] };
  const archive = await openArchive(bytes);
  if (!archive.ok) return { ok: false, problems: [saidOf(fileName, archive.problem)] };
  const holds = (folder: string): boolean => archive.files.some(({ name }) => name.startsWith(folder));
  if (!holds('xl/') && !holds('word/')) return { ok: false, problems: [archiveWithoutRules()] };
  const reading = holds('xl/') ? readWorkbook(archive.files) : readDocument(archive.files);
  if (!reading.ok) return reading;
  return buildRegulation(reading, fileName);
}

/** The archive's reader speaks of workbooks; of a Word document the same is said in its own words. */
function saidOf(fileName: string, problem: DocumentProblem): DocumentProblem {
  if (!/\.docx$/i.test(fileName)) return problem;
  if (problem.code === 'NOT_A_WORKBOOK') return brokenDocument();
  const said = ({ zh, en }: DocumentProblem['message']) => ({
    zh: zh
      .replaceAll('工作簿', '文档')
      .replaceAll('单元格', '内容')
      .replaceAll('.xlsx', '.docx')
      .replaceAll('Excel', 'Word'),
    en: en
      .replaceAll('workbook', 'document')
      .replaceAll('cells', 'parts')
      .replaceAll('.xlsx', '.docx')
      .replaceAll('Excel', 'Word'),
  });
  return { ...problem, message: said(problem.message), fix: said(problem.fix) };
}
