import type { Places } from '@heng/documents';
import { parseFacts, type FactsDocument, type ParsedFacts, type Problem, type RuleBook } from '@heng/rules';
import type { Console } from '../console/console.js';
import { fileKind } from '../console/file-kind.js';
import { readBytes } from '../console/files.js';
import { readJson } from '../console/read-json.js';
import { Refusal } from '../console/refusal.js';
import { complaintOf } from './book-input.js';

/** Facts under a rule book; the name's ending says the format. @throws Refusal naming everything that is wrong with them */
export async function readFacts(file: string, book: RuleBook): Promise<FactsDocument> {
  const raw = await readRaw(file, book);
  return accepted(parseFacts(raw.document, book), file, raw);
}

/**
 * Last year's facts, which may belong to last year's book. Measures that compare years read them by the ids of this year's
 * book: what this book does not know is left out, with a notice that names it.
 * @param books `own` is the one the file is read by; a table's columns mean nothing without it
 */
export async function readPreviousFacts(
  file: string,
  { own, current }: { readonly own: RuleBook; readonly current: RuleBook },
  console: Console,
): Promise<FactsDocument> {
  const raw = await readRaw(file, own);
  const { known, left } = withoutUnknownFacts(raw.document, new Set(current.facts.map(({ id }) => id)));
  if (left.length > 0) {
    console.noticePlace(file);
    console.notice(
      {
        zh: `本规则书没有下列 ${left.length} 项数据，上年的这些值不用于计算：${left.join('、')}`,
        en: `This rule book does not know these ${left.length} facts; last year's values of them are left out: ${left.join(', ')}`,
      },
      '  ',
    );
  }
  return accepted(parseFacts(known, current), file, raw);
}

type Raw = {
  /** A facts document that nobody has checked yet. */
  readonly document: unknown;
  /** For tables, the cells of its values. */
  readonly places: Places | null;
};

async function readRaw(file: string, book: RuleBook): Promise<Raw> {
  const kind = fileKind(file);
  if (kind === '.json') return { document: await readJson(file), places: null };
  const bytes = await readBytes(file);
  // Excel is large; JSON does without it.
  const { readInWorker } = await import('@heng/documents');
  const ended = await readInWorker(kind === '.csv' ? 'facts-csv' : 'facts-workbook', bytes, book);
  if (!ended.ok) throw new Refusal([{ place: file, message: ended.problem.message, fix: ended.problem.fix }]);
  const read = ended.value;
  if (!read.ok) throw new Refusal(read.problems.map((problem) => complaintOf(problem, file)));
  return read;
}

async function accepted(read: ParsedFacts, file: string, { document, places }: Raw): Promise<FactsDocument> {
  if (read.ok) return read.document;
  const placed = places === null ? read.problems : await atCells(read.problems, places);
  const complaints = placed.map((problem, index) => {
    const complaint = complaintOf(problem, file);
    const name = unitNameAt(document, read.problems[index]?.path ?? '');
    return name === null ? complaint : { ...complaint, place: `${complaint.place}（${name}）` };
  });
  // A cell that counts as declared and verified alike would be told of twice.
  const told = new Map(
    complaints.map((complaint) => [`${complaint.place}\n${complaint.message.zh}`, complaint]),
  );
  throw new Refusal([...told.values()]);
}

async function atCells(problems: readonly Problem[], places: Places): Promise<readonly Problem[]> {
  const { problemsAtPlaces } = await import('@heng/documents');
  return problemsAtPlaces(problems, places);
}

/** The name of the unit that a place is in: people know their units by name, not by position. */
function unitNameAt(document: unknown, path: string): string | null {
  const index = /^\/units\/(\d+)(?:\/|$)/.exec(path)?.[1];
  const unit = index === undefined ? null : unitsOf(document)[Number(index)];
  return isObject(unit) && typeof unit['name'] === 'string' ? unit['name'].slice(0, 40) : null;
}

function withoutUnknownFacts(document: unknown, ids: ReadonlySet<string>) {
  const left = new Set<string>();
  if (!isObject(document) || !Array.isArray(document['units'])) return { known: document, left: [] };
  const units = unitsOf(document).map((unit) => {
    if (!isObject(unit) || !isObject(unit['facts'])) return unit;
    const entries = Object.entries(unit['facts']).filter(([id]) => {
      if (!ids.has(id)) left.add(id);
      return ids.has(id);
    });
    return { ...unit, facts: Object.fromEntries(entries) };
  });
  return { known: { ...document, units }, left: [...left] };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const unitsOf = (document: unknown): readonly unknown[] =>
  isObject(document) && Array.isArray(document['units']) ? (document['units'] as unknown[]) : [];
