import { indicatorsOf, numberText } from '@heng/rules';
import type { CatalogueExample } from '@heng/rules/catalogue';
import type { Assessed } from './checked-run.js';
import { titleOf } from './told-units.js';

const stateNames: Readonly<Record<string, string>> = {
  missing: '缺数据 missing',
  'not-applicable': '不涉及 n/a',
  'cannot-compute': '算不出 cannot be computed',
  pending: '等待 pending',
  vetoed: '否决 vetoed',
};

/** What an example says about a unit: points, totals, place, grade. */
export function resultText(code: string, example: CatalogueExample, run: Assessed): string {
  const unit = run.assessment.units.find((each) => each.code === code);
  const wanted = example.expected[code];
  if (unit === undefined) return '';
  const indicators = Object.keys(wanted?.indicators ?? {}).map((id) => {
    const found = unit.indicators.find((each) => each.id === id);
    const title = indicatorsOf(run.book).length === 1 ? '' : `${titleOf(run.book, id)} `;
    const state =
      found === undefined || found.state === 'scored' ? '' : (stateNames[found.state] ?? found.state);
    const points = found === undefined || found.points === null ? '' : pointsText(found.points);
    return title + [state, points].filter(Boolean).join('，');
  });
  const sections = Object.keys(wanted?.sections ?? {}).flatMap((id) => {
    const found = unit.sections.find((each) => each.id === id);
    return found === undefined
      ? []
      : [`${titleOf(run.book, id)} ${found.points === null ? '没有结果 none' : pointsText(found.points)}`];
  });
  const others = [
    wanted && 'total' in wanted ? `总分 ${numberText(unit.total)}` : '',
    wanted && 'soFar' in wanted ? `目前 ${numberText(unit.soFar.points)}` : '',
    wanted && 'rank' in wanted ? (unit.rank === null ? '不排名 unranked' : `第 ${unit.rank} 名`) : '',
    wanted && 'grade' in wanted
      ? (run.book.grades.find(({ id }) => id === unit.grade)?.title.zh ?? '不定等 ungraded')
      : '',
    unit.noAward ? '取消评先资格' : '',
  ];
  return [...indicators, ...sections, ...others].filter(Boolean).join('；');
}

/** A fraction that does not end is printed with the decimals a clerk would see. */
const pointsText = (exact: string) =>
  exact.includes('/') ? `**${exact}** (${numberText(exact)})` : `**${exact}**`;
