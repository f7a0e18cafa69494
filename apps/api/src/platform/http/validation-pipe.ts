import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { ProblemDetail } from '@heng/contracts';
import { requestInvalid } from '../errors/common-errors.js';

type Issue = { readonly message: string; readonly path?: readonly unknown[] | undefined };

/** Checks bodies, params and queries against their contracts and names every place that is wrong. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => requestInvalid(issues.slice(0, 50).map(detailOf)),
  });

function detailOf({ message, path = [] }: Issue): ProblemDetail {
  const segments = path.map((segment) =>
    typeof segment === 'object' && segment !== null && 'key' in segment
      ? String(segment.key)
      : String(segment),
  );
  return {
    code: 'VALUE_NOT_ALLOWED',
    path: `/${segments.join('/')}`,
    message: {
      zh: `此处的值不合要求（${message.slice(0, 200)}）。`,
      en: `The value here is not allowed: ${message.slice(0, 200)}`,
    },
  };
}
