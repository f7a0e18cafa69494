import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Public } from './platform/access/index.js';
import { Answers } from './platform/http/index.js';
import { Database } from './platform/database/index.js';

const HealthResponse = z.object({ status: z.literal('ok') });

/** Whether the server and its database answer. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  @Public()
  @Answers(HealthResponse)
  async health(): Promise<z.infer<typeof HealthResponse>> {
    await this.database.manager.query('SELECT 1');
    return { status: 'ok' };
  }
}
