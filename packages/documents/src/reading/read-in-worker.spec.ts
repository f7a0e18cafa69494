import { jest } from '@jest/globals';
import { defaultRuleBooks } from '@heng/rules/books';
import { writeRuleBookWorkbook } from '../rule-book/index.js';
import { writeFactsWorkbook } from '../index.js';
import { sheetXml, workbookOf } from '../../test/zip-of.js';
import { readInWorker, readingLimits, type ReadingLimits } from './index.js';

const { village } = defaultRuleBooks;

describe('reading in a worker', () => {
  it('gives a rule book as reading it here would', async () => {
    const read = await readInWorker(
      'rule-book-workbook',
      await writeRuleBookWorkbook(village, 'zh-CN'),
      null,
    );
    expect(read).toMatchObject({ ok: true, value: { ok: true, book: { id: village.id } } });
  });

  it('gives facts with the places of their cells', async () => {
    const document = {
      format: 'heng-facts/1' as const,
      units: [{ code: 'A', name: 'A', type: 'VillageFederation', facts: {} }],
    };
    const read = await readInWorker('facts-workbook', await writeFactsWorkbook(document, village), village);
    if (!read.ok || !read.value.ok) throw new Error(JSON.stringify(read));
    expect(read.value.places.get('/units/0/code')).toMatchObject({ row: 2, column: 1 });
  });
});

jest.setTimeout(120_000);

describe('a file that is made to do harm', () => {
  /** The problem it ends as, what it took, and that this process still does its work. */
  async function outcome(file: Uint8Array, limits: ReadingLimits = readingLimits['rule-book-workbook']) {
    const before = process.memoryUsage.rss();
    const began = performance.now();
    let [turns, most] = [0, 0];
    const beat = setInterval(() => {
      turns += 1;
      most = Math.max(most, process.memoryUsage.rss() - before);
    }, 20);
    const read = await readInWorker('rule-book-workbook', file, null, limits);
    clearInterval(beat);
    const codes = read.ok
      ? read.value.ok
        ? []
        : read.value.findings.map(({ code }) => code)
      : [read.problem.code];
    return { codes, seconds: (performance.now() - began) / 1000, turns, megabytes: most / 1_048_576 };
  }

  it('414 KB that unpack to 414 MB are refused before they are unpacked', async () => {
    const file = workbookOf('指标', Buffer.alloc(414_000_000, ' '));
    expect(file.byteLength).toBeLessThan(420_000);
    const { codes, megabytes } = await outcome(file);
    expect(codes).toEqual(['ARCHIVE_TOO_LARGE']);
    expect(megabytes).toBeLessThan(150);
  });

  it('a sheet that claims 1,048,576 × 16,384 cells costs what its cells cost', async () => {
    const file = workbookOf(
      '指标',
      sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 'A1:XFD1048576'),
    );
    const { codes, seconds } = await outcome(file);
    expect(codes).toEqual(expect.arrayContaining(['TOO_MANY_ROWS']));
    expect(seconds).toBeLessThan(20);
  });

  /** Within every limit on size, and still more cells than anybody needs. */
  const manyCells = (rows: number, columns: number): Uint8Array => {
    let seed = 1;
    const cell = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return `<c><v>${seed}</v></c>`;
    };
    const row = () => `<row>${Array.from({ length: columns }, cell).join('')}</row>`;
    return workbookOf('指标', sheetXml(Array.from({ length: rows }, row).join('')));
  };

  const manyCellsFile = Promise.resolve().then(() => manyCells(2_000, 300));

  it('one that fills the memory ends as a problem, and this process goes on', async () => {
    const { codes, turns } = await outcome(await manyCellsFile, {
      milliseconds: 60_000,
      memoryMegabytes: 64,
    });
    expect(codes).toEqual(['READING_TOO_LARGE']);
    expect(turns).toBeGreaterThan(5);
  });

  it('one that takes too long is stopped on time', async () => {
    const { codes, seconds } = await outcome(await manyCellsFile, {
      milliseconds: 500,
      memoryMegabytes: 512,
    });
    expect(codes).toEqual(['READING_TOO_SLOW']);
    expect(seconds).toBeLessThan(5);
  });
});
