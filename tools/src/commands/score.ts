import type { Command } from 'commander';
import { byRank, describeReason, numberText, type RuleBook, type UnitOutcome } from '@heng/rules';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { tableLines } from '../console/table.js';
import { assess, withAssessOptions, type Assessed, type AssessOptions } from './assess-input.js';
import { resultsDocument } from './results-document.js';
import { resultsWriter } from './results-output.js';

type ScoreOptions = AssessOptions & { readonly json?: boolean; readonly out?: string };

/** `heng score`: results of all units of a facts file; no server, no database. */
export function registerScore(program: Command, console: Console): void {
  withAssessOptions(program.command('score'))
    .description('按规则书计算得分、名次和等次 / compute points, ranks and grades by a rule book')
    .option('--json', '输出 heng-results/1（见 docs/formats.md） / print heng-results/1')
    .option('--out <FILE>', '写成文件：.xlsx、.csv 或 .json / write a file: .xlsx, .csv or .json')
    .action(async (options: ScoreOptions) => {
      // Before the work: a name that cannot be written is told at once.
      const write = options.out === undefined ? null : resultsWriter(options.out);
      const assessed = await assess(options, console);
      const results = resultsDocument(assessed.book, assessed.facts, assessed.assessment);
      if (write !== null) {
        await write(results);
        console.notice(
          text(
            `已把 ${results.units.length} 个单位的结果写入 ${options.out}`,
            `Results of ${results.units.length} units written to ${options.out}`,
          ),
        );
      }
      if (options.json) console.printJson(results);
      else if (write === null) printResults(console, assessed);
    });
}

function printResults(console: Console, { book, facts, assessment }: Assessed): void {
  const basis = {
    verified: text('核定值', 'verified values'),
    declared: text('自评值', 'declared values'),
    latest: text('最新值（有核定用核定，否则用自评）', 'latest values (verified, else declared)'),
  }[assessment.basis];
  console.print(
    console.in(book.title),
    console.in(
      text(
        `依据：${basis.zh}，共 ${assessment.units.length} 个单位`,
        `By ${basis.en}; ${assessment.units.length} units`,
      ),
    ),
    ...(facts.label ? [console.in(facts.label)] : []),
  );
  for (const [cohort, units] of byCohort(assessment.units)) {
    console.print('', `${cohortTitle(console, book, cohort)} (${units.length})`);
    console.print(
      ...tableLines(
        columns.map((column) => ({ ...column, title: console.in(column.title) })),
        units.map((unit) => row(console, book, unit)),
      ),
    );
  }
  if (assessment.units.some(unitHasGaps)) {
    console.print(
      '',
      console.in(
        text(
          '“无结果”是缺数据、无法计算或待会议的指标个数；用 heng explain 看原因。',
          '"open" counts indicators without a number (missing, cannot compute, pending); heng explain says why.',
        ),
      ),
    );
  }
  for (const problem of assessment.problems)
    console.notice({ zh: describeReason(problem, book, 'zh-CN'), en: describeReason(problem, book, 'en') });
}

const columns = [
  { title: text('名次', 'rank'), align: 'right' },
  { title: text('代码', 'code') },
  { title: text('单位', 'unit') },
  { title: text('总分', 'total'), align: 'right' },
  { title: text('等次', 'grade') },
  { title: text('无结果', 'open'), align: 'right' },
] as const;

function row(console: Console, book: RuleBook, unit: UnitOutcome): string[] {
  const grade = book.grades.find(({ id }) => id === unit.grade);
  return [
    unit.rank === null ? '–' : `${unit.rank}${unit.tied ? '=' : ''}`,
    unit.code,
    unit.name,
    numberText(unit.total),
    grade ? console.in(grade.title) : '',
    String(withoutResult(unit)),
  ];
}

/** Not applicable is a result: the rule book says what it does. */
const withoutResult = ({ indicators }: UnitOutcome): number =>
  indicators.filter(({ state, points }) => points === null && state !== 'not-applicable').length;

const unitHasGaps = (unit: UnitOutcome): boolean => withoutResult(unit) > 0;

/** Cohorts in the order of their first unit, each in the order of its ranks. */
function byCohort(units: readonly UnitOutcome[]): ReadonlyMap<string, readonly UnitOutcome[]> {
  const cohorts = new Map<string, UnitOutcome[]>();
  for (const unit of units) cohorts.set(unit.cohort, [...(cohorts.get(unit.cohort) ?? []), unit]);
  for (const members of cohorts.values()) members.sort(byRank);
  return cohorts;
}

function cohortTitle(console: Console, { cohorts }: RuleBook, id: string): string {
  if (cohorts.by === 'all') return console.in(text('全部单位', 'all units'));
  const group = 'groups' in cohorts ? cohorts.groups.find((each) => each.id === id) : undefined;
  if (group) return console.in(group.title);
  return console.in(
    cohorts.by === 'parent' && id !== 'other'
      ? text(`${id} 所属单位`, `units below ${id}`)
      : text('未分组单位', 'units outside all groups'),
  );
}
