import { numberText, percentText, type RuleBook, type Text } from '@heng/rules';
import type {
  Contribution,
  DryRun,
  Group,
  IndicatorTrial,
  LackingBecause,
  UnitMove,
} from '@heng/rules/compare';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { tableLines, type Column } from '../console/table.js';

/** Who would stand where, what moved them, and what waits: the part of a dry run that a diff shows too. */
export function printMoves(console: Console, run: DryRun, draft: RuleBook): void {
  printApart(console, run);
  if (run.units.length === 0)
    console.print('', console.in(text('没有可试算的单位。', 'There is no unit to try it on.')));
  for (const group of run.groups) {
    console.print('', `${groupTitle(console, group, draft)} (${group.units.length})`);
    const moves = group.units.flatMap((code) => run.units.find((unit) => unit.code === code) ?? []);
    console.print(
      ...tableLines(
        titled(console, moveColumns),
        moves.map((move) => moveRow(console, move, run)),
      ),
    );
  }
  const moved = run.units.filter(({ places }) => places !== null && places !== 0).length;
  const regraded = run.units.filter(({ gradeChanged }) => gradeChanged).length;
  console.print(
    '',
    console.in(
      text(
        `${run.units.length} 个单位中，${moved} 个名次变化，${regraded} 个等次变化。`,
        `Of ${run.units.length} units ${moved} change their rank and ${regraded} their grade.`,
      ),
    ),
  );
}

const moveColumns = [
  { title: text('名次', 'rank'), align: 'right' },
  { title: text('原名次', 'was'), align: 'right' },
  { title: text('代码', 'code') },
  { title: text('单位', 'unit') },
  { title: text('原总分', 'total was'), align: 'right' },
  { title: text('新总分', 'total'), align: 'right' },
  { title: text('变化', 'change'), align: 'right' },
  { title: text('等次', 'grade') },
  { title: text('相对同组，主要因为', 'against the group, mostly by') },
] as const;

const titled = (
  console: Console,
  columns: readonly { readonly title: Text; readonly align?: 'right' }[],
): Column[] => columns.map((column) => ({ ...column, title: console.in(column.title) }));

function moveRow(console: Console, move: UnitMove, { scale }: DryRun): string[] {
  const { before, after } = move;
  const grades = [before, after].map(({ gradeTitle }) =>
    gradeTitle === null ? '–' : console.in(gradeTitle),
  );
  const total = (side: typeof before) =>
    scale === 'share' ? percentText(side.share) : numberText(side.total, 2);
  return [
    after.rank === null ? '–' : `${after.rank}${after.tied ? '=' : ''}`,
    before.rank === null ? '–' : `${before.rank}${before.tied ? '=' : ''}`,
    move.code,
    move.name,
    total(before),
    total(after),
    signed(move.by, scale),
    move.gradeChanged ? grades.join(' → ') : (grades[1] ?? ''),
    move.contributions
      // What rounds to nothing moved nobody.
      .filter(({ againstGroup }) => /[1-9]/.test(signed(againstGroup, scale)))
      .slice(0, 2)
      .map((each) => `${sourceTitle(console, each)} ${signed(each.againstGroup, scale)}`)
      .join(console.in(text('，', ', '))),
  ];
}

function signed(exact: string, scale: DryRun['scale']): string {
  const shown = scale === 'share' ? shortPercent(exact) : shortNumber(exact);
  return exact.startsWith('-') || exact === '0' ? shown : `+${shown}`;
}

function sourceTitle(console: Console, { source }: Contribution): string {
  switch (source.kind) {
    case 'indicator':
      return console.in(source.title);
    case 'section':
      return console.in(
        text(
          `${source.title.zh}（板块的封顶、取整等）`,
          `${source.title.en} (cap, rounding … of the section)`,
        ),
      );
    case 'conversion':
      return console.in(text('折算', 'conversion'));
    case 'bounds':
      return console.in(text('总分上下限', 'bounds of the total'));
    case 'rounding':
      return console.in(text('总分取整', 'rounding of the total'));
  }
}

const because: Readonly<Record<LackingBecause, Text>> = {
  'not-collected': text('上年没有收集', 'not collected last year'),
  'kind-differs': text('上年是另一种数据', 'of another kind last year'),
  'unit-differs': text('上年用另一个计量单位', 'in another unit last year'),
  'no-values': text('上年收集了，但没有一个单位有值', 'collected last year, but nobody has a value'),
};

/** What no figure below counts, before the figures. */
function printApart(console: Console, run: DryRun): void {
  const { lacking, refused, waiting, notConcerned, lastWithoutYearBefore } = run;
  const list = (title: Text, lines: readonly string[]) => {
    if (lines.length > 0) console.print('', console.in(title), ...lines.map((line) => `  ${line}`));
  };
  list(
    text('新规则书需要、上年数据没有的：', 'The draft needs these, and the facts of last year lack them:'),
    lacking.map(
      ({ id, title, because: why }) =>
        `${id} ${console.in(title)}${console.in(text('：', ': '))}${console.in(because[why])}`,
    ),
  );
  list(
    text(
      '因此待定、不计入总分的指标（既不算零分，也不算满分）：',
      'So these indicators wait, in no total (neither zero nor full):',
    ),
    waiting.indicators.map(({ id, title, points, everywhere, units, factsOfYearBefore }) => {
      const some = everywhere ? '' : console.in(text(`，${units.length} 个单位`, `, ${units.length} units`));
      const before =
        factsOfYearBefore.length === 0
          ? ''
          : console.in(text('，需要再上一年的数据（--previous）', ', needs the year before (--previous)'));
      return `${id} ${console.in(title)} ${points}${console.in(text(' 分', ' points'))}${some}${before}`;
    }),
  );
  list(
    text(
      '原规则书的这些指标也要用再上一年的数据（--previous），没有给出，原总分里它们没有得分：',
      'These indicators of the earlier book also need the year before (--previous); without it they have no points in its totals:',
    ),
    lastWithoutYearBefore.map(({ id, title }) => `${id} ${console.in(title)}`),
  );
  list(
    text('新规则书不接受、因此未用的值：', 'The draft does not accept these values, so they are left out:'),
    refused.map(
      ({ unit, fact, problem }) =>
        `${unit} ${fact}${console.in(text('：', ': '))}${console.in(problem.message)}`,
    ),
  );
  list(
    text('同样待定的否决事项：', 'These vetoes wait too:'),
    waiting.vetoes.length === 0 ? [] : [waiting.vetoes.join(', ')],
  );
  if (waiting.grading)
    console.print(
      '',
      console.in(
        text(
          '等次依据的数据上年没有，不分等次。',
          'What grades are read against is lacking: there are none.',
        ),
      ),
    );
  list(
    text('新规则书不考核的单位：', 'The draft is not for these units:'),
    notConcerned.map(({ code, name }) => `${code} ${name}`),
  );
}

function groupTitle(console: Console, { id, title }: Group, { cohorts }: RuleBook): string {
  if (cohorts.by === 'all') return console.in(text('全部单位', 'all units'));
  if (title !== null) return console.in(title);
  return cohorts.by === 'parent' && id !== 'other'
    ? console.in(text(`${id} 所属单位`, `units below ${id}`))
    : console.in(text('未分组单位', 'units outside all groups'));
}

/** What every indicator decides: how its points lie, who gets all or nothing, and points that move nobody. */
export function printIndicators(console: Console, { all }: DryRun): void {
  console.print(
    '',
    console.in(text('各项指标在上年数据上的分布', 'Indicators on the facts of last year')),
    ...tableLines(
      titled(console, indicatorColumns),
      all.indicators.map((trial) => indicatorRow(console, trial)),
    ),
    '',
    console.in(
      text(
        '“人人得”“无人得”是拉不开差距的分；“区分”是能分出高低的单位对所占比例；“占差距”是总分差距中来自该项的比例。',
        '"all win" and "none win" are points that move nobody; "apart" is the share of pairs of units told apart; "of spread" is the part of the spread of totals.',
      ),
    ),
  );
}

const indicatorColumns = [
  { title: text('指标', 'id') },
  { title: text('名称', 'title') },
  { title: text('分值', 'points'), align: 'right' },
  { title: text('平均', 'mean'), align: 'right' },
  { title: text('最低', 'least'), align: 'right' },
  { title: text('最高', 'most'), align: 'right' },
  { title: text('满分', 'at full'), align: 'right' },
  { title: text('零分', 'at zero'), align: 'right' },
  { title: text('人人得', 'all win'), align: 'right' },
  { title: text('无人得', 'none win'), align: 'right' },
  { title: text('区分', 'apart'), align: 'right' },
  { title: text('占差距', 'of spread'), align: 'right' },
] as const;

function indicatorRow(console: Console, { id, title, full, draft }: IndicatorTrial): string[] {
  const { points, atFull, atZero, nobodyLost, nobodyWon, pairsApart, shareOfSpread, units } = draft;
  const number = (exact: string | null | undefined) => (exact == null ? '–' : shortNumber(exact));
  const share = (exact: string | null) => (exact === null ? '–' : shortPercent(exact));
  const name = units.waiting > 0 ? text(`${title.zh}（待定）`, `${title.en} (waits)`) : title;
  return [
    id,
    console.in(name),
    full,
    number(points?.mean),
    number(points?.least),
    number(points?.greatest),
    share(atFull),
    share(atZero),
    number(nobodyLost),
    number(nobodyWon),
    share(pairsApart),
    share(shareOfSpread),
  ];
}

/** Tables for people have no room for …; the JSON has every digit. */
const shortNumber = (exact: string): string => numberText(exact, 2).replace('…', '');
const shortPercent = (exact: string): string =>
  percentText(exact)
    .replace('…', '')
    .replace(/(\.\d)\d%$/, '$1%');
