import type { Ambiguity, Executable } from '../reading.js';
import type { MethodCode } from '../method-code.js';
import type { Asked, Question } from './asked.js';
import {
  askCap,
  askFloor,
  askMarginal,
  askPartialGap,
  askPercentOrPoint,
  askSameMatter,
  askTies,
  askVeto,
} from './limits.js';
import {
  askAmount,
  askBase,
  askBoundary,
  askContradiction,
  askDiscretion,
  askFullPoints,
  askSplit,
  askTarget,
  askUncovered,
} from './needs.js';
import { askAndOr, askOnceOrEach, askVague } from './words.js';

const questions: readonly Question[] = [
  askFullPoints,
  askFloor,
  askCap,
  askPartialGap,
  askPercentOrPoint,
  askBoundary,
  askUncovered,
  askTarget,
  askBase,
  askAmount,
  askSplit,
  askTies,
  askSameMatter,
  askOnceOrEach,
  askAndOr,
  askVague,
  askDiscretion,
  askContradiction,
  askMarginal,
  askVeto,
];

/** What the author of a clause must decide, each code once, with its place. */
export const ambiguitiesOf = (asked: Asked): readonly Ambiguity[] =>
  asked.statements.length === 0 ? [] : questions.flatMap((question) => question(asked));

/** Facts to fill in are no decision about the rule. */
const facts: readonly string[] = ['target-elsewhere', 'vague-condition'];

/** Whether a clause can run as it is written. */
export function executableOf(
  methods: readonly MethodCode[],
  ambiguities: readonly Ambiguity[],
  points: string | null,
): Executable {
  if (methods.length === 0) return 'not-a-scoring-clause';
  const codes = ambiguities.map(({ code }) => code);
  if (codes.includes('discretionary')) return 'discretionary';
  const isOpen = codes.some(
    (code) => !facts.includes(code) && !(code === 'full-points-from-context' && points !== null),
  );
  return isOpen ? 'needs-decision' : 'yes';
}
