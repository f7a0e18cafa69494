import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { RuleBooksModule } from '../rulebooks/index.js';
import { CyclesController } from './cycles.controller.js';
import { CyclesImporter } from './cycles.importer.js';
import { CyclesReader } from './cycles.reader.js';
import { CyclesService } from './cycles.service.js';

@Module({
  imports: [OrganizationsModule, RuleBooksModule],
  controllers: [CyclesController],
  providers: [CyclesService, CyclesReader, CyclesImporter],
  exports: [CyclesService, CyclesReader, CyclesImporter],
})
export class CyclesModule {}
