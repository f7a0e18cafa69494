import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { requestInvalid, versionRequired } from '../errors/common-errors.js';

/** The version that a change is based on, from `If-Match: "3"`. @throws AppError 428 when absent, 400 when it is no version */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw versionRequired();
  const digits = /^"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (digits === undefined) {
    throw requestInvalid([
      {
        code: 'IF_MATCH_INVALID',
        path: 'If-Match',
        message: { zh: '版本号应为整数，如 "3"。', en: 'If-Match must be a whole number such as "3".' },
      },
    ]);
  }
  return Number.parseInt(digits, 10);
});
