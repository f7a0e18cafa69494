import type { ResultsDocument } from '@heng/documents';
import { fileKind } from '../console/file-kind.js';
import { writeOut } from '../console/files.js';

/** How results are written to this file. @throws Refusal at once when its name says no known format */
export function resultsWriter(file: string): (results: ResultsDocument) => Promise<void> {
  const kind = fileKind(file);
  return async (results) => writeOut(file, await contentOf(results, kind));
}

async function contentOf(
  results: ResultsDocument,
  kind: ReturnType<typeof fileKind>,
): Promise<string | Uint8Array> {
  if (kind === '.json') return `${JSON.stringify(results, null, 2)}\n`;
  // Excel is large; printing and JSON do without it.
  const { writeResultsCsv, writeResultsWorkbook } = await import('@heng/documents');
  return kind === '.csv' ? writeResultsCsv(results) : writeResultsWorkbook(results);
}
