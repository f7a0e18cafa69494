import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact, share } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

const collegeShare = share('chairs-with-college-education', 'chairs-total');

/** B 队伍与培训, 16 points. */
export const team: Section = {
  id: 'B',
  title: text('队伍与培训', 'Team and training'),
  role: 'base',
  points: '16',
  indicators: [
    {
      id: 'H11',
      title: text('主席县级以上培训覆盖率', 'Chairs trained at county level or above'),
      points: '4',
      scoredBy: bodies.organization,
      measure: share('chairs-trained', 'chairs-total'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      missing: 'wait',
      answers: ['P09', 'P17'],
      catalogue: ['M05'],
      library: 'H11',
      provenance: [...own('/points', '/score/target', '/score/capShare')],
    },
    {
      id: 'H12',
      title: text('乡级培训班次', 'Courses held by the township'),
      points: '3',
      scoredBy: bodies.organization,
      measure: fact('township-courses'),
      score: { method: 'steps', base: '0', origin: '0', above: { points: '1.5', per: '1', partial: 'down' } },
      missing: 'wait',
      answers: ['P17'],
      catalogue: ['M10'],
      library: 'H12',
      provenance: [...own('/points', '/score/base', '/score/origin', '/score/above')],
    },
    {
      id: 'H13',
      title: text('业务知识测试合格率', 'Pass rate of the knowledge test'),
      points: '2',
      scoredBy: bodies.organization,
      measure: share('chairs-passed', 'chairs-tested'),
      score: { method: 'proportion', target: '0.9', capShare: '1' },
      missing: 'wait',
      answers: ['P09', 'P17', 'P18', 'P28', 'P30'],
      catalogue: ['M05'],
      library: 'H13',
      provenance: [...own('/points', '/score/target', '/score/capShare')],
    },
    {
      id: 'H14',
      title: text('大专以上主席占比进步', 'Gain in the share of chairs with college education'),
      points: '2',
      scoredBy: bodies.organization,
      measure: { kind: 'difference', of: [collegeShare, { kind: 'previous', of: collegeShare }] },
      score: {
        method: 'steps',
        base: '0',
        origin: '0',
        above: { points: '0.5', per: '0.01', partial: 'proportional' },
      },
      finish: {
        exceptions: [
          {
            when: { kind: 'compare', left: collegeShare, comparison: 'at-least', right: '0.6' },
            points: 'full',
            because: text('大专以上占比已达 60%，得满分', 'Already at 60% or more: full points'),
          },
        ],
        floor: '0',
      },
      missing: 'wait',
      answers: ['P16', 'P28'],
      catalogue: ['M47'],
      library: 'H14',
      provenance: [
        ...own('/points', '/score/base', '/score/origin', '/score/above', '/finish/floor'),
        decided(
          '/score/above/partial',
          '不足 1 个百分点按比例。',
          'Part of a percentage point counts in proportion.',
        ),
        ...own('/finish/exceptions/0/points'),
        decided('/finish/exceptions/0/when/right', '县 B 实况 45.9%。', 'County B stood at 45.9%.'),
      ],
    },
    {
      id: 'H15',
      title: text('45 岁以下主席占比', 'Chairs aged 45 or under'),
      points: '2',
      scoredBy: bodies.organization,
      measure: share('chairs-aged-45-or-under', 'chairs-total'),
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
      answers: ['P16', 'P28'],
      catalogue: ['M45'],
      library: 'H15',
      provenance: [
        ...own('/points', '/score/c', '/score/d', '/score/low', '/score/high'),
        decided(
          '/score/whenEqual',
          '同组全部相同时无高低之分，得满分。',
          'When all of the cohort are equal nobody is behind: full points.',
        ),
      ],
    },
    {
      id: 'H16',
      title: text('村主席补贴兑现率', 'Chair subsidies paid in full and on time'),
      points: '3',
      scoredBy: bodies.office,
      measure: share('subsidy-months-paid', 'subsidy-months-due'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      finish: {
        exceptions: [
          {
            when: {
              kind: 'compare',
              left: fact('longest-arrears-days'),
              comparison: 'more-than',
              right: '90',
            },
            points: '0',
            because: text(
              '有补贴拖欠超过 90 天，得 0 分',
              'A subsidy was more than 90 days in arrears: 0 points',
            ),
          },
        ],
      },
      missing: 'wait',
      answers: ['P19', 'P37'],
      catalogue: ['M05', 'M27'],
      library: 'H16',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare', '/finish/exceptions/0/points'),
        decided(
          '/finish/exceptions/0/when/right',
          '报告：拖欠“一至二年甚至更久”。',
          'The reports found arrears of one or two years and more.',
        ),
      ],
    },
  ],
};
