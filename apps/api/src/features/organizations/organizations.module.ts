import { Module } from '@nestjs/common';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsImporter } from './organizations.importer.js';
import { OrganizationsReader } from './organizations.reader.js';
import { OrganizationsService } from './organizations.service.js';

@Module({
  controllers: [OrganizationsController],
  providers: [OrganizationsService, OrganizationsReader, OrganizationsImporter],
  exports: [OrganizationsReader, OrganizationsImporter],
})
export class OrganizationsModule {}
