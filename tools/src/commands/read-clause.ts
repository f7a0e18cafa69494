import { InvalidArgumentError, type Command } from 'commander';
import {
  draftIndicator,
  questionsOf,
  readClause,
  type Answers,
  type ClauseReading,
  type DraftContext,
  type DraftedIndicator,
  type Question,
} from '@heng/clauses';
import { clauseOf, type RuleBook } from '@heng/rules';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';

type ReadOptions = { readonly points?: string; readonly item?: string; readonly json?: boolean };

/** `heng read-clause`: what was understood of a clause, what its author must decide, and the clause of the rule that is drafted. */
export function registerReadClause(program: Command, console: Console): void {
  program
    .command('read-clause')
    .description('读一条评分标准，起草规则 / read a scoring clause and draft its rule')
    .argument('<TEXT>', '条款原文 / the clause as it is written')
    .option('--points <N>', '本项满分 / full points of the item', pointsArgument)
    .option('--item <NAME>', '项目名称 / name of the item')
    .option('--json', '输出 JSON / print JSON')
    .action((said: string, { points, item, json }: ReadOptions) => {
      const context: DraftContext = { indicator: item ?? null, points: points ?? null };
      const reading = readClause(said, context);
      const questions = questionsOf(reading, context);
      const answers = usualAnswers(questions);
      const draft = draftIndicator(reading, context, answers);
      if (json) {
        console.printJson({ reading, questions, draft });
        return;
      }
      printReading(console, reading);
      printQuestions(console, questions);
      printDraft(console, draft);
    });
}

function pointsArgument(given: string): string {
  if (/^\d{1,6}(\.\d{1,6})?$/u.test(given)) return given;
  throw new InvalidArgumentError('A decimal number such as 5 or 2.5.');
}

/** The usual choice of each question that has one. */
const usualAnswers = (questions: readonly Question[]): Answers =>
  Object.fromEntries(
    questions.flatMap(({ id, suggested }) => (suggested === null ? [] : [[id, { choice: suggested }]])),
  );

function printReading(console: Console, reading: ClauseReading): void {
  if (reading.kind === 'canonical') {
    console.print(
      console.in(text('这是本系统生成的条款，原样读回。', 'A clause of this system, read back as it is.')),
    );
    return;
  }
  const { statements, confidence, unread } = reading.natural;
  console.print(
    console.in(
      text(
        `读出 ${statements.length} 句规定（${confidence}）：`,
        `${statements.length} statements (${confidence}):`,
      ),
    ),
  );
  for (const { kind, method, span } of statements)
    console.print(`  ${kind.padEnd(15)} ${method ?? '   '}  “${reading.text.slice(span.start, span.end)}”`);
  for (const { start, end } of unread)
    console.print(
      console.in(
        text(
          `  没有读懂：“${reading.text.slice(start, end)}”`,
          `  not understood: “${reading.text.slice(start, end)}”`,
        ),
      ),
    );
}

function printQuestions(console: Console, questions: readonly Question[]): void {
  for (const { code, ask, choices, suggested } of questions) {
    console.print('', `? ${console.in(ask)}  [${code}]`);
    for (const choice of choices) {
      const mark = choice.id === suggested ? '*' : ' ';
      console.print(
        `  ${mark} ${choice.id}: ${console.in(choice.label)} → ${console.in(choice.consequence)}`,
      );
    }
  }
}

function printDraft(console: Console, draft: DraftedIndicator): void {
  console.print('');
  if (!draft.ok) {
    const open = draft.open.map(({ code }) => code).join(', ');
    console.print(
      console.in(text(`还差这些决定才能成为规则：${open}`, `Before there is a rule, decide: ${open}`)),
    );
    return;
  }
  if (draft.indicator === null)
    console.print(console.in(text('这一条本身不计分。', 'The clause scores nothing by itself.')));
  else
    console.print(
      console.in(text('按带 * 的选择起草的条款：', 'The clause drafted with the choices marked *:')),
      `  ${clauseOf(draft.indicator, bookOf(draft), console.locale)}`,
    );
  for (const note of [...draft.byHand, ...draft.notes]) console.print(`  - ${console.in(note)}`);
}

/** A clause is written with the names of its book; this one has what the draft needs. */
function bookOf({ indicator, facts, vetoes }: Extract<DraftedIndicator, { ok: true }>): RuleBook {
  const title = text('草稿', 'Draft');
  return {
    format: 'heng-rulebook/1',
    id: 'draft',
    title,
    issuer: title,
    year: 2026,
    version: '1',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: ['Unit'],
    totalPoints: indicator?.points ?? '0',
    rounding: { indicator: null, section: null, total: null },
    facts: [...facts],
    sections:
      indicator === null
        ? []
        : [{ id: 'section', title, role: 'base', points: indicator.points, indicators: [indicator] }],
    vetoes: [...vetoes],
    cohorts: { by: 'all' },
    ranking: { on: 'rounded', ties: 'competition', tieBreaks: [] },
    grades: [{ id: 'all', title }],
  };
}
