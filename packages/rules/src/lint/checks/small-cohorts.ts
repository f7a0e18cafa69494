import { indicatorsOf, referencesOf, type PlacedIndicator } from '../../engine/book-index.js';
import { comparesUnits } from '../../families/registry.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';

/** Under this many units, ranks and means say more about the group than about the unit. */
const fewestUnits = 5;

/** Methods that compare units, over groups whose few units are known from the book. */
export function smallCohorts(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap((placed) => {
    const { indicator } = placed;
    if (!comparesUnits(indicator.score) && !referencesOf(indicator).comparesUnits) return [];
    const size = knownSize(placed, book);
    if (size === null || size >= fewestUnits) return [];
    const { zh, en } = named(indicator);
    return [
      finding(
        'warning',
        'SMALL_COHORT',
        `${placed.path}/score`,
        [
          `${zh}与同组单位相比计分，而最小的组只有 ${size} 家，得分多半取决于分组。`,
          `${en} compares units of a cohort, but the smallest has ${size}: the grouping decides the points.`,
        ],
        [
          `请合并到每组不少于 ${fewestUnits} 家，或改用按目标计分。`,
          `Merge until every cohort has ${fewestUnits} or more, or score against a target.`,
        ],
      ),
    ];
  });
}

/** Units of the smallest cohort as far as the book names them: groups by list, or an indicator for named units only. */
function knownSize({ indicator }: PlacedIndicator, { cohorts }: RuleBook): number | null {
  const named = indicator.appliesTo?.units;
  const sizes =
    cohorts.by === 'list'
      ? cohorts.groups
          .map(({ units }) => (named ? units.filter((unit) => named.includes(unit)) : units).length)
          .filter((size) => size > 0)
      : named
        ? [named.length]
        : [];
  return sizes.length === 0 ? null : Math.min(...sizes);
}
