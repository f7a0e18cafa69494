import type { UnitOutcome } from '@heng/rules';
import { refused } from '../console/refusal.js';
import type { Figure } from './truth-table.js';

/** A figure of a unit's result as text, null when there is none. @throws Refusal when the book has no such indicator or section */
export function figureOf(unit: UnitOutcome, figure: Figure): string | null {
  switch (figure.of) {
    case 'total':
      return unit.total;
    case 'so-far':
      return unit.soFar.points;
    case 'rank':
      return unit.rank === null ? null : String(unit.rank);
    case 'cohort-size':
      return String(unit.cohortSize);
    case 'grade':
      return unit.grade;
    case 'indicator':
      return pointsOf(unit.indicators, figure.indicator);
    case 'section':
      return pointsOf(unit.sections, figure.section);
  }
}

function pointsOf(parts: readonly { id: string; points: string | null }[], id: string): string | null {
  const part = parts.find((each) => each.id === id);
  if (part !== undefined) return part.points;
  throw refused(
    'table.json',
    [`规则书没有“${id}”。`, `The rule book has no "${id}".`],
    [
      `有的标识：${parts.map((each) => each.id).join('、')}。`,
      `There are: ${parts.map((each) => each.id).join(', ')}.`,
    ],
  );
}
