import { canonicalRule, clauseOf, indicatorsOf, parseRuleBook, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { CatalogueEntry, catalogueCodes, catalogueFile, openExample } from '@heng/rules/catalogue';
import { clauseContextOf, readCanonicalClause } from './index.js';

const cases = '../../../rules/cases';

async function jsonOf(file: string): Promise<unknown> {
  // A JSON module is its default export.
  return ((await import(`${cases}/${file}`, { with: { type: 'json' } })) as { default: unknown }).default;
}

/** Every indicator of a book whose clause does not read back into its rule, with what came of it. */
function unlike(name: string, book: RuleBook): unknown[] {
  const context = clauseContextOf(book);
  const english = (zh: string) => context.english?.get(zh) ?? zh;
  return indicatorsOf(book).flatMap(({ indicator, role }) => {
    const clause = clauseOf(indicator, book, 'zh-CN');
    const read = readCanonicalClause(clause, context);
    const rule = canonicalRule(indicator, { role, rounding: book.rounding.indicator, english });
    if (read.ok && read.role === role && JSON.stringify(read.rule) === JSON.stringify(rule)) return [];
    return [{ name, id: indicator.id, clause, read, rule }];
  });
}

const rulebooks = [
  'anon-city-staffing-district',
  'fuchun-street-community-routine',
  'hncu-youth-league',
  'meilong-union-assessment',
  'ruian-2012-township-cadre',
  'shicheng-2018-river-township',
  'template-cadre-quantified-evaluation',
  'template-union-information-points',
  'tongren-2012-women-federation',
  'wenshang-2012-women-post',
];
const truth = [
  'cn-shenzhen-street-index/book',
  'diving-sydney-2000/book-final',
  'formula-one-1988/book',
  'freedom-house-2013-2024/book',
  'olympic-medals-2024/book',
  'undp-gii-2022/book',
  'undp-hdi-2022/book',
];

describe('the clause of an indicator reads back into the rule it was written from', () => {
  it.each(Object.entries(defaultRuleBooks))('in the default book %s', (name, book) => {
    expect(unlike(name, book)).toEqual([]);
  });

  it.each([...rulebooks.map((name) => `rulebooks/${name}`), ...truth.map((name) => `truth/${name}`)])(
    'in the real book %s',
    async (name) => {
      const parsed = parseRuleBook(await jsonOf(`${name}.json`));
      expect(parsed.ok && unlike(name, parsed.book)).toEqual([]);
    },
  );

  it.each([...catalogueCodes])('in all examples of the catalogue for %s', async (code) => {
    const entry = CatalogueEntry.parse(await jsonOf(`catalogue/${catalogueFile(code)}`));
    const wrong = entry.examples.flatMap((example) => {
      const open = openExample(entry.name, entry.book, example.change);
      return open.kind === 'open' ? unlike(code, open.book) : [];
    });
    expect(wrong).toEqual([]);
  });
});
