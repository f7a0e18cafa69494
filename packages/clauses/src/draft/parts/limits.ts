import type { Statement } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { isLess, product } from '../measure-terms.js';

/**
 * The most that a statement can earn: its own cap, or the answer to whether there is one. Null: only the points of the item bound it.
 */
export function mostOf(
  statement: Statement,
  draft: Drafting,
  own: string | null,
  beside = '0',
): string | null {
  const cap = capBehind(statement, draft);
  if (cap !== null) return cap;
  if (own !== null) return own;
  if (!draft.isOpen('cap-unstated', statement) || draft.asking.hasAsked('cap-unstated')) return null;
  const { choice, value } = draft.ask({
    code: 'cap-unstated',
    span: statement.span,
    ask: {
      zh: '没有写最多得多少分，封顶是多少？',
      en: 'It is not said how much can be earned at most. What is the limit?',
    },
    choices: [
      {
        id: 'points',
        label: { zh: `以本项 ${draft.full} 分为限`, en: `the ${draft.full} points of the item` },
      },
      {
        id: 'number',
        label: { zh: '这一部分最多（填分数）', en: 'this part at most (fill in)' },
        needsValue: true,
      },
    ],
    suggested: 'points',
    input: { kind: 'number', unit: { zh: '分', en: 'points' } },
    example: beside === '0' ? halfOf(draft.full) : '1',
  });
  if (choice === 'number' && value !== undefined) return isLess(draft.full, value) ? draft.full : value;
  return null;
}

const halfOf = (points: string): string => product(points, '0.5');

/** 最多2分 behind a statement, and before the next one that earns or costs. */
export function capBehind(statement: Statement, draft: Drafting): string | null {
  const { statements } = draft.reading;
  const at = statements.indexOf(statement);
  for (const next of statements.slice(at + 1)) {
    if (next.kind === 'cap') {
      if (next.scope !== 'clause' || next.of === 'deduction') continue;
      return draft.priceOf(next.points);
    }
    if (next.kind !== 'same-matter' && next.kind !== 'proviso' && next.kind !== 'item-points') return null;
  }
  return null;
}
