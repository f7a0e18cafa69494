import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

/** 日常, 10 points. */
export const duties: Section = {
  id: 'duties',
  title: text('日常', 'Daily duties'),
  role: 'base',
  points: '10',
  indicators: [
    {
      id: 'U19',
      title: text('任务按期办结', 'Tasks done in time'),
      points: '6',
      scoredBy: bodies.office,
      measure: { kind: 'none' },
      score: {
        method: 'tally',
        base: '6',
        terms: [
          { title: text('逾期', 'late'), of: fact('tasks-overdue'), points: '-0.5' },
          { title: text('未办', 'not done'), of: fact('tasks-undone'), points: '-2' },
        ],
      },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P26', 'P38'],
      catalogue: ['M21'],
      library: 'U19',
      provenance: [
        ...own('/points', '/score/base', '/score/terms'),
        decided('/finish/floor', '扣完为止。', 'Deducted until nothing is left.'),
      ],
    },
    {
      id: 'U20',
      title: text('抽查不符', 'Data contradicted by spot checks'),
      points: '4',
      scoredBy: bodies.office,
      measure: fact('spot-check-mismatches'),
      score: { method: 'steps', base: '4', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P26'],
      catalogue: ['M21'],
      library: 'U20',
      provenance: [
        ...own('/points', '/score/base', '/score/origin', '/score/above'),
        decided('/finish/floor', '扣完为止。', 'Deducted until nothing is left.'),
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
      id: 'U21',
      title: text('女职工满意度测评', 'Satisfaction of women employees'),
      points: '6',
      scoredBy: bodies.assessmentOffice,
      measure: {
        kind: 'vote-mean',
        fact: 'satisfaction-ballots',
        worth: [
          { option: 'excellent', points: '100' },
          { option: 'good', points: '80' },
          { option: 'fair', points: '60' },
          { option: 'poor', points: '40' },
        ],
        minimumValid: 8,
      },
      score: { method: 'proportion', target: '100', capShare: '1' },
      notApplicable: {
        policy: 'exclude',
        when: { kind: 'compare', left: fact('women-employees'), comparison: 'less-than', right: '8' },
      },
      missing: 'wait',
      answers: ['P30'],
      catalogue: ['M53', 'M50'],
      library: 'U21',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare', '/measure/minimumValid'),
        decided('/measure/worth', '与乡镇 H41 相同。', 'The same as H41 for townships.'),
        decided(
          '/notApplicable',
          '女职工不足 8 人的单位收不到 8 张有效票，剔除折算。',
          'With fewer than 8 women employees 8 valid ballots cannot be had: left out and converted.',
        ),
      ],
    },
    {
      id: 'U22',
      title: text('县妇联各部室评价', 'Ratings by the departments of the county federation'),
      points: '4',
      scoredBy: bodies.assessmentOffice,
      measure: {
        kind: 'rater-mean',
        fact: 'department-ratings',
        weights: [
          { group: 'organization', weight: '0.2' },
          { group: 'publicity', weight: '0.2' },
          { group: 'rights', weight: '0.2' },
          { group: 'development', weight: '0.2' },
          { group: 'office', weight: '0.2' },
        ],
        absent: 'renormalise',
      },
      score: { method: 'proportion', target: '100', capShare: '1' },
      missing: 'wait',
      answers: ['P21', 'P38'],
      catalogue: ['M55'],
      library: 'U22',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare'),
        decided(
          '/measure/weights',
          '各部室均权；部室按本地设置修改。',
          'Equal weights; adapt the departments to your own.',
        ),
        decided(
          '/measure/absent',
          '未评的部室不计，其余重新归一。',
          'A department that did not rate is left out and the weights are renormalised.',
        ),
      ],
    },
  ],
};
