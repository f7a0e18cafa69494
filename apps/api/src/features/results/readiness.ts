import type { ProblemDetail } from '@heng/contracts';
import type { Assessment } from '@heng/rules';

/** What a verified ranking still lacks: one entry per unit and fact (or indicator that waits), in the order of units. */
export function missingCells({ units }: Assessment): ProblemDetail[] {
  return units.flatMap(({ code, name, indicators }) => {
    const places = indicators.flatMap(({ id, state, reason }) =>
      state === 'missing' || state === 'pending' ? [reason?.data.fact ?? id] : [],
    );
    return [...new Set(places)].map((place) => ({
      code: 'VALUE_MISSING',
      path: `${code}/${place}`,
      message: { zh: `${name}：${place} 没有核定的数。`, en: `${name}: no verified value for ${place}.` },
    }));
  });
}
