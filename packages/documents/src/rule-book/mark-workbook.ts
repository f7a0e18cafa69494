import ExcelJS from 'exceljs';
import { openArchive } from '../workbook/open-archive.js';
import { storedArchive } from '../workbook/read-sheets.js';
import { sheetNames } from './layout/sheets.js';
import type { RuleBookFinding } from './finding.js';
import type { Correction } from './read/reading.js';

const [findingsSheet] = sheetNames.findings;

/** Far above any rule book. The writer keeps every cell as objects: beyond this a marked copy costs more than it helps. */
const mostInflated = 10_000_000;

const fills: Readonly<Record<RuleBookFinding['severity'] | 'corrected', string>> = {
  error: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  advice: 'FFDDEBF7',
  corrected: 'FFC6EFCE',
};
const severities = { error: '错误 error', warning: '警告 warning', advice: '建议 advice' } as const;

/**
 * The same workbook with every place of a finding coloured and commented, certain corrections made, and a list of all findings
 * at the end. @returns null when the workbook cannot be written again
 */
export async function markWorkbook(
  bytes: Uint8Array,
  findings: readonly RuleBookFinding[],
  corrections: readonly Correction[],
): Promise<Uint8Array | null> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return null;
  const inflated = archive.files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (inflated > mostInflated) return null;
  const workbook = new ExcelJS.Workbook();
  try {
    const stored = storedArchive(archive.files);
    await workbook.xlsx.load(stored as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    for (const { place, text } of corrections) {
      const cell = cellAt(workbook, place);
      if (cell === null) continue;
      const before = cell.text;
      cell.value = text;
      paint(cell, fills.corrected, `已改 corrected: ${before} → ${text}`);
    }
    for (const { place, severity, message, fix } of findings) {
      const cell = cellAt(workbook, place);
      if (cell !== null) paint(cell, fills[severity], [message.zh, fix.zh, message.en, fix.en].join('\n'));
    }
    addFindings(workbook, findings, corrections);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  } catch {
    // The writer does not know every feature that spreadsheets have; without a marked copy the list still says everything.
    return null;
  }
}

function cellAt(
  workbook: ExcelJS.Workbook,
  { sheet, row, column }: RuleBookFinding['place'],
): ExcelJS.Cell | null {
  if (sheet === null || row === null) return null;
  return workbook.getWorksheet(sheet)?.getCell(row, column ?? 1) ?? null;
}

function paint(cell: ExcelJS.Cell, color: string, text: string): void {
  // Styles are shared between cells: a new one for this cell alone.
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: color } } };
  const before =
    typeof cell.note === 'object' ? (cell.note.texts ?? []).map((part) => part.text).join('') : '';
  const note = before === '' ? text : `${before}\n\n${text}`;
  cell.note = { texts: [{ text: note, font: { name: '宋体', size: 9 } }] };
}

function addFindings(
  workbook: ExcelJS.Workbook,
  findings: readonly RuleBookFinding[],
  corrections: readonly Correction[],
): void {
  const old = workbook.getWorksheet(findingsSheet);
  if (old !== undefined) workbook.removeWorksheet(old.id);
  const sheet = workbook.addWorksheet(findingsSheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  const heads = ['级别', '工作表', '单元格', '列', '问题', '怎么办', 'Problem', 'What to do', '代码 Code'];
  [12, 14, 10, 16, 50, 50, 50, 50, 26].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.addRow(heads).font = { name: '宋体', bold: true };
  for (const { severity, code, place, cell, message, fix } of findings) {
    const row = sheet.addRow([
      severities[severity],
      place.sheet ?? '',
      cell ?? (place.row === null ? '' : `${place.row}:${place.row}`),
      place.heading ?? '',
      message.zh,
      fix.zh,
      message.en,
      fix.en,
      code,
    ]);
    row.alignment = { wrapText: true, vertical: 'top' };
    row.getCell(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fills[severity] } };
  }
  for (const { place, text } of corrections) {
    const row = sheet.addRow([
      '已改 corrected',
      place.sheet ?? '',
      '',
      place.heading ?? '',
      `改为：${text}`,
      '请核对。',
      `Now: ${text}`,
      'Please check.',
      'CORRECTED',
    ]);
    row.getCell(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fills.corrected } };
  }
}
