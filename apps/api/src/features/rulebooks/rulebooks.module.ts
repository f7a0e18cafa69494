import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/index.js';
import { RuleBooksController } from './rulebooks.controller.js';
import { RuleBooksImporter } from './rulebooks.importer.js';
import { RuleBooksReader } from './rulebooks.reader.js';
import { RuleBooksService } from './rulebooks.service.js';

@Module({
  imports: [OrganizationsModule],
  controllers: [RuleBooksController],
  providers: [RuleBooksService, RuleBooksReader, RuleBooksImporter],
  exports: [RuleBooksReader, RuleBooksImporter],
})
export class RuleBooksModule {}
