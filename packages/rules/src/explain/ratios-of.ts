import { measuresOfScore } from '../engine/book-index.js';
import type { Measure } from '../format/measure.js';
import { measuresOfCondition, withInner } from '../parse/inner-measures.js';
import type { CanonicalRule } from './canonical-rule.js';

type Ratio = Extract<Measure, { kind: 'ratio' }>;

/** All ratios that a rule works out, wherever they stand. */
export function ratiosOf({ measure, score, finish, notApplicable }: CanonicalRule): Ratio[] {
  const conditions = [
    ...(finish?.exceptions ?? []).map(({ when }) => when),
    ...(notApplicable?.when ? [notApplicable.when] : []),
  ];
  const measures = [
    measure,
    ...measuresOfScore(score).map((placed) => placed.measure),
    ...conditions.flatMap((condition) => measuresOfCondition(condition, '')).map((placed) => placed.measure),
  ];
  return measures.flatMap((root) =>
    withInner({ measure: root, path: '' }).flatMap(({ measure: each }) =>
      each.kind === 'ratio' ? [each] : [],
    ),
  );
}
