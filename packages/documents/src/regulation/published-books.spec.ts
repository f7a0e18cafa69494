import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegulation } from './read-regulation.js';
import { rowsOf, type Regulation } from './regulation.js';

type Typed = {
  readonly id: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly total: string | null;
  readonly notes: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly points: string | null;
    readonly role: string;
    readonly rows: readonly {
      readonly item: string;
      readonly requirement: string | null;
      readonly points: string | null;
      readonly standard: string | null;
      readonly department: string | null;
      readonly evidence: string | null;
    }[];
  }[];
};

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'cases', 'regulations');
const names = (await readdir(join(folder, 'books'))).sort();
const books = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(join(folder, 'books', name), 'utf8')) as Typed),
);

async function regulationOf(name: string): Promise<Regulation> {
  const read = await readRegulation(new Uint8Array(await readFile(join(folder, name))), name);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.regulation;
}

/** A table breaks lines where a cell is full or a standard is split; the words are the same. */
const words = (text: string | null): string | null => (text === null ? null : text.replace(/\s+/g, ''));

const files = books.flatMap((book) =>
  (['xlsx', 'docx'] as const).map((format) => [`${book.id}.${format}`, book] as const),
);

it('there are ten books in two formats', () => {
  expect(files).toHaveLength(20);
});

describe.each(files)('%s', (name, book) => {
  it('gives every item with its points and standard, in its section', async () => {
    const regulation = await regulationOf(name);
    const read = regulation.sections.map((section) => ({
      title: words(section.title),
      role: section.role,
      rows: rowsOf(section).map(({ item, points, standard }) => [words(item), points, words(standard)]),
    }));
    expect(read).toEqual(
      book.sections.map(({ title, role, rows }) => ({
        title: words(title),
        role,
        rows: rows.map(({ item, points, standard }) => [words(item), points, words(standard)]),
      })),
    );
  });

  it('gives the points of a section as they are stated, or none', async () => {
    const { sections, total } = await regulationOf(name);
    sections.forEach(({ points }, index) => expect([null, book.sections[index]?.points]).toContain(points));
    expect([null, book.total]).toContain(total?.points ?? null);
  });

  it('gives requirements, departments and evidence where the table has them', async () => {
    const { sections } = await regulationOf(name);
    const typed = book.sections.flatMap(({ rows }) => rows);
    sections.flatMap(rowsOf).forEach((row, index) => {
      for (const part of ['requirement', 'department', 'evidence'] as const) {
        expect([null, words(typed[index]?.[part] ?? null)]).toContain(words(row[part]));
      }
    });
  });

  it('gives the title and the notes, and leaves out nothing that was typed', async () => {
    const regulation = await regulationOf(name);
    expect(words(regulation.title)).toBe(words(book.title));
    const notes = regulation.notes.map(({ text }) => words(text));
    for (const note of book.notes) expect(notes).toContain(words(note));
    expect(regulation.leftOut.filter(({ code }) => code !== 'REPEATED_HEADINGS')).toEqual([]);
  });
});

it('departments and requirements are not lost', async () => {
  const [shicheng, meilong] = await Promise.all(
    ['shicheng-2018-river-township.xlsx', 'meilong-union-assessment.xlsx'].map(regulationOf),
  );
  expect(shicheng?.sections.flatMap(rowsOf).filter(({ department }) => department !== null)).toHaveLength(24);
  expect(meilong?.sections.flatMap(rowsOf).filter(({ requirement }) => requirement !== null)).toHaveLength(4);
});

it('the known errors of the public books are found where they stand', async () => {
  const found = async (name: string) =>
    (await regulationOf(name)).findings
      .filter(({ kind }) => kind === 'mismatch')
      .map(({ code, place, numbers }) => [code, place.address, numbers['stated'], numbers['sum']]);
  expect(await found('meilong-union-assessment.xlsx')).toEqual([
    ['SECTION_SUM', '考核细则!B3', '30', '20'],
    ['SECTION_SUM', '考核细则!B9', '30', '12'],
    ['TOTAL_SUM', '考核细则!A2', '100', '60'],
  ]);
  expect(await found('hncu-youth-league.docx')).toEqual([['TOTAL_SUM', 'T1R14C5', '100', '35']]);
  expect(await found('fuchun-street-community-routine.xlsx')).toEqual([]);
  expect(await found('shicheng-2018-river-township.xlsx')).toEqual([]);
});

it('numbers that Word writes by itself are read, and begin again in each section', async () => {
  const { sections } = await regulationOf('meilong-union-assessment.docx');
  expect(sections.map(({ number, rows }) => [number, ...rows.map((row) => row.number)])).toEqual([
    ['一', '1', '2', '3', '4', '5'],
    ['二', '1', '2'],
  ]);
});
