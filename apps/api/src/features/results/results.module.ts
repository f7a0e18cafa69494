import { Module } from '@nestjs/common';
import { CyclesModule } from '../cycles/index.js';
import { RuleBooksModule } from '../rulebooks/index.js';
import { WorksheetsModule } from '../worksheets/index.js';
import { DryRunsService } from './dry-runs.service.js';
import { PublicationService } from './publication.service.js';
import { Publications } from './publications.js';
import { ResultsController } from './results.controller.js';
import { ResultsService } from './results.service.js';
import { WorkItemsService } from './work-items.service.js';

@Module({
  imports: [CyclesModule, RuleBooksModule, WorksheetsModule],
  controllers: [ResultsController],
  providers: [ResultsService, DryRunsService, PublicationService, Publications, WorkItemsService],
  exports: [PublicationService],
})
export class ResultsModule {}
