import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact, ratio } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';
import { trainingTask } from './training-task.js';

/** 加分: four parts, each capped by its own points, together by 10. 无文件不加: what is not recorded earns nothing. */
export const bonus: Section = {
  id: 'bonus',
  title: text('加分', 'Bonus'),
  role: 'bonus',
  points: '10',
  indicators: [
    {
      id: 'H44',
      title: text('表彰', 'Commendations'),
      points: '6',
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
      provenance: [...own('/points', '/score/worth', '/score/sameMatter')],
    },
    {
      id: 'H42',
      title: text('创新项目', 'Innovation project'),
      points: '2',
      scoredBy: bodies.assessmentOffice,
      measure: { kind: 'none' },
      score: {
        method: 'choice',
        fact: 'innovation-award',
        worth: [
          { option: 'none', points: '0' },
          { option: 'third', points: '0.5' },
          { option: 'second', points: '1' },
          { option: 'first', points: '2' },
        ],
      },
      missing: 'zero',
      answers: ['P40'],
      catalogue: ['M37'],
      library: 'H42',
      provenance: [...own('/points', '/score/worth')],
    },
    {
      id: 'H43',
      title: text('经验推广', 'Experience promoted'),
      points: '2',
      scoredBy: bodies.assessmentOffice,
      measure: { kind: 'none' },
      score: {
        method: 'records-worth',
        fact: 'promoted-experience',
        worth: [
          { level: 'provincial', points: '2' },
          { level: 'municipal', points: '1' },
          { level: 'county', points: '0.5' },
        ],
        sameMatter: 'highest',
      },
      missing: 'zero',
      catalogue: ['M32'],
      library: 'H43',
      provenance: [
        ...own('/points', '/score/worth'),
        decided(
          '/score/worth/0',
          '国家级推广按省级计。',
          'Promotion at national level counts as provincial.',
        ),
        decided(
          '/score/sameMatter',
          '同一经验取最高层级，与表彰一致。',
          'One experience counts at its highest level, as commendations do.',
        ),
      ],
    },
    {
      id: 'H27-over',
      title: text('技能培训超额', 'Skills training beyond the task'),
      points: '1',
      scoredBy: bodies.development,
      measure: ratio(fact('training-attendances'), trainingTask),
      score: {
        method: 'steps',
        base: '0',
        origin: '1',
        above: { points: '0.2', per: '0.1', partial: 'down' },
      },
      missing: 'zero',
      catalogue: ['M11'],
      library: 'H27',
      provenance: [
        ...own('/points', '/score/base', '/score/origin', '/score/above', '/measure/of/1/of/1/value'),
        decided(
          '/score/above/partial',
          '超出部分每满 10% 计一次，不足的不计。',
          'Counted for each full 10% beyond the task.',
        ),
      ],
    },
  ],
};
