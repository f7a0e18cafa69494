import { problem, type Problem } from './problem.js';

/** More than anybody corrects in one sitting; a hostile document could otherwise be answered with millions. */
export const mostProblems = 200;

/** The first problems, with a last one that says how many were left out. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const rest = problems.length - mostProblems;
  if (rest <= 0) return problems;
  return [
    ...problems.slice(0, mostProblems),
    problem(
      'MORE_PROBLEMS',
      '',
      [
        `另有 ${rest} 处问题未列出。`,
        `${rest} more ${rest === 1 ? 'problem is' : 'problems are'} not listed.`,
      ],
      ['请先改正已列出的，再检查一次。', 'Correct those listed first, then check again.'],
    ),
  ];
}
