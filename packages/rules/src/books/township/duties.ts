import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

/** F 日常履职, 5 points. */
export const duties: Section = {
  id: 'F',
  title: text('日常履职', 'Daily duties'),
  role: 'base',
  points: '5',
  indicators: [
    {
      id: 'H38',
      title: text('任务按期办结', 'Tasks done in time'),
      points: '3',
      scoredBy: bodies.office,
      measure: { kind: 'none' },
      score: {
        method: 'tally',
        base: '3',
        terms: [
          { title: text('逾期', 'late'), of: fact('tasks-overdue'), points: '-0.3' },
          { title: text('未办', 'not done'), of: fact('tasks-undone'), points: '-1' },
        ],
      },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P26', 'P38'],
      catalogue: ['M21'],
      library: 'H38',
      provenance: [
        ...own('/points', '/score/base', '/finish/floor'),
        decided(
          '/score/terms',
          '同一任务逾期后仍未办的只计未办。',
          'A task that was late and never done counts as not done only.',
        ),
      ],
    },
    {
      id: 'H39',
      title: text('数据抽查不符', 'Data contradicted by spot checks'),
      points: '2',
      scoredBy: bodies.office,
      measure: fact('spot-check-mismatches'),
      score: {
        method: 'steps',
        base: '2',
        origin: '0',
        above: { points: '-0.5', per: '1', partial: 'down' },
      },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P26'],
      catalogue: ['M21'],
      library: 'H39',
      provenance: [...own('/points', '/score/base', '/score/origin', '/score/above', '/finish/floor')],
    },
  ],
};
