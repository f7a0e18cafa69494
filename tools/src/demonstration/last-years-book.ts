import type { Indicator, RuleBook, Section } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';

/**
 * The township book as it was last year, its first: without the year before there is no progress to measure, so H14
 * scores the share of chairs with college education itself.
 */
export const lastYearsTownshipBook: RuleBook = {
  ...defaultRuleBooks.township,
  year: 2025,
  version: '0.9',
  effective: { from: '2025-01-01', to: '2025-12-31' },
  sections: defaultRuleBooks.township.sections.map(withShareForProgress),
};

function withShareForProgress(section: Section): Section {
  return { ...section, ...(section.indicators && { indicators: section.indicators.map(asInTheFirstYear) }) };
}

function asInTheFirstYear(indicator: Indicator): Indicator {
  if (indicator.id !== 'H14') return indicator;
  const { finish: _, ...rest } = indicator;
  return {
    ...rest,
    title: { zh: '大专以上主席占比', en: 'Share of chairs with college education' },
    measure: {
      kind: 'ratio',
      of: [
        { kind: 'fact', fact: 'chairs-with-college-education' },
        { kind: 'fact', fact: 'chairs-total' },
      ],
      whenZero: 'cannot-compute',
    },
    score: { method: 'proportion', target: '0.6', capShare: '1' },
    catalogue: ['M05'],
    provenance: [
      { path: '/points', origin: 'default' },
      {
        path: '/score',
        origin: 'default',
        note: {
          zh: '首年没有上年数据，按占比计分，60% 得满分。',
          en: 'In the first year there is no year before: the share itself is scored, 60% is full.',
        },
      },
    ],
  };
}
