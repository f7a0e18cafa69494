import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact } from '../authoring/measures.js';
import { decided, fromDocument, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

const scoredBy = bodies.townshipFederation;

/** 组织队伍, 20 points. */
export const organization: Section = {
  id: 'organization',
  title: text('组织队伍', 'Organisation and team'),
  role: 'base',
  points: '20',
  indicators: [
    {
      id: 'V01',
      title: text('执委配备', 'Executive members'),
      points: '4',
      scoredBy,
      measure: fact('executive-members'),
      score: { method: 'threshold', comparison: 'at-least', at: '7' },
      missing: 'wait',
      answers: ['P08'],
      catalogue: ['M01'],
      library: 'V01',
      provenance: [
        ...own('/points'),
        fromDocument(
          '/score/at',
          '公开做法 7—15 人（开化 7—9 人，祁东 15 人），下限可改。',
          'Public practice 7–15 (Kaihua 7–9, Qidong 15); the minimum can be changed.',
        ),
      ],
    },
    {
      id: 'V02',
      title: text('主席进“两委”', 'The chair sits on the two committees'),
      points: '4',
      scoredBy,
      measure: fact('chair-in-two-committees'),
      score: { method: 'threshold', comparison: 'at-least', at: '1' },
      missing: 'wait',
      answers: ['P19', 'P37'],
      catalogue: ['M01'],
      library: 'V02',
      provenance: [...own('/points', '/score/at')],
    },
    {
      id: 'V03',
      title: text('主席在岗', 'The chair in office'),
      points: '3',
      scoredBy,
      measure: fact('chair-vacancy-days'),
      score: {
        method: 'tiers',
        form: 'step',
        bands: [
          { to: '15', toIncluded: true, points: '3' },
          { from: '15', fromIncluded: false, to: '30', toIncluded: true, points: '1.5' },
          { from: '30', fromIncluded: false, points: '0' },
        ],
      },
      missing: 'wait',
      answers: ['P01', 'P34'],
      catalogue: ['M13'],
      library: 'V03',
      provenance: [...own('/points', '/score/bands')],
    },
    {
      id: 'V04',
      title: text('参训次数', 'Trainings attended'),
      points: '5',
      scoredBy,
      measure: fact('chair-trainings'),
      score: { method: 'proportion', target: '2', capShare: '1' },
      missing: 'wait',
      answers: ['P17'],
      catalogue: ['M05'],
      library: 'V04',
      provenance: [...own('/points', '/score/target', '/score/capShare')],
    },
    {
      id: 'V05',
      title: text('信息完整', 'Complete records'),
      points: '4',
      scoredBy,
      measure: fact('record-gaps'),
      score: {
        method: 'steps',
        base: '4',
        origin: '0',
        above: { points: '-0.5', per: '1', partial: 'down' },
      },
      finish: { floor: '0' },
      missing: 'wait',
      answers: ['P06', 'P31'],
      catalogue: ['M21'],
      library: 'V05',
      provenance: [
        ...own('/points', '/score/base', '/score/origin', '/score/above'),
        decided('/finish/floor', '扣完为止。', 'Deducted until nothing is left.'),
      ],
    },
  ],
};

/** 阵地, 15 points. */
export const places: Section = {
  id: 'places',
  title: text('阵地', 'Places'),
  role: 'base',
  points: '15',
  indicators: [
    {
      id: 'V06',
      title: text('妇女之家“六有”', "The women's home has all six"),
      points: '6',
      scoredBy,
      measure: { kind: 'none' },
      score: {
        method: 'checklist',
        items: [
          { fact: 'home-has-place', title: text('有场所', 'Place'), points: '1' },
          { fact: 'home-has-sign', title: text('有标识', 'Sign'), points: '1' },
          { fact: 'home-has-team', title: text('有队伍', 'Team'), points: '1' },
          { fact: 'home-has-rules', title: text('有制度', 'Rules'), points: '1' },
          { fact: 'home-has-activities', title: text('有活动', 'Activities'), points: '1' },
          { fact: 'home-has-funds', title: text('有经费', 'Funds'), points: '1' },
        ],
      },
      missing: 'wait',
      answers: ['P23'],
      catalogue: ['M03'],
      library: 'V06',
      provenance: [
        ...own('/points'),
        decided(
          '/score/items',
          '“六有”的具体内容各地不一，按本地标准修改。',
          'What the six are differs from place to place; adapt them.',
        ),
      ],
    },
    {
      id: 'V07',
      title: text('妇女之家开放天数', "Days the women's home was open"),
      points: '5',
      scoredBy,
      measure: fact('home-open-days'),
      score: {
        method: 'tiers',
        form: 'step',
        bands: [
          { to: '100', points: '0' },
          { from: '100', to: '150', points: '1' },
          { from: '150', to: '200', points: '3' },
          { from: '200', points: '5' },
        ],
      },
      missing: 'wait',
      answers: ['P23'],
      catalogue: ['M13'],
      library: 'V07',
      provenance: [...own('/points', '/score/bands')],
    },
    {
      id: 'V08',
      title: text('经费到位', 'Funds arrived'),
      points: '4',
      scoredBy,
      measure: fact('funds-received'),
      score: { method: 'threshold', comparison: 'at-least', at: '1' },
      missing: 'wait',
      answers: ['P20', 'P24'],
      catalogue: ['M01'],
      library: 'V08',
      provenance: [...own('/points', '/score/at')],
    },
  ],
};
