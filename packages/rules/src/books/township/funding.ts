import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact, share } from '../authoring/measures.js';
import { decided, fromDocument, fromReport, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

/** C 经费与阵地, 15 points. */
export const funding: Section = {
  id: 'C',
  title: text('经费与阵地', 'Funding and places'),
  role: 'base',
  points: '15',
  indicators: [
    {
      id: 'H19',
      title: text('经费纳入本级预算', "Funding is in the township's budget"),
      points: '3',
      scoredBy: bodies.office,
      measure: fact('funding-in-budget'),
      score: { method: 'threshold', comparison: 'at-least', at: '1' },
      missing: 'wait',
      answers: ['P20', 'P24', 'P36'],
      catalogue: ['M01'],
      library: 'H19',
      provenance: [
        ...own('/points'),
        fromReport(
          '/score/at',
          '报告对策：经费进年度预算（是 = 1）。',
          'The reports ask for funding in the yearly budget (yes = 1).',
        ),
      ],
    },
    {
      id: 'H20',
      title: text('妇女人均工作经费', 'Funding per woman'),
      points: '4',
      scoredBy: bodies.office,
      measure: share('funding-allocated', 'women-total'),
      score: { method: 'proportion', target: '1.0', capShare: '1' },
      missing: 'wait',
      answers: ['P03', 'P20', 'P24', 'P27', 'P36'],
      catalogue: ['M05', 'M18'],
      library: 'H20',
      provenance: [
        ...own('/points', '/score/capShare'),
        fromDocument(
          '/score/target',
          '福建标准每名妇女 1 元（莆田已 2 元）。',
          'The Fujian standard of 1 yuan per woman (Putian has reached 2).',
        ),
      ],
    },
    {
      id: 'H21',
      title: text('经费支出率', 'Share of the funding spent'),
      points: '2',
      scoredBy: bodies.office,
      measure: share('funding-spent', 'funding-allocated', { value: '0' }),
      score: {
        method: 'tiers',
        form: 'step',
        bands: [
          { to: '0.6', share: '0' },
          { from: '0.6', to: '0.8', share: '0.5' },
          { from: '0.8', to: '0.9', share: '0.75' },
          { from: '0.9', share: '1' },
        ],
      },
      missing: 'wait',
      answers: ['P36'],
      catalogue: ['M13'],
      library: 'H21',
      provenance: [
        ...own('/points', '/score/bands'),
        decided(
          '/score/bands/3',
          '支出只计拨付经费，录入时不得超过拨付，故最高为 100%。',
          'Only allocated funds count and entry refuses more than the allocation, so 100% is the most.',
        ),
        decided(
          '/measure/whenZero/value',
          '一分未拨即无支出，按 0 计。',
          'Nothing allocated is nothing spent: counts as 0.',
        ),
      ],
    },
    {
      id: 'H22',
      title: text('妇女之家达标率', "Women's homes up to standard"),
      points: '4',
      scoredBy: bodies.organization,
      measure: share('womens-homes-up-to-standard', 'womens-homes-inspected'),
      score: { method: 'proportion', target: '1', capShare: '1' },
      missing: 'wait',
      answers: ['P23', 'P34'],
      catalogue: ['M04'],
      library: 'H22',
      provenance: [
        ...own('/points', '/score/target', '/score/capShare'),
        fromDocument(
          '/measure/of/1',
          '每个乡镇随机抽 2 个（鲤城做法）。',
          'Two drawn at random in each township (Licheng practice).',
        ),
      ],
    },
    {
      id: 'H23',
      title: text('社会资源与公益项目', 'Social resources and public-welfare projects'),
      points: '2',
      scoredBy: bodies.development,
      measure: fact('social-projects'),
      score: { method: 'steps', base: '0', origin: '0', above: { points: '0.5', per: '1', partial: 'down' } },
      missing: 'wait',
      answers: ['P03', 'P27', 'P29'],
      catalogue: ['M10'],
      library: 'H23',
      provenance: [...own('/points', '/score/base', '/score/origin', '/score/above')],
    },
  ],
};
