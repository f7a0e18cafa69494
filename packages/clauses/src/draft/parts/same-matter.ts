import type { Levels } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';

/** Whether entries about one matter count all, or only the highest. */
export function sameMatterOf(levels: Levels, draft: Drafting): 'all' | 'highest' {
  if (levels.isHighestOnly || draft.ofKind('same-matter').length > 0) return 'highest';
  if (!draft.isOpen('same-item-highest-or-sum', levels)) return 'all';
  const { choice } = draft.ask({
    code: 'same-item-highest-or-sum',
    span: levels.span,
    ask: {
      zh: '同一事项符合几档的，怎么计？',
      en: 'How does one matter count that falls under several levels?',
    },
    choices: [
      { id: 'highest', label: { zh: '只计最高的一档', en: 'only the highest' } },
      { id: 'all', label: { zh: '各档都计，相加', en: 'all of them, added up' } },
    ],
    suggested: 'highest',
  });
  return choice === 'all' ? 'all' : 'highest';
}
