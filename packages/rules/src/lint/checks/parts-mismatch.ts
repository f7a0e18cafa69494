import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { measureRange } from '../reach/measure-range.js';
import { bandPoints } from '../reach/score-range.js';

/** Points written inside an indicator that cannot be had because they exceed its own points, and items that do not add up to them. */
export function partsMismatch(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap((placed) => [
    ...unequalItems(placed, book),
    ...pointsOverFull(placed),
    ...overSection(placed),
  ]);
}

/** The commonest mistake of real rule books: 3 + 3 + 3 + 4 under a heading of 10. */
function unequalItems(placed: PlacedIndicator, book: RuleBook): LintFinding[] {
  const { indicator, path } = placed;
  const items = itemsOf(placed, book);
  if (items === null) return [];
  const total = sum(items.points.map((points) => points.magnitude()));
  const full = Rational.parse(indicator.points);
  if (total.equals(full)) return [];
  const { zh, en } = named(indicator);
  return [
    finding(
      'warning',
      'PARTS_MISMATCH',
      `${path}/score/${items.at}`,
      [
        `${zh}分值 ${indicator.points} 分，各小项之和却是 ${total.toText()} 分。`,
        `${en} is worth ${indicator.points} points, but its items add up to ${total.toText()}.`,
      ],
      [
        `请改正小项，使其和为 ${indicator.points} 分，或把分值改为 ${total.toText()} 分。`,
        `Let the items add up to ${indicator.points}, or make the indicator worth ${total.toText()}.`,
      ],
    ),
  ];
}

/** Items that hold or do not: a checklist, or a tally of what can happen only once. Null where things are counted. */
function itemsOf(
  { indicator: { score, points } }: PlacedIndicator,
  book: RuleBook,
): { readonly at: string; readonly points: readonly Rational[] } | null {
  if (score.method === 'checklist')
    return { at: 'items', points: score.items.map((item) => Rational.parse(item.points)) };
  if (score.method !== 'tally') return null;
  // From the full points down or from nothing up; otherwise the parts are meant to balance each other.
  const worth = score.terms.map((term) => Rational.parse(term.points));
  const base = Rational.parse(score.base);
  const isLosing = base.equals(Rational.parse(points)) && worth.every((each) => each.sign() < 0);
  const isEarning = base.isZero() && worth.every((each) => each.sign() > 0);
  const isOnce = score.terms.every(({ of }) => {
    const { low, high } = measureRange(of, book);
    return low?.isZero() === true && high?.equals(Rational.one) === true;
  });
  return isOnce && (isLosing || isEarning) ? { at: 'terms', points: worth } : null;
}

function pointsOverFull({ indicator, role, path }: PlacedIndicator): LintFinding[] {
  const full = Rational.parse(indicator.points);
  const bound = Rational.parse(indicator.finish?.cap ?? indicator.points).max(full);
  const most = Rational.parse(indicator.finish?.floor ?? '0')
    .negate()
    .max(full);
  const tooMuch = (points: Rational) =>
    role === 'deduction' ? points.negate().compare(most) > 0 : points.compare(bound) > 0;
  const { zh, en } = named(indicator);
  return statedPoints({ indicator, path }).flatMap(({ points, at }) =>
    tooMuch(points)
      ? [
          finding(
            'warning',
            'POINTS_OVER_FULL',
            at,
            [
              `${zh}分值 ${indicator.points} 分，此处写的 ${points.toText()} 分超出，实际按分值封顶。`,
              `${en} is worth ${indicator.points} points; the ${points.toText()} written here exceed them and will be cut.`,
            ],
            [
              `请把此处改到 ${indicator.points} 以内，或提高分值。`,
              `Stay within ${indicator.points} here, or raise the points.`,
            ],
          ),
        ]
      : [],
  );
}

/** Bonus and deduction sections are capped; what an indicator promises beyond that cannot be had. */
function overSection({ indicator, role, sections, path }: PlacedIndicator): LintFinding[] {
  if (role !== 'bonus' && role !== 'deduction') return [];
  const limitOf = ({ points, floor, cap }: Section) =>
    Rational.parse((role === 'bonus' ? cap : floor) ?? points).magnitude();
  const tight = sections.find((section) => limitOf(section).compare(Rational.parse(indicator.points)) < 0);
  if (tight === undefined) return [];
  const limit = limitOf(tight).toText();
  const { zh, en } = named(indicator);
  return [
    finding(
      'warning',
      'POINTS_OVER_SECTION',
      `${path}/points`,
      [
        `${zh}分值 ${indicator.points} 分，所在的类“${tight.title.zh}”却以 ${limit} 分封顶。`,
        `${en} is worth ${indicator.points} points, but its section "${tight.title.en}" is capped at ${limit}.`,
      ],
      [
        `请把分值降到 ${limit} 以内，或提高该类的限额。`,
        `Lower it to ${limit}, or raise the limit of the section.`,
      ],
    ),
  ];
}

type Stated = { readonly points: Rational; readonly at: string };

/** Points that a single answer is promised; sums and steps are left out, because running into the cap is their nature. */
function statedPoints({ indicator, path }: Pick<PlacedIndicator, 'indicator' | 'path'>): Stated[] {
  const { score } = indicator;
  const full = Rational.parse(indicator.points);
  const stated = (points: string | undefined, at: string): Stated[] =>
    points === undefined ? [] : [{ points: Rational.parse(points), at: `${path}/score/${at}` }];
  switch (score.method) {
    case 'threshold':
      return [...stated(score.metPoints, 'metPoints'), ...stated(score.unmetPoints, 'unmetPoints')];
    case 'choice':
    case 'records-worth':
      return score.worth.flatMap(({ points }, index) => stated(points, `worth/${index}/points`));
    case 'tiers':
      return score.form === 'marginal'
        ? []
        : score.bands.map((band, index) => ({
            points: bandPoints(band, full),
            at: `${path}/score/bands/${index}`,
          }));
    case 'ranked':
      return score.form === 'table'
        ? score.points.flatMap((points, index) => stated(points, `points/${index}`))
        : [];
    case 'efficacy':
      return [
        {
          points: full.times(Rational.parse(score.c).plus(Rational.parse(score.d))),
          at: `${path}/score/c`,
        },
      ];
    default:
      return [];
  }
}
