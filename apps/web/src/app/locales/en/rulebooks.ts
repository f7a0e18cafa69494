import type { rulebooks as original } from '../zh-CN/rulebooks.js';

/** English: the words of rulebooks, with the same keys. */
export const rulebooks: typeof original = {
  rulebooks: {
    title: 'Rule books',
    none: 'There is no rule book yet. Start from a default one, or import one.',
    compareAmended: 'Compare with what it amends',
    openWorkshop: 'Open the workshop',
    version: 'version {{version}}',
    total: '{{points}} points in total',
    hash: 'Fingerprint',
    download: 'Download JSON',
    defaults: '◇ marks default parameters without a cited document; adapt them to your local document.',
    default: 'has default parameters',
    findings: 'Findings: {{count}}',
    facts: 'Facts collected ({{count}})',
    points: '{{points}} points',
    scoredBy: 'Scored by: {{by}}',
    indicatorCount: '{{count}} indicators',
    effective: 'valid {{from}} to {{to}}',
    notInForce: 'This text is not published: nobody is assessed by it.',
    amended: 'Amendment, in force from {{from}}. Reason: {{reason}}',
    ordinals: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
    numbered: '{{number}}. ',
    column: {
      number: 'No.',
      indicator: 'Indicator',
      points: 'Points',
      clause: 'How it is scored',
      scoredBy: 'Scored by',
    },
    status: { draft: 'draft', reviewed: 'reviewed', published: 'published' },
    severity: { error: 'Error', warning: 'Warning', advice: 'Advice' },
    role: {
      base: '{{points}} points',
      bonus: 'bonus, at most {{points}}',
      deduction: 'deduction, at most {{points}}',
      derived: '{{points}} points, in no total',
    },
  },
};
