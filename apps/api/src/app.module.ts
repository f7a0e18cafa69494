import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from './features/accounts/index.js';
import { CyclesModule } from './features/cycles/index.js';
import { OrganizationsModule } from './features/organizations/index.js';
import { ResultsModule } from './features/results/index.js';
import { RuleBooksModule } from './features/rulebooks/index.js';
import { WorksheetsModule } from './features/worksheets/index.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { HealthController } from './health.controller.js';
import { OpenApiController, OpenApiDocument } from './openapi.controller.js';
import { AuditTrail } from './platform/audit/index.js';
import { Clock } from './platform/clock/clock.js';
import { Database } from './platform/database/index.js';
import { ProblemFilter } from './platform/errors/index.js';
import { CheckAnswers } from './platform/http/index.js';
import { Installation } from './platform/installation/installation.js';

export type Platform = {
  readonly database: Database;
  readonly clock: Clock;
  readonly installation: Installation;
};

/** What every feature may ask for. */
@Global()
@Module({})
class PlatformModule {
  static with({ database, clock, installation }: Platform): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Database, useValue: database },
        { provide: Clock, useValue: clock },
        { provide: Installation, useValue: installation },
        AuditTrail,
      ],
      exports: [Database, Clock, Installation, AuditTrail],
    };
  }
}

/** The composition root. */
@Module({})
export class AppModule {
  static with(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        PlatformModule.with(platform),
        OrganizationsModule,
        AccountsModule,
        RuleBooksModule,
        CyclesModule,
        WorksheetsModule,
        ResultsModule,
        DemonstrationModule,
      ],
      controllers: [HealthController, OpenApiController],
      providers: [
        OpenApiDocument,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: CheckAnswers },
      ],
    };
  }
}
