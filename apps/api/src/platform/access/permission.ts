import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Action } from '@heng/contracts';
import type { FastifyRequest } from 'fastify';
import { invariant } from '../errors/invariant.js';
import type { Caller } from './caller.js';

/** What a route asks of its caller. A route without one answers nobody. */
export type Permission =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in'; readonly beforePasswordChange: boolean }
  | { readonly kind: 'action'; readonly actions: readonly Action[] };

export const permissionKey = 'heng:permission';

export const Public = () => SetMetadata(permissionKey, { kind: 'public' } satisfies Permission);

/** About the caller's own session; `beforePasswordChange` lets a one-time password through. */
export const SignedIn = (options: { beforePasswordChange?: boolean } = {}) =>
  SetMetadata(permissionKey, {
    kind: 'signed-in',
    beforePasswordChange: options.beforePasswordChange ?? false,
  } satisfies Permission);

/** The policy action, or one of several. The guard refuses who has no appointment for it anywhere; the service decides for the unit and the stage. */
export const Requires = (...actions: Action[]) =>
  SetMetadata(permissionKey, { kind: 'action', actions } satisfies Permission);

const callers = new WeakMap<object, Caller>();
export const rememberCaller = (request: FastifyRequest, caller: Caller): void =>
  void callers.set(request.raw, caller);

/** The signed-in person; only on routes that are not public. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>().raw);
  invariant(caller, 'a route that asks for its caller is not public');
  return caller;
});
