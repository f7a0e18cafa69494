import { isDeepStrictEqual } from 'node:util';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import type { ZodType } from 'zod';
import { invariant } from '../errors/invariant.js';
import { Installation } from '../installation/installation.js';
import { answersKey } from './answers.js';

/** In tests: every answer parses with its contract, and holds nothing that the contract does not name. */
@Injectable()
export class CheckAnswers implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly installation: Installation,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.installation.checkAnswers) return next.handle();
    const schema = this.reflector.get<ZodType | null | undefined>(answersKey, context.getHandler());
    invariant(
      schema !== undefined,
      `${context.getClass().name}.${context.getHandler().name} declares its answer`,
    );
    if (schema === null) return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        const sent: unknown = JSON.parse(JSON.stringify(answer));
        invariant(
          isDeepStrictEqual(schema.parse(sent), sent),
          `${context.getHandler().name} answers by its contract only`,
        );
        return answer;
      }),
    );
  }
}
