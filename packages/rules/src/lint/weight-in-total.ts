import type { PlacedIndicator } from '../engine/book-index.js';
import { Rational, sum } from '../exact/rational.js';
import type { Section } from '../format/rule-book.js';

/** How many points of the total an indicator can move, after the sections above it have weighed or averaged their parts. */
export function pointsInTotal({ indicator, sections, role }: PlacedIndicator): Rational {
  if (role === 'derived') return Rational.zero;
  // Each section weighs what lies right below it: the next section of the trail, last of all the indicator.
  const below = [...sections.slice(1).map(({ id }) => id), indicator.id];
  return sections.reduce(
    (points, section, index) => points.times(shareOf(section, below[index] ?? '')),
    Rational.parse(indicator.points),
  );
}

/** What a point of a part is worth in its section. */
function shareOf({ combine, indicators = [], sections = [] }: Section, part: string): Rational {
  const weightOf = (weights: readonly { readonly part: string; readonly weight: string }[], id: string) =>
    Rational.parse(weights.find((each) => each.part === id)?.weight ?? '0');
  switch (combine?.by) {
    case undefined:
    case 'sum':
      return Rational.one;
    case 'weighted-sum':
      return weightOf(combine.weights, part);
    case 'mean': {
      const { weights } = combine;
      if (weights === undefined)
        return Rational.one.over(Rational.integer(indicators.length + sections.length));
      const all = sum(weights.map(({ weight }) => Rational.parse(weight)));
      return weightOf(weights, part).over(all);
    }
    case 'selected': {
      const kept =
        'best' in combine.keep ? Math.min(combine.keep.best, indicators.length + sections.length) : 1;
      return combine.take === 'sum' ? Rational.one : Rational.one.over(Rational.integer(kept));
    }
  }
}
