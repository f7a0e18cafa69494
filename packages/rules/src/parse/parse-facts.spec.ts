import fc from 'fast-check';
import { expectBothLanguages } from '../../test/expect-both-languages.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { smallBook } from '../../test/small-book.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { compile } from '../engine/compile.js';
import type { FactsDocument } from '../format/facts-document.js';
import { mostProblems } from './first-problems.js';
import { parseFacts } from './parse-facts.js';
import type { Problem } from './problem.js';

const book = smallBook();
const unit = (facts: unknown, changes: object = {}) => ({
  code: 'T1',
  name: '甲镇',
  type: 'Township',
  facts,
  ...changes,
});
const documentOf = (...units: unknown[]) => ({ format: 'heng-facts/1', units });
const problemsOf = (json: unknown): readonly Problem[] => {
  const parsed = parseFacts(json, book);
  return parsed.ok ? [] : parsed.problems;
};
const factsOf = (json: unknown) => {
  const parsed = parseFacts(json, book);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document.units[0]?.facts;
};

describe('a facts document', () => {
  it('turns the short form into the long form: declared and verified alike', () => {
    const ballots = { good: '30', poor: '2' };
    expect(factsOf(documentOf(unit({ rate: '80', funded: false, votes: ballots, awards: [] })))).toEqual({
      rate: { declared: '80', verified: '80' },
      funded: { declared: false, verified: false },
      votes: { declared: ballots, verified: ballots },
      awards: { declared: [], verified: [] },
    });
  });

  it('keeps what is missing missing', () => {
    const facts = {
      rate: null,
      late: { declared: '2' },
      done: { declared: null, verified: '3' },
      villages: {},
    };
    expect(factsOf(documentOf(unit(facts)))).toEqual({
      rate: { declared: null, verified: null },
      late: { declared: '2' },
      done: { declared: null, verified: '3' },
      villages: {},
    });
  });

  it('keeps everything else of the document', () => {
    const document = {
      ...documentOf(
        unit({ late: { notApplicable: '没有' } }, { parent: 'C', attributes: { group: 'town' } }),
      ),
      label: { zh: '演示', en: 'demo' },
      asOf: '2026-12-31',
    };
    const parsed = parseFacts(document, book);
    expect(parsed.ok && parsed.document).toEqual(document);
  });

  it.each<readonly [code: string, path: string, wrong: unknown, right: unknown]>([
    ['NOT_ALLOWED', '/format', { ...documentOf(), format: 'heng-facts/2' }, documentOf()],
    [
      'ABSENT',
      '/units/0/code',
      documentOf(unit({}, { code: undefined })),
      documentOf(unit({}, { code: 'T9' })),
    ],
    ['UNKNOWN_KEY', '/units/0', documentOf(unit({}, { level: 1 })), documentOf(unit({}, { parent: 'C' }))],
    [
      'DUPLICATE_UNIT',
      '/units/1/code',
      documentOf(unit({}), unit({})),
      documentOf(unit({}), unit({}, { code: 'T2' })),
    ],
    ['UNIT_TYPE', '/units/0/type', documentOf(unit({}, { type: 'Village' })), documentOf(unit({}))],
    [
      'FACT_UNKNOWN',
      '/units/0/facts/vilages',
      documentOf(unit({ vilages: '3' })),
      documentOf(unit({ villages: '3' })),
    ],
    [
      'FACT_UNKNOWN',
      '/units/0/facts/constructor',
      documentOf(unit({ constructor: '3' })),
      documentOf(unit({})),
    ],
    ['FACT_UNKNOWN', '/units/0/facts/a~1b', documentOf(unit({ 'a/b': '3' })), documentOf(unit({}))],
    ['NOT_A_NUMBER', '/units/0/facts/late', documentOf(unit({ late: 3 })), documentOf(unit({ late: '3' }))],
    [
      'NOT_A_NUMBER',
      '/units/0/facts/late/verified',
      documentOf(unit({ late: { declared: '3', verified: 3 } })),
      documentOf(unit({ late: { declared: '3', verified: '3' } })),
    ],
    [
      'LESS_THAN',
      '/units/0/facts/villages',
      documentOf(unit({ villages: '0' })),
      documentOf(unit({ villages: '1' })),
    ],
    [
      'NOT_AN_OPTION',
      '/units/0/facts/votes/declared/spoiled',
      documentOf(unit({ votes: { declared: { spoiled: '1' } } })),
      documentOf(unit({ votes: { declared: { poor: '1' } } })),
    ],
    [
      'MORE_THAN',
      '/units/0/facts/done',
      documentOf(unit({ done: '13', villages: '12' })),
      documentOf(unit({ done: '13' })),
    ],
    [
      'MORE_THAN',
      '/units/0/facts/done',
      documentOf(unit({ done: { declared: '13', verified: '12' }, villages: '12' })),
      documentOf(unit({ done: { verified: '12' }, villages: '12' })),
    ],
    [
      'UNKNOWN_KEY',
      '/units/0/facts/late',
      documentOf(unit({ late: { declared: '3', note: 'x' } })),
      documentOf(unit({ late: { declared: '3' } })),
    ],
    [
      'TOO_SMALL',
      '/units/0/facts/late/notApplicable',
      documentOf(unit({ late: { notApplicable: '' } })),
      documentOf(unit({ late: { notApplicable: '无' } })),
    ],
    [
      'VALUE_BESIDE_NOT_APPLICABLE',
      '/units/0/facts/late',
      documentOf(unit({ late: { verified: '3', notApplicable: '无' } })),
      documentOf(unit({ late: { declared: '3', notApplicable: '无' } })),
    ],
    [
      'RESERVED_KEY',
      '/units/0/facts',
      documentOf(unit(JSON.parse('{"__proto__":{"late":"1"}}'))),
      documentOf(unit({})),
    ],
  ])('%s at %s, and at a right neighbour nothing', (code, path, wrong, right) => {
    const found = problemsOf(wrong);
    expect(found).toMatchObject([{ code, path }]);
    found.forEach(expectBothLanguages);
    expect(problemsOf(right)).toEqual([]);
  });

  it('TOO_DEEP: endless brackets are refused, not walked', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(problemsOf(documentOf(unit({ late: deep })))).toMatchObject([{ code: 'TOO_DEEP' }]);
  });

  it('suggests the fact that is probably meant', () => {
    expect(problemsOf(documentOf(unit({ Vilages: '3' })))[0]?.fix.en).toContain('Is "villages" meant?');
    expect(problemsOf(documentOf(unit({ weather: '3' })))[0]?.fix.en).not.toContain('meant?');
  });

  it('MORE_PROBLEMS: a document with a wrong name everywhere is answered quickly and not with all of it', () => {
    const wrong = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`late${index}`, '1']));
    const found = problemsOf(documentOf(unit(wrong)));
    expect(found).toHaveLength(mostProblems + 1);
    expect(found[mostProblems]?.code).toBe('MORE_PROBLEMS');
  });

  it('accepts what the engine can read, and the engine reads what it accepts', () => {
    for (const each of [book, ...Object.values(defaultRuleBooks)]) {
      fc.assert(
        fc.property(unitsFor(each, { to: 3 }), (units) => {
          const document: FactsDocument = { format: 'heng-facts/1', units };
          const parsed = parseFacts(JSON.parse(JSON.stringify(document)), each);
          expect(parsed).toEqual({ ok: true, document });
        }),
        { numRuns: 30 },
      );
    }
  });

  it('never throws on arbitrary JSON, and what it accepts can be scored', () => {
    const engine = compile(book);
    const names = fc.constantFrom(...book.facts.map(({ id }) => id));
    const values = fc.oneof(
      fc.constantFrom('1', '0', '100', true, null, [], {}, { good: '1' }, { declared: '5' }),
      fc.jsonValue(),
    );
    const likely = fc.dictionary(names, values).map((facts) => documentOf(unit(facts)));
    fc.assert(
      fc.property(fc.oneof(likely, fc.jsonValue()), (json) => {
        const parsed = parseFacts(json, book);
        if (parsed.ok) engine.assess(parsed.document.units);
        else parsed.problems.forEach(expectBothLanguages);
      }),
      { numRuns: 500 },
    );
  });
});
