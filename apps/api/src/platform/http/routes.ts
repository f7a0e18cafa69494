import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { DiscoveryService } from '@nestjs/core';
import type { ZodType } from 'zod';
import { permissionKey, type Permission } from '../access/permission.js';
import { answersKey } from './answers.js';

/** A route as its decorators declare it. */
export type Route = {
  readonly method: string;
  /** Under `/api`, with `:name` for parameters. */
  readonly path: string;
  readonly permission: Permission | undefined;
  /** Null: no JSON body. Undefined: not declared, which a test refuses. */
  readonly answers: ZodType | null | undefined;
};

/** All routes of all controllers, read the way Nest itself reads them. */
export function routesOf(discovery: DiscoveryService): Route[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Type; // controllers are classes
    const base = String(Reflect.getMetadata(PATH_METADATA, controller));
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((key): Route[] => {
      const handler = prototype[key];
      if (typeof handler !== 'function') return [];
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = `/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`
        .replace(/\/+/g, '/')
        .replace(/(.)\/$/, '$1');
      return [
        {
          method: RequestMethod[method],
          path,
          permission: Reflect.getMetadata(permissionKey, handler) as Permission | undefined,
          answers: Reflect.getMetadata(answersKey, handler) as ZodType | null | undefined,
        },
      ];
    });
  });
}
