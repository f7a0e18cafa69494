import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { unsupportedMedia } from '../errors/problem-filter.js';
import { fileType, takesFiles } from './file-body.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Unsafe requests must come from our own pages: a browser says so in `Sec-Fetch-Site` and `Origin`.
 * They must be JSON or, where files are taken, plain bytes, neither of which a cross-site form can send. Scripts send neither header and pass.
 */
export function assertSameOrigin(request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.headers.host) throw crossSite();
  const type = request.headers['content-type'] ?? '';
  if (takesFiles(request) && type.toLowerCase() === fileType) return;
  if (!/^application\/json\s*(;|$)/i.test(type)) throw unsupportedMedia();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

const crossSite = () =>
  new AppError('forbidden', 'CROSS_SITE', {
    zh: '这个请求来自别的网站，已拒绝。请在本系统页面内操作。',
    en: 'This request came from another site and was refused. Work inside this system.',
  });
