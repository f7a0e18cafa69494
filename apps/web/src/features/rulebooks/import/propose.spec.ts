import { parseRuleBook } from '@heng/rules';
import { smallRegulation } from '../../../../test/small-regulation.js';
import { openQuestions, progressOf, rowsOf, suggestedAnswer } from './proposal.js';
import { headOf, propose } from './propose.js';

const head = headOf(smallRegulation, { issuer: '县妇联', year: 2027, taken: new Set(['imported-2026']) });

describe('what is proposed for an ordinary 细则', () => {
  it('takes the head from the file and guesses the rest', () => {
    expect(head).toMatchObject({
      title: '妇联工作考核细则',
      issuer: '县妇联',
      year: '2026',
      id: 'imported-2026-2',
    });
  });

  it('has every row of the file with the place where it stands', () => {
    const rows = rowsOf(propose(smallRegulation, {}, head));
    expect(rows.map(({ item, row }) => [item, row?.place.address])).toEqual([
      ['台账', '考核表!C3'],
      ['例会', '考核表!C4'],
      ['总体印象', '考核表!C5'],
    ]);
  });

  it('marks the words that were understood', () => {
    const [ledger] = rowsOf(propose(smallRegulation, {}, head));
    const words = ledger?.understood.map(({ start, end }) => ledger.text.slice(start, end)).join('');
    expect(words).toContain('得1分');
  });

  it('counts what was understood and what people have to score', () => {
    expect(progressOf(propose(smallRegulation, {}, head))).toMatchObject({
      rows: 3,
      understood: 2,
      'by-hand': 1,
    });
  });

  it('asks about points that do not add up, and its book follows the answer', () => {
    const proposal = propose(smallRegulation, {}, head);
    const [question] = proposal.questions;
    expect(question?.ask.zh).toContain('“活动”写明 10 分');
    expect(proposal.book?.totalPoints).toBe('10');
    const rest = question?.choices.find(({ label }) => label.zh.includes('作为“其他”'));
    if (!question || !rest) throw new Error('a section that is short can be filled up');
    const filled = propose(smallRegulation, { [question.id]: { choice: rest.id } }, head);
    expect(filled.book?.totalPoints).toBe('16');
    expect(parseRuleBook(filled.book)).toMatchObject({ ok: true });
  });

  it('leaves no question open once every suggestion is taken', () => {
    const open = openQuestions(propose(smallRegulation, {}, head), {});
    expect(open.length).toBeGreaterThan(1);
    const answers = Object.fromEntries(
      open.flatMap((question) => {
        const usual = suggestedAnswer(question);
        return usual === null ? [] : [[question.id, usual]];
      }),
    );
    expect(openQuestions(propose(smallRegulation, answers, head), answers)).toEqual([]);
  });
});
