import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { parseRuleBook } from '@heng/rules';
import fc from 'fast-check';
import { labelledClauses } from '../natural/index.js';
import type { DraftContext } from './draft-context.js';
import { draftIndicator } from './draft-indicator.js';
import { proposeRuleBook } from './proposal/propose-rule-book.js';
import { questionsOf } from './questions-of.js';
import { readClause } from './read-clause.js';
import { withUsualChoices } from './scored-draft.js';
import { trialBook } from './trial.js';

jest.setTimeout(180_000);

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'cases');
const labelled = labelledClauses(readFileSync(join(folder, 'clauses.jsonl'), 'utf8'));

const pieces = [
  '未制定',
  '缺席',
  '每',
  '1次',
  '扣1分',
  '得2分',
  '加',
  '分',
  '，',
  '。',
  '；',
  '达',
  '90%',
  '以上',
  '以下',
  '60%-80%',
  '每低1个百分点',
  '扣0.5分',
  '不得分',
  '扣完为止',
  '最高不超过',
  '5分',
  '排名前3名',
  '得满分',
  '其余',
  '依次递减0.2分',
  '省级',
  '市级',
  '酌情扣分',
  '一票否决',
  '第一次',
  '第二次',
  '平均分',
  '折算',
  '按比例',
  '超目标任务',
  '0.9',
  '加倍',
  '否则',
  '无',
  '和',
  '、',
  '(',
  ')',
  '“',
  '“',
  '1:2',
  '×',
  '÷',
  '=',
  '人均2元',
  '制度健全',
  '10',
  '万元',
  '前10%',
];
const clause = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .constantFrom(...labelled.map(({ text }) => text))
    .chain((text) =>
      fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => text.slice(0, a) + text.slice(b)),
    ),
);
const context: fc.Arbitrary<DraftContext> = fc.record({
  indicator: fc.constantFrom('组织建设', '', '结案率达到90%', '“甲”、乙（10分）', '名次', '__proto__'),
  points: fc.constantFrom(null, '5', '0.5', '100', '0'),
  role: fc.constantFrom('base' as const, 'bonus' as const, 'deduction' as const),
});

it('reads, asks and drafts any text without an exception, and without answers is never finished while something is open', () => {
  fc.assert(
    fc.property(clause, context, (text, around) => {
      const reading = readClause(text, around);
      const questions = questionsOf(reading, around);
      const made = draftIndicator(reading, around);
      expect(made.ok).toBe(questions.length === 0);
      if (!made.ok) expect(made.open.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    }),
    { numRuns: 300 },
  );
});

it('with every question answered there is a rule that a book can have, or nothing that scores', () => {
  fc.assert(
    fc.property(clause, context, (text, around) => {
      const made = draftIndicator(readClause(text, around), around, withUsualChoices(text, around));
      if (!made.ok) throw new Error(`open: ${made.open.map(({ id }) => id).join(', ')}`);
      if (made.indicator === null) return;
      const needed = made.facts.map((fact) => ({ fact, trial: { good: '0', tries: [] } }));
      const book = trialBook(made.indicator, needed, { context: around, vetoes: made.vetoes });
      const parsed = parseRuleBook(JSON.parse(JSON.stringify(book)) as unknown);
      expect(parsed).toMatchObject({ ok: true });
    }),
    { numRuns: 150 },
  );
});

it('ids of questions name code and place, and no two questions share one', () => {
  for (const { text, context: around } of labelled) {
    const context = {
      indicator: around.indicator,
      points: around.points === null ? null : String(around.points),
    };
    const ids = questionsOf(readClause(text, context), context).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z-]+@\d+(\.\d+)?$/u);
  }
});

it('every labelled clause that scores becomes a rule once its questions are answered, or says why it is judged', () => {
  for (const { text, context: around, methods } of labelled) {
    const context = {
      indicator: around.indicator,
      points: around.points === null ? null : String(around.points),
    };
    const made = draftIndicator(readClause(text, context), context, withUsualChoices(text, context));
    if (!made.ok) throw new Error(text);
    const isTold =
      made.indicator !== null ||
      made.vetoes.length + made.grades.length + made.notes.length + made.leftOut.length > 0;
    if (methods.length > 0 && !methods.every((method) => method.startsWith('C')))
      expect([text, isTold]).toEqual([text, true]);
    if (made.isByHand) expect(made.byHand.length).toBeGreaterThan(0);
  }
});

const row = fc.record({
  number: fc.constant(null),
  item: fc.constantFrom('组织建设', '宣传', '台账'),
  requirement: fc.constant(null),
  points: fc.constantFrom(null, '5', '2.5', '0'),
  standard: fc.oneof(fc.constant(null), clause),
  department: fc.constant(null),
  evidence: fc.constant(null),
  remark: fc.constant(null),
  place: fc.constantFrom({ address: 'A1' }, { address: 'A2' }),
});

it('any table gives a proposal whose book, when nothing is open, is a rule book', () => {
  const section = fc.record({
    title: fc.constantFrom('一、基础', '加分', ''),
    points: fc.constantFrom(null, '10', '7'),
    role: fc.constantFrom('base' as const, 'bonus' as const, 'deduction' as const, 'veto' as const),
    rows: fc.array(row, { maxLength: 4 }),
    sections: fc.constant([]),
    place: fc.constantFrom({ address: 'S1' }, { address: 'S2' }),
  });
  const regulation = fc.record({
    title: fc.constant(null),
    year: fc.constant(2026),
    issuer: fc.constant(null),
    total: fc.constantFrom(null, { points: '100' }),
    sections: fc.array(section, { maxLength: 3 }),
    notes: fc.constant([]),
  });
  fc.assert(
    fc.property(regulation, (input) => {
      const proposal = proposeRuleBook(input, {}, { suggestions: 'take', consequences: false });
      const rows = proposal.figures;
      expect(rows.understood + rows.asked + rows.byHand + rows.leftOut).toBe(rows.rows);
      if (proposal.openQuestions === 0 && proposal.book === null) {
        // A book needs something that scores.
        expect(
          proposal.problems
            .map(({ path }) => path)
            .filter((path) => !['/sections', '/facts', ''].includes(path)),
        ).toEqual([]);
      }
    }),
    { numRuns: 120 },
  );
});
