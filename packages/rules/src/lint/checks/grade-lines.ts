import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { roleTotal } from '../reach/measure-range.js';

/** Grades that nobody can reach, that take everybody, or that are easier to get than the one below. */
export function gradeLines(book: RuleBook): LintFinding[] {
  const highest = Rational.parse(book.totalPoints).plus(roleTotal(book, 'bonus'));
  const lastIndex = book.grades.length - 1;
  return book.grades.flatMap((grade, index) => {
    const path = `/grades/${index}`;
    const { title, atLeast, quota } = grade;
    const found: LintFinding[] = [];
    if (atLeast !== undefined && Rational.parse(atLeast).compare(highest) > 0) {
      found.push(
        finding(
          'error',
          'GRADE_UNREACHABLE',
          `${path}/atLeast`,
          [
            `等次“${title.zh}”要求 ${atLeast} 分，而满分加全部加分才 ${highest.toText()} 分。`,
            `The grade "${title.en}" takes ${atLeast} points; the total with all bonuses is ${highest.toText()}.`,
          ],
          ['请降低分数线。', 'Lower the line.'],
        ),
      );
    }
    if (index < lastIndex && atLeast === undefined && quota === undefined && grade.withoutVeto !== true) {
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
    const below = book.grades.slice(index + 1).find((each) => each.atLeast !== undefined);
    if (quota !== undefined && atLeast === undefined && below !== undefined) {
      found.push(
        finding(
          'warning',
          'QUOTA_WITHOUT_LINE',
          path,
          [
            `等次“${title.zh}”只看名额不看分数，不到 ${below.atLeast} 分、进不了“${below.title.zh}”的单位也可能得到它。`,
            `The grade "${title.en}" looks at places only: a unit under the ${below.atLeast} points of "${below.title.en}" could still get it.`,
          ],
          [`请为它写明不低于 ${below.atLeast} 的分数线。`, `Give it a line of at least ${below.atLeast}.`],
        ),
      );
    }
    return found;
  });
}
