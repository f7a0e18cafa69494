import type { Command } from 'commander';
import {
  clauseOf,
  describeSteps,
  indicatorsOf,
  numberText,
  type Explanation,
  type RuleBook,
  type Text,
  type UnitOutcome,
} from '@heng/rules';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { refused } from '../console/refusal.js';
import { assess, withAssessOptions, type Assessed, type AssessOptions } from './assess-input.js';

type ExplainOptions = AssessOptions & { readonly unit: string; readonly indicator?: string };

/** `heng explain`: from the clause to the points, step by step, for one unit. */
export function registerExplain(program: Command, console: Console): void {
  withAssessOptions(program.command('explain'))
    .description('逐步说明一个单位的得分 / explain the points of one unit step by step')
    .requiredOption('--unit <CODE>', '单位代码 / code of the unit')
    .option(
      '--indicator <ID>',
      '只看这一项指标；默认全部指标和总分 / only this indicator; all of them and the total by default',
    )
    .action(async (options: ExplainOptions) => {
      const assessed = await assess(options, console);
      checkNames(assessed, options);
      const { book, assessment } = assessed;
      const unit = unitOf(assessment.units, options.unit);
      console.print(`${unit.name}（${unit.code}）`);
      const wanted =
        options.indicator === undefined ? unit.indicators.map(({ id }) => id) : [options.indicator];
      for (const id of wanted) printIndicator(console, book, assessment.explain(unit.code, id));
      if (options.indicator === undefined) {
        for (const { id } of unit.sections)
          printSection(console, book, assessment.explainSection(unit.code, id));
        console.print('', console.in(text('总分', 'Total')));
        printSteps(console, book, assessment.explainTotal(unit.code));
      }
    });
}

function printIndicator(console: Console, book: RuleBook, explanation: Explanation): void {
  const placed = indicatorsOf(book).find(({ indicator }) => indicator.id === explanation.indicator);
  if (placed === undefined) throw new Error(`indicator ${explanation.indicator} is not in its own book`);
  const { indicator } = placed;
  const points =
    explanation.points === null
      ? text('没有得分', 'no points')
      : text(`${numberText(explanation.points)} 分`, `${numberText(explanation.points)} points`);
  console.print(
    '',
    `${indicator.id} ${console.in(indicator.title)}: ${console.in(points)} / ${explanation.full}`,
    `  ${console.in(text('条款', 'clause'))}: ${clauseOf(indicator, book, console.locale)}`,
  );
  printSteps(console, book, explanation);
}

/** A section that only adds up its parts needs no words. */
function printSection(console: Console, book: RuleBook, explanation: Explanation): void {
  if (explanation.steps.every(({ code, data }) => code === 'part' || data['by'] === 'sum')) return;
  const points =
    explanation.points === null
      ? text('没有得分', 'no points')
      : text(`${numberText(explanation.points)} 分`, `${numberText(explanation.points)} points`);
  const title = sectionTitle(book.sections, explanation.indicator);
  console.print(
    '',
    `${explanation.indicator} ${title ? console.in(title) : ''}: ${console.in(points)} / ${explanation.full}`,
  );
  printSteps(console, book, explanation);
}

function sectionTitle(sections: RuleBook['sections'], id: string): Text | null {
  for (const section of sections) {
    const found = section.id === id ? section.title : sectionTitle(section.sections ?? [], id);
    if (found) return found;
  }
  return null;
}

const printSteps = (console: Console, book: RuleBook, explanation: Explanation): void =>
  console.print(
    ...describeSteps(explanation, book, console.locale).map(
      (sentence, index) => `  ${index + 1}. ${sentence}`,
    ),
  );

const unitOf = (units: readonly UnitOutcome[], code: string): UnitOutcome => {
  const unit = units.find((each) => each.code === code);
  if (unit !== undefined) return unit;
  const some = units.slice(0, 5).map((each) => `${each.code} ${each.name}`);
  throw refused(
    `--unit ${code}`,
    ['数据里没有这个单位代码。', 'No unit of the facts has this code.'],
    [
      `共 ${units.length} 个单位，例如：${some.join('、')}。`,
      `There are ${units.length} units, such as: ${some.join(', ')}.`,
    ],
  );
};

/** Names both that the book has no such indicator and that it has one which is for other units. */
function checkNames({ book, assessment }: Assessed, { unit: code, indicator: id }: ExplainOptions): void {
  const { name, indicators } = unitOf(assessment.units, code);
  if (id === undefined || indicators.some((each) => each.id === id)) return;
  const ids = indicators.map((each) => each.id);
  const elsewhere = indicatorsOf(book).some(({ indicator }) => indicator.id === id);
  throw refused(
    `--indicator ${id}`,
    elsewhere
      ? [`这项指标不适用于${name}。`, `This indicator is not for ${name}.`]
      : ['规则书没有这项指标。', 'The rule book has no such indicator.'],
    [`可用的有：${ids.join('、')}。`, `There are: ${ids.join(', ')}.`],
  );
}
