import { compile, FactsDocument, parseFacts, type Assessment } from '@heng/rules';
import { demonstrationFacts } from './index.js';

const documents = demonstrationFacts();
const lastYear = documents.find(({ name }) => name === 'township-previous')?.facts.units ?? [];
const assessments = new Map(
  documents.map(({ name, book, facts }): [string, Assessment] => [
    name,
    compile(book).assess(facts.units, name === 'township' ? { previous: lastYear } : {}),
  ]),
);
const assessmentOf = (name: string) => {
  const assessment = assessments.get(name);
  if (!assessment) throw new Error(`no assessment ${name}`);
  return assessment;
};
const statesOf = ({ units }: Assessment) =>
  new Set(units.flatMap(({ indicators }) => indicators.map(({ state }) => state)));
const unitOf = (name: string, unit: string) => assessmentOf(name).units.find((each) => each.name === unit);

describe('the facts of the demonstration', () => {
  it.each(documents.map(({ name, book, facts }) => [name, book, facts] as const))(
    'are a valid document under their book: %s',
    (_name, book, facts) => {
      const json: unknown = JSON.parse(JSON.stringify(facts));
      expect(FactsDocument.safeParse(json).success).toBe(true);
      const parsed = parseFacts(json, book);
      expect(parsed.ok ? [] : parsed.problems.slice(0, 3)).toEqual([]);
    },
  );

  it('carry the label of demonstration data', () => {
    for (const { facts } of documents) expect(facts.label?.zh).toMatch(/^演示数据/);
  });

  it('hold numbers as decimal text only', () => {
    const numbers: unknown[] = [];
    JSON.stringify(
      documents.map(({ facts }) => facts),
      (_key, value: unknown) => {
        if (typeof value === 'number') numbers.push(value);
        return value;
      },
    );
    expect(numbers).toEqual([]);
    for (const { book, facts } of documents) {
      const counted = book.facts.filter(({ kind }) => kind === 'number').map(({ id }) => id);
      for (const unit of facts.units) {
        for (const id of counted) {
          for (const side of ['declared', 'verified'] as const) {
            expect(unit.facts[id]?.[side] ?? '0').toMatch(/^\d{1,9}(\.\d{1,2})?$/);
          }
        }
      }
    }
  });

  it('rank and grade every unit', () => {
    for (const { book, facts } of documents) {
      const grades = new Set(book.grades.map(({ id }) => id));
      for (const [name, { units, problems }] of assessments) {
        expect({ name, problems }).toEqual({ name, problems: [] });
        for (const { rank, cohortSize, grade } of units) {
          expect(rank).toBeGreaterThanOrEqual(1);
          expect(rank).toBeLessThanOrEqual(cohortSize);
          expect(grades).toContain(grade);
        }
      }
      expect(facts.units.length).toBeGreaterThan(0);
    }
  });

  it('show every state of an indicator among the townships of this year', () => {
    expect(statesOf(assessmentOf('township'))).toEqual(
      new Set(['scored', 'missing', 'not-applicable', 'cannot-compute', 'vetoed', 'pending']),
    );
  });

  it('give every grade in each assessment', () => {
    for (const [name, { units }] of assessments) {
      expect({ name, grades: new Set(units.map(({ grade }) => grade)) }).toEqual({
        name,
        grades: new Set(['excellent', 'good', 'qualified', 'unqualified']),
      });
    }
  });

  it('leave nothing open in last year’s published assessment', () => {
    const states = statesOf(assessmentOf('township-previous'));
    for (const open of ['missing', 'pending', 'cannot-compute'] as const) expect(states).not.toContain(open);
  });

  it('show what a veto does: a zero and a ceiling, and an unqualified unit with a good total', () => {
    expect(unitOf('township', '老鹰岩渡口镇妇联')).toMatchObject({
      vetoes: ['falsification'],
      grade: 'good',
      indicators: expect.arrayContaining([
        expect.objectContaining({ id: 'H33', state: 'vetoed', points: '0' }),
      ]),
    });
    const concealed = unitOf('township', '大沙坪镇妇联');
    expect(concealed).toMatchObject({ vetoes: ['concealment'], grade: 'unqualified' });
    expect(Number(concealed?.total)).toBeGreaterThan(80);
  });

  it('have equal totals within a group, which the tie-breaks decide', () => {
    for (const name of ['township', 'village']) {
      const places = assessmentOf(name).units.map(({ cohort, total }) => `${cohort} ${total}`);
      expect({ name, equal: places.length - new Set(places).size > 0 }).toEqual({ name, equal: true });
    }
  });

  it('have units that judged themselves higher than they were found, one by ten points and more', () => {
    const gaps = assessmentOf('township').units.map(({ selfGap }) => Number(selfGap));
    expect(gaps.filter((gap) => gap > 0).length).toBeGreaterThan(3);
    expect(gaps.filter((gap) => gap >= 10)).toHaveLength(1);
  });

  it('spread: the best township does not reach 100 and the last stays under 60', () => {
    const totals = assessmentOf('township').units.map(({ total }) => Number(total));
    expect(Math.max(...totals)).toBeLessThan(100);
    expect(Math.min(...totals)).toBeLessThan(60);
    expect(Math.min(...totals)).toBeGreaterThan(50);
  });
});
