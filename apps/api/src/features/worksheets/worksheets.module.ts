import { Module } from '@nestjs/common';
import { CyclesModule } from '../cycles/index.js';
import { RuleBooksModule } from '../rulebooks/index.js';
import { FactCells } from './fact-cells.js';
import { Idempotency } from './idempotency.js';
import { WorksheetsController } from './worksheets.controller.js';
import { WorksheetsImporter } from './worksheets.importer.js';
import { WorksheetsReader } from './worksheets.reader.js';
import { WorksheetsService } from './worksheets.service.js';

@Module({
  imports: [CyclesModule, RuleBooksModule],
  controllers: [WorksheetsController],
  providers: [WorksheetsService, WorksheetsReader, WorksheetsImporter, FactCells, Idempotency],
  exports: [WorksheetsReader, WorksheetsImporter],
})
export class WorksheetsModule {}
