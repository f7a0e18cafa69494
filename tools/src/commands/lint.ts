import type { Command } from 'commander';
import { lintRuleBook, type LintFinding, type Severity, type Text } from '@heng/rules';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { Refusal } from '../console/refusal.js';
import { bookInput, complaintOf, defaultBookNames } from './book-input.js';

const severities: Readonly<Record<Severity, Text>> = {
  error: text('错误', 'error'),
  warning: text('警告', 'warning'),
  advice: text('建议', 'advice'),
};

/** `heng lint`: what keeps a rule book from running, else what would surprise its author. Returns the exit code. */
export function registerLint(program: Command, console: Console, finish: (code: number) => void): void {
  program
    .command('lint')
    .description('检查规则书 / look over a rule book')
    .argument('<BOOK>', `规则书 JSON 文件或 / a rule book file or ${defaultBookNames.join(', ')}`)
    .option('--json', '输出 JSON / print JSON')
    .action(async (given: string, options: { readonly json?: boolean }) => {
      const read = await bookInput(given);
      if (options.json) {
        const findings = read.ok ? lintRuleBook(read.book) : [];
        console.printJson({ ok: read.ok, problems: read.ok ? [] : read.problems, findings });
        finish(!read.ok || hasError(findings) ? 1 : 0);
        return;
      }
      if (!read.ok) throw new Refusal(read.problems.map((problem) => complaintOf(problem, given)));
      const findings = lintRuleBook(read.book);
      printFindings(console, given, findings);
      finish(hasError(findings) ? 1 : 0);
    });
}

const hasError = (findings: readonly LintFinding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

function printFindings(console: Console, given: string, findings: readonly LintFinding[]): void {
  for (const { severity, code, path, message, fix } of findings) {
    console.print(
      `[${console.in(severities[severity])}] ${code}  ${given} ${path}`,
      `    ${console.in(message)}`,
      `    → ${console.in(fix)}`,
    );
  }
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, advice] = [count('error'), count('warning'), count('advice')];
  console.print(
    console.in(
      findings.length === 0
        ? text('规则书可以执行，没有发现问题。', 'The rule book runs; nothing was found.')
        : text(
            `规则书可以执行。错误 ${errors} 条，警告 ${warnings} 条，建议 ${advice} 条。`,
            `The rule book runs. ${errors} errors, ${warnings} warnings, ${advice} pieces of advice.`,
          ),
    ),
  );
}
