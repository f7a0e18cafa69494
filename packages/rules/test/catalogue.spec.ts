import { indicatorsOf } from '../src/engine/book-index.js';
import { defaultRuleBooks } from '../src/books/default-rule-books.js';
import { catalogueCodes, catalogueFile } from '../src/catalogue/catalogue-codes.js';
import { CatalogueEntry } from '../src/catalogue/catalogue-entry.js';
import { observedOf, runExample } from '../src/catalogue/run-example.js';
import { clauseOf } from '../src/explain/clause-of.js';
import { describeSteps } from '../src/explain/describe-steps.js';

/** The JSON of an entry, or null when there is no such file. */
async function jsonOf(code: string): Promise<unknown> {
  try {
    const file = `../cases/catalogue/${catalogueFile(code)}`;
    return (await import(file, { with: { type: 'json' } })).default;
  } catch {
    return null;
  }
}

const files = await Promise.all(catalogueCodes.map(async (code) => [code, await jsonOf(code)] as const));
const entries = files.flatMap(([, json]) => {
  const read = CatalogueEntry.safeParse(json);
  return read.success ? [read.data] : [];
});
const examples = entries.flatMap((entry) =>
  entry.examples.map((example, index) => ({
    title: `[${entry.code}] ${entry.name.zh}: ${example.title.zh} (${index + 1})`,
    entry,
    example,
  })),
);

describe('the catalogue', () => {
  it('has a well-formed file with the worked example first for each of M01–M58 and C1–C13', () => {
    const wrong = files.flatMap(([code, json]) => {
      if (json === null) return [`${code}: no file`];
      const read = CatalogueEntry.safeParse(json);
      if (!read.success) return [`${code}: ${read.error.message}`];
      if (read.data.code !== code) return [`${code}: says it is ${read.data.code}`];
      return read.data.examples[0]?.edge === 'worked' ? [] : [`${code}: no worked example`];
    });
    expect(catalogueCodes).toHaveLength(71);
    expect(wrong).toEqual([]);
  });

  it('shows at least three edges or readings beside the worked example of each method', () => {
    const few = entries.filter(({ code, examples: list }) => code.startsWith('M') && list.length < 4);
    expect(few.map(({ code }) => code)).toEqual([]);
  });

  it('knows every code that an indicator of a default book names', () => {
    const named = Object.values(defaultRuleBooks).flatMap((book) =>
      indicatorsOf(book).flatMap(({ indicator }) => indicator.catalogue ?? []),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !catalogueCodes.includes(code))).toEqual([]);
  });
});

describe('the examples of the catalogue, worked out by hand', () => {
  it.each(examples)('$title', ({ entry, example }) => {
    const { expected, problems, refused } = example;
    expect(observedOf(runExample(entry, example), example)).toEqual({
      expected,
      ...(problems ? { problems } : {}),
      ...(refused ? { refused } : {}),
    });
  });
});

/** A hole in a sentence: a key that was not there, a code that nobody put into words, a number that is none. */
const hole = /undefined|NaN|\?|\bnull\b|\[object|Infinity|^[a-z]+(-[a-z]+)+$|^\s*$/;

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  it('[XP1] every example is explained in sentences without a hole', () => {
    const holes = examples.flatMap(({ title, entry, example }) => {
      const run = runExample(entry, example);
      if (run.kind === 'refused') return [];
      const { assessment, book } = run;
      const lines = assessment.units.flatMap((unit) => [
        ...unit.indicators.flatMap(({ id }) =>
          describeSteps(assessment.explain(unit.code, id), book, locale),
        ),
        ...describeSteps(assessment.explainTotal(unit.code), book, locale),
      ]);
      const clauses = indicatorsOf(book).map(({ indicator }) => clauseOf(indicator, book, locale));
      return [...lines, ...clauses].filter((line) => hole.test(line)).map((line) => `${title}: ${line}`);
    });
    expect(holes).toEqual([]);
  });
});
