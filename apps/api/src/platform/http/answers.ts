import { SetMetadata } from '@nestjs/common';
import type { ZodType } from 'zod';

export const answersKey = 'heng:answers';

/** The contract of a route's successful answer: OpenAPI shows it and tests hold every answer against it. `null`: no body. */
export const Answers = (schema: ZodType | null) => SetMetadata(answersKey, schema);
