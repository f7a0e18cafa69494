import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessPolicy } from '@heng/contracts';
import type { FastifyRequest } from 'fastify';
import { permissionKey, rememberCaller, type Permission } from '../../platform/access/index.js';
import { forbidden, invariant } from '../../platform/errors/index.js';
import { Installation } from '../../platform/installation/installation.js';
import { notSignedIn, passwordChangeRequired } from './accounts.errors.js';
import { readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Stands before every route: closed unless the route declares whom it answers. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly installation: Installation,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | undefined>(permissionKey, context.getHandler());
    invariant(permission, `${context.getClass().name}.${context.getHandler().name} declares its permission`);
    if (permission.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const id = readSessionCookie(request, this.installation);
    const caller = id === null ? null : await this.sessions.caller(id);
    if (caller === null) throw notSignedIn();
    rememberCaller(request, caller);
    if (caller.mustChangePassword && !(permission.kind === 'signed-in' && permission.beforePasswordChange)) {
      throw passwordChangeRequired();
    }
    if (permission.kind === 'signed-in') return true;
    const roles = caller.appointments.map(({ role }) => role);
    if (!accessPolicy.some((row) => permission.actions.includes(row.action) && roles.includes(row.role)))
      throw forbidden();
    return true;
  }
}
