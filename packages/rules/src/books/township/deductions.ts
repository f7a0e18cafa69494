import type { Indicator } from '../../format/indicator.js';
import type { Section } from '../../format/rule-book.js';
import { bodies } from '../authoring/bodies.js';
import { fact } from '../authoring/measures.js';
import { decided, own } from '../authoring/provenance.js';
import { text } from '../authoring/text.js';

const perOccurrence = (
  id: string,
  title: Indicator['title'],
  counted: string,
  scoredBy: Indicator['scoredBy'],
): Indicator => ({
  id,
  title,
  points: '10',
  scoredBy,
  measure: fact(counted),
  score: { method: 'steps', base: '0', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
  missing: 'zero',
  catalogue: ['M21'],
  provenance: [
    ...own('/score/base', '/score/origin', '/score/above'),
    decided(
      '/points',
      '单项不另设限，以减分合计 10 分为限。',
      'No limit of its own; the 10 points of all deductions are the limit.',
    ),
  ],
});

/** 减分: together at most 10; vetoes are apart. What nobody recorded costs nothing. */
export const deductions: Section = {
  id: 'deductions',
  title: text('减分', 'Deductions'),
  role: 'deduction',
  points: '10',
  indicators: [
    {
      id: 'criticised',
      title: text('被通报批评', 'Criticised in a circular'),
      points: '10',
      scoredBy: bodies.assessmentOffice,
      measure: { kind: 'none' },
      score: {
        method: 'records-worth',
        fact: 'criticisms',
        worth: [
          { level: 'national', points: '-5' },
          { level: 'provincial', points: '-3' },
          { level: 'municipal', points: '-2' },
          { level: 'county', points: '-1' },
        ],
        sameMatter: 'all',
      },
      missing: 'zero',
      catalogue: ['M24'],
      provenance: [
        ...own('/score/worth'),
        decided('/score/sameMatter', '“每次”：每份通报各计一次。', 'Each circular counts.'),
        decided(
          '/points',
          '单项不另设限，以减分合计 10 分为限。',
          'No limit of its own; the 10 points of all deductions are the limit.',
        ),
      ],
    },
    perOccurrence(
      'complaints',
      text('妇女群众投诉查实', 'Complaints of women upheld'),
      'complaints-upheld',
      bodies.rights,
    ),
    perOccurrence(
      'rectification',
      text('整改逾期', 'Rectification overdue'),
      'rectifications-overdue',
      bodies.office,
    ),
    {
      id: 'self-gap',
      title: text('自评虚高', 'Own assessment too high'),
      points: '0.5',
      scoredBy: bodies.assessmentOffice,
      measure: { kind: 'self-gap' },
      score: { method: 'threshold', comparison: 'at-least', at: '10', metPoints: '-0.5', unmetPoints: '0' },
      missing: 'zero',
      catalogue: ['M21'],
      provenance: [
        ...own('/points', '/score/at', '/score/metPoints', '/score/unmetPoints'),
        decided('/score/comparison', '“10 分以上”含 10 分。', '"10 or more" includes 10.'),
      ],
    },
  ],
};
