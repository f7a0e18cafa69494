import { Rational } from '../../exact/rational.js';
import type { Text } from '../../format/primitives.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { measureRange, roleTotal } from '../reach/measure-range.js';
import { range, type Range } from '../reach/range.js';

/** Grades that nobody can reach, that take everybody, or that are easier to get than the one below. */
export function gradeLines(book: RuleBook): LintFinding[] {
  const reach = figureRange(book);
  const lastIndex = book.grades.length - 1;
  const within = book.grades.flatMap((grade, index) => {
    const path = `/grades/${index}`;
    const { title, atLeast, atMost, quota } = grade;
    const line = atLeast ?? atMost;
    const found: LintFinding[] = [];
    if (atMost !== undefined && reach.low !== null && Rational.parse(atMost).compare(reach.low) < 0)
      found.push(tooLow(title, atMost, reach.low, `${path}/atMost`));
    if (atLeast !== undefined && reach.high !== null && Rational.parse(atLeast).compare(reach.high) > 0) {
      found.push(
        finding(
          'error',
          'GRADE_UNREACHABLE',
          `${path}/atLeast`,
          [
            `等次“${title.zh}”要求 ${atLeast}，而连同全部加分最高才 ${reach.high.toText()}。`,
            `The grade "${title.en}" takes ${atLeast}; with all bonuses ${reach.high.toText()} is the most.`,
          ],
          ['请降低分数线。', 'Lower the line.'],
        ),
      );
    }
    if (index < lastIndex && line === undefined && quota === undefined && grade.withoutVeto !== true) {
      found.push(
        finding(
          'warning',
          'GRADE_TAKES_ALL',
          path,
          [
            `等次“${title.zh}”既无分数线也无名额，所有单位都会进，后面的等次只有被否决的单位。`,
            `The grade "${title.en}" has neither line nor quota: every unit gets it, and the grades after it are left to vetoes.`,
          ],
          ['请写明分数线或名额。', 'Give it a line or a quota.'],
        ),
      );
    }
    const below = book.grades.slice(index + 1).find((each) => (each.atLeast ?? each.atMost) !== undefined);
    const lower = below?.atLeast ?? below?.atMost;
    if (quota !== undefined && line === undefined && below !== undefined && lower !== undefined) {
      found.push(
        finding(
          'warning',
          'QUOTA_WITHOUT_LINE',
          path,
          [
            `等次“${title.zh}”只看名额不看分数，够不着 ${lower} 这条线、进不了“${below.title.zh}”的单位也可能得到它。`,
            `The grade "${title.en}" looks at places only: a unit that misses the line ${lower} of "${below.title.en}" could still get it.`,
          ],
          [`请为它写明不宽于 ${lower} 的分数线。`, `Give it a line no easier than ${lower}.`],
        ),
      );
    }
    return found;
  });
  return [...within, ...againstRanking(book)];
}

/** Where the smallest total is first, a line that asks for many points shuts out the best, and the reverse. */
function againstRanking({ grades, gradesOn, ranking }: RuleBook): LintFinding[] {
  if (typeof gradesOn === 'object') return [];
  const wrong = ranking.better === 'lower' ? 'atLeast' : 'atMost';
  const index = grades.findIndex((grade) => grade[wrong] !== undefined);
  if (index < 0) return [];
  const [zh, en] =
    ranking.better === 'lower' ? ['总分越低名次越前', 'The smallest'] : ['总分越高名次越前', 'The largest'];
  return [
    finding(
      'warning',
      'LINES_AGAINST_RANKING',
      `/grades/${index}/${wrong}`,
      [
        `${zh}，等次的线却写成 ${wrong}，名次靠前的反而够不着。`,
        `${en} total is first, but the lines of the grades are ${wrong}: the best miss them.`,
      ],
      [
        '请统一方向：越低越好用 atMost，越高越好用 atLeast。',
        'Use one direction: atMost where less is better, atLeast where more is.',
      ],
    ),
  ];
}

/** Between which figures the lines are read: the total within its bounds, or what the book grades on instead. */
function figureRange(book: RuleBook): Range {
  if (typeof book.gradesOn === 'object') return measureRange(book.gradesOn, book);
  const top = Rational.parse(book.totalPoints).plus(roleTotal(book, 'bonus'));
  const { floor, cap } = book.totalBounds ?? {};
  return range(
    floor === undefined ? null : Rational.parse(floor),
    cap === undefined ? top : top.min(Rational.parse(cap)),
  );
}

const tooLow = (title: Text, atMost: string, low: Rational, path: string): LintFinding =>
  finding(
    'error',
    'GRADE_UNREACHABLE',
    path,
    [
      `等次“${title.zh}”要求不超过 ${atMost}，而最低也有 ${low.toText()}。`,
      `The grade "${title.en}" takes at most ${atMost}; ${low.toText()} is the least anyone can have.`,
    ],
    ['请提高这条线。', 'Raise the line.'],
  );
