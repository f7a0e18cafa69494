import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { decided } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

/** 加分, at most 5: the source lists none for unit committees, so only commendations at half the township's limit. */
export const bonus: Section = {
  id: 'bonus',
  title: text('加分', 'Bonus'),
  role: 'bonus',
  points: '5',
  indicators: [
    {
      id: 'commended',
      title: text('表彰', 'Commendations'),
      points: '5',
      scoredBy: bodies.assessmentOffice,
      measure: { kind: 'none' },
      score: {
        method: 'records-worth',
        fact: 'commendations',
        worth: [
          { level: 'national', points: '5' },
          { level: 'provincial', points: '3' },
          { level: 'municipal', points: '2' },
          { level: 'county', points: '1' },
        ],
        sameMatter: 'highest',
      },
      missing: 'zero',
      catalogue: ['M32'],
      library: 'H44',
      provenance: [
        decided(
          '/points',
          '封顶 5 分，为乡镇加分总封顶的一半。',
          'At most 5, half of the limit for townships.',
        ),
        decided('/score/worth', '与乡镇 H44 相同。', 'The same as H44 for townships.'),
        decided('/score/sameMatter', '同一事项取最高。', 'The highest of one matter.'),
      ],
    },
  ],
};

/** 减分, at most 5. */
export const deductions: Section = {
  id: 'deductions',
  title: text('减分', 'Deductions'),
  role: 'deduction',
  points: '5',
  indicators: [
    {
      id: 'criticised',
      title: text('被通报批评', 'Criticised in a circular'),
      points: '5',
      scoredBy: bodies.assessmentOffice,
      measure: { kind: 'none' },
      score: {
        method: 'records-worth',
        fact: 'criticisms',
        worth: [
          { level: 'national', points: '-5' },
          { level: 'provincial', points: '-3' },
          { level: 'municipal', points: '-2' },
          { level: 'county', points: '-1' },
        ],
        sameMatter: 'all',
      },
      missing: 'zero',
      catalogue: ['M24'],
      provenance: [
        decided('/points', '封顶 5 分，与加分对称。', 'At most 5, as the bonus.'),
        decided('/score/worth', '与乡镇减分相同。', 'The same as for townships.'),
        decided('/score/sameMatter', '每份通报各计一次。', 'Each circular counts.'),
      ],
    },
  ],
};
