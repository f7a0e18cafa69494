import { parseRuleBook, type Problem, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { readJson } from '../console/read-json.js';
import { refused, Refusal, type Complaint } from '../console/refusal.js';

const defaults: Readonly<Record<string, RuleBook>> = {
  township: defaultRuleBooks.township,
  'unit-committee': defaultRuleBooks.unitCommittee,
  village: defaultRuleBooks.village,
};

export const defaultBookNames = Object.keys(defaults).map((name) => `default:${name}`);

export type BookInput =
  | { readonly ok: true; readonly book: RuleBook }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The rule book of a file, or a default one by `default:<name>`. @throws Refusal when there is no such book or no JSON in it */
export async function bookInput(given: string): Promise<BookInput> {
  if (!given.startsWith('default:')) return parseRuleBook(await readJson(given));
  // A default book passes the same door as any other.
  const book = Object.hasOwn(defaults, given.slice('default:'.length))
    ? defaults[given.slice('default:'.length)]
    : undefined;
  if (book !== undefined) return parseRuleBook(book);
  throw refused(
    given,
    ['没有这本默认规则书。', 'There is no such default rule book.'],
    [`可用的有：${defaultBookNames.join('、')}。`, `There are: ${defaultBookNames.join(', ')}.`],
  );
}

/** A rule book that runs. @throws Refusal naming everything that is wrong with it */
export async function readBook(given: string): Promise<RuleBook> {
  const read = await bookInput(given);
  if (!read.ok) throw new Refusal(read.problems.map((problem) => complaintOf(problem, given)));
  return read.book;
}

export const complaintOf = ({ path, message, fix }: Problem, file: string): Complaint => ({
  place: path === '' ? file : `${file} ${path}`,
  message,
  fix,
});
