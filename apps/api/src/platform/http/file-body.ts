import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { requestInvalid } from '../errors/common-errors.js';

export type FileBody = { readonly name: string; readonly bytes: Uint8Array };

/** Of a file that people still look through; larger ones are refused while they arrive. */
const largestFile = 20_000_000;

export const fileType = 'application/octet-stream';

/** Where files may be sent. Elsewhere only JSON is read, and a stranger's file does not even arrive. */
const filePaths = new Set(['/api/rulebook-readings']);

export const takesFiles = ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): boolean =>
  method === 'POST' && filePaths.has(url.split('?')[0] ?? '');

export const acceptFiles = (fastify: FastifyInstance): void => {
  fastify.addContentTypeParser(
    fileType,
    { parseAs: 'buffer', bodyLimit: largestFile },
    (_request, body, done) => done(null, body),
  );
};

/** A file sent as the body itself, its name URI-encoded in `X-File-Name`. @throws AppError 400 without a name, 415 for another body */
export const SentFile = createParamDecorator((_: unknown, context: ExecutionContext): FileBody => {
  const { headers, body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof Uint8Array)) throw fileExpected();
  const name = nameOf(headers['x-file-name']);
  if (name === null) {
    throw requestInvalid([
      {
        code: 'FILE_NAME_INVALID',
        path: 'X-File-Name',
        message: { zh: '缺少文件名，或文件名过长。', en: 'The file name is missing or too long.' },
      },
    ]);
  }
  return { name, bytes: body };
});

function nameOf(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > 2000) return null;
  try {
    const name = decodeURIComponent(header).trim();
    return name === '' || name.length > 200 ? null : name;
  } catch {
    return null;
  }
}

const fileExpected = () =>
  new AppError('unsupported-media', 'FILE_EXPECTED', {
    zh: `这里接收文件（Content-Type: ${fileType}）。`,
    en: `A file is expected here (Content-Type: ${fileType}).`,
  });
