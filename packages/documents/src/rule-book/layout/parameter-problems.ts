import { nearestName } from '@heng/rules';
import { shorten } from '../../document-problem.js';
import { halfWidth } from '../../half-width.js';
import type { CellProblem } from '../cells/cell-codec.js';
import type { Word } from '../cells/words.js';
import type { Row } from './column.js';
import { parametersOf } from './indicator-cells.js';
import type { PartTable } from './part-tables.js';
import type { Parameter } from './score-parameters.js';

const wordOf = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();

/** The parameter of the indicator's method that a text names. */
export function parameterOf(
  indicator: Row,
  text: string,
): { readonly parameter: Parameter } | { readonly problem: CellProblem } {
  const known = parametersOf(indicator);
  const parameter = known.find(({ name }) => name.some((each) => wordOf(each) === wordOf(text)));
  if (parameter !== undefined) return { parameter };
  const list = known.map(({ name }) => name[0]).join('、');
  const english = known.map(({ name }) => name[1]).join(', ');
  const nearest = nearestName(
    text.slice(0, 60),
    known.flatMap(({ name }) => [name[0], name[1]]),
  );
  return {
    problem: {
      code: 'UNKNOWN_PARAMETER',
      message: [
        `这个指标的计分方法没有“${shorten(text)}”这个参数。`,
        `The method of this indicator has no parameter "${shorten(text)}".`,
      ],
      fix:
        nearest !== null
          ? [`是否是“${nearest}”？`, `Did you mean "${nearest}"?`]
          : known.length === 0
            ? [
                '请先在“指标”表选好计分方法，或删去这一行。',
                'Choose the method on sheet Indicators first, or delete the row.',
              ]
            : [`可用的有：${list}。`, `There are: ${english}.`],
    },
  };
}

export const saidTwice = ([zh, en]: Word): CellProblem => ({
  code: 'SAID_TWICE',
  message: [`“${zh}”写了两次。`, `"${en}" is given twice.`],
  fix: ['请只留一处。', 'Leave it in one place only.'],
});

export const notMeant = ({ sheet }: PartTable): CellProblem => ({
  code: 'ROW_NOT_MEANT',
  message: [
    `这个指标的计分方法不用“${sheet[0]}”表。`,
    `The method of this indicator has no use for sheet "${sheet[1]}".`,
  ],
  fix: ['请删去这一行，或改正指标、计分方法。', 'Delete the row, or correct the indicator or its method.'],
});

export const outOfOrder = (expected: number): CellProblem => ({
  code: 'OUT_OF_ORDER',
  message: [`这里应是第 ${expected} 名。`, `This must be place ${expected}.`],
  fix: ['名次要从 1 起连续排列。', 'Places stand in order from 1, without a gap.'],
});
