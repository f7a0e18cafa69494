import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { constant, fact, product, ratio, share } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

const scoredBy = bodies.townshipFederation;

/** 服务维权, 25 points. */
export const service: Section = {
  id: 'service',
  title: text('服务维权', 'Services and rights'),
  role: 'base',
  points: '25',
  indicators: [
    {
      id: 'V13',
      title: text('需求办结率', 'Needs resolved'),
      points: '7',
      scoredBy,
      measure: ratio(fact('needs-resolved'), {
        kind: 'greatest',
        of: [fact('needs-registered'), constant('3')],
      }),
      score: { method: 'proportion', target: '1', capShare: '1' },
      missing: 'wait',
      answers: ['P07', 'P10', 'P39'],
      catalogue: ['M04'],
      library: 'V13',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare'),
        decided(
          '/measure/of/1/of/1/value',
          '登记不足 3 条的按 3 条作分母，与乡镇 H24 一致。',
          'With fewer than 3 registered the denominator is 3, as in H24.',
        ),
      ],
    },
    {
      id: 'V14',
      title: text('纠纷调解成功率', 'Family disputes settled'),
      points: '6',
      scoredBy,
      measure: share('disputes-settled', 'disputes-mediated', 'not-applicable'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      notApplicable: { policy: 'exclude' },
      missing: 'wait',
      answers: ['P15'],
      catalogue: ['M04', 'M50'],
      library: 'V14',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare', '/measure/whenZero', '/notApplicable/policy'),
      ],
    },
    {
      id: 'V15',
      title: text('困境妇女儿童走访率', 'Visits to women and children in difficulty'),
      points: '6',
      scoredBy,
      measure: share('vulnerable-visited-twice', 'vulnerable-registered', 'not-applicable'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      notApplicable: { policy: 'exclude' },
      missing: 'wait',
      answers: ['P15', 'P39'],
      catalogue: ['M04'],
      library: 'V15',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare'),
        decided(
          '/measure/whenZero',
          '在册为 0 的剔除折算。',
          'None on the register: left out and converted.',
        ),
        decided('/notApplicable/policy', '同上。', 'As above.'),
      ],
    },
    {
      id: 'V16',
      title: text('技能培训完成率', 'Skills training completed'),
      points: '4',
      scoredBy,
      measure: fact('training-attendances'),
      score: { method: 'proportion', target: product(fact('women-total'), constant('0.03')), capShare: '1' },
      missing: 'wait',
      answers: ['P04', 'P12'],
      catalogue: ['M05'],
      library: 'V16',
      provenance: [
        ...own('/points', '/score/capShare'),
        decided(
          '/score/target/of/1/value',
          '任务 = 妇女数 × 3%，与乡镇 H27 一致。',
          'Task = 3% of the women, as in H27.',
        ),
      ],
    },
    {
      id: 'V17',
      title: text('“两癌”筛查完成率', 'Two-cancer screening completed'),
      points: '2',
      scoredBy,
      measure: share('screenings-done', 'screenings-due', 'not-applicable'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      notApplicable: { policy: 'exclude' },
      missing: 'wait',
      answers: ['P07'],
      catalogue: ['M05', 'M50'],
      library: 'V17',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare'),
        decided(
          '/measure/whenZero',
          '没有筛查任务的剔除折算，与乡镇 H30 一致。',
          'Without a task: left out and converted, as in H30.',
        ),
        decided('/notApplicable/policy', '同上。', 'As above.'),
      ],
    },
  ],
};
