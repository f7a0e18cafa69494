import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact, share } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

/** 工作机制, 20 points. */
export const mechanisms: Section = {
  id: 'mechanisms',
  title: text('工作机制', 'Working mechanisms'),
  role: 'base',
  points: '20',
  indicators: [
    {
      id: 'U07',
      title: text('计划总结报送', 'Plans and reports handed in'),
      points: '4',
      scoredBy: bodies.office,
      measure: { kind: 'none' },
      score: {
        method: 'tally',
        base: '4',
        terms: [
          { title: text('迟报', 'late'), of: fact('papers-late'), points: '-1' },
          { title: text('缺报', 'missing'), of: fact('papers-missing'), points: '-2' },
        ],
      },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P26'],
      catalogue: ['M21'],
      library: 'U07',
      provenance: [
        ...own('/points', '/score/base', '/score/terms'),
        decided('/finish/floor', '扣完为止。', 'Deducted until nothing is left.'),
      ],
    },
    {
      id: 'U08',
      title: text('党组织研究妇女工作', "Party organisation sessions on women's work"),
      points: '4',
      scoredBy: bodies.office,
      measure: fact('party-organization-sessions'),
      score: { method: 'steps', base: '0', origin: '0', above: { points: '2', per: '1', partial: 'down' } },
      missing: 'wait',
      answers: ['P11', 'P32'],
      catalogue: ['M10'],
      library: 'U08',
      provenance: [...own('/points', '/score/base', '/score/origin', '/score/above')],
    },
    {
      id: 'U09',
      title: text('经费入单位预算', "Funding is in the unit's budget"),
      points: '4',
      scoredBy: bodies.office,
      measure: fact('funding-in-budget'),
      score: { method: 'threshold', comparison: 'at-least', at: '1' },
      missing: 'wait',
      answers: ['P20', 'P36'],
      catalogue: ['M01'],
      library: 'U09',
      provenance: [...own('/points', '/score/at')],
    },
    {
      id: 'U10',
      title: text('人均活动经费', 'Funding per woman employee'),
      points: '4',
      scoredBy: bodies.office,
      measure: share('activity-funding', 'women-employees'),
      score: { method: 'proportion', target: fact('approved-funding-per-head'), capShare: '1' },
      missing: 'wait',
      answers: ['P03', 'P24', 'P27'],
      catalogue: ['M05'],
      library: 'U10',
      provenance: [
        ...own('/points', '/score/capShare'),
        decided(
          '/score/target',
          '目标由县妇联按单位核定；县 A 实况每单位 2000—10000 元。',
          'The county federation sets the target for each unit; units of county A had 2,000–10,000 yuan.',
        ),
      ],
    },
    {
      id: 'U11',
      title: text('诉求办结率', 'Appeals resolved'),
      points: '4',
      scoredBy: bodies.rights,
      measure: share('appeals-resolved', 'appeals-received', 'not-applicable'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      notApplicable: { policy: 'exclude' },
      missing: 'wait',
      answers: ['P07', 'P31'],
      catalogue: ['M04', 'M50'],
      library: 'U11',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare', '/measure/whenZero', '/notApplicable/policy'),
      ],
    },
  ],
};
