import { Injectable } from '@nestjs/common';
import type { RuleBookReadingResponse } from '@heng/contracts';
import { readInWorker, type ReadingTask } from '@heng/documents';
import { refused } from '../../platform/errors/index.js';
import type { FileBody } from '../../platform/http/index.js';
import { FileReadings } from './file-readings.js';
import { toReadingProblems, toRegulation, toWorkbookFinding } from './reading.mapper.js';

/** Reads what a file holds. Nothing is stored: the author sees first what was understood. */
@Injectable()
export class RuleBookFilesService {
  constructor(private readonly readings: FileReadings) {}

  /** @throws AppError 422 with the reasons for a file that is neither a rule book nor a 细则 */
  async read({ name, bytes }: FileBody): Promise<RuleBookReadingResponse> {
    return (await this.asRuleBook(name, bytes)) ?? this.asRegulation(name, bytes);
  }

  /** Null for a file that does not even have the layout of our workbooks. */
  private async asRuleBook(name: string, bytes: Uint8Array): Promise<RuleBookReadingResponse | null> {
    if (!/\.xlsx$/i.test(name)) return null;
    const value = await this.inWorker('rule-book-workbook', bytes, null);
    if (value.ok)
      return {
        kind: 'rule-book',
        book: value.book,
        findings: value.findings.map(toWorkbookFinding),
        corrected: null,
      };
    if (value.findings.every(({ place }) => place.sheet === null)) return null;
    return {
      kind: 'rule-book',
      book: null,
      findings: value.findings.map(toWorkbookFinding),
      corrected: value.corrected === undefined ? null : Buffer.from(value.corrected).toString('base64'),
    };
  }

  private async asRegulation(name: string, bytes: Uint8Array): Promise<RuleBookReadingResponse> {
    const value = await this.inWorker('regulation', bytes, name);
    if (!value.ok) throw fileNotRead(value.problems);
    return { kind: 'regulation', regulation: toRegulation(value.regulation) };
  }

  private async inWorker<T extends ReadingTask>(...[task, bytes, needs]: Parameters<typeof readInWorker<T>>) {
    const read = await this.readings.run(() => readInWorker<T>(task, bytes, needs));
    if (!read.ok) throw fileNotRead([read.problem]);
    return read.value;
  }
}

const fileNotRead = (problems: Parameters<typeof toReadingProblems>[0]) =>
  refused(
    'FILE_NOT_READ',
    {
      zh: '这个文件不能作为规则书或考核细则读取，原因如下。',
      en: 'This file cannot be read as a rule book or an assessment table, for the reasons listed.',
    },
    toReadingProblems(problems),
  );
