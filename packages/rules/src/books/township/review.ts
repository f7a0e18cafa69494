import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

/** G 评议, 10 points. */
export const review: Section = {
  id: 'G',
  title: text('评议', 'Review'),
  role: 'base',
  points: '10',
  indicators: [
    {
      id: 'H40',
      title: text('述职评议', 'Report to the review meeting'),
      points: '6',
      scoredBy: bodies.assessmentOffice,
      measure: {
        kind: 'panel-mean',
        fact: 'report-scores',
        drop: { high: 1, low: 1, fromJudges: 5 },
        minimumJudges: 3,
      },
      score: { method: 'proportion', target: '100', capShare: '1' },
      missing: 'wait',
      answers: ['P21', 'P35', 'P38'],
      catalogue: ['M52'],
      library: 'H40',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare', '/measure/drop'),
        decided(
          '/measure/minimumJudges',
          '回避后不足 3 名评委的不出分。',
          'Fewer than 3 judges after recusals give no score.',
        ),
      ],
    },
    {
      id: 'H41',
      title: text('民主测评', 'Democratic evaluation'),
      points: '4',
      scoredBy: bodies.assessmentOffice,
      measure: {
        kind: 'vote-mean',
        fact: 'evaluation-ballots',
        worth: [
          { option: 'excellent', points: '100' },
          { option: 'good', points: '80' },
          { option: 'fair', points: '60' },
          { option: 'poor', points: '40' },
        ],
        minimumValid: 8,
      },
      score: { method: 'proportion', target: '100', capShare: '1' },
      missing: 'wait',
      answers: ['P30'],
      catalogue: ['M53'],
      library: 'H41',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare', '/measure/worth', '/measure/minimumValid'),
      ],
    },
  ],
};
