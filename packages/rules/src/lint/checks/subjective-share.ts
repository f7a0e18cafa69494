import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { measuresIn } from '../measures-in.js';
import { pointsInTotal } from '../weight-in-total.js';

const most = Rational.parse('0.4');
const opinions: ReadonlySet<string> = new Set(['panel-mean', 'vote-mean', 'vote-share', 'rater-mean']);

/** More than 40% of the base points resting on what people think rather than on what was done. */
export function subjectiveShare(book: RuleBook): LintFinding[] {
  const subjective = indicatorsOf(book).filter((placed) => placed.role === 'base' && isSubjective(placed));
  const points = sum(subjective.map(pointsInTotal));
  const limit = Rational.parse(book.totalPoints).times(most);
  if (points.compare(limit) <= 0) return [];
  return [
    finding(
      'warning',
      'TOO_SUBJECTIVE',
      '/sections',
      [
        `酌情打分、评委打分、测评共 ${points.toText()} 分，超过总分 ${book.totalPoints} 分的 40%（${limit.toText()} 分）。`,
        `Judgement, panels and ballots make up ${points.toText()} points, more than 40% of the total of ${book.totalPoints} (${limit.toText()}).`,
      ],
      [
        `请降到 ${limit.toText()} 分以内，其余改用可核实的数据。`,
        `Keep them to ${limit.toText()} and score the rest by facts that can be checked.`,
      ],
    ),
  ];
}

const isSubjective = (placed: PlacedIndicator): boolean =>
  placed.indicator.score.method === 'judged' ||
  measuresIn(placed).some(({ measure }) => opinions.has(measure.kind));
