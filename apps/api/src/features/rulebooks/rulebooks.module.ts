import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { RuleBookAccess } from './rulebook-access.js';
import { RuleBookCheckController } from './rulebook-check.controller.js';
import { RuleBookCommentsService } from './rulebook-comments.service.js';
import { RuleBookDraftsService } from './rulebook-drafts.service.js';
import { FileReadings } from './file-readings.js';
import { RuleBookFilesController } from './rulebook-files.controller.js';
import { RuleBookFilesService } from './rulebook-files.service.js';
import { RuleBooksController } from './rulebooks.controller.js';
import { RuleBooksImporter } from './rulebooks.importer.js';
import { RuleBooksReader } from './rulebooks.reader.js';
import { RuleBooksService } from './rulebooks.service.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [RuleBooksController, RuleBookFilesController, RuleBookCheckController],
  providers: [
    RuleBooksService,
    RuleBookDraftsService,
    RuleBookCommentsService,
    RuleBookAccess,
    RuleBookFilesService,
    FileReadings,
    RuleBooksReader,
    RuleBooksImporter,
  ],
  exports: [RuleBooksReader, RuleBooksImporter, RuleBookAccess],
})
export class RuleBooksModule {}
