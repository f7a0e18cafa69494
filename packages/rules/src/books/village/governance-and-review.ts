import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact, share } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

const scoredBy = bodies.townshipFederation;

/** 治理, 10 points. */
export const governance: Section = {
  id: 'governance',
  title: text('治理', 'Governance'),
  role: 'base',
  points: '10',
  indicators: [
    {
      id: 'V18',
      title: text('妇女议事会', "Women's council"),
      points: '4',
      scoredBy,
      measure: fact('council-sessions'),
      score: { method: 'steps', base: '0', origin: '0', above: { points: '2', per: '1', partial: 'down' } },
      missing: 'wait',
      answers: ['P10', 'P39'],
      catalogue: ['M10'],
      library: 'V18',
      provenance: [...own('/points', '/score/base', '/score/origin', '/score/above')],
    },
    {
      id: 'V19',
      title: text('最美家庭、美丽庭院占比', 'Finest families and beautiful courtyards'),
      points: '6',
      scoredBy,
      measure: share('model-households', 'households-total'),
      score: {
        method: 'efficacy',
        c: '0.4',
        d: '0.6',
        better: 'higher',
        low: 'cohort',
        high: 'cohort',
        whenEqual: '1',
      },
      missing: 'wait',
      answers: ['P29'],
      catalogue: ['M45'],
      library: 'V19',
      provenance: [
        ...own('/points', '/score/low', '/score/high'),
        decided('/score/c', 'c、d 与乡镇 H15 相同。', 'c and d as in H15.'),
        decided('/score/d', '同上。', 'As above.'),
        decided(
          '/score/whenEqual',
          '同镇全部相同时无高低之分，得满分。',
          'When all of the township are equal nobody is behind: full points.',
        ),
      ],
    },
  ],
};

/** 评议, 10 points. */
export const review: Section = {
  id: 'review',
  title: text('评议', 'Review'),
  role: 'base',
  points: '10',
  indicators: [
    {
      id: 'V20',
      title: text('妇女代表测评', "Evaluation by the women's representatives"),
      points: '6',
      scoredBy,
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
      library: 'V20',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare'),
        decided('/measure/worth', '与乡镇 H41 相同。', 'The same as H41 for townships.'),
        decided(
          '/measure/minimumValid',
          '有效票不少于 8 张，与乡镇 H41 相同。',
          'At least 8 valid ballots, as in H41.',
        ),
      ],
    },
    {
      id: 'V21',
      title: text('乡镇日常评价', "The township's day-to-day judgement"),
      points: '4',
      scoredBy,
      measure: fact('township-circulars'),
      score: { method: 'steps', base: '4', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P26'],
      catalogue: ['M21'],
      library: 'V21',
      provenance: [
        ...own('/points', '/score/base', '/score/origin', '/score/above'),
        decided('/finish/floor', '扣完为止。', 'Deducted until nothing is left.'),
      ],
    },
  ],
};
