import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Installation } from '../../platform/installation/installation.js';

/** `__Host-` works only over TLS; a plain-http address on one PC gets a plain name. */
const nameOf = ({ secure }: Installation): string => (secure ? '__Host-heng' : 'heng');

export const readSessionCookie = (request: FastifyRequest, installation: Installation): string | null =>
  request.cookies[nameOf(installation)] ?? null;

export function setSessionCookie(reply: FastifyReply, installation: Installation, id: string): void {
  void reply.setCookie(nameOf(installation), id, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: installation.secure,
  });
}

export function clearSessionCookie(reply: FastifyReply, installation: Installation): void {
  void reply.clearCookie(nameOf(installation), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: installation.secure,
  });
}
