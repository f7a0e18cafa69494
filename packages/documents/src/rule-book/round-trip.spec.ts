import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, parseRuleBook, type Locale, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { catalogueCodes, catalogueFile, CatalogueEntry, openExample } from '@heng/rules/catalogue';
import { Dice } from '../../../rules/test/oracle/dice.js';
import { randomBook } from '../../../rules/test/oracle/random-book.js';
import type { Table } from '../table.js';
import { readRuleBookWorkbook, writeRuleBookWorkbook } from './index.js';
import { findTables } from './read/find-tables.js';
import { withLongTexts } from './read/long-texts.js';
import { readDocument } from './read/read-document.js';
import { Reading } from './read/reading.js';
import { ruleBookRows } from './write/rule-book-rows.js';
import { sheetTexts } from './write/sheet-texts.js';

const cases = join(import.meta.dirname, '../../../rules/cases');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(cases, ...path), 'utf8'));
const locales: readonly Locale[] = ['zh-CN', 'en'];

function book(document: unknown): RuleBook {
  const parsed = parseRuleBook(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.book;
}

/** The book as the texts of its sheets say it, without the bytes of a workbook between. */
function throughSheets(
  written: RuleBook,
  locale: Locale,
): { document: unknown; findings: readonly unknown[] } {
  const tables = sheetTexts(ruleBookRows(written, locale), locale).map(({ name, heads, rows }): Table => ({
    sheet: name,
    rows: [heads, ...rows].map((cells, index) => ({ number: index + 1, cells })),
  }));
  const reading = new Reading();
  const sheets = findTables(tables, reading);
  if (sheets === null) throw new Error('no sheets');
  return { document: readDocument(withLongTexts(sheets, reading), reading), findings: reading.findings };
}

async function throughWorkbook(written: RuleBook, locale: Locale): Promise<unknown> {
  const read = await readRuleBookWorkbook(await writeRuleBookWorkbook(written, locale));
  return read.ok ? read.book : read.findings.slice(0, 3);
}

describe('a rule book comes back from its workbook as it was, in either language', () => {
  it.each(Object.entries(defaultRuleBooks))('the default book %s', async (_, written) => {
    for (const locale of locales) {
      expect(canonicalJson(await throughWorkbook(written, locale))).toBe(canonicalJson(written));
    }
  });

  const real = readdirSync(join(cases, 'rulebooks')).filter(
    (name) => name.endsWith('.json') && name !== 'known-errors.json',
  );
  it.each(real)('the real book %s', async (name) => {
    const parsed = parseRuleBook(json('rulebooks', name));
    // A book as it was published may hold errors of its own: its sheets still say all of it.
    const written = parsed.ok ? parsed.book : (json('rulebooks', name) as RuleBook);
    for (const locale of locales) {
      expect(canonicalJson(throughSheets(written, locale).document)).toBe(canonicalJson(written));
      if (parsed.ok)
        expect(canonicalJson(await throughWorkbook(written, locale))).toBe(canonicalJson(written));
    }
  });

  const truth = readdirSync(join(cases, 'truth')).flatMap((folder) =>
    folder.endsWith('.md')
      ? []
      : readdirSync(join(cases, 'truth', folder))
          .filter((name) => /^book.*\.json$/.test(name))
          .map((name) => [folder, name] as const),
  );
  it.each(truth)('the book of a published table, %s %s', async (folder, name) => {
    const written = book(json('truth', folder, name));
    expect(canonicalJson(await throughWorkbook(written, 'zh-CN'))).toBe(canonicalJson(written));
    expect(canonicalJson(throughSheets(written, 'en').document)).toBe(canonicalJson(written));
  });

  it.each(catalogueCodes)('every example book of %s', async (code) => {
    const entry = CatalogueEntry.parse(json('catalogue', catalogueFile(code)));
    for (const { change } of entry.examples) {
      const open = openExample(entry.name, entry.book, change);
      if (open.kind === 'refused') continue;
      for (const locale of locales) {
        const { document, findings } = throughSheets(open.book, locale);
        expect(canonicalJson(document)).toBe(canonicalJson(open.book));
        expect(findings).toEqual([]);
      }
    }
  });

  it('random books of the whole grammar', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const written = randomBook(new Dice(seed), null);
      for (const locale of locales) {
        const { document, findings } = throughSheets(written, locale);
        expect([seed, canonicalJson(document)]).toEqual([seed, canonicalJson(written)]);
        expect(findings).toEqual([]);
      }
    }
  });

  it('texts that spreadsheets and XML would change, and lists without entries', async () => {
    const awkward = [
      ' outer spaces ',
      '=1+1',
      '\u3000全角空格\u3000',
      'two\r\nlines\n',
      'bell \u0007, nothing \u0000, half \ud800, last \uffff',
      '_x0041_ and _X000D_',
      'JSON "quoted"',
      '@1',
      '"quoted"',
      '[标识] / a；b、c',
      '𠮷野家 𬭚',
      '长'.repeat(2000),
    ];
    const village = structuredClone(defaultRuleBooks.village);
    awkward.forEach((text, index) => {
      const title = { zh: text, en: awkward[(index + 1) % awkward.length] ?? '' };
      (village.facts[index] as { title: unknown }).title = title;
      const [section] = village.sections;
      if (section?.indicators?.[index]) section.indicators[index].title = title;
      village.notes = [...(village.notes ?? []), title];
    });
    for (const section of village.sections) {
      if (section.indicators === undefined) section.indicators = [];
      else section.sections = [];
    }
    const first = village.sections[0]?.indicators?.[0];
    if (first === undefined) throw new Error('an indicator to change');
    Object.assign(first, {
      finish: {},
      answers: [],
      library: '',
      appliesTo: { units: ['a；b', ' c ', ''], attributes: {} },
    });
    village.totalBounds = {};
    const written = book(village);
    for (const locale of locales) {
      expect(canonicalJson(await throughWorkbook(written, locale))).toBe(canonicalJson(written));
    }
  });

  it('what is longer than a cell can hold', async () => {
    const village = structuredClone(defaultRuleBooks.village);
    const first = village.sections[0]?.indicators?.[0];
    if (first === undefined) throw new Error('an indicator to change');
    first.appliesTo = {
      units: Array.from({ length: 3000 }, (_, index) => `单位；𠮷${index}-${'x'.repeat(30)}`),
    };
    const written = book(village);
    expect(canonicalJson(await throughWorkbook(written, 'zh-CN'))).toBe(canonicalJson(written));
  });
});

describe('the words of a workbook', () => {
  it('say nearly everything in the default books; JSON stands for little', () => {
    const cells = Object.values(defaultRuleBooks).flatMap((each) =>
      sheetTexts(ruleBookRows(each, 'zh-CN'), 'zh-CN').flatMap(({ rows }) => rows.flat()),
    );
    const inJson = cells.filter((cell) => cell.startsWith('JSON '));
    expect(inJson).toEqual([]);
  });

  it('say every combination of sections of random books', () => {
    const cells = Array.from({ length: 40 }, (_, seed) => randomBook(new Dice(seed + 1000), null)).flatMap(
      (each) => ruleBookRows(each, 'zh-CN').tree.map(({ combine }) => combine ?? ''),
    );
    expect(cells.filter((cell) => cell !== '').length).toBeGreaterThan(20);
    expect(cells.filter((cell) => cell.startsWith('JSON'))).toEqual([]);
  });
});
