import type { Veto, VetoEffect } from '@heng/rules';
import type { Veto as VetoStatement } from '../natural/index.js';
import type { Drafting } from './drafting.js';
import { eventName } from './fact-names.js';
import { text } from './fact-needs.js';

/** 一票否决 as vetoes of the book, each on a fact of its own. */
export const vetoesOf = (draft: Drafting): Veto[] =>
  draft.ofKind('veto').map((statement, at) => vetoOf(statement, at, draft));

function vetoOf(statement: VetoStatement, at: number, draft: Drafting): Veto {
  const named = eventName(statement.words).replace(/(?:的)?[,，]?(?:实行)?一票否[决优]$/u, '');
  const isEvent = named.length >= 5 && !/^(?:撤销|取消|否优|不得评|降)/u.test(named);
  const name = isEvent ? named : draft.item || named || '否决事项';
  const effect = vetoEffectOf(draft.said, statement, draft);
  const fact = draft.facts.boolean({
    title: name.slice(0, 60),
    trial: { good: false, tries: [true] },
  });
  const suffix = at === 0 ? '' : `-${at + 1}`;
  return {
    id: `${draft.context.id ?? 'item'}-v${suffix}`,
    title: text(name.slice(0, 200)),
    when: { kind: 'is-true', fact },
    effects: [effect],
  };
}

/** What a veto does: as the words say, or as the author decides. */
function vetoEffectOf(said: string, { span, effect }: VetoStatement, draft: Drafting): VetoEffect {
  const grades = gradesIn(draft);
  const words = `${effect?.text ?? ''}${said}`;
  if (/撤销|取消.*称号/u.test(words)) return { kind: 'withdraw-title' };
  if (/否优|不得评优|不得评为优|取消.*评优|不能评优/u.test(words))
    return { kind: 'grade-ceiling', grade: grades.second };
  if (/不合格|末等|最低等次|不称职/u.test(words)) return { kind: 'grade', grade: grades.last };
  if (/评先|奖励|表彰|评奖/u.test(words)) return { kind: 'no-award' };
  const { choice } = draft.ask({
    code: 'veto-effect-unstated',
    span,
    ask: { zh: '“一票否决”的后果没有写，是什么？', en: 'What follows from the veto is not said.' },
    choices: [
      { id: 'not-best', label: { zh: '不得评为最好等次（否优）', en: 'not the best grade' } },
      { id: 'last', label: { zh: '直接定为最低等次', en: 'the last grade' } },
      { id: 'no-award', label: { zh: '取消评先评优、奖励资格', en: 'no award' } },
      { id: 'withdraw', label: { zh: '撤销称号', en: 'the title is withdrawn' } },
    ],
    suggested: 'not-best',
  });
  switch (choice) {
    case 'last':
      return { kind: 'grade', grade: grades.last };
    case 'no-award':
      return { kind: 'no-award' };
    case 'withdraw':
      return { kind: 'withdraw-title' };
    default:
      return { kind: 'grade-ceiling', grade: grades.second };
  }
}

function gradesIn(draft: Drafting): { readonly second: string; readonly last: string } {
  const ids = draft.context.grades ?? ['excellent', 'good', 'qualified', 'unqualified'];
  const last = ids[ids.length - 1] ?? 'unqualified';
  return { second: ids[1] ?? last, last };
}
