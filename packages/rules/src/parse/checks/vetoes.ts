import type { Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { measuresOfCondition, withInner } from '../inner-measures.js';
import { problem, type Problem } from '../problem.js';

const points: ReadonlySet<Measure['kind']> = new Set(['indicator-points', 'section-points', 'self-gap']);

/** A veto that sets indicators to zero is decided before there are points, so that it cannot ask for any (RULES.md VE2). */
export function vetoProblems({ vetoes }: RuleBook): Problem[] {
  return vetoes.flatMap(({ when, effects, title }, index) => {
    const isZeroing = effects.some(
      ({ kind }) => kind === 'indicator-zero' || kind === 'indicators-named-zero',
    );
    if (!isZeroing) return [];
    return measuresOfCondition(when, `/vetoes/${index}/when`)
      .flatMap(withInner)
      .filter(({ measure }) => points.has(measure.kind))
      .map(({ path }) =>
        problem(
          'VETO_READS_POINTS',
          path,
          [
            `否决“${title.zh}”会把指标计零分，须在计分之前判定，不能看得分。`,
            `The veto "${title.en}" sets indicators to zero and is decided before the points; it cannot read any.`,
          ],
          [
            '请改用事实作条件，或改用只影响等次的效果。',
            'Let it look at facts, or let it only limit the grade.',
          ],
        ),
      );
  });
}
