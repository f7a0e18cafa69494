import { readFile, writeFile } from 'node:fs/promises';
import { canonicalJson, compile, parseFacts, parseRuleBook, sha256 } from '@heng/rules';
import { exampleFiles, heng } from './heng.js';
import { inFolder } from './program.js';

/** A package of the example files, sealed the way publications are. */
async function aPackage(file: (name: string) => string): Promise<Record<string, unknown>> {
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(file(name), 'utf8'));
  const book = parseRuleBook(await json('book.json'));
  if (!book.ok) throw new Error('the example book');
  const facts = parseFacts(await json('facts.json'), book.book);
  if (!facts.ok) throw new Error('the example facts');
  const { engine, bookHash, basis, units, problems } = compile(book.book).assess(facts.document.units, {
    basis: 'verified',
  });
  const results = { engine, bookHash, basis, units, problems };
  const hashOf = (value: unknown) => sha256(canonicalJson(value));
  return {
    format: 'heng-package/1',
    cycle: { id: 'c', title: '示例考核', year: 2026, owner: '1' },
    ruleBook: book.book,
    facts: facts.document,
    previous: null,
    organizations: [],
    engine,
    results,
    hashes: { ruleBook: bookHash, facts: hashOf(facts.document), previous: null, results: hashOf(results) },
  };
}

describe('heng verify', () => {
  it('confirms an untouched package and its published fingerprint, and exits 0', () =>
    inFolder(async (folder) => {
      const file = await exampleFiles(folder);
      const text = canonicalJson(await aPackage(file));
      await writeFile(file('package.json'), text);
      const { code, out, err } = await heng('verify', file('package.json'), '--hash', sha256(text));
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('与公布的指纹：相符');
      expect(out).not.toContain('✗');
      const other = await heng('verify', file('package.json'), '--hash', '0'.repeat(64));
      expect([other.code, other.out]).toEqual([1, expect.stringContaining('✗ 与公布的指纹：不符')]);
    }));

  it('names the digit that was changed, and exits 1', () =>
    inFolder(async (folder) => {
      const file = await exampleFiles(folder);
      const sealed = await aPackage(file);
      const { units } = sealed.results as { units: { code: string; total: string }[] };
      const [first] = units;
      const forged = JSON.parse(canonicalJson(sealed)) as typeof sealed;
      (forged.results as { units: { total: string }[] }).units[0]!.total = '99.99';
      await writeFile(file('package.json'), canonicalJson(forged));
      const { code, out } = await heng('verify', file('package.json'));
      expect(code).toBe(1);
      expect(out).toContain(
        `第一处不符：单位 ${first?.code} 的总分，包内是 99.99，复算是 ${first?.total}（/units/0/total）。`,
      );
      const english = await heng('verify', file('package.json'), '--lang', 'en');
      expect(english.out).toContain(`unit ${first?.code}, total: sealed 99.99, recomputed ${first?.total}`);
      const json = JSON.parse((await heng('verify', file('package.json'), '--json')).out) as object;
      expect(json).toMatchObject({
        format: 'heng-verification/1',
        confirmed: false,
        difference: { what: 'total', sealed: '99.99' },
      });
    }));

  it('refuses another file with what to do', () =>
    inFolder(async (folder) => {
      const file = await exampleFiles(folder);
      const { code, err } = await heng('verify', file('facts.json'));
      expect([code, err]).toEqual([1, expect.stringContaining('这不是封存包')]);
    }));
});
