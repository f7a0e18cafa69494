import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact, share } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

const scoredBy = bodies.townshipFederation;

/** 活动, 20 points. */
export const activities: Section = {
  id: 'activities',
  title: text('活动', 'Activities'),
  role: 'base',
  points: '20',
  indicators: [
    {
      id: 'V09',
      title: text('活动场次', 'Activities held'),
      points: '6',
      scoredBy,
      measure: fact('activities-total'),
      score: { method: 'proportion', target: '4', capShare: '1' },
      missing: 'wait',
      answers: ['P02'],
      catalogue: ['M05'],
      library: 'V09',
      provenance: [...own('/points', '/score/target', '/score/capShare')],
    },
    {
      id: 'V10',
      title: text('参与妇女占比', 'Share of women who took part'),
      points: '6',
      scoredBy,
      measure: share('women-participating', 'women-total'),
      score: { method: 'proportion', target: '0.3', capShare: '1' },
      missing: 'wait',
      answers: ['P29'],
      catalogue: ['M05'],
      library: 'V10',
      provenance: [...own('/points', '/score/target', '/score/capShare')],
    },
    {
      id: 'V11',
      title: text('非三月活动占比', 'Activities outside March'),
      points: '4',
      scoredBy,
      measure: share('activities-outside-march', 'activities-total', { value: '0' }),
      score: {
        method: 'tiers',
        form: 'step',
        bands: [
          { to: '0.5', points: '0' },
          { from: '0.5', to: '0.7', points: '2' },
          { from: '0.7', points: '4' },
        ],
      },
      missing: 'wait',
      answers: ['P02', 'P20'],
      catalogue: ['M13'],
      library: 'V11',
      provenance: [
        ...own('/points', '/score/bands'),
        decided('/measure/whenZero/value', '全年无活动按 0 计。', 'No activity in the year counts as 0.'),
      ],
    },
    {
      id: 'V12',
      title: text('活动类型', 'Kinds of activity'),
      points: '4',
      scoredBy,
      measure: fact('activity-kinds'),
      score: { method: 'steps', base: '0', origin: '0', above: { points: '1', per: '1', partial: 'down' } },
      missing: 'wait',
      answers: ['P02', 'P05', 'P40'],
      catalogue: ['M10'],
      library: 'V12',
      provenance: [...own('/points', '/score/base', '/score/origin', '/score/above')],
    },
  ],
};
