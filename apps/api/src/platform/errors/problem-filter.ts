import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '@heng/contracts';
import { AppError, type ErrorKind } from './app-error.js';
import { absent } from './common-errors.js';

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media': 415,
  refused: 422,
  'version-required': 428,
  throttled: 429,
  unavailable: 503,
};

/** Turns whatever was thrown into an RFC 9457 answer. What is not an expected refusal is logged whole and told as one sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asAppError(thrown);
    if (error === null) request.log.error({ err: thrown, correlationId: request.id }, 'unexpected failure');
    const problem = error === null ? unexpected(request.id) : problemOf(error, request.id);
    if (error?.extra.retryAfterSeconds !== undefined)
      reply.header('Retry-After', String(error.extra.retryAfterSeconds));
    void reply
      .status(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}

/** The answer for an expected refusal. */
export function problemOf(error: AppError, correlationId: string): Problem {
  const { problems, current } = error.extra;
  return {
    type: `urn:heng:problem:${error.code}`,
    title: error.text.en,
    status: statusOf[error.kind],
    code: error.code,
    message: error.text,
    correlationId,
    ...(problems ? { problems: [...problems] } : {}),
    ...(current === undefined ? {} : { current }),
  };
}

function unexpected(correlationId: string): Problem {
  const message = {
    zh: `系统内部出错，这次操作没有完成。请稍后再试；仍然不行时，把编号 ${correlationId} 告诉管理员。`,
    en: `Something failed inside the system and nothing was changed. Try again later; if it persists, give the administrator the number ${correlationId}.`,
  };
  return {
    type: 'urn:heng:problem:INTERNAL',
    title: message.en,
    status: 500,
    code: 'INTERNAL',
    message,
    correlationId,
  };
}

function asAppError(thrown: unknown): AppError | null {
  if (thrown instanceof AppError) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusCodeOf(thrown);
  if (status === 404) return absent();
  if (status === 413) {
    return new AppError('too-large', 'BODY_TOO_LARGE', {
      zh: '一次提交的内容超过 1 MB，请分成几次提交。',
      en: 'The body is larger than 1 MB. Send it in several parts.',
    });
  }
  if (status === 415) return unsupportedMedia();
  if (status !== null && status >= 400 && status < 500) {
    return new AppError('invalid', 'REQUEST_INVALID', {
      zh: '提交的内容无法读取，请检查格式。',
      en: 'The request cannot be read. Check its format.',
    });
  }
  return null;
}

/** Only JSON is read. */
export const unsupportedMedia = (): AppError =>
  new AppError('unsupported-media', 'JSON_ONLY', {
    zh: '只接受 JSON（Content-Type: application/json）。',
    en: 'Only JSON is accepted (Content-Type: application/json).',
  });

function statusCodeOf(thrown: unknown): number | null {
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return null;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : null;
}
