import { Module } from '@nestjs/common';
import { AccountsModule } from '../features/accounts/index.js';
import { CyclesModule } from '../features/cycles/index.js';
import { OrganizationsModule } from '../features/organizations/index.js';
import { ResultsModule } from '../features/results/index.js';
import { RuleBooksModule } from '../features/rulebooks/index.js';
import { WorksheetsModule } from '../features/worksheets/index.js';
import { DemonstrationLoader } from './demonstration-loader.js';

@Module({
  imports: [
    OrganizationsModule,
    AccountsModule,
    RuleBooksModule,
    CyclesModule,
    WorksheetsModule,
    ResultsModule,
  ],
  providers: [DemonstrationLoader],
})
export class DemonstrationModule {}
