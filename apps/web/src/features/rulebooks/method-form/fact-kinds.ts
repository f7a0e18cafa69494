import type { FactKind } from '@heng/rules';

const numeric: readonly FactKind[] = ['number', 'percent', 'boolean'];

const byPlace: Readonly<Record<string, readonly FactKind[]>> = {
  'measure/fact/fact': numeric,
  'measure/count/fact': ['records'],
  'measure/days/fact': ['date'],
  'measure/panel-mean/fact': ['panel'],
  'measure/vote-mean/fact': ['ballots'],
  'measure/vote-share/fact': ['ballots'],
  'measure/rater-mean/fact': ['raters'],
  'condition/is-true/fact': ['boolean'],
  'condition/is-option/fact': ['choice'],
  'checklist/items/fact': ['boolean'],
  'choice/fact': ['choice'],
  'records-worth/fact': ['records'],
};

/** Which kinds of facts a place can read. */
export const factKindsAt = (place: string): readonly FactKind[] => byPlace[place] ?? numeric;
