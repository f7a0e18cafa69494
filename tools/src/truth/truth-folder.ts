import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRuleBook, type RuleBook } from '@heng/rules';
import { complaintOf } from '../commands/book-input.js';
import { readText } from '../console/files.js';
import { readJson } from '../console/read-json.js';
import { Refusal } from '../console/refusal.js';
import { csvRows, type Row } from './csv-rows.js';
import { TruthTable } from './truth-table.js';

/** A published table as it lies in its folder: what to do, the rule books by file, the rows by file. */
export type TruthFolder = {
  readonly table: TruthTable;
  readonly books: ReadonlyMap<string, RuleBook>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
};

/** Names of the folders below this one that hold a `table.json`, in order. */
export async function truthFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) => ((await readdir(join(folder, name))).includes('table.json') ? [name] : [])),
  );
  return found.flat().sort();
}

/** @throws Refusal naming what is wrong with `table.json`, a book or a data file */
export async function readTruthFolder(folder: string): Promise<TruthFolder> {
  const file = join(folder, 'table.json');
  const table = tableOf(await readJson(file), file);
  const [books, rows] = [new Map<string, RuleBook>(), new Map<string, readonly Row[]>()];
  for (const { book, data, separator = ',', previous } of table.assessments) {
    if (!books.has(book)) books.set(book, bookOf(await readJson(join(folder, book)), join(folder, book)));
    for (const name of [data, previous?.data ?? data]) {
      const path = join(folder, name);
      if (!rows.has(name)) rows.set(name, csvRows(await readText(path), separator, path));
    }
  }
  return { table, books, rows };
}

/** A rule book that runs. @throws Refusal naming everything that is wrong with it */
export function bookOf(json: unknown, place: string): RuleBook {
  const read = parseRuleBook(json);
  if (read.ok) return read.book;
  throw new Refusal(read.problems.map((problem) => complaintOf(problem, place)));
}

function tableOf(json: unknown, file: string): TruthTable {
  const read = TruthTable.safeParse(json);
  if (!read.success) {
    throw new Refusal(
      read.error.issues.map(({ path, message }) =>
        complaint(`${file} /${path.join('/')}`, ['这一项不合格式。', `${message}.`]),
      ),
    );
  }
  const { assessments, counterChecks = [] } = read.data;
  const ids = assessments.flatMap(({ checks }) => checks.map(({ id }) => id));
  const books = assessments.map(({ book }) => book);
  const problems = [
    ...ids
      .filter((id, at) => ids.indexOf(id) < at)
      .map((id) => complaint(file, [`两项核对都叫“${id}”。`, `Two checks are called "${id}".`])),
    ...counterChecks
      .filter(({ check, book }) => !ids.includes(check) || !books.includes(book))
      .map(({ check, book }) =>
        complaint(file, [
          `反例所指的“${check}”或“${book}”不存在。`,
          `A counter-check means "${check}" or "${book}", which is not there.`,
        ]),
      ),
  ];
  if (problems.length > 0) throw new Refusal(problems);
  return read.data;
}

const complaint = (place: string, [zh, en]: readonly [zh: string, en: string]) => ({
  place,
  message: { zh, en },
  fix: { zh: '格式见 cases/truth/README.md。', en: 'The format is in cases/truth/README.md.' },
});
