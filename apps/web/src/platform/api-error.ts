import type { Problem, ProblemDetail } from '@heng/contracts';
import type { Text } from '@heng/rules';

/** An answer of the API that is no success. `code` is stable; `text` is the sentence for people in both languages. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly text: Text;
  readonly correlationId: string | null;
  readonly problems: readonly ProblemDetail[];
  readonly current: unknown;

  constructor(problem: Pick<Problem, 'code' | 'status' | 'message'> & Partial<Problem>) {
    super(`${problem.code}: ${problem.message.en}`);
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status;
    this.text = problem.message;
    this.correlationId = problem.correlationId ?? null;
    this.problems = problem.problems ?? [];
    this.current = problem.current;
  }
}
