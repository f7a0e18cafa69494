import { digestOf } from '../../bench/digest.js';
import { taskBook } from '../../bench/task-book.js';
import { stream, taskFacts } from '../../bench/task-facts.js';
import { compile } from '../engine/compile.js';
import { parseRuleBook } from '../parse/parse-rule-book.js';
import { compileBatch } from './batch.js';
import { schemaOf } from './schema.js';

const batchOf = (count: number, group: number) => {
  const facts = taskFacts(count, group);
  return compileBatch(taskBook, schemaOf(taskBook, facts, { largestCohort: group })).bind(facts);
};

describe('the seeded task of the benchmark', () => {
  it('is a rule book that parses, and all its columns are worked out in integers', () => {
    expect(parseRuleBook(JSON.parse(JSON.stringify(taskBook)))).toMatchObject({ ok: true });
    expect(
      batchOf(16, 16)
        .report()
        .filter(({ why }) => why !== null),
    ).toEqual([]);
  });

  it.each([
    [16, '2d4b30184bd25e2aa8fd34ae87431d57a1e1afcd143682389d0c50e4e82d0373'],
    [1000, 'd46bb198c352e1e69da0125f542a5e50e0d97e1e311e3fc9541cf40bbf281775'],
  ])('[EX1] 1,000 units in groups of %i have the frozen totals, ranks and grades', (group, digest) => {
    const batch = batchOf(1000, group);
    batch.run();
    expect(digestOf(batch)).toBe(digest);
  });

  it.each([
    [320, 16],
    [300, 300],
  ])('[EX1] agrees with the explaining evaluator on %i units in groups of %i', (count, group) => {
    const batch = batchOf(count, group);
    batch.run();
    const { units } = compile(taskBook).assess(batch.asUnits(), { basis: 'declared' });
    expect(units.map((_, unit) => batch.outcome(unit))).toEqual(units);
  });

  it.each([16, 200])(
    '[EX1] after 400 edits in groups of %i the columns equal those of a full run',
    (group) => {
      const batch = batchOf(1000, group);
      batch.run();
      const next = stream(5);
      const edits = [
        'visits',
        'participations',
        'due-1',
        'hours',
        'complaints',
        'overdue',
        'scandal',
      ] as const;
      for (let edit = 0; edit < 400; edit += 1) {
        const fact = edits[next(edits.length)] ?? 'visits';
        const value = fact === 'scandal' ? next(2) === 1 : String(next(7));
        batch.set(fact, next(1000), value);
      }
      const edited = digestOf(batch);
      batch.run();
      expect(digestOf(batch)).toBe(edited);
    },
  );

  it('refuses a value for which the schema has no room, says what to do, and changes nothing', () => {
    const batch = batchOf(64, 16);
    batch.run();
    const before = digestOf(batch);
    expect(() => batch.set('visits', 3, '100000')).toThrow(/no room for 100000 as "visits".*bind again/);
    expect(() => batch.set('hours', 3, null)).toThrow(/no room for absent/);
    expect(() => batch.set('visits', 3, '1.5')).toThrow(RangeError);
    batch.run();
    expect(digestOf(batch)).toBe(before);
  });
});
