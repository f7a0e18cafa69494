import { mostProblems, nowhere } from '../document-problem.js';
import { findingAt, type RuleBookFinding } from './finding.js';

/** Errors first, and no more than anybody corrects in one sitting. */
export function firstFindings(findings: readonly RuleBookFinding[]): readonly RuleBookFinding[] {
  const sorted = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity !== 'error'),
  ];
  const rest = sorted.length - mostProblems;
  if (rest <= 0) return sorted;
  return [
    ...sorted.slice(0, mostProblems),
    findingAt('error', 'MORE_PROBLEMS', nowhere, {
      message: { zh: `另有 ${rest} 处未列出。`, en: `Not listed: ${rest} more.` },
      fix: {
        zh: '请先改正已列出的，再导入一次。',
        en: 'Correct those listed first, then read the file again.',
      },
    }),
  ];
}
